"""What the readers of the proof give, and what the proof finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

# Private-use characters in an original's text that stand for something printed whose exact form readers differ on.
LABEL, SYMBOL, NOTE = "\ue000", "\ue001", "\ue002"     # a paragraph's number, a pictured sign, the mark of a note


class Unreadable(ValueError):
    """The file cannot be checked; the sentence says why."""


@dataclass(frozen=True)
class Chunk:
    """A paragraph, a cell or a line. ``optional`` ones (page numbers, running heads) may be missing in public."""

    text: str
    optional: bool = False


@dataclass(frozen=True)
class Extract:
    """One file, read whole."""

    format: str
    chunks: tuple[Chunk, ...]                           # what a reader sees, in reading order
    hidden: tuple[str, ...] = ()                        # what a reader does not see
    texts: tuple[tuple[str, str], ...] = ()             # place, text: everything that can be read in any part
    blobs: tuple[tuple[str, bytes], ...] = ()           # place, bytes: the file and its unpacked parts

    @property
    def visible(self) -> str:
        return "\n".join(c.text for c in self.chunks)


@dataclass(frozen=True)
class Value:
    """Something that must not be in public. ``text`` is never reported."""

    kind: str
    text: str


@dataclass(frozen=True)
class Finding:
    """``kind`` and ``place`` and a sentence; never the value."""

    kind: str
    place: str
    sentence: str

    def to_json(self) -> dict[str, str]:
        return {"kind": self.kind, "place": self.place, "sentence": self.sentence}


@dataclass(frozen=True)
class Proof:
    """The answer: proved only when nothing was found."""

    findings: tuple[Finding, ...]
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def proved(self) -> bool:
        return not self.findings

    def to_json(self) -> dict[str, Any]:
        return {
            "proved": self.proved,
            "findings": [f.to_json() for f in self.findings],
            "counts": dict(self.counts),
        }
