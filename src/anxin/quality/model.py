"""What a check finds. Offsets are code points of the served text, end exclusive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Finding:
    """One place to look at. ``kind``: statute, typing, role, repeat, heading; ``sentence`` is for the handler."""

    kind: str
    start: int
    end: int
    expected: str
    sentence: str

    @property
    def key(self) -> str:
        """The same as long as the text is the same: under it the answer is kept."""
        return f"{self.kind}:{self.start}:{self.end}"

    def to_json(self) -> dict[str, Any]:
        return asdict(self) | {"key": self.key}


@dataclass(frozen=True)
class Paper:
    """What the checks read: the served text and what the case's data say of it.

    ``people`` are (name, role); ``organ`` is the organ's name, ``short`` its mark in document numbers (黟检).
    """

    text: str
    doc_type: str
    number: str = ""
    on: date | None = None
    organ: str = ""
    short: str = ""
    people: Sequence[tuple[str, str]] = ()
