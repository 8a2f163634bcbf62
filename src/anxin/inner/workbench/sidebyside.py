"""Original and public text beside each other, paragraph by paragraph. Pure; offsets are code points of the original.

A row holds one paragraph of each text, so the two columns stay level without any script. A line break inside a
masked piece does not end the row, because the public text has no such break.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from anxin.redaction.model import Doubt, Span

LINE_BREAKS = str.maketrans("\v\f\r", "\n\n\n")  # one for one, so that offsets in the page stay true


@dataclass(frozen=True)
class Piece:
    """A stretch of the original under one span and one doubt at most. ``doubt`` is the index of an open doubt."""

    start: int
    text: str
    span: Span | None = None
    doubt: int | None = None
    opens_span: bool = False
    opens_doubt: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True)
class Row:
    original: list[Piece] = field(default_factory=list)
    public: list[Piece] = field(default_factory=list)

    @property
    def blank(self) -> bool:
        return not any(p.text.strip() for p in self.original)


def rows(text: str, spans: Sequence[Span], doubts: Sequence[tuple[int, Doubt]]) -> list[Row]:
    """The paragraphs of both texts. ``spans`` sorted and apart; ``doubts`` are the open ones with their index."""
    table = [Row()]
    for piece in _pieces(text, spans, doubts):
        if piece.span is None and piece.text == "\n":
            table.append(Row())
            continue
        table[-1].original.append(_shown(piece))
        if piece.span is None:
            table[-1].public.append(_shown(piece))
        elif piece.opens_span:
            table[-1].public.append(Piece(piece.start, piece.span.replacement, piece.span, opens_span=True))
    return table


def _shown(piece: Piece) -> Piece:
    return Piece(
        piece.start, piece.text.translate(LINE_BREAKS), piece.span, piece.doubt, piece.opens_span, piece.opens_doubt
    )


def _pieces(text: str, spans: Sequence[Span], doubts: Sequence[tuple[int, Doubt]]) -> list[Piece]:
    edges = {0, len(text)}
    for place in (*spans, *(d for _, d in doubts)):
        edges |= {place.start, place.end}
    for at, char in enumerate(text):
        if char == "\n":
            edges |= {at, at + 1}
    starts = [s.start for s in spans]
    found, opened = [], set()
    for start, end in pairwise(sorted(edges)):
        span = _covering(start, spans, starts)
        index, doubt = next(((i, d) for i, d in doubts if d.start <= start < d.end), (None, None))
        first = doubt is not None and index not in opened
        opened.add(index)
        found.append(Piece(start, text[start:end], span, index, bool(span and span.start == start), first))
    return found


def _covering(at: int, spans: Sequence[Span], starts: list[int]) -> Span | None:
    index = bisect_right(starts, at) - 1
    return spans[index] if index >= 0 and at < spans[index].end else None
