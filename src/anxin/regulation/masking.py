"""What is masked (Art 20) and how, and the symbols that replace names (Art 19)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from anxin.regulation.rules import RuleSet


@dataclass(frozen=True)
class MaskedKind:
    """One kind of content to be masked. ``style``: name, stars, address, date or words; ``entry`` is the rule's id."""

    kind: str
    article: str
    style: str
    entry: str
    title: str
    sentence: str


@dataclass(frozen=True)
class Symbols:
    """How masked content is written; one style in one document."""

    placeholder: str  # 某某
    shared: str  # 某, before a letter of the series
    series: str  # 甲乙丙...
    star: str
    words: str  # （略）
    dotted: str  # names with a dot: first_character
    latin: str  # names in Latin letters: first_letter
    compound_surnames: frozenset[str]


def masked_kinds(rules: RuleSet) -> dict[str, MaskedKind]:
    """Every kind of Art 20 (and the names of Art 19), by kind."""
    return {
        e.values["kind"]: MaskedKind(e.values["kind"], e.article, e.values["style"], e.reference, e.title, e.sentence)
        for e in rules.table("masked_kind")
    }


def symbols(rules: RuleSet) -> Symbols:
    """The symbols of the rule set."""
    data: Mapping[str, Any] = rules.symbols
    return Symbols(
        **{k: data[k] for k in Symbols.__dataclass_fields__ if k != "compound_surnames"},
        compound_surnames=frozenset(data["compound_surnames"]),
    )


def parameters(rules: RuleSet) -> dict[str, str]:
    """Policy that the text leaves open, by name: address_depth, adult_birth, nicknames, bare_surnames, ..."""
    return {str(e.values["name"]): str(e.values["value"]) for e in rules.table("parameter")}
