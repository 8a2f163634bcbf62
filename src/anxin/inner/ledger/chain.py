"""The hash of one entry and the proof of a whole chain. Pure but for the rows it is given."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC

from anxin.inner.ledger.models import Entry, Head

START = "0" * 64


def entry_hash(entry: Entry) -> str:
    """SHA-256 over every column of the entry and the hash before it."""
    body = [
        entry.organ, entry.seq, entry.at.astimezone(UTC).isoformat(), str(entry.operation), entry.actor_id,
        entry.actor_name, entry.event, entry.subject, entry.subject_id, entry.data, entry.previous,
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(body, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True)
class Break:
    """The first place where a chain does not hold."""

    organ: str
    seq: int
    sentence: str


def first_break(organ: str, entries: Iterable[Entry], head: Head | None) -> Break | None:
    """Walk one organ's entries in order; None when the chain is whole up to its head."""
    previous, expected = START, 1
    for entry in entries:
        if entry.seq != expected:
            return Break(organ, expected, f"缺少第{expected}条，或者顺序被改动。")
        if entry.previous != previous or entry_hash(entry) != entry.hash:
            return Break(organ, entry.seq, f"第{entry.seq}条与其哈希不符，内容被改动。")
        previous, expected = entry.hash, expected + 1
    if head is None:
        return Break(organ, expected, "缺少链尾记录。") if expected > 1 else None
    if (head.seq, head.hash) != (expected - 1, previous):
        return Break(organ, expected, f"链尾应为第{head.seq}条，实际到第{expected - 1}条，末尾被截去或者加长。")
    return None
