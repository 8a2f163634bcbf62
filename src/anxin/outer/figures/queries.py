"""What the portal reads: counted cells of an organ's whole subtree, without adding up the tree."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Max, Min, QuerySet, Sum

from anxin.figures.period import Period, shift
from anxin.figures.report import Report
from anxin.outer.figures.models import Cell, Month
from anxin.outer.publications.models import Organ

Cells = dict[str, int]


def report(organ: Organ, period: Period, kind: str = "") -> Report:
    """The public report of an organ with everything below it, beside the organs under the same superior."""
    before = period.before()
    children = by_child(organ.code, period, kind)
    beside = by_child(organ.parent, period, kind) if organ.parent else {}
    names = dict(Organ.objects.filter(code__in=children).values_list("code", "name"))
    siblings = {code: cells for code, cells in beside.items() if code not in (organ.code, organ.parent)}
    return Report(
        period, organ.code, organ.name, cells(organ.code, period, kind), cells(organ.code, before, kind), children,
        by_month(organ.code, Period(period.run_up(), period.last), kind), siblings, names, public=True, kind=kind,
    )  # fmt: skip


def cells(organ: str, period: Period, kind: str = "") -> Cells:
    """Measures of an organ's subtree in the period; of one type of document, or of everything."""
    rows = _of([organ], period, kind).values("measure").annotate(sum=Sum("total"))
    return {row["measure"]: int(row["sum"]) for row in rows}


def by_child(organ: str, period: Period, kind: str = "") -> dict[str, Cells]:
    """The organ alone, and each one directly below it with its subtree."""
    below = list(Organ.objects.filter(parent=organ).values_list("code", flat=True))
    found: dict[str, Cells] = {code: {} for code in (organ, *below)}
    for row in _of([organ], period, kind).values("measure").annotate(sum=Sum("n")):
        found[organ][row["measure"]] = int(row["sum"])
    for row in _of(below, period, kind).values("organ", "measure").annotate(sum=Sum("total")):
        found[row["organ"]][row["measure"]] = int(row["sum"])
    return found


def by_month(organ: str, period: Period, kind: str = "") -> dict[date, Cells]:
    """The subtree's measures month by month; a month without any count is there, empty."""
    found: dict[date, Cells] = {shift(period.first, n): {} for n in range(period.months)}
    for row in _of([organ], period, kind).values("month", "measure").annotate(sum=Sum("total")):
        found[row["month"]][row["measure"]] = int(row["sum"])
    return found


def kinds(organ: str, period: Period) -> list[str]:
    """Types of document that were counted."""
    rows = _of([organ], period, "").exclude(kind="").exclude(total=0)
    return list(rows.values_list("kind", flat=True).distinct().order_by("kind"))


def since(organ: str) -> date | None:
    """The first month that was counted."""
    return Cell.objects.filter(organ=organ).aggregate(first=Min("month"))["first"]


def counted_at() -> datetime | None:
    """When the newest figures here were counted."""
    return Month.objects.aggregate(last=Max("at"))["last"]


def _of(organs: list[str], period: Period, kind: str) -> QuerySet[Cell]:
    rows = Cell.objects.filter(organ__in=organs, month__range=(period.first, period.last)).order_by()
    return rows.filter(kind=kind) if kind else rows
