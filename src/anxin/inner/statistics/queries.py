"""Counted cells of an organ's whole subtree, for the statistics, the circular and the portal's figures (Art 25)."""

from __future__ import annotations

from datetime import date

from django.db import connection

from anxin.inner.organs.queries import parents, subtree
from anxin.inner.statistics.models import Cell

Cells = dict[str, int]
SUM = """
SELECT {key}, c.measure, sum(c.n)::bigint FROM statistics_cell c
JOIN unnest(%(organs)s::text[], %(tops)s::text[]) AS u(organ, top) ON u.organ = c.organ
WHERE c.month BETWEEN %(first)s AND %(last)s AND (%(kind)s::text IS NULL OR c.kind = %(kind)s)
GROUP BY 1, 2
"""


def cells(organ: str, first: date, last: date, kind: str | None = None) -> Cells:
    """Measures of the organ with everything below it, from the month of ``first`` to that of ``last``.

    ``kind``: only this document type (or category); None for all. Months are given by their first day.
    """
    return _sums("u.top", dict.fromkeys(subtree(organ), organ), first, last, kind).get(organ, {})


def by_child(organ: str, first: date, last: date, kind: str | None = None) -> dict[str, Cells]:
    """The organ alone, and each organ directly below it with its subtree; one without any count is there, empty."""
    above = parents()
    tops: dict[str, str] = {}
    for code in subtree(organ):
        top = code
        while code != organ and above.get(top) not in (organ, None):
            top = above[top] or ""
        tops[code] = top
    found = _sums("u.top", tops, first, last, kind)
    return {top: found.get(top, {}) for top in dict.fromkeys(tops.values())}


def by_month(organ: str, first: date, last: date, kind: str | None = None) -> dict[date, Cells]:
    """The subtree's measures month by month; a month without any count is there, empty."""
    found = _sums("c.month", dict.fromkeys(subtree(organ), organ), first, last, kind)
    months, month = {}, first.replace(day=1)
    while month <= last:
        months[month] = found.get(month, {})
        month = (month.replace(day=28) + date.resolution * 4).replace(day=1)
    return months


def kinds(organ: str, first: date, last: date) -> list[str]:
    """Document types that were counted."""
    rows = Cell.objects.filter(organ__in=subtree(organ), month__range=(first, last)).exclude(kind="")
    return list(rows.values_list("kind", flat=True).distinct().order_by("kind"))


def _sums(key: str, tops: dict[str, str], first: date, last: date, kind: str | None) -> dict:  # type: ignore[type-arg]
    given = {"organs": list(tops), "tops": list(tops.values()), "first": first, "last": last, "kind": kind}
    found: dict = {}  # type: ignore[type-arg]
    with connection.cursor() as cursor:
        cursor.execute(SUM.format(key=key), given)
        for group, measure, n in cursor.fetchall():
            found.setdefault(group, {})[measure] = n
    return found
