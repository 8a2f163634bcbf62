"""Handing something to the other wing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from anxin.inner import filestore
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
