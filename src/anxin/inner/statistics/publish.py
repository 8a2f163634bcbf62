"""The same figures for the public: what changed since the last time goes to the outer wing (Art 25)."""

from __future__ import annotations

from datetime import date

from django.db import connection, transaction
from django.utils import timezone

from anxin.figures.public import public_measures
from anxin.inner.post.actions import enqueue
from anxin.inner.statistics.models import Cell, Sent

MOST = 2000
"""Organ-months of one pass; the next one goes on."""
CHANGED = """
WITH now AS (
  SELECT organ, month, md5(string_agg(kind || '|' || measure || '|' || n, chr(10) ORDER BY kind, measure)) AS digest
  FROM statistics_cell WHERE n <> 0 AND split_part(measure, ':', 1) = ANY(%s) GROUP BY organ, month)
SELECT COALESCE(n.organ, s.organ), COALESCE(n.month, s.month), COALESCE(n.digest, ''), COALESCE(s.version, 0)
FROM now n FULL JOIN statistics_sent s ON s.organ = n.organ AND s.month = n.month
WHERE COALESCE(n.digest, '') <> COALESCE(s.digest, '') ORDER BY 2 DESC, 1 LIMIT %s
"""


@transaction.atomic
def send_changed() -> int:
    """Send the public cells of every organ and month whose numbers changed, under the next version; how many."""
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE statistics_sent IN EXCLUSIVE MODE")  # one at a time
        cursor.execute(CHANGED, [sorted(public_measures()), MOST])
        rows = cursor.fetchall()
    for organ, month, digest, version in rows:
        _send(organ, month, version + 1)
        Sent.objects.update_or_create(organ=organ, month=month, defaults={"version": version + 1, "digest": digest})
    return len(rows)


def _send(organ: str, month: date, version: int) -> None:
    rows = Cell.objects.filter(organ=organ, month=month).exclude(n=0).order_by("kind", "measure")
    cells = [{"kind": cell.kind, "measure": cell.measure, "n": cell.n} for cell in rows
             if cell.measure.partition(":")[0] in public_measures()]  # fmt: skip
    payload = {"organ": organ, "month": month.isoformat(), "at": timezone.now().isoformat(), "cells": cells}
    enqueue("figures", f"{organ}-{month:%Y%m}", version, payload)
