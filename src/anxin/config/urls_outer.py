"""Addresses of the outer wing: each door keeps its own."""

from django.urls import include, path

urlpatterns = [
    path("api/", include("anxin.outer.api.urls")),
    path("", include("anxin.outer.portal.urls")),
]
