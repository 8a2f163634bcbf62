"""Addresses of the inner wing: each door keeps its own."""

from django.urls import include, path

urlpatterns = [path("", include("anxin.inner.workbench.urls"))]
