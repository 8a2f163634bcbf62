"""Terms that the handler marked as secret, commercial or private (Art 20(4))."""

from __future__ import annotations

from collections.abc import Iterable

from anxin.redaction.detectors.item import Item
from anxin.redaction.names import key


def find(text: str, terms: Iterable[str]) -> list[Item]:
    items = []
    for term in terms:
        wanted = key(term)
        at = text.find(wanted) if wanted else -1
        while at >= 0:
            items.append(Item(at, at + len(wanted), "secret"))
            at = text.find(wanted, at + len(wanted))
    return items
