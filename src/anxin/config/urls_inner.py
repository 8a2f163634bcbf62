"""Addresses of the inner wing: each door keeps its own."""

from django.urls import include, path

# what cannot be shown is the same bytes for everybody
handler400 = "anxin.web.errors.bad_request"
handler403 = "anxin.web.errors.forbidden"
handler404 = "anxin.web.errors.not_found"
handler500 = "anxin.web.errors.server_error"

urlpatterns = [path("", include("anxin.inner.workbench.urls"))]
