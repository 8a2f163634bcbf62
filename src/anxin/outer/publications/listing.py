"""One page of search results: what was asked, the live rows, the facets, the links around it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from anxin.outer.publications import queries
from anxin.outer.publications.search.catchup import index
from anxin.outer.publications.search.engine import FILTERS, NEWEST, RELEVANCE, Hits, TooSlow, Unavailable
from anxin.outer.publications.search.query import BadQuery, Query, parse
from anxin.outer.publications.search.snippets import marked, snippet
from anxin.web.wording import counted

PAGE = 20
NAMES = {"type": "文书种类", "organ": "地区和院", "charge": "案由", "year": "公开年份"}


@dataclass
class Asked:
    """What the reader asked, cleaned: only known fields, one value each."""

    text: str
    filters: dict[str, str]
    sort: str
    before: tuple[int, int] | None

    @classmethod
    def of(cls, given: QueryDict) -> Asked:
        filters = {name: value for name in FILTERS if (value := _clean(given.get(name, ""))[:80])}
        before = re.fullmatch(r"([01])-(\d{1,17})", given.get("before", ""))
        sort = RELEVANCE if given.get("sort") == RELEVANCE else NEWEST
        return cls(_clean(given.get("q", "")), filters, sort, (int(before[1]), int(before[2])) if before else None)

    @property
    def link_relevance(self) -> str:
        return self.link(sort=RELEVANCE)

    @property
    def link_newest(self) -> str:
        return self.link(sort=None)

    def link(self, **changes: str | None) -> str:
        """The permanent address of this search with changes; paging always starts again."""
        fields = {"q": self.text, **self.filters, "sort": self.sort if self.sort != NEWEST else ""} | changes
        return "?" + urlencode({name: value for name, value in fields.items() if value})


def _clean(value: str) -> str:
    return value.replace("\0", " ").strip()


@dataclass
class Listing:
    """``error``: the sentence when the search could not be answered; the rest is empty then."""

    asked: Asked
    rows: list[dict[str, Any]] = field(default_factory=list)
    total: str = "0"
    partial: bool = False
    facets: list[dict[str, Any]] = field(default_factory=list)
    chosen: list[dict[str, str]] = field(default_factory=list)
    following: str = ""
    error: str = ""
    down: bool = False


def listing(asked: Asked) -> Listing:
    """Answer a search."""
    found = Listing(asked)
    try:
        query = parse(asked.text)
        hits = index().search(query, asked.filters, PAGE, asked.before, sort=asked.sort)
    except BadQuery as refused:
        found.error = str(refused)
        return found
    except Unavailable:
        found.error, found.down = "检索暂时不可用，请稍后再试。", True
        return found
    _fill(found, query, hits)
    found.facets, found.chosen = _facets(asked, query)
    return found


def _fill(found: Listing, query: Query, hits: Hits) -> None:
    live = queries.by_keys([key for _, key in hits.keys])
    found.rows = [
        {"row": row, "title": marked(query, row.title), "snippet": snippet(query, row.text)} for row in live
    ]
    found.total, found.partial = counted(hits.total, hits.capped), hits.partial
    if len(hits.keys) == PAGE:
        tier, key = hits.keys[-1]
        found.following = found.asked.link(before=f"{tier}-{key}")


def _facets(asked: Asked, query: Query) -> tuple[list[dict[str, Any]], list[dict[str, str]]]:
    """(groups of values with counts and links, the filters that are set with links to take them off)."""
    try:
        counts = index().facets(query, asked.filters)
    except (TooSlow, Unavailable):
        counts = {}
    codes = {value for value, _, _ in counts.get("organ", ())} | {asked.filters.get("organ", "")}
    names = queries.organ_names(codes)
    groups = []
    for name in ("type", "organ", "charge", "year"):
        values = [
            {"label": names.get(value, value) if name == "organ" else value, "count": counted(number, capped),
             "link": asked.link(**{name: value}), "on": asked.filters.get(name) == value}
            for value, number, capped in counts.get(name, ())
        ]  # fmt: skip
        if values:
            groups.append({"name": NAMES[name], "values": values})
    chosen = [
        {"label": names.get(value, value) if name == "organ" else value, "name": NAMES[name],
         "link": asked.link(**{name: None})}
        for name, value in asked.filters.items()
    ]  # fmt: skip
    return groups, chosen
