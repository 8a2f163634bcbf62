"""Tables as they are downloaded: one sheet of cells for CSV and Excel. A cell is never a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass


class Percent(float):
    """98.5 is 98.5 per cent."""


Cell = str | int | float | None
STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What spreadsheet programs take for the beginning of a formula, also as full-width characters."""


@dataclass(frozen=True)
class Drawing:
    """A chart of columns of its sheet over the first one; ``kind`` is line, bar or column. Rows count from 0."""

    kind: str
    title: str
    columns: tuple[int, ...]
    rows: tuple[int, int]
    percent: bool = False


@dataclass(frozen=True)
class Sheet:
    """``note`` stands below the table; None in a row is a value that does not exist."""

    name: str
    title: str
    head: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]
    note: str = ""
    drawing: Drawing | None = None


def harmless(value: Cell) -> str:
    """A cell of a CSV file: text that a spreadsheet would calculate gets an apostrophe in front."""
    if value is None:
        return ""
    if isinstance(value, int | float):
        return f"{value:.1f}" if isinstance(value, float) else str(value)
    begins = (value, value.lstrip(" \u3000\u00a0\ufeff"))
    return f"'{value}" if any(text.startswith(STARTS_FORMULA) for text in begins) else value


def write_csv(sheet: Sheet) -> bytes:
    """UTF-8 with a byte order mark, so that Excel shows Chinese; CR LF as RFC 4180 has it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([[harmless(cell) for cell in row] for row in (sheet.head, *sheet.rows)])
    return out.getvalue().encode("utf-8-sig")
