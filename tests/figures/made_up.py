"""A report on fictional cells."""

from __future__ import annotations

from datetime import date

from anxin.figures.compute import add
from anxin.figures.period import Period, shift
from anxin.figures.report import Report

NAMES = {"510100": "成都市人民检察院", "510107": "成都市武侯区人民检察院", "510104": "成都市锦江区人民检察院"}


def cells(due: int, late: int, exempt: int) -> dict[str, int]:
    done = due - exempt - late
    return {
        "due": due, "published": done, "on_time": done, "late": late, "exempt": exempt,
        "exempt:personal_privacy": exempt, "days:6": done // 2, "days:9": done - done // 2, "complaints": 2,
        "complaint_outcome:unfounded": 1, "complaint_outcome:corrected": 1, "returned": 3,
    }  # fmt: skip


def report(names: dict[str, str] = NAMES, public: bool = False) -> Report:
    children = {"510100": cells(10, 0, 1), "510107": cells(40, 3, 2), "510104": cells(25, 1, 1)}
    whole, period = add(*children.values()), Period.parse("2026q3")
    months = {shift(date(2025, 10, 1), n): cells(20 + n, n % 4, 1) for n in range(12)}
    return Report(period, "510100", names["510100"], whole, cells(70, 6, 3), children, months, {}, names, public)
