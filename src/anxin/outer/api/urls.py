"""Addresses of the read-only API."""

app_name = "api"
urlpatterns: list = []
