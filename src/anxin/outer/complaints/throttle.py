"""Bursts and abuse are slowed down without a captcha: so many an hour from one place, so many about one item.

Nobody's words are lost: who is over the limit keeps what was typed and is told when to try again. Kept are keyed
hashes of network addresses and items for a day, in a table that the intake's account can add to and count.
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from datetime import timedelta
from hashlib import blake2b

from django.conf import settings
from django.db import connections, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from anxin.outer.complaints.models import Attempt

SALT = "anxin.outer.complaints"
KEPT = timedelta(days=1)


@dataclass(frozen=True)
class Limit:
    """At most ``most`` in ``window``; the kind of thing that is counted."""

    kind: str
    most: int
    window: timedelta


LIMITS = (
    Limit("client", 10, timedelta(hours=1)), Limit("client", 40, timedelta(days=1)),
    Limit("item", 60, timedelta(hours=1)),
)  # fmt: skip


def admit(address: str, item: str) -> int:
    """0 and counted when within the limits; otherwise the minutes to wait, and not counted.

    One at a time for the same keys, so that parallel requests cannot slip through together.
    """
    alias = "intake" if "intake" in settings.DATABASES else "default"
    keys = {"client": key("client", network(address)), "item": key("item", item)} if item else {
        "client": key("client", network(address))}  # fmt: skip
    with transaction.atomic(using=alias):
        for one in sorted(keys.values()):
            _lock(alias, one)
        waits = [_wait(alias, keys[limit.kind], limit) for limit in LIMITS if limit.kind in keys]
        if max(waits):
            return max(waits)
        now = timezone.now()
        for one in keys.values():
            Attempt(key=one, at=now).save(using=alias, force_insert=True)
    return 0


def network(address: str) -> str:
    """An IPv4 address, or the /64 of an IPv6 one, of which a single client has plenty."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    return str(ipaddress.ip_network((found, 64), strict=False)) if found.version == 6 else address


def key(kind: str, value: str) -> str:
    """64 hexadecimal digits that tell nothing without the installation's key."""
    return salted_hmac(f"{SALT}.{kind}", value, algorithm="sha256").hexdigest()


def _lock(alias: str, one: str) -> None:
    number = int.from_bytes(blake2b(one.encode(), digest_size=8).digest(), signed=True)
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])


def _wait(alias: str, one: str, limit: Limit) -> int:
    now = timezone.now()
    recent = Attempt.objects.using(alias).filter(key=one, at__gt=now - limit.window).order_by("-at")
    times = list(recent.values_list("at", flat=True)[: limit.most])
    if len(times) < limit.most:
        return 0
    return max(1, -int((now - times[-1] - limit.window).total_seconds() // 60))


def forget() -> int:
    """Delete what is too old to count; how many."""
    return Attempt.objects.filter(at__lt=timezone.now() - KEPT).delete()[0]
