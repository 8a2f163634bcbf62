"""The first page of the door."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from anxin.outer.party import policy


@policy.anyone
@require_safe
def welcome(request: HttpRequest) -> HttpResponse:
    """Three ways in; who is signed in goes straight to the cases."""
    if request.account is not None:
        return HttpResponseRedirect("/cases/")
    return render(request, "party/welcome.html", {})
