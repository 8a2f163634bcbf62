"""Addresses of the parties' door. None holds a name, a login or a case number."""

from django.urls import path

from anxin.outer.party.views import account, apply, cases, sign_in, welcome

app_name = "party"
urlpatterns = [
    path("", welcome.welcome, name="welcome"),
    path("apply/", apply.who, name="apply"),
    path("apply/done/", apply.done, name="apply_done"),
    path("apply/withdraw/", apply.withdraw, name="withdraw"),
    path("apply/supplement/", apply.supplement_who, name="supplement_who"),
    path("apply/supplement/<slug:kind>/", apply.supplement, name="supplement"),
    path("apply/<slug:kind>/", apply.where, name="apply_where"),
    path("apply/<slug:kind>/<slug:code>/", apply.fill, name="apply_fill"),
    path("activate/", sign_in.activate, name="activate"),
    path("sign-in/", sign_in.sign_in, name="sign_in"),
    path("sign-in/second/", sign_in.second, name="second"),
    path("sign-in/lost-factor/", sign_in.lost_factor, name="lost_factor"),
    path("sign-out/", sign_in.sign_out, name="sign_out"),
    path("lost-password/", sign_in.lost_password, name="lost_password"),
    path("reset/<str:token>/", sign_in.reset, name="reset"),
    path("confirm/<str:token>/", sign_in.confirm_email, name="confirm_email"),
    path("cases/", cases.cases, name="cases"),
    path("cases/<uuid:key>/", cases.case, name="case"),
    path("cases/<uuid:key>/download/", cases.download, name="download"),
    path("looks/", cases.looks, name="looks"),
    path("account/", account.overview, name="account"),
    path("account/sessions/", account.end_session, name="end_session"),
    path("account/password/", account.password, name="password"),
    path("account/two-steps/", account.two_steps, name="two_steps"),
    path("account/notices/", account.notices, name="notices"),
    path("account/give-back/", account.give_back, name="give_back"),
]
