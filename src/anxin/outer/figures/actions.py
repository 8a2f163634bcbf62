"""How arriving figures and a changing tree keep every total right. Runs inside the receiving transaction."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import connection

from anxin.exchange.package import Item
from anxin.outer.figures.models import Cell, Month
from anxin.outer.publications import actions as publications

Key = tuple[str, str]
ADD = """
INSERT INTO figures_cell (organ, month, kind, measure, n, total)
SELECT a.organ, %(month)s, d.kind, d.measure, CASE WHEN a.organ = %(organ)s THEN d.n ELSE 0 END, d.n
FROM unnest(%(lineage)s::text[]) AS a(organ)
CROSS JOIN unnest(%(kinds)s::text[], %(measures)s::text[], %(changes)s::bigint[]) AS d(kind, measure, n)
ON CONFLICT (organ, month, kind, measure)
DO UPDATE SET n = figures_cell.n + EXCLUDED.n, total = figures_cell.total + EXCLUDED.total
"""
REGROUP = """
INSERT INTO figures_cell (organ, month, kind, measure, n, total)
SELECT u.above, c.month, c.kind, c.measure, 0, sum(c.n)
FROM figures_cell c JOIN unnest(%(organs)s::text[], %(above)s::text[]) AS u(organ, above) ON u.organ = c.organ
WHERE c.n <> 0 GROUP BY 1, 2, 3, 4
ON CONFLICT (organ, month, kind, measure) DO UPDATE SET total = figures_cell.total + EXCLUDED.total
"""


def import_figures(item: Item) -> None:
    """The cells of one organ and month, all of them; an older version than the one here changes nothing."""
    organ, month = item.payload["organ"], date.fromisoformat(item.payload["month"])
    known = Month.objects.filter(organ=organ, month=month).first()
    if known is not None and known.version >= item.version:
        return
    rows = Cell.objects.filter(organ=organ, month=month).exclude(n=0)
    before: dict[Key, int] = {(row.kind, row.measure): row.n for row in rows}
    after: dict[Key, int] = {(cell["kind"], cell["measure"]): cell["n"] for cell in item.payload["cells"]}
    _add(organ, month, {key: after.get(key, 0) - before.get(key, 0) for key in {*before, *after}})
    Month.objects.update_or_create(
        organ=organ, month=month, defaults={"version": item.version, "at": item.payload["at"]}
    )


def _add(organ: str, month: date, changes: Mapping[Key, int]) -> None:
    moved = [(*key, n) for key, n in sorted(changes.items()) if n]
    if moved:
        kinds, measures, numbers = (list(column) for column in zip(*moved, strict=True))
        with connection.cursor() as cursor:
            cursor.execute(ADD, {"organ": organ, "month": month, "lineage": publications.lineage(organ),
                                 "kinds": kinds, "measures": measures, "changes": numbers})  # fmt: skip


def import_organ(item: Item) -> None:
    """A procuratorate; where it now lies under another superior than its figures were added to, all are added anew."""
    code = item.payload["code"]
    before = publications.lineage(code) if Cell.objects.filter(organ=code).exists() else None
    publications.import_organ(item)
    if before is not None and publications.lineage(code) != before:
        regroup()


def regroup() -> None:
    """Every total again from the organs' own numbers."""
    codes = Cell.objects.exclude(n=0).order_by().values_list("organ", flat=True).distinct()
    pairs = [(code, above) for code in codes for above in publications.lineage(code)[1:]]
    with connection.cursor() as cursor:
        cursor.execute("UPDATE figures_cell SET total = n WHERE total <> n")
        cursor.execute(REGROUP, {"organs": [a for a, _ in pairs], "above": [b for _, b in pairs]})
