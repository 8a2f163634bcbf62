"""What the doors may read. Every list starts from ``public()``, so nothing hidden or withdrawn is ever listed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from anxin.outer.publications.models import Organ, Publication

TYPES = ("起诉书", "抗诉书", "不起诉决定书", "刑事申诉复查决定书")
"""The documents that Article 18 names, in its order."""
LIST_FIELDS = (
    "public_id", "version", "state", "sort_key", "organ", "organ_name", "doc_type", "title", "number", "charge",
    "concluded_on", "published_at",
)  # fmt: skip


def public() -> QuerySet[Publication]:
    """Everything that is public now, newest first."""
    return Publication.objects.filter(state=Publication.State.PUBLIC).order_by("-sort_key")


def newest(limit: int, organ: str = "", doc_type: str = "", documents: bool = False) -> list[Publication]:
    """The newest, of an organ's subtree or of one type; without texts. ``documents`` leaves announcements out."""
    rows = public().filter(category="") if documents else public()
    if organ:
        rows = rows.filter(ancestors__contains=[organ])
    if doc_type:
        rows = rows.filter(doc_type=doc_type)
    return list(rows.only(*LIST_FIELDS)[:limit])


def by_keys(keys: Iterable[int]) -> list[Publication]:
    """The live rows of search hits, in the order of the keys; what is not public any more is left out."""
    found = {row.sort_key: row for row in public().filter(sort_key__in=list(keys)).defer("document")}
    return [found[key] for key in keys if key in found]


def versions(public_id: str) -> list[Publication]:
    """All versions of an item, newest first: tombstones too, without text and structure."""
    rows = Publication.objects.filter(public_id=public_id).order_by("-version")
    return list(rows.defer("text", "document"))


def version(public_id: str, number: int | None = None) -> Publication | None:
    """One version with everything, the newest without a number."""
    rows = Publication.objects.filter(public_id=public_id).order_by("-version")
    return (rows.filter(version=number) if number else rows).first()


def related(row: Publication) -> list[Publication]:
    """Other public documents of the same case."""
    if not row.case_ref:
        return []
    same = public().filter(case_ref=row.case_ref).exclude(public_id=row.public_id)
    return list(same.only(*LIST_FIELDS)[:20])


def ended() -> QuerySet[Publication]:
    """What was hidden or withdrawn, last first."""
    gone = [Publication.State.HIDDEN, Publication.State.WITHDRAWN]
    return Publication.objects.filter(state__in=gone).order_by("-ended_at")


def counters() -> dict[str, int]:
    """How many are public, and how many of them were published today (Beijing)."""
    midnight = timezone.make_aware(datetime.combine(timezone.localdate(), time.min))
    rows = public().order_by()
    return {"total": rows.count(), "today": rows.filter(published_at__gte=midnight).count()}


def organ(code: str) -> Organ | None:
    return Organ.objects.filter(code=code).first()


def organs_below(code: str) -> list[Organ]:
    return list(Organ.objects.filter(parent=code))


def provinces() -> list[Organ]:
    """The provincial procuratorates, for the region chooser."""
    return list(Organ.objects.filter(level="provincial"))


def path_to(found: Organ) -> list[Organ]:
    """The organs above one, the highest first."""
    above: list[Organ] = []
    seen = {found.code}
    while found.parent and found.parent not in seen:
        seen.add(found.parent)
        parent = organ(found.parent)
        if parent is None:
            break
        above.insert(0, parent)
        found = parent
    return above


def organ_names(codes: Iterable[str]) -> dict[str, Any]:
    return dict(Organ.objects.filter(code__in=list(codes)).values_list("code", "name"))
