"""The workbench's doorkeeper: nobody gets further than the sign-in page without a live session and the duty.

A visitor who is not signed in is sent to the sign-in page from every address, whether it exists or not. Somebody
signed in who may not open a page gets the same bytes as for a page that does not exist, and the ledger keeps it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import Resolver404, resolve

from anxin.inner.actor import Actor, NotAllowed
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import note
from anxin.inner.workbench import policy, sessions
from anxin.web.display import settings_page
from anxin.web.errors import not_found


class SignedInOnly:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and not sessions.alive(request):
            sessions.end(request)
        if request.user.is_authenticated:
            request.actor = Actor.of(request.user)
        elif not _public(request):
            return _to_sign_in(request)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Deny by default: a view without a marker is as good as not there."""
        if view is settings_page:
            return None
        rule = policy.of(view)
        if rule and (rule.anonymous or rule.admits(request.actor)):
            return None
        return denied(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """What a query or an action refuses to show is not there for this person."""
        return denied(request) if isinstance(exception, NotAllowed | ObjectDoesNotExist) else None


def denied(request: HttpRequest) -> HttpResponse:
    """The one static not-found page; the attempt is recorded without any content."""
    match = request.resolver_match
    if match and hasattr(request, "actor"):
        ids = {name: str(value)[:60] for name, value in match.kwargs.items()}
        note(request.actor, Event.REFUSED, "page", match.url_name or "", method=request.method, **ids)
    return not_found(request)


def _public(request: HttpRequest) -> bool:
    try:
        view = resolve(request.path_info).func
    except Resolver404:
        return False
    rule = policy.of(view)
    return view is settings_page or bool(rule and rule.anonymous)


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    if request.method != "GET" or request.path_info == "/":
        return HttpResponseRedirect(settings.LOGIN_URL)
    return HttpResponseRedirect(f"{settings.LOGIN_URL}?{urlencode({'next': request.get_full_path()})}")
