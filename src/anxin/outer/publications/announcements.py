"""Important case information outside (Art 11-13): items of the same tables, lists of their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from anxin.exchange.package import Item
from anxin.outer.publications.actions import next_change, take
from anxin.outer.publications.models import Organ, Publication
from anxin.outer.publications.queries import LIST_FIELDS, public

DOC_TYPE = "重要案件信息"
CATEGORIES = {
    "duty_crime": "职务犯罪案件", "public_concern": "热点刑事案件", "typical_case": "典型案例",
    "special_work": "专项业务工作", "other": "其他重要案件信息",
}  # fmt: skip
COLUMNS = (
    ("最高人民检察院、省级人民检察院", ("supreme", "provincial")),
    ("分州市人民检察院", ("municipal",)),
    ("县区人民检察院", ("county",)),
)
YEAR = 10**11  # sort key: yyyymmdd x 10^7


def publish(item: Item) -> None:
    """A new version of an item; one item, however many organs publish it (Art 13)."""
    payload = item.payload
    codes = [payload["organ"], *(p["code"] for p in payload["publishers"])]
    values: dict[str, Any] = {
        name: payload[name]
        for name in ("organ", "organ_name", "title", "ruleset", "article", "text", "document", "sha256", "category",
                     "publishers", "correction", "pictures")
    }  # fmt: skip
    values |= {"doc_type": DOC_TYPE, "levels": _levels(codes)}
    take(item, values, payload["correction"] or "已发布更正后的版本")


def joined(item: Item) -> None:
    """More organs publish a version that is out: they are named from now on (Art 13). Content and time stay."""
    payload = item.payload
    here = [Publication.State.PUBLIC, Publication.State.HIDDEN]
    rows = Publication.objects.select_for_update().filter(public_id=payload["id"], state__in=here)
    row = rows.filter(version=payload["version"]).first()
    if row is None:
        return  # ended or corrected meanwhile: the correction names its publishers itself
    known = {p["code"]: p for p in row.publishers}
    row.publishers = [known.get(p["code"], p | {"since": payload["at"]}) for p in payload["publishers"]]
    row.levels = _levels([row.organ, *(p["code"] for p in row.publishers)])
    row.change = next_change()
    row.save(update_fields=["publishers", "levels", "change"])


def _levels(codes: list[str]) -> list[str]:
    known = dict(Organ.objects.filter(code__in=codes).values_list("code", "level"))
    return sorted({known.get(code, "county") for code in codes})


def newest(limit: int, levels: tuple[str, ...] = (), organ: str = "", category: str = "") -> list[Publication]:
    """The newest items of organs of some levels, of one organ's subtree, of one category; without texts."""
    return list(_matching({"organ": organ, "category": category}, levels).only(*FIELDS)[:limit])


FIELDS = (*LIST_FIELDS, "category", "publishers", "levels")


def columns(limit: int = 6) -> list[tuple[str, list[Publication]]]:
    """The three columns of the home page, by the level of the publishing organs."""
    return [(name, newest(limit, levels)) for name, levels in COLUMNS]


def _matching(asked: Mapping[str, str], levels: tuple[str, ...] = ()) -> QuerySet[Publication]:
    rows = public().exclude(category="")
    if levels:
        some = Q()
        for level in levels:
            some |= Q(levels__contains=[level])
        rows = rows.filter(some)
    if asked.get("organ"):
        rows = rows.filter(ancestors__contains=[asked["organ"]])
    if asked.get("category"):
        rows = rows.filter(category=asked["category"])
    if asked.get("year", "").isdecimal() and len(asked["year"]) == 4:
        first = int(asked["year"]) * YEAR
        rows = rows.filter(sort_key__gte=first, sort_key__lt=first + YEAR)
    return rows


def listing(asked: Mapping[str, str]) -> QuerySet[Publication]:
    """The public items that fit, newest first; paged by the caller."""
    return _matching(asked).only(*FIELDS)


def facets(asked: Mapping[str, str]) -> dict[str, list[tuple[str, str, int]]]:
    """(value, label, count) by category, organ and year; each counted over the other two filters."""
    def without(name: str) -> QuerySet[Publication]:
        return _matching({k: v for k, v in asked.items() if k != name}).order_by()

    by_category = dict(without("category").values_list("category").annotate(Count("pk")))
    by_organ = without("organ").values_list("organ", "organ_name").annotate(n=Count("pk")).order_by("-n", "organ")
    by_year = without("year").annotate(y=F("sort_key") / YEAR).values_list("y").annotate(n=Count("pk"))
    return {
        "category": [(code, name, by_category[code]) for code, name in CATEGORIES.items() if code in by_category],
        "organ": [(code, name, n) for code, name, n in by_organ[:30]],
        "year": [(str(y), f"{y}年", n) for y, n in sorted(by_year, reverse=True)],
    }
