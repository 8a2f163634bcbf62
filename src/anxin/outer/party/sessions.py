"""Sign-ins that one can see and end: rows here, a random value in the cookie, its hash in the row.

30 minutes without use, twelve hours in all. A session ends with the last binding, whatever its row says (Art 10).
"""

from __future__ import annotations

import secrets
from datetime import timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from anxin.outer.party import walls
from anxin.outer.party.models import Account, Session
from anxin.outer.party.queries import is_dead

COOKIE = "anxin_party"
IDLE, WHOLE, TOUCH = timedelta(minutes=30), timedelta(hours=12), timedelta(minutes=1)
SYSTEMS = (
    ("Windows", "Windows"), ("Android", "安卓"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)  # fmt: skip
BROWSERS = (
    ("MicroMessenger", "微信"), ("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"),
)  # fmt: skip


def resume(request: HttpRequest) -> tuple[Session | None, Account | None]:
    """The session of this request and its account; from here on the database shows that person's rows."""
    key = request.COOKIES.get(COOKIE, "")
    if not key or len(key) > 100:
        return None, None
    row, now = Session.objects.filter(key_hash=walls.holds(key)).first(), timezone.now()
    if row is None or not (timedelta(0) <= now - row.began_at < WHOLE and now - row.seen_at < IDLE):
        return None, None
    walls.identify(row.account)
    account = Account.objects.filter(pk=row.account, closed_at=None).first()
    if account is None or is_dead(account.pk):
        walls.nobody()
        return None, None
    if now - row.seen_at >= TOUCH:
        row.seen_at = now
        row.save(update_fields=["seen_at"])
    return row, account


def begin(request: HttpRequest, response: HttpResponse, account: UUID) -> None:
    """A new session with a new cookie, for a person who has been identified."""
    key, now = secrets.token_urlsafe(32), timezone.now()
    digest = walls.holds(key)
    row = Session(key_hash=digest, account=account, began_at=now, seen_at=now, client=client(request),
                  address=address(request))  # fmt: skip
    row.save(force_insert=True)
    response.set_cookie(
        COOKIE, key, max_age=int(WHOLE.total_seconds()), httponly=True, samesite="Strict", secure=request.is_secure()
    )


def end(account: UUID, key_hash: str) -> None:
    Session.objects.filter(account=account, key_hash=key_hash).delete()


def end_all(account: UUID, but: str = "") -> None:
    Session.objects.filter(account=account).exclude(key_hash=but).delete()


def client(request: HttpRequest) -> str:
    """The device in words: 「Windows 上的 Chrome」."""
    agent = request.headers.get("User-Agent", "")
    system = next((words for mark, words in SYSTEMS if mark in agent), "未知系统")
    browser = next((words for mark, words in BROWSERS if mark in agent), "其他浏览器")
    return f"{system}，{browser}"


def address(request: HttpRequest) -> str | None:
    return request.META.get("REMOTE_ADDR") or None
