"""Lines to paragraphs: by indents, short lines, gaps and size. Page numbers and running heads leave the text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from anxin.files.pdf.lines import Line

_PAGE_NUMBER = re.compile(r"[—\-－–·\s]*(第\s*)?\d{1,4}(\s*页)?([\s,，/／]*(共\s*)?\d{1,4}(\s*页)?)?[—\-－–·\s]*")
_INDENT = 1.2           # characters: a line begins a paragraph
_SHORT = 1.8            # characters: a line ends one
_GAP = 1.45             # of the usual distance of lines


@dataclass(frozen=True)
class Placed:
    page: int           # from 1
    number: int         # of the line on the page, from 1
    line: Line


@dataclass(frozen=True)
class Margins:
    left: float
    right: float
    pitch: float        # usual distance of two lines


def split_margins(pages: list[list[Line]]) -> tuple[list[Placed], list[Placed], list[Placed]]:
    """(headers, body, footers): heads repeated on pages and page numbers are taken out, each text once."""
    placed = [[Placed(at, number, line) for number, line in enumerate(page, 1)] for at, page in enumerate(pages, 1)]
    heads = _running([page[0] for page in placed if len(page) > 1])
    feet = _running([page[-1] for page in placed if len(page) > 1])
    headers = [item for item in heads if item]
    footers = [item for item in feet if item]
    body = [item for page in placed for item in page if item not in heads and item not in feet]
    return _once(headers), body, _once(footers)


def _running(candidates: list[Placed]) -> list[Placed]:
    """Those that are a page number, or stand on several pages with only their digits changing."""
    shapes = Counter(re.sub(r"\d+", "#", item.line.text) for item in candidates)
    return [item for item in candidates if _PAGE_NUMBER.fullmatch(item.line.text)
            or shapes[re.sub(r"\d+", "#", item.line.text)] > max(1, len(candidates) // 2)]


def _once(items: list[Placed]) -> list[Placed]:
    return list({re.sub(r"\d+", "#", item.line.text): item for item in reversed(items)}.values())[::-1]


def is_page_number(text: str) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(text))


def margins_of(items: list[Placed], width: float) -> Margins:
    """The left and right edge of running text on pages of this width, and the distance of its lines."""
    if not items:
        return Margins(0, 0, 0)
    lefts = Counter(round(item.line.left) for item in items)
    rights = sorted(item.line.right for item in items)
    # the left edge is the leftmost that several lines share: most lines of short paragraphs are indented
    shared = [left for left, count in lefts.items() if count > 1] or list(lefts)
    gaps = sorted(b.line.base - a.line.base for a, b in pairwise(items) if a.page == b.page)
    right = rights[int(len(rights) * 0.9)]
    if sum(abs(edge - right) < items[0].line.size for edge in rights) < 3:
        right = max(right, width - min(shared))     # too few full lines to tell: the margins are alike
    return Margins(min(shared), right, gaps[len(gaps) // 2] if gaps else 0)


def paragraphs_of(items: list[Placed], margins: Margins) -> list[list[Placed]]:
    """The lines of each paragraph."""
    groups: list[list[Placed]] = []
    for item in items:
        if groups and not _begins(groups[-1][-1], item, margins):
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def _begins(last: Placed, item: Placed, margins: Margins) -> bool:
    size = max(item.line.size, 1)
    if "\t" in last.line.text or "\t" in item.line.text:
        return True
    room = margins.right - last.line.right
    if (room > _SHORT * size and room > _first_word(item.line)) or item.line.left > margins.left + _INDENT * size:
        return True
    if abs(last.line.size - item.line.size) > 0.1 * size:
        return True
    return last.page == item.page and item.line.base - last.line.base > _GAP * margins.pitch


def _first_word(line: Line) -> float:
    """The width of the Latin word or number a line begins with: it may have been too long for the line before."""
    end = line.left
    for char in sorted(line.chars, key=lambda char: char.start):
        if char.text >= "\u2e80" or char.blank:
            break
        end = char.stop
    return end - line.left


def align_of(group: list[Placed], margins: Margins) -> str:
    """center or right, where all lines of the paragraph are set so; empty otherwise."""
    def is_centered(line: Line) -> bool:
        before, after = line.left - margins.left, margins.right - line.right
        return before > 2 * line.size and abs(before - after) < 1.5 * line.size

    def is_right(line: Line) -> bool:
        before, after = line.left - margins.left, margins.right - line.right
        return before > 6 * line.size and after < min(6 * line.size, before / 2)

    lines = [item.line for item in group]
    if all(is_centered(line) for line in lines):
        return "center"
    return "right" if all(is_right(line) for line in lines) else ""
