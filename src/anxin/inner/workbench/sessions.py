"""How long a session lives: 30 minutes without work, ten hours in all (ASVS 7.3), kept on the server."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth import login, logout
from django.http import HttpRequest
from django.utils import timezone

from anxin.inner.organs.models import Staff

IDLE = timedelta(minutes=30)
ABSOLUTE = timedelta(hours=10)
TOUCH_SECONDS = 60  # the session row is written at most once a minute
BACKEND = "django.contrib.auth.backends.ModelBackend"


def begin(request: HttpRequest, staff: Staff) -> None:
    """Sign in; the session gets a new id, so one that was planted before is worth nothing."""
    login(request, staff, backend=BACKEND)
    now = timezone.now().timestamp()
    request.session["since"] = request.session["seen"] = now
    request.session.set_expiry(int(ABSOLUTE.total_seconds()))


def alive(request: HttpRequest) -> bool:
    """Whether the session may go on. A clock set back ends it rather than lengthening it."""
    now = timezone.now().timestamp()
    since, seen = request.session.get("since", 0), request.session.get("seen", 0)
    if not (0 <= now - since < ABSOLUTE.total_seconds() and 0 <= now - seen < IDLE.total_seconds()):
        return False
    if now - seen >= TOUCH_SECONDS:
        request.session["seen"] = now
        request.session.save()
        request.session.modified = False  # a denied answer carries no cookie, whenever it comes
    return True


def end(request: HttpRequest) -> None:
    """Sign out: the session row is deleted, its cookie opens nothing any more."""
    logout(request)
