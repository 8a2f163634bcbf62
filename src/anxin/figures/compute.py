"""From counted measures to figures. Pure arithmetic: the same in the statistics, the circular and on the portal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from anxin.figures.definitions import Figure, figures

Cells = Mapping[str, int]
DAYS = "days:"


@dataclass(frozen=True)
class Value:
    """One figure's value; None where there is nothing to divide by or to rank. Ratios are in per cent."""

    figure: Figure
    number: float | None
    parts: tuple[tuple[str, int], ...] = ()

    @property
    def text(self) -> str:
        """As it stands in a table: 98.5%, 1,024, or a dash."""
        if self.number is None:
            return "—"
        return f"{self.number:.1f}%" if self.figure.kind == "ratio" else f"{self.number:,.0f}"


def compute(cells: Cells, wanted: Iterable[str] | None = None) -> dict[str, Value]:
    """All figures (or those wanted) of cells ``{measure: count}``."""
    return {name: _value(figures()[name], cells) for name in (wanted or figures())}


def _value(figure: Figure, cells: Cells) -> Value:
    parts = sorted(((k[len(figure.split) :], n) for k, n in cells.items() if figure.split and k.startswith(figure.split)
                    and n), key=lambda part: (-part[1], part[0]))  # fmt: skip
    if figure.kind == "quantile":
        return Value(figure, quantile(cells, figure.q))
    number = _sum(figure.measures, cells)
    if figure.kind == "ratio":
        below = _sum(figure.denominator, cells)
        return Value(figure, 100 * number / below if below > 0 else None)
    return Value(figure, number, tuple(parts))


def _sum(names: Iterable[str], cells: Cells) -> int:
    """Measures added up; with a minus in front taken away. A measure that is split is the sum of its parts."""
    total = 0
    for name in names:
        sign, name = (-1, name[1:]) if name.startswith("-") else (1, name)
        whole = cells.get(name)
        total += sign * (whole if whole is not None else sum(n for k, n in cells.items() if k.startswith(f"{name}:")))
    return total


def histogram(cells: Cells) -> list[tuple[int, int]]:
    """(days, documents) in the order of days."""
    return sorted((int(k[len(DAYS) :]), n) for k, n in cells.items() if k.startswith(DAYS) and n)


def quantile(cells: Cells, q: float) -> float | None:
    """The smallest number of days within which the share ``q`` of the documents were published."""
    bars = histogram(cells)
    total, seen = sum(n for _, n in bars), 0
    for days, n in bars:
        seen += n
        if seen >= q * total:
            return float(days)
    return None


def add(*many: Cells) -> dict[str, int]:
    """The cells of several organs or months together."""
    total: dict[str, int] = {}
    for cells in many:
        for name, n in cells.items():
            total[name] = total.get(name, 0) + n
    return total
