"""Addresses of the parties' door."""

from django.urls import include, path

handler400 = "anxin.web.errors.bad_request"
handler403 = "anxin.web.errors.forbidden"
handler404 = "anxin.web.errors.not_found"
handler500 = "anxin.web.errors.server_error"

urlpatterns = [path("", include("anxin.outer.party.urls")), path("", include("anxin.web.urls"))]
