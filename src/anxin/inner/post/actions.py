"""Handing something to the other wing."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from anxin.inner import filestore
from anxin.inner.post.models import Outbox
from anxin.inner.post.wing import WING
from anxin.work import sending


def enqueue(
    kind: str, object_id: str, version: int, payload: Mapping[str, Any],
    blobs: Mapping[str, bytes] | None = None, lane: str = "normal",
) -> None:
    """Send one item, as part of the caller's transaction: it goes out if and only if the transaction commits.

    ``kind`` is a key of ``exchange.kinds.KINDS``; ``lane`` is ``normal`` or, for what ends access, ``hide``.
    Raises ``exchange.refused.Refused`` when the item is not in the form that the other wing accepts.
    """
    blobs = blobs or {}
    digests = {name: filestore.save(data) for name, data in blobs.items()}
    sending.enqueue(WING, kind, object_id, version, payload, blobs, digests, lane)


def blank(kind: str, object_id: str, names: Collection[str]) -> None:
    """Take values that may no longer be kept out of what has arrived; what has not may still have to be sent again."""
    for row in Outbox.objects.filter(kind=kind, object_id=object_id).exclude(parcel__acknowledged_at=None):
        row.payload = {name: value for name, value in row.payload.items() if name not in names}
        row.save(update_fields=["payload"])
