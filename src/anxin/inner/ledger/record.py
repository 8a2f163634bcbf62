"""Writing the ledger: entries are collected during an operation and are its transaction's last statements."""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Iterator
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils import timezone

from anxin.inner.actor import Actor, checked
from anxin.inner.ledger.chain import entry_hash
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.models import Entry, Head


@dataclass
class Operation:
    """What one operation will write when it ends."""

    actor: Actor
    organ: str
    id: uuid.UUID = field(default_factory=uuid.uuid4)
    entries: list[Entry] = field(default_factory=list)

    def note(self, event: Event, subject: str, subject_id: Any, **data: Any) -> None:
        """Add one entry. ``data`` holds ids, articles, hashes and counts, never a protected value."""
        self.entries.append(
            Entry(
                organ=self.organ,
                operation=self.id,
                actor_id=self.actor.staff_id,
                actor_name=self.actor.name,
                event=event,
                subject=subject,
                subject_id=str(subject_id),
                data=data,
            )
        )


_current: ContextVar[Operation | None] = ContextVar("operation", default=None)


@contextlib.contextmanager
def operation(actor: Actor | None, organ: str | None = None) -> Iterator[Operation]:
    """One transaction with its ledger entries last. An operation inside another one joins it."""
    outer = _current.get()
    if outer is not None:
        yield outer
        return
    actor = checked(actor)
    op = Operation(actor, organ or actor.organ)
    token = _current.set(op)
    try:
        with transaction.atomic():
            yield op
            _write(op)
    finally:
        _current.reset(token)


def _write(op: Operation) -> None:
    if not op.entries:
        return
    head = Head.objects.select_for_update().filter(organ=op.organ).first()
    if head is None:
        Head.objects.bulk_create([Head(organ=op.organ)], ignore_conflicts=True)
        head = Head.objects.select_for_update().get(organ=op.organ)
    at = timezone.now()
    for entry in op.entries:
        head.seq += 1
        entry.seq, entry.at, entry.previous = head.seq, at, head.hash
        entry.hash = head.hash = entry_hash(entry)
    Entry.objects.bulk_create(op.entries)
    head.save(update_fields=["seq", "hash"])


def note(actor: Actor, event: Event, subject: str, subject_id: Any, organ: str | None = None, **data: Any) -> None:
    """Record a look or another thing that changes nothing else."""
    with operation(actor, organ) as op:
        op.note(event, subject, subject_id, **data)
