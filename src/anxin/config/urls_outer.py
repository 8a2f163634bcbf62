"""Addresses of the outer wing: each door keeps its own."""

from django.urls import include, path

handler400 = "anxin.web.errors.bad_request"
handler403 = "anxin.web.errors.forbidden"
handler404 = "anxin.web.errors.not_found"
handler500 = "anxin.web.errors.server_error"

urlpatterns = [
    path("api/", include("anxin.outer.api.urls")),
    path("", include("anxin.outer.portal.urls")),
]
