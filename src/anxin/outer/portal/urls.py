"""Addresses of the public's door."""

from django.urls import include, path

app_name = "portal"
urlpatterns = [path("", include("anxin.web.urls"))]
