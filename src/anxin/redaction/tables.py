"""Tables as a text shows them: cells between tabs, bars or wide spaces."""

from __future__ import annotations

import re

_BETWEEN = re.compile("[\t|]|\u3000{1,}| {2,}")


def cells(line: str) -> list[tuple[int, int]]:
    """[start, end) of every cell of one line; a line without columns is one cell."""
    if "\t" in line or "|" in line:
        between = _BARS
    else:
        between = _BETWEEN
    lead = len(line) - len(line.lstrip(" \u3000\t|"))
    spans, at = [], lead
    for m in between.finditer(line, lead):
        spans.append((at, m.start()))
        at = m.end()
    spans.append((at, len(line)))
    return [_stripped(line, a, b) for a, b in spans if line[a:b].strip()]


_BARS = re.compile("[\t|]")


def _stripped(line: str, a: int, b: int) -> tuple[int, int]:
    inner = line[a:b]
    return a + len(inner) - len(inner.lstrip()), b - len(inner) + len(inner.rstrip())
