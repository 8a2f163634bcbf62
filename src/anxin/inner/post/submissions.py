"""What the public sent in: kept sealed when it arrives, opened once, handed to the room it is for.

A submission that no room can take in never holds up the corridor: it waits here with the reason.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from anxin.config.base import secret
from anxin.exchange import canonical, sealing
from anxin.exchange.package import Item
from anxin.exchange.refused import Refused
from anxin.inner import filestore
from anxin.inner.post.models import Submission as Row

log = logging.getLogger("anxin.submissions")
AT_ONCE, MOST_ATTEMPTS = 20, 1000


@dataclass(frozen=True)
class Submission:
    """An opened submission. ``body`` is unchecked JSON from outside, ``papers`` are unchecked files: open them in
    the sandbox only. ``digests`` are the SHA-256 of the sealed papers in the file store."""

    kind: str
    ticket: str
    organ: str
    received_at: datetime
    body: dict[str, Any]
    papers: list[bytes]
    digests: list[str]


HANDLERS: dict[str, Callable[[Submission], None]] = {}
"""kind -> what takes it in, within one transaction; a room registers its own in its ``apps.ready``.

A handler raises ``exchange.refused.Refused`` for a body that has not its form.
"""


def keep(item: Item) -> None:
    """Corridor kind ``submission``: store the sealed parts."""
    payload = item.payload
    if Row.objects.filter(ticket=payload["ticket"]).exists():
        return
    Row.objects.create(
        ticket=payload["ticket"], kind=payload["kind"], organ=payload["organ"],
        received_at=datetime.fromisoformat(payload["received_at"]),
        parts={part: filestore.save(data) for part, data in item.blobs.items()},
    )  # fmt: skip


def forget(tickets: Iterable[str], digests: Iterable[str] = ()) -> None:
    """Erase what came in under these tickets, and other sealed files, once the caller's transaction holds."""
    rows = Row.objects.filter(pk__in=list(tickets))
    gone = [*digests, *(digest for row in rows for digest in row.parts.values())]
    rows.update(parts={})
    transaction.on_commit(lambda: [filestore.remove(digest) for digest in gone])


def forget_unreadable(kinds: Iterable[str], before: datetime) -> None:
    """Erase what could not be taken in, a term after it arrived."""
    rows = Row.objects.filter(kind__in=list(kinds), state=Row.State.UNREADABLE, arrived_at__lt=before)
    forget(rows.exclude(parts={}).values_list("pk", flat=True))


def hand_on() -> int:
    """Open what waits and hand it to its room; how many were handed on. One that fails is tried again later."""
    waiting = Row.objects.filter(state=Row.State.WAITING, kind__in=list(HANDLERS), attempts__lt=MOST_ATTEMPTS)
    tickets = waiting.order_by("attempts", "arrived_at").values_list("pk", flat=True)
    return sum(_hand_on(ticket) for ticket in tickets[:AT_ONCE])


def _hand_on(ticket: str) -> bool:
    try:
        with transaction.atomic():
            row = Row.objects.select_for_update(skip_locked=True).filter(pk=ticket, state=Row.State.WAITING).first()
            if row is None:
                return False
            HANDLERS[row.kind](_opened(row))
            row.state, row.fault = Row.State.HANDED_ON, ""
            row.save()
            return True
    except Refused as refused:
        Row.objects.filter(pk=ticket).update(state=Row.State.UNREADABLE, fault=str(refused)[:200])
    except Exception as error:
        log.exception("submission %s was not handed on", ticket)
        row = Row.objects.get(pk=ticket)
        Row.objects.filter(pk=ticket).update(fault=type(error).__name__, attempts=row.attempts + 1)
    return False


def _opened(row: Row) -> Submission:
    key = secret("inner_sealing_key")
    plain = {part: sealing.unseal(key, row.ticket, part, filestore.load(sha)) for part, sha in row.parts.items()}
    whole = canonical.loads(plain.pop("body"))
    said = whole if isinstance(whole, dict) else {}
    body = said.get("body")
    if not isinstance(body, dict) or any(said.get(n) != getattr(row, n) for n in ("ticket", "kind", "organ")):
        raise Refused("来件的内容与其回执不符。")
    papers = sorted(plain, key=lambda part: int(part.removeprefix("paper-")))
    return Submission(
        row.kind, row.ticket, row.organ, row.received_at, body, [plain[part] for part in papers],
        [row.parts[part] for part in papers],
    )  # fmt: skip
