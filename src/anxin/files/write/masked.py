"""The public document: the structure of the original over the text with the masks in place (Articles 19, 20, 22)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from anxin.files.model import Block, Document, Mark, Paragraph, Section, Table, paragraphs

RUNNING = frozenset({"header", "footer"})


class Piece(Protocol):
    """What is needed of a span: [start, end) of the original, the text expected there, and what replaces it."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def expected(self) -> str: ...
    @property
    def replacement(self) -> str: ...
    @property
    def article(self) -> str: ...
    @property
    def kind(self) -> str: ...


def masked(document: Document, spans: Iterable[Piece]) -> Document:
    """The public form of ``document``: every span replaced and marked, everything hidden dropped.

    Offsets of blocks and runs follow the text; a run or paragraph that begins inside a span begins after it.
    Paragraphs stay even when they are emptied. Raises ValueError when spans overlap or when the text under a span
    is not the expected one.
    """
    pieces = _checked(document.text, spans)
    shift = _Shift(pieces)
    sections = (Section(s.kind, _blocks(s.blocks, shift)) for s in document.sections)
    return replace(
        document,
        text=shift.apply(document.text),
        sections=tuple(s for s in sections if s.kind not in RUNNING or not _is_empty(s.blocks)),
        hidden=(),
        marks=tuple(shift.marks()),
    )


def running_heads(document: Document) -> list[tuple[int, int]]:
    """Ranges of the headers and footers with the line break that separates them from the rest.

    They carry the office's own running notes (file status, who printed it), are no part of the document that was
    served, and are left out of the public file: mask them with an empty replacement.
    """
    out: list[tuple[int, int]] = []
    for section in document.sections:
        if section.kind in RUNNING and (places := list(paragraphs(section.blocks))):
            start, end = places[0].start, places[-1].end
            start, end = (start, end + 1) if section.kind == "header" else (max(0, start - 1), end)
            if start < (end := min(end, len(document.text))):
                out.append((start, end))
    return out


def without_running_heads(document: Document) -> str:
    """The text with the headers and footers blanked: what is to be analysed, at the same offsets."""
    text = document.text
    for start, end in running_heads(document):
        text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
    return text


def _is_empty(blocks: Sequence[Block]) -> bool:
    return all(p.start == p.end for p in paragraphs(blocks))


def _checked(text: str, spans: Iterable[Piece]) -> list[Piece]:
    pieces = sorted(spans, key=lambda s: s.start)
    last = 0
    for piece in pieces:
        if piece.start < last or piece.end > len(text):
            raise ValueError(f"屏蔽位置有重叠或者超出文书：{piece.start}-{piece.end}")
        if text[piece.start:piece.end] != piece.expected:
            raise ValueError(f"屏蔽位置的原文已变化，不能生成公开文书：{piece.start}-{piece.end}")
        last = piece.end
    return pieces


class _Shift:
    """Where a position of the original is in the public text; positions inside a span go to its end."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self.starts = [p.start for p in pieces]
        self.new_starts: list[int] = []
        grown = 0
        for piece in pieces:
            self.new_starts.append(piece.start + grown)
            grown += len(piece.replacement) - (piece.end - piece.start)

    def __call__(self, position: int) -> int:
        i = bisect_right(self.starts, position) - 1
        if i < 0:
            return position
        piece, new = self.pieces[i], self.new_starts[i]
        if position == piece.start:
            return new
        return new + len(piece.replacement) + max(0, position - piece.end)

    def paragraph_end(self, position: int) -> int:
        """A span that begins with the break behind a paragraph leaves its replacement in that paragraph."""
        i = bisect_right(self.starts, position) - 1
        grown = len(self.pieces[i].replacement) if i >= 0 and self.starts[i] == position else 0
        return self(position) + grown

    def apply(self, text: str) -> str:
        out: list[str] = []
        last = 0
        for piece in self.pieces:
            out += text[last:piece.start], piece.replacement
            last = piece.end
        return "".join([*out, text[last:]])

    def marks(self) -> Iterator[Mark]:
        for piece, new in zip(self.pieces, self.new_starts, strict=True):
            if piece.replacement:
                yield Mark(new, new + len(piece.replacement), piece.article, piece.kind)


def _blocks(blocks: Sequence[Block], shift: _Shift) -> tuple[Block, ...]:
    return tuple(_paragraph(b, shift) if isinstance(b, Paragraph) else _table(b, shift) for b in blocks)


def _table(table: Table, shift: _Shift) -> Table:
    return replace(table, rows=tuple(
        tuple(replace(cell, blocks=_blocks(cell.blocks, shift)) for cell in row) for row in table.rows))


def _paragraph(paragraph: Paragraph, shift: _Shift) -> Paragraph:
    runs = (replace(r, start=shift(r.start), end=shift(r.end), source="") for r in paragraph.runs)
    return replace(
        paragraph,
        start=shift(paragraph.start),
        end=shift.paragraph_end(paragraph.end),
        runs=tuple(r for r in runs if r.start < r.end),
        numbering="",
    )

