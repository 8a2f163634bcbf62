"""Slowing down guesses without locking out the person who is attacked.

A browser in which somebody once signed in carries a signed device cookie and has a counter of its own. All other
browsers share one counter per login name and one per address. So a thousand wrong passwords against one name, or one
password against a thousand names, stop after a few, and the owner still signs in from the usual machine.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import salted_hmac

from anxin.inner.workbench.models import Attempt

WINDOW = timedelta(minutes=15)
LIMITS = {"device": 10, "name": 5, "address": 30}
COOKIE = "anxin_device"
COOKIE_DAYS = 180
SALT = "anxin.workbench.device"


@dataclass(frozen=True)
class Try:
    """One attempt that is being made; ``ids`` are its rows, counted as failed until ``succeeded``."""

    ids: tuple[int, ...]
    wait_minutes: int

    def succeeded(self) -> None:
        Attempt.objects.filter(pk__in=self.ids).delete()


def begin(request: HttpRequest, username: str) -> Try:
    """Count first, check later: parallel guesses cannot slip through together. ``wait_minutes`` > 0 means refused."""
    now = timezone.now()
    Attempt.objects.filter(at__lt=now - WINDOW).delete()
    kinds = _counters(request, username)
    rows = [Attempt.objects.create(key=_key(kind, value), at=now) for kind, value in kinds]
    waits = [_wait(row.key, LIMITS[kind]) for row, (kind, _) in zip(rows, kinds, strict=True)]
    attempt = Try(tuple(row.pk for row in rows), max(waits))
    if attempt.wait_minutes:
        attempt.succeeded()  # a refused attempt tests no password and does not lengthen the wait
    return attempt


def remember_device(request: HttpRequest, response: HttpResponse, username: str) -> None:
    """Give the browser its device cookie after a successful sign-in."""
    value = signing.dumps([username.casefold(), secrets.token_hex(8)], salt=SALT)
    response.set_cookie(
        COOKIE, value, max_age=COOKIE_DAYS * 86400, path="/sign-in/", secure=request.is_secure(), httponly=True,
        samesite="Strict",
    )  # fmt: skip


def _counters(request: HttpRequest, username: str) -> list[tuple[str, str]]:
    cookie = request.COOKIES.get(COOKIE, "")
    try:
        name, nonce = signing.loads(cookie, salt=SALT, max_age=COOKIE_DAYS * 86400)
    except (signing.BadSignature, ValueError, TypeError):
        name, nonce = None, ""
    if name == username.casefold():
        return [("device", f"{name}/{nonce}")]
    return [("name", username.casefold()), ("address", request.META.get("REMOTE_ADDR", ""))]


def _key(kind: str, value: str) -> str:
    return salted_hmac(f"{SALT}.{kind}", value, algorithm="sha256").hexdigest()


def _wait(key: str, limit: int) -> int:
    """Minutes until the next attempt is free; 0 when within the limit."""
    now = timezone.now()
    recent = list(
        Attempt.objects.filter(key=key, at__gt=now - WINDOW).order_by("-at", "-pk").values_list("at", flat=True)
    )
    if len(recent) <= limit:
        return 0
    free = recent[limit] + WINDOW
    return max(1, -int((now - free).total_seconds() // 60))
