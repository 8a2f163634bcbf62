"""Addresses that every wing includes: ``path("", include("anxin.web.urls"))``."""

from django.urls import path

from anxin.web import display

app_name = "web"
urlpatterns = [path("display/", display.settings_page, name="display")]
