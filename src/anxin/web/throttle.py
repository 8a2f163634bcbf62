"""Slowing down guesses without locking out the person who is attacked.

A browser in which somebody once signed in carries a signed device cookie and has a counter of its own. All other
browsers share one counter per login name and one per address. So a thousand wrong passwords against one name, or one
password against a thousand names, stop after a few, and the owner still signs in from the usual machine. What nobody
can guess, such as a one-time code, is counted by address alone: a stranger's wrong tries do not close the owner's way.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import salted_hmac

WINDOW = timedelta(minutes=15)
LIMITS = {"device": 10, "name": 5, "address": 30}
COOKIE_DAYS = 180
WAIT = "尝试次数过多，请在{}分钟以后再试。曾在本机成功登录过的，不受他人尝试的影响。"


@dataclass(frozen=True)
class Try:
    """One attempt; ``rows`` count as failed until ``succeeded``. ``wait``: minutes, 0 when it may be made."""

    rows: Any
    wait: int

    def succeeded(self) -> None:
        self.rows.delete()


@dataclass(frozen=True)
class Throttle:
    """The counters of one door. ``attempts`` is its model with ``key`` and ``at``; nothing but keyed hashes is kept."""

    attempts: Any
    cookie: str
    salt: str
    path: str = "/"

    def begin(self, request: HttpRequest, name: str, guessable: bool = True) -> Try:
        """Count first, check later: parallel guesses cannot slip through together."""
        now = timezone.now()
        self.attempts.objects.filter(at__lt=now - WINDOW).delete()
        counters = [one for one in self._counters(request, name.casefold()) if guessable or one[0] != "name"]
        rows = [self.attempts.objects.create(key=self._key(kind, value), at=now) for kind, value in counters]
        waits = [self._wait(row.key, LIMITS[kind]) for row, (kind, _) in zip(rows, counters, strict=True)]
        attempt = Try(self.attempts.objects.filter(pk__in=[row.pk for row in rows]), max(waits))
        if attempt.wait:
            attempt.succeeded()  # a refused attempt tests nothing and does not lengthen the wait
        return attempt

    def remember_device(self, request: HttpRequest, response: HttpResponse, name: str) -> None:
        """Give the browser its device cookie after a successful sign-in."""
        value = signing.dumps([name.casefold(), secrets.token_hex(8)], salt=self.salt)
        response.set_cookie(
            self.cookie, value, max_age=COOKIE_DAYS * 86400, path=self.path, secure=request.is_secure(), httponly=True,
            samesite="Strict",
        )  # fmt: skip

    def knows(self, request: HttpRequest, name: str) -> bool:
        """Whether somebody has signed in by this name in this browser before."""
        return self._device(request)[0] == name.casefold()

    def _device(self, request: HttpRequest) -> tuple[str | None, str]:
        try:
            cookie = request.COOKIES.get(self.cookie, "")
            owner, nonce = signing.loads(cookie, salt=self.salt, max_age=COOKIE_DAYS * 86400)
        except (signing.BadSignature, ValueError, TypeError):
            return None, ""
        return owner, nonce

    def _counters(self, request: HttpRequest, name: str) -> list[tuple[str, str]]:
        owner, nonce = self._device(request)
        if owner == name:
            return [("device", f"{owner}/{nonce}")]
        return [("name", name), ("address", request.META.get("REMOTE_ADDR", ""))]

    def _key(self, kind: str, value: str) -> str:
        return salted_hmac(f"{self.salt}.{kind}", value, algorithm="sha256").hexdigest()

    def _wait(self, key: str, limit: int) -> int:
        """Minutes until the next attempt is free; 0 when within the limit."""
        now = timezone.now()
        rows = self.attempts.objects.filter(key=key, at__gt=now - WINDOW).order_by("-at", "-pk")
        times = list(rows.values_list("at", flat=True))
        return 0 if len(times) <= limit else max(1, -int((now - times[limit] - WINDOW).total_seconds() // 60))
