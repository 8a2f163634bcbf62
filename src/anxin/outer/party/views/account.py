"""The own account: sessions, password, second factor, notices, giving the access back."""

from __future__ import annotations

import io

import qrcode
import qrcode.image.svg
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from anxin.outer.party import accounts, acts, policy, queries, second_factor, sessions
from anxin.outer.party.forms import account as forms
from anxin.outer.party.models import Account
from anxin.outer.party.sealed import unseal
from anxin.outer.party.throttle import THROTTLE
from anxin.web.throttle import WAIT


def _locked(request: HttpRequest) -> Account:
    return Account.objects.select_for_update().get(pk=request.account.pk)


def _own_password(request: HttpRequest, form: forms.Confirm | forms.ChangePassword) -> bool:
    """Whether the own password was typed, no faster than at the sign-in."""
    account = request.account
    attempt = THROTTLE.begin(request, account.login)
    if attempt.wait:
        form.add_error(None, WAIT.format(attempt.wait))
        return False
    if not account.check_password(form.cleaned_data["current"]):
        form.add_error("current", "密码不正确。")
        return False
    attempt.succeeded()
    return True


@policy.signed_in
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    account = request.account
    rows = [(row, row.key_hash == request.session_row.key_hash) for row in queries.sessions(account.pk)]
    context = {"here": "account", "sessions": rows, "email": unseal(f"email {account.pk}", account.email),
               "phone": unseal(f"phone {account.pk}", account.phone)}  # fmt: skip
    return render(request, "party/account.html", context)


@policy.signed_in
@require_POST
def end_session(request: HttpRequest) -> HttpResponse:
    """End one sign-in, or all others."""
    account, own = request.account, request.session_row.key_hash
    which = request.POST.get("session", "")
    if which == "others":
        sessions.end_all(account.pk, but=own)
    else:
        sessions.end(account.pk, which)
    messages.success(request, "已经退出。")
    return HttpResponseRedirect("/account/")


@policy.signed_in
@sensitive_post_parameters()
def password(request: HttpRequest) -> HttpResponse:
    form = forms.ChangePassword(request.POST or None)
    if request.method == "POST" and form.is_valid() and _own_password(request, form):
        accounts.change_password(_locked(request), form.cleaned_data["password"], keep=request.session_row.key_hash)
        messages.success(request, "密码已经更改，其他地方的登录都已退出。")
        return HttpResponseRedirect("/account/")
    return _page(request, "party/password.html", form)


@policy.signed_in
@sensitive_post_parameters()
def two_steps(request: HttpRequest) -> HttpResponse:
    """Switching the second factor on, with the recovery codes told once; or off."""
    account = request.account
    if account.totp:
        off = forms.Confirm(request.POST or None)
        if request.method == "POST" and off.is_valid() and _own_password(request, off):
            second_factor.disable(_locked(request))
            acts.ask_worker("changed", str(account.pk))
            messages.success(request, "两步验证已经关闭。")
            return HttpResponseRedirect("/account/")
        return _page(request, "party/two_steps_off.html", off)
    form = forms.EnableSecondFactor(request.POST or None, initial={"secret": second_factor.new_secret()})
    if request.method == "POST" and form.is_valid() and _own_password(request, form):
        step = _first_step(form)
        if step:
            plain = second_factor.enable(_locked(request), form.cleaned_data["secret"], step)
            acts.ask_worker("changed", str(account.pk))
            return render(request, "party/recovery.html", {"here": "account", "codes": plain})
        form.add_error("code", "口令不正确，请核对手机的时间后再试。")
    secret = form["secret"].value() or ""
    image = _square(second_factor.address(account.login, secret))
    return _page(request, "party/two_steps.html", form, secret=secret, image=image)


def _first_step(form: forms.EnableSecondFactor) -> int:
    try:
        return second_factor.step_of(form.cleaned_data["secret"], form.cleaned_data["code"])
    except ValueError:  # not a secret that this page made
        return 0


def _square(text: str) -> str:
    """A QR code as SVG, drawn here: it never leaves this page."""
    out = io.BytesIO()
    qrcode.make(text, image_factory=qrcode.image.svg.SvgPathImage, border=2).save(out)
    return mark_safe(out.getvalue().decode().partition("?>")[2])  # noqa: S308 - drawn by the library from one address


@policy.signed_in
def notices(request: HttpRequest) -> HttpResponse:
    """How the person wants to be told. A new address is used once it has been confirmed."""
    account = request.account
    now = unseal(f"email {account.pk}", account.email)
    initial = {"notify_email": account.notify_email, "notify_sms": account.notify_sms, "email": now}
    form = forms.Notices(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        row = _locked(request)
        row.notify_email, row.notify_sms = form.cleaned_data["notify_email"], form.cleaned_data["notify_sms"]
        row.save(update_fields=["notify_email", "notify_sms"])
        email, words = form.cleaned_data["email"], "设置已经保存。"
        if email and (email != now or not row.email_confirmed):
            acts.ask_worker("confirm", f"{account.pk} {email}")
            words = "设置已经保存。确认信已经寄往所填的邮箱，打开信中的链接以后启用。"
        messages.success(request, words)
        return HttpResponseRedirect("/account/")
    return _page(request, "party/notices.html", form, confirmed=account.email_confirmed)


@policy.signed_in
@sensitive_post_parameters()
def give_back(request: HttpRequest) -> HttpResponse:
    """The person wants no access any more."""
    form = forms.Confirm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _own_password(request, form):
        accounts.give_back(request, _locked(request))
        words = {"title": "查询账号已经注销", "sentence": "所有登录都已退出。需要重新查询的，请再次提交申请。"}
        response = render(request, "party/told.html", words | {"gone": True})
        response.delete_cookie(sessions.COOKIE, samesite="Strict")
        return response
    return _page(request, "party/give_back.html", form)


def _page(request: HttpRequest, template: str, form: object, **more: object) -> HttpResponse:
    status = 422 if getattr(form, "errors", None) else 200
    return render(request, template, {"here": "account", "form": form} | more, status=status)
