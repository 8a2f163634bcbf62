"""Where the cells of a table lie: a merged cell takes columns of its row and of the rows below."""

from __future__ import annotations

from dataclasses import dataclass

from anxin.files.model import Cell, Table


@dataclass(frozen=True)
class Slot:
    """``cell`` is None for the lower part of a merge; ``merge`` is "", "top" or "below"."""

    column: int
    width: int
    cell: Cell | None
    merge: str = ""


def slots(table: Table) -> list[list[Slot]]:
    """The rows of the table with every column taken once. A merge that reaches below the last row ends there."""
    rows: list[list[Slot]] = []
    open_merges: dict[int, tuple[int, int]] = {}     # column -> rows left, width
    for row in table.rows:
        out: list[Slot] = []
        column = 0
        for cell in (*row, None):
            while column in open_merges:
                column = _continue(open_merges, column, out)
            if cell is None:
                break
            width = _free(open_merges, column, cell.colspan)
            out.append(Slot(column, width, cell, "top" if cell.rowspan > 1 else ""))
            if cell.rowspan > 1:
                open_merges[column] = (cell.rowspan, width)
            column += width
        for later in sorted(c for c in open_merges if c >= column):
            _continue(open_merges, later, out)
        open_merges = {c: (left - 1, width) for c, (left, width) in open_merges.items() if left > 1}
        rows.append(out)
    return rows


def _continue(open_merges: dict[int, tuple[int, int]], column: int, out: list[Slot]) -> int:
    _, width = open_merges[column]
    if not any(s.column == column for s in out):
        out.append(Slot(column, width, None, "below"))
    return column + width


def _free(open_merges: dict[int, tuple[int, int]], column: int, wanted: int) -> int:
    """As many columns of the wanted ones as no merge from above takes."""
    width = 1
    while width < wanted and column + width not in open_merges:
        width += 1
    return width


def height(rows: list[list[Slot]], y: int, slot: Slot) -> int:
    """Rows that ``slot`` of row ``y`` really takes."""
    n = 1
    while slot.merge and y + n < len(rows) and Slot(slot.column, slot.width, None, "below") in rows[y + n]:
        n += 1
    return n
