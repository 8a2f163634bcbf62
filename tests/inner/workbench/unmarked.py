"""An address whose view carries no marker, for the test that nobody is served it."""

from django.http import HttpResponse
from django.urls import path

from anxin.inner.workbench.urls import urlpatterns as real

urlpatterns = [*real, path("unmarked/", lambda request: HttpResponse("should never be seen"))]
