"""The report of one organ and period for the workbench and the circular (Art 25)."""

from __future__ import annotations

from datetime import date

from django.db.models import Min

from anxin.figures.period import Period
from anxin.figures.report import Report
from anxin.inner.actor import Actor
from anxin.inner.organs.models import Organ
from anxin.inner.organs.queries import subtree, superior
from anxin.inner.statistics import queries
from anxin.inner.statistics.models import Cell


def within(actor: Actor, code: str = "") -> Organ:
    """The organ asked for (the own one without a code); ``Organ.DoesNotExist`` outside the actor's own subtree."""
    return Organ.objects.filter(pk__in=subtree(actor.organ)).get(pk=code or actor.organ)


def report(organ: Organ, period: Period, kind: str = "") -> Report:
    """Everything that is counted of the organ's subtree; of the organs beside it only what makes an average."""
    span, only = (period.first, period.last), kind or None
    before = period.before()
    children = queries.by_child(organ.pk, *span, only)
    names = dict(Organ.objects.filter(pk__in=[organ.pk, *children]).values_list("pk", "name"))
    return Report(
        period, organ.pk, organ.name, queries.cells(organ.pk, *span, only),
        queries.cells(organ.pk, before.first, before.last, only), children,
        queries.by_month(organ.pk, period.run_up(), period.last, only), _beside(organ.pk, span, only), names, kind=kind,
    )  # fmt: skip


def _beside(code: str, span: tuple[date, date], kind: str | None) -> dict[str, queries.Cells]:
    above = superior(code)
    found = queries.by_child(above, *span, kind) if above else {}
    return {other: cells for other, cells in found.items() if other not in (code, above)}


def since(organ: Organ, today: date) -> date:
    """The first month that was counted in the organ's subtree."""
    return Cell.objects.filter(organ__in=subtree(organ.pk)).aggregate(first=Min("month"))["first"] or today


def kinds(organ: Organ, period: Period) -> list[str]:
    """Types of document that were counted in the period."""
    return queries.kinds(organ.pk, period.first, period.last)
