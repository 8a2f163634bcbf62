"""Addresses of chapter 2 in the workbench."""

from django.urls import path

from anxin.inner.workbench.views import entitlements, inquiries, looks

urlpatterns = [
    path("inquiries/", inquiries.inquiries, name="inquiries"),
    path("inquiries/new/", inquiries.inquiry_new, name="inquiry_new"),
    path("inquiries/<int:application_id>/", inquiries.inquiry, name="inquiry"),
    path("inquiries/papers/<int:paper_id>/<int:number>/", inquiries.inquiry_paper, name="inquiry_paper"),
    path("assistance/", inquiries.assistances, name="assistances"),
    path("assistance/<int:application_id>/", inquiries.assistance, name="assistance"),
    path("entitlements/", entitlements.entitlements, name="entitlements"),
    path("entitlements/find/", entitlements.find, name="entitlement_find"),
    path("entitlements/<uuid:binding_id>/", entitlements.entitlement, name="entitlement"),
    path("looks/", looks.looks, name="looks"),
    path("notices/", looks.notices, name="notices"),
]
