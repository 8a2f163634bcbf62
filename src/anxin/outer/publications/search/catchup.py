"""Keeping an index current with the publications table, and making it anew."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db.models import Max

from anxin.outer.publications.models import Publication
from anxin.outer.publications.search.engine import Entry
from anxin.outer.publications.search.fts5 import Fts5
from anxin.web.wording import ZONE

BATCH = 500


@cache
def _open(path: str) -> Fts5:
    return Fts5(Path(path))


def index() -> Fts5:
    """This node's index."""
    return _open(str(settings.SEARCH_INDEX))


def entry(row: Publication) -> Entry:
    """A public row as the index takes it."""
    filters = {
        "organ": tuple(row.ancestors), "type": (row.doc_type,), "charge": (row.charge,) if row.charge else (),
        "year": (str(row.published_at.astimezone(ZONE).year),),
    }  # fmt: skip
    return Entry(row.sort_key, f"{row.title}\n{row.number}", row.text, filters)


def catch_up(limit: int = BATCH) -> int:
    """Take in the changes since the last time; the number of changed rows. Endings go before new entries."""
    target = index()
    rows = list(Publication.objects.filter(change__gt=target.change).order_by("change")[:limit])
    if rows:
        target.delete([row.sort_key for row in rows if not row.is_public])
        public = sorted((row for row in rows if row.is_public), key=lambda row: row.sort_key)
        target.upsert([entry(row) for row in public], change=rows[-1].change)
    else:
        target.tidy()
    return len(rows)


def is_ahead() -> bool:
    """Whether the index knows changes that the table does not: the database was put back from a backup."""
    return index().change > (Publication.objects.aggregate(last=Max("change"))["last"] or 0)


def rebuild() -> int:
    """Make the index anew beside the old one and put it in its place; the number of documents."""
    final = Path(settings.SEARCH_INDEX)
    fresh = final.with_suffix(".new")
    _remove(fresh)
    target, last, count = Fts5(fresh), 0, 0
    change = Publication.objects.aggregate(last=Max("change"))["last"] or 0
    while rows := list(Publication.objects.filter(state="public", sort_key__gt=last).order_by("sort_key")[:BATCH]):
        target.upsert([entry(row) for row in rows])
        last, count = rows[-1].sort_key, count + len(rows)
    target.upsert([], change=change)
    for suffix in ("-wal", "-shm"):  # the last writer has put everything into the file when it closed
        final.with_name(final.name + suffix).unlink(missing_ok=True)
    os.replace(fresh, final)
    _remove(fresh)
    return count


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
