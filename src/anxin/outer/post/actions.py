"""Handing something to the inner wing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from anxin.exchange.canonical import sha256
from anxin.outer.post.wing import WING
from anxin.work import sending


def enqueue(
    kind: str, object_id: str, version: int, payload: Mapping[str, Any], blobs: Mapping[str, bytes] | None = None
) -> None:
    """Send one item as part of the caller's transaction; its blobs are sealed parts that are kept already.

    Raises ``exchange.refused.Refused`` when the item is not in the form that the other wing accepts.
    """
    blobs = blobs or {}
    sending.enqueue(
        WING, kind, object_id, version, payload, blobs, {name: sha256(b) for name, b in blobs.items()}, "normal"
    )
