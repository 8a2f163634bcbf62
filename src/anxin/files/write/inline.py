"""What the three writers share: the pieces of a paragraph, the faces they may name, and what can be written at all."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from anxin.files.model import Document, Mark, Paragraph, Run

LINE_BREAK, PAGE_BREAK = "\v", "\f"
Item = TypeVar("Item", Run, Mark)
_TOKENS = re.compile(r"[\v\f\t]|[^\v\f\t]+")
_UNWRITABLE = re.compile("[\x00-\x08\r\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


class Unwritable(ValueError):
    """The document cannot be written; the sentence says what to do."""


@dataclass(frozen=True)
class Piece:
    """Text of one look and one mark."""

    text: str
    run: Run
    mark: Mark | None

    def tokens(self) -> list[str]:
        """Breaks and tabs one by one, and the text between them."""
        return _TOKENS.findall(self.text)


def require_writable(document: Document) -> None:
    """Raise ``Unwritable`` for characters that no XML file can carry."""
    if found := _UNWRITABLE.search(document.text):
        raise Unwritable(f"文书中有不能显示的控制字符（U+{ord(found.group()):04X}），请在原文书中删除后重新上传。")


def pieces(document: Document, paragraph: Paragraph) -> Iterator[Piece]:
    """The paragraph's text cut at every change of look and of mark, nothing left out."""
    marks = _marks_in(document, paragraph.start, paragraph.end)
    cuts = {c for r in paragraph.runs for c in (r.start, r.end)} | {c for m in marks for c in (m.start, m.end)}
    inside = (c for c in cuts if paragraph.start < c < paragraph.end)
    edges = sorted({paragraph.start, paragraph.end, *inside})
    for start, end in pairwise(edges):
        yield Piece(document.text[start:end], _at(paragraph.runs, start) or Run(start, end), _at(marks, start))


def _at(items: Sequence[Item], position: int) -> Item | None:
    i = bisect_right(items, position, key=lambda x: x.start) - 1
    return items[i] if i >= 0 and position < items[i].end else None


def _marks_in(document: Document, start: int, end: int) -> list[Mark]:
    first = bisect_right(document.marks, start, key=lambda m: m.end)
    out = []
    for mark in document.marks[first:]:
        if mark.start >= end:
            break
        out.append(mark)
    return out
