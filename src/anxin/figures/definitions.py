"""The definitions of measures and figures, from ``definitions.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from anxin.regulation.citation import article_label

FILE = Path(__file__).with_name("definitions.toml")


@dataclass(frozen=True)
class Measure:
    """Ledger events that are counted: ``where`` must agree with the entry, ``by`` names the data that splits."""

    id: str
    event: str
    where: dict[str, str | int] = field(default_factory=dict)
    by: str = ""


@dataclass(frozen=True)
class Figure:
    """A number of the statistics. ``split``: prefix of the measures that it is broken down by."""

    id: str
    title: str
    unit: str
    kind: str
    article: str
    sentence: str
    measures: tuple[str, ...] = ()
    denominator: tuple[str, ...] = ()
    q: float = 0.0
    split: str = ""
    public: bool = True

    @property
    def citation(self) -> str:
        """规定第二十一条."""
        return f"规定{article_label(self.article)}"


@cache
def measures() -> tuple[Measure, ...]:
    """What is counted from single events."""
    return tuple(Measure(**row) for row in _file()["measure"])


@cache
def figures() -> dict[str, Figure]:
    """Every figure by its id, in the order of the file."""
    found = {}
    for row in _file()["figure"]:
        listed = {name: tuple(row.get(name, ())) for name in ("measures", "denominator")}
        found[row["id"]] = Figure(**(row | listed))
    return found


@cache
def _file() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))
