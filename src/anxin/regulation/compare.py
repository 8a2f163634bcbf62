"""Two rule sets side by side: what a revision or an overlay changes, entry by entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from anxin.regulation.rules import Entry, RuleSet

COMPARED = ("article", "title", "sentence", "values")


@dataclass(frozen=True)
class Difference:
    """One entry that is not the same in both sets; ``before`` or ``after`` is None where a set lacks it."""

    table: str
    before: Entry | None
    after: Entry | None


def differences(one: RuleSet, other: RuleSet) -> Iterator[Difference]:
    """What ``other`` says otherwise than ``one``, in the order of the tables; whether it is verified does not count."""
    for table in dict.fromkeys((*one.tables, *other.tables)):
        before = {e.id: e for e in one.table(table)}
        after = {e.id: e for e in other.table(table)}
        for entry_id in dict.fromkeys((*before, *after)):
            pair = before.get(entry_id), after.get(entry_id)
            if _content(pair[0]) != _content(pair[1]):
                yield Difference(table, *pair)


def _content(entry: Entry | None) -> tuple[object, ...] | None:
    return tuple(getattr(entry, name) for name in COMPARED) if entry else None
