"""What every search back end takes and gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from anxin.outer.publications.search.query import BadQuery, Query

Key = tuple[int, int]  # (tier, sort key): tier 1 are hits in the title when sorted by relevance, else 0
FILTERS = ("organ", "type", "charge", "year")
NEWEST, RELEVANCE = "date", "relevance"


class TooSlow(BadQuery):
    """The query would take too long; the message is a sentence for the reader."""


class Unavailable(Exception):
    """The index cannot be read now."""


@dataclass(frozen=True)
class Entry:
    """One public document as the index takes it. ``filters``: the values it is found under, by filter name."""

    key: int
    title: str
    text: str
    filters: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Hits:
    """``total`` is exact unless ``capped``; ``partial``: a part of the index did not answer."""

    keys: tuple[Key, ...]
    total: int
    capped: bool = False
    partial: bool = False
    facets: Mapping[str, list[tuple[str, int, bool]]] = field(default_factory=dict)


class Engine(Protocol):
    def upsert(self, entries: Iterable[Entry]) -> None: ...

    def delete(self, keys: Iterable[int]) -> None: ...

    def search(
        self, query: Query, filters: Mapping[str, str], limit: int = 20, before: Key | None = None,
        count_cap: int = 1000, sort: str = NEWEST,
    ) -> Hits: ...  # fmt: skip

    def facets(self, query: Query, filters: Mapping[str, str], count_cap: int = 1000) -> Mapping[str, list]: ...

    def health(self) -> Mapping[str, object]: ...
