"""Labelled pieces of text and how they become a row of the development set's format.

A document is a list of pieces; only some carry a label. Noise works on single pieces (a name with a space in it)
or, after joining, by inserting text between characters (hard wraps); labels follow both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

IDLE = re.compile(r"[\s\u200b-\u200d\u2060\ufeff\u00ad]")


@dataclass(frozen=True)
class Label:
    """What the law says of one piece. ``must`` is mask, keep or optional; ``core`` is given per piece, not here."""

    kind: str
    must: str = "keep"
    article: str = "22"
    articles_ok: tuple[str, ...] = ("22",)
    tier: str = "keep"
    replacement_class: str = "symbol"
    person: str | None = None
    form: str | None = None


@dataclass(frozen=True)
class Piece:
    """``core`` are the positions (one bool per character) that have to change when the label says mask."""

    text: str
    label: Label | None = None
    core: tuple[bool, ...] = ()

    def with_core_from(self, index: int) -> Piece:
        return replace(self, core=tuple(i >= index for i in range(len(self.text))))


@dataclass
class Draft:
    """A joined document: text, labelled ranges, and the core positions of each range."""

    text: str
    ranges: list[tuple[int, int, Label, frozenset[int]]] = field(default_factory=list)


def join(pieces: list[Piece]) -> Draft:
    out, ranges, at = [], [], 0
    for piece in pieces:
        if piece.label is not None:
            core = frozenset(at + i for i, c in enumerate(piece.core) if c)
            ranges.append((at, at + len(piece.text), piece.label, core))
        out.append(piece.text)
        at += len(piece.text)
    return Draft("".join(out), ranges)


def insert(draft: Draft, insertions: list[tuple[int, str]]) -> Draft:
    """Put text before the given positions. A label grows over what is inserted inside it; its core does not."""
    marks = sorted(insertions)
    new_index, shift, k = [0] * (len(draft.text) + 1), 0, 0
    for i in range(len(draft.text) + 1):
        while k < len(marks) and marks[k][0] <= i:
            shift += len(marks[k][1])
            k += 1
        new_index[i] = i + shift
    out, last = [], 0
    for pos, text in marks:
        out += [draft.text[last:pos], text]
        last = pos
    out.append(draft.text[last:])
    moved = [
        (new_index[a], new_index[b - 1] + 1, label, frozenset(new_index[i] for i in core))
        for a, b, label, core in draft.ranges
    ]
    return Draft("".join(out), moved)


def core_ranges(text: str, core: frozenset[int]) -> list[list[int]]:
    """Maximal ranges of core positions; white space inside a piece does not split it."""
    found: list[list[int]] = []
    for i in sorted(core):
        if found and not IDLE.sub("", text[found[-1][1] : i]):
            found[-1][1] = i + 1
        else:
            found.append([i, i + 1])
    return found


def gold(draft: Draft) -> list[dict]:
    """The labelled ranges in the development set's format."""
    rows = []
    for start, end, label, core in sorted(draft.ranges, key=lambda r: r[0]):
        row = {
            "start": start,
            "end": end,
            "text": draft.text[start:end],
            "kind": label.kind,
            "article": label.article,
            "must": label.must,
            "person": label.person,
            "articles_ok": list(label.articles_ok),
            "replacement_class": label.replacement_class,
            "tier": label.tier,
        }
        if label.form:
            row["form"] = label.form
        if label.must == "mask":
            row["core"] = core_ranges(draft.text, core)
        rows.append(row)
    return rows
