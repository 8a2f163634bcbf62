"""The read-only API: what the portal shows, as JSON. Its description is at ``docs`` and ``openapi.json``."""

from django.urls import path

from anxin.outer.api.views import api

urlpatterns = [path("", api.urls)]
