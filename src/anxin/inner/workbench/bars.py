"""A small bar chart as numbers for a template: no script, no library, the table stands beside it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

ROW, LABEL, WIDTH = 26, 150, 640
"""Height of a row, width of its label and of the whole, in units of the view box."""


@dataclass(frozen=True)
class Bar:
    x: int
    y: int
    width: int
    series: int


@dataclass(frozen=True)
class Chart:
    height: int
    width: int
    labels: list[tuple[int, str]]  # baseline, words
    bars: list[Bar]


def bars(rows: Sequence[tuple[str, Sequence[int]]]) -> Chart | None:
    """Stacked horizontal bars, one row each, in the scale of the longest; None when all are empty."""
    most = max((sum(values) for _, values in rows), default=0)
    if not most:
        return None
    labels, found = [], []
    for index, (label, values) in enumerate(rows):
        y, x = index * ROW, LABEL
        labels.append((y + 17, label))
        for series, value in enumerate(values):
            width = round(value / most * (WIDTH - LABEL))
            if value:
                found.append(Bar(x, y + 4, max(width, 2), series))
            x += width
    return Chart(len(rows) * ROW, WIDTH, labels, found)
