"""Charts as SVG, drawn on the server: trend, distribution of days, league with its average line.

Every chart carries its table. Marks differ by shape and dash as well as colour, so they print in black; style
sheets colour the classes ``c-...``, and the presentation attributes hold where there is none.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

WIDE, TEXT = 560, 13
TAIL = 31
"""Days from which on a distribution has one bar."""


class Svg(str):
    """Markup that is safe to stand in a page: everything variable in it has been escaped."""

    def __html__(self) -> str:
        return str(self)


@dataclass(frozen=True)
class Line:
    """One line of a trend; None where there is no value."""

    name: str
    values: Sequence[float | None]


@dataclass(frozen=True)
class Chart:
    """A drawing with the table that says the same; ``rows`` are cells as they are read."""

    title: str
    svg: Svg
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def trend(title: str, labels: Sequence[str], lines: Sequence[Line], unit: str = "") -> Chart:
    """Lines over the labels, left to right; a missing value breaks its line."""
    top, bottom, left, right = 34, 226, 58, WIDE - 46
    known = [v for line in lines for v in line.values if v is not None]
    ticks = _ticks(max(known, default=0), unit)
    step = (right - left) / max(len(labels) - 1, 1)

    def place(index: int, value: float) -> tuple[float, float]:
        return left + index * step, bottom - (bottom - top) * value / ticks[-1]

    parts = [_grid(place(0, tick)[1], left, right, _short(tick, unit)) for tick in ticks]
    every = math.ceil(len(labels) / 7)
    parts += [_text(place(i, 0)[0], bottom + 20, label) for i, label in enumerate(labels) if i % every == 0]
    for number, line in enumerate(lines):
        parts += _line(number, [(place(i, v), v) if v is not None else None for i, v in enumerate(line.values)], unit)
        parts += _legend(number, line.name, left + number * 200)
    rows = tuple(
        (label, *(_short(line.values[i], unit) for line in lines)) for i, label in enumerate(labels)
    )
    return Chart(title, _svg(title, bottom + 30, parts), ("期间", *(line.name for line in lines)), rows)


def distribution(title: str, bars: Sequence[tuple[int, int]], marks: Sequence[tuple[float, str]] = ()) -> Chart:
    """Documents by number of days, with vertical marks such as the median and the time limit."""
    top, bottom, left, right = 44, 216, 58, WIDE - 20
    days = _tail(bars)
    last = max([d for d, _ in days] + [math.ceil(at) for at, _ in marks] + [10])
    ticks, slot = _ticks(max((n for _, n in days), default=0)), (right - left) / (last + 1)
    parts = [_grid(bottom - (bottom - top) * t / ticks[-1], left, right, _short(t)) for t in ticks]
    for day, n in days:
        height = (bottom - top) * n / ticks[-1]
        parts.append(_bar(left + day * slot + slot * 0.12, bottom - height, slot * 0.76, height))
    for day in range(0, last + 1, 5 if last > 12 else 2):
        parts.append(_text(left + (day + 0.5) * slot, bottom + 18, f"{day}+" if day == TAIL else str(day)))
    parts.append(_text((left + right) / 2, bottom + 38, "用时（日）"))
    for number, (at, name) in enumerate(sorted(marks)):
        x = left + (min(at, TAIL) + 0.5) * slot
        anchor = "end" if number == 0 and len(marks) > 1 else "start"
        shift = -5 if anchor == "end" else 5
        parts += [_rule(x, 14, x, bottom), _text(x + shift, 24, name, anchor, "c-strong")]
    named = [(f"{d}日以上" if d == TAIL else f"{d}日", f"{n:,}") for d, n in days]
    return Chart(title, _svg(title, bottom + 46, parts), ("用时", "件数"), tuple(named))


def league(
    title: str, rows: Sequence[tuple[str, float | None]], average: float | None, unit: str = "%", own: str = ""
) -> Chart:
    """A bar for each name in the order given, and the line of the average; ``own`` is emphasised."""
    top, pitch, right = 34, 26, WIDE - 66
    left = min(250, 1.25 * max((_width(name) for name, _ in rows), default=0) + 14)  # on phones letters are larger
    bottom = top + pitch * len(rows)
    ticks = _ticks(max([v for _, v in rows if v is not None] + [average or 0]), unit)
    scale = (right - left) / ticks[-1]
    parts = [_rule(left + t * scale, top, left + t * scale, bottom, "c-grid", "") for t in ticks]
    parts += [_text(left + t * scale, bottom + 18, _short(t, unit)) for t in ticks]
    for number, (name, value) in enumerate(rows):
        y, look = top + pitch * number, "c-strong" if name == own else ""
        parts.append(_text(left - 8, y + 17, name, "end", look))
        if value is not None:
            parts.append(_bar(left, y + 5, value * scale, pitch - 10, "c-bar c-own" if name == own else "c-bar"))
    if average is not None:
        x = left + average * scale
        anchor = "end" if x > (left + right) / 2 else "start"
        parts += [_rule(x, top - 8, x, bottom), _text(x, top - 13, f"平均 {_short(average, unit)}", anchor, "c-strong")]
    parts += [_text(left + (v or 0) * scale + 6, top + pitch * i + 17, _short(v, unit), "start", "c-value")
              for i, (_, v) in enumerate(rows)]  # fmt: skip
    shown = tuple((name, _short(value, unit)) for name, value in rows)
    table = (*shown, ("平均", _short(average, unit))) if rows and average is not None else shown
    return Chart(title, _svg(title, bottom + 28, parts), ("单位", title), table)


def _tail(bars: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    found: dict[int, int] = {}
    for day, n in bars:
        day = max(0, min(day, TAIL))
        found[day] = found.get(day, 0) + n
    return sorted(found.items())


def _ticks(highest: float, unit: str = "") -> list[float]:
    """Round numbers from 0 to at least ``highest``, five or six of them; per cent end with 100."""
    if unit == "%":
        return [0, 25, 50, 75, 100]
    step = next(m * 10**k for k in range(18) for m in (1, 2, 5) if highest <= 5 * m * 10**k)
    return [step * n for n in range(max(math.ceil(highest / step), 4) + 1)]


def _short(value: float | None, unit: str = "") -> str:
    if value is None:
        return "—"
    if unit == "%":
        return f"{value:.1f}%" if value % 1 else f"{value:.0f}%"
    return f"{value:,.0f}"


def _width(text: str) -> float:
    return sum(TEXT if ord(c) > 0x2E7F else TEXT * 0.6 for c in text)


def _text(x: float, y: float, text: str, anchor: str = "middle", look: str = "") -> str:
    weight = ' font-weight="bold"' if look == "c-strong" else ""
    if look == "c-value":  # readable where a line passes behind it
        weight = ' stroke="#fff" stroke-width="4" paint-order="stroke"'
    return (f'<text class="{look or "c-text"}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{TEXT}"'
            f' fill="#333"{weight}>{escape(text)}</text>')  # fmt: skip


def _rule(x1: float, y1: float, x2: float, y2: float, look: str = "c-mark", dash: str = "5 4") -> str:
    colour, wide = ("#ccc", 1) if look == "c-grid" else ("#8a5a00", 2)
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (f'<line class="{look}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}"'
            f' stroke-width="{wide}"{dashed}/>')  # fmt: skip


def _grid(y: float, left: float, right: float, label: str) -> str:
    return _rule(left, y, right, y, "c-grid", "") + _text(left - 8, y + 4.5, label, "end")


def _bar(x: float, y: float, wide: float, high: float, look: str = "c-bar") -> str:
    return (f'<rect class="{look}" x="{x:.1f}" y="{y:.1f}" width="{max(wide, 0):.1f}" height="{max(high, 0):.1f}"'
            f' fill="{"#0f4c92" if "c-own" in look or look == "c-bar" else "#7b9cc4"}"/>')  # fmt: skip


def _line(number: int, points: Sequence[tuple[tuple[float, float], float] | None], unit: str) -> list[str]:
    look, dash, colour = _style(number)
    path, pen = [], "M"
    for point in points:
        path += [f"{pen}{point[0][0]:.1f} {point[0][1]:.1f}"] if point else []
        pen = "L" if point else "M"
    known = [point for point in points if point]
    drawn = [f'<path class="{look}" d="{" ".join(path)}" fill="none" stroke="{colour}" stroke-width="2"{dash}/>']
    drawn += [_dot(number, x, y) for (x, y), _ in known]
    if known:
        (x, y), value = known[-1]
        drawn.append(_text(x + 8, y + (4.5 if not number else 14), _short(value, unit), "start", "c-strong"))
    return drawn if path else []


def _style(number: int) -> tuple[str, str, str]:
    return (f"c-line c-line{number}", ("", ' stroke-dasharray="6 4"', ' stroke-dasharray="2 3"')[number % 3],
            ("#0f4c92", "#8a5a00", "#1c6b3f")[number % 3])  # fmt: skip


def _dot(number: int, x: float, y: float) -> str:
    colour = _style(number)[2]
    if number % 2:
        return (f'<rect class="c-dot c-dot{number}" x="{x - 3.5:.1f}" y="{y - 3.5:.1f}" width="7" height="7"'
                f' fill="{colour}"/>')  # fmt: skip
    return f'<circle class="c-dot c-dot{number}" cx="{x:.1f}" cy="{y:.1f}" r="3.8" fill="{colour}"/>'


def _legend(number: int, name: str, x: float) -> list[str]:
    look, dash, colour = _style(number)
    sample = f'<path class="{look}" d="M{x} 14H{x + 30}" fill="none" stroke="{colour}" stroke-width="2"{dash}/>'
    return [sample, _dot(number, x + 15, 14), _text(x + 38, 18.5, name, "start")]


def _svg(title: str, high: float, parts: Iterable[str]) -> Svg:
    return Svg(
        f'<svg class="drawing" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {high:.0f}" role="img"'
        f" aria-label={quoteattr(f'{title}（数据见下表）')}>{''.join(parts)}</svg>"
    )
