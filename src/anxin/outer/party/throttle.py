"""Slowing down guesses without locking out the person who is attacked.

A browser in which somebody once signed in has a counter of its own, by a signed device cookie. All others share one
per login and one per network address: a thousand wrong passwords against one name, or one against a thousand names,
stop after a few, and the owner still signs in from the usual device.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import salted_hmac

from anxin.outer.party.models import Attempt

WINDOW = timedelta(minutes=15)
LIMITS = {"device": 10, "login": 5, "address": 30}
COOKIE, COOKIE_DAYS, SALT = "anxin_party_device", 180, "anxin.party.device"
WAIT = "尝试次数过多，请在{}分钟以后再试。曾在本机成功登录过的，不受他人尝试的影响。"


@dataclass(frozen=True)
class Try:
    """One attempt, counted as failed until ``succeeded``; ``wait`` > 0 minutes means refused."""

    ids: tuple[int, ...]
    wait: int

    def succeeded(self) -> None:
        Attempt.objects.filter(pk__in=self.ids).delete()


def begin(request: HttpRequest, login: str) -> Try:
    """Count first, check later: parallel guesses cannot slip through together."""
    now = timezone.now()
    Attempt.objects.filter(at__lt=now - WINDOW).delete()
    counters = _counters(request, login)
    rows = [Attempt.objects.create(key=_key(kind, value), at=now) for kind, value in counters]
    waits = [_wait(row.key, LIMITS[kind]) for row, (kind, _) in zip(rows, counters, strict=True)]
    attempt = Try(tuple(row.pk for row in rows), max(waits))
    if attempt.wait:
        attempt.succeeded()  # a refused attempt tests nothing and does not lengthen the wait
    return attempt


def remember_device(request: HttpRequest, response: HttpResponse, login: str) -> None:
    value = signing.dumps([login, secrets.token_hex(8)], salt=SALT)
    response.set_cookie(
        COOKIE, value, max_age=COOKIE_DAYS * 86400, httponly=True, samesite="Strict", secure=request.is_secure()
    )


def _counters(request: HttpRequest, login: str) -> list[tuple[str, str]]:
    try:
        name, nonce = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=COOKIE_DAYS * 86400)
    except (signing.BadSignature, ValueError, TypeError):
        name, nonce = None, ""
    if name == login:
        return [("device", f"{name}/{nonce}")]
    return [("login", login), ("address", request.META.get("REMOTE_ADDR", ""))]


def _key(kind: str, value: str) -> str:
    return salted_hmac(f"{SALT}.{kind}", value, algorithm="sha256").hexdigest()


def _wait(key: str, limit: int) -> int:
    """Minutes until the next attempt is free; 0 when within the limit."""
    now = timezone.now()
    recent = Attempt.objects.filter(key=key, at__gt=now - WINDOW).order_by("-at", "-pk").values_list("at", flat=True)
    times = list(recent)
    return 0 if len(times) <= limit else max(1, -int((now - times[limit] - WINDOW).total_seconds() // 60))
