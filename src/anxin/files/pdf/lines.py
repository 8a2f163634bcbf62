"""Characters to lines, by their places: the order in which a file stores them is not the order of reading."""

from __future__ import annotations

from dataclasses import dataclass

from anxin.files.pdf.chars import Char

_SAME_LINE = 0.45       # of the size: how far the base of a character may be off its line
_WORD_GAP = 0.2         # of the size: between Latin characters it is a space
_WIDE_GAP = 0.9         # between Chinese characters
_TAB_GAP = 1.9


@dataclass(frozen=True)
class Line:
    """One printed line. ``pieces`` are its characters and the gaps between them that mean something."""

    chars: tuple[Char, ...]
    text: str
    owners: tuple[Char | None, ...]     # for each character of the text where it comes from, None for a gap
    left: float
    right: float
    base: float
    size: float


def lines_of(chars: list[Char]) -> list[Line]:
    """The lines from top to bottom; text that does not run from left to right comes behind, in stored order."""
    rows: list[list[Char]] = []
    for char in sorted((char for char in chars if not char.turned), key=lambda char: char.base):
        row = rows[-1] if rows else []
        if row and abs(char.base - row[0].base) <= _SAME_LINE * max(char.size, row[0].size, 1):
            row.append(char)
        else:
            rows.append([char])
    lines = [_line(sorted(row, key=lambda char: char.start)) for row in rows]
    turned = [char for char in chars if char.turned and not char.blank]
    if turned:
        lines.append(_line(turned, gaps=False))
    return [line for line in lines if line.text.strip()]


def _line(row: list[Char], gaps: bool = True) -> Line:
    text: list[str] = []
    owners: list[Char | None] = []
    last: Char | None = None
    for char in row:
        gap = _gap(last, char) if gaps and last is not None else ""
        if gap:
            text.append(gap)
            owners.append(None)
        if char.text in "\t\r\n\v\f" or not (char.text.isprintable() or char.text.isspace()):
            continue
        text.append(char.text)
        owners += [char] * len(char.text)
        last = char
    seen = [char for char in row if not char.blank] or row
    sizes = sorted(char.size for char in seen)
    string = "".join(text)
    start, end = len(string) - len(string.lstrip(" ")), len(string.rstrip())
    return Line(tuple(row), string[start:end], tuple(owners[start:end]), min(char.start for char in seen),
                max(char.stop for char in seen), seen[0].base, sizes[len(sizes) // 2])


def _gap(last: Char, char: Char) -> str:
    """What an empty place between two characters stands for."""
    space = (char.start - last.stop) / max(char.size, 1)
    if space > _TAB_GAP:
        return "\t"
    if last.blank or char.blank:
        return ""
    latin = last.text < "\u2e80" and char.text < "\u2e80"
    return " " if space > (_WORD_GAP if latin else _WIDE_GAP) else ""
