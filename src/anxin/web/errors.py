"""The pages for what cannot be shown. They are the same bytes for every visitor and every address.

An answer that differed between "not there" and "not yours" would tell a stranger which case exists; so these pages
carry no token, no nonce, no cookie and nothing of the request. A wing may have its own, ``templates/<wing>/404.html``,
and so may a door that runs by itself (setting ``DOOR``).
"""

from __future__ import annotations

from functools import cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string


@cache
def page(status: int) -> bytes:
    """The page of an error status, rendered once per process."""
    names = [f"{place}/{status}.html" for place in (getattr(settings, "DOOR", settings.WING), settings.WING)]
    context = {"demo": settings.DEMO, "portal_address": getattr(settings, "PORTAL_ADDRESS", "")}
    return render_to_string([*names, f"{status}.html"], context).encode()


def _answer(status: int) -> HttpResponse:
    return HttpResponse(page(status), status=status, content_type="text/html; charset=utf-8")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, also for everything that exists and is not for this visitor."""
    return _answer(404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _answer(400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _answer(403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _answer(403)


def server_error(request: HttpRequest) -> HttpResponse:
    return _answer(500)
