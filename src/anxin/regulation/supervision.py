"""Chapter 5: what an inspection looks at, how its sample is drawn, and when the superior is warned (Art 5, 23)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from anxin.regulation.rules import Entry, RuleSet

SUPERIOR, SECRECY = "superior", "secrecy"


def checklist(rules: RuleSet, purpose: str, doc_type: str) -> list[Entry]:
    """What to check of a document of this type: ``superior`` (巡查, Art 23) or ``secrecy`` (保密检查, Art 5)."""
    return [
        e
        for e in rules.table("check_item")
        if e.values["purpose"] == purpose and doc_type in e.get("doc_types", [doc_type])
    ]


def sample(seed: str, population: Iterable[str], size: int) -> list[str]:
    """``size`` names drawn from a population; whoever knows the seed and the population draws the same ones.

    Each name is ranked by SHA-256 of ``seed:name``; the order in which the population comes does not matter. All of
    them when there are not more than ``size``.
    """
    return sorted(set(population), key=lambda name: (rank(seed, name), name))[:size]


def rank(seed: str, name: str) -> str:
    """The drawing's lot of one name: 64 hexadecimal digits, the lowest are drawn."""
    return hashlib.sha256(f"{seed}:{name}".encode()).hexdigest()


def population_hash(population: Iterable[str]) -> str:
    """One hash for what was drawn from, so that a later count shows whether it was the same."""
    return hashlib.sha256("\n".join(sorted(set(population))).encode()).hexdigest()


@dataclass(frozen=True)
class Thresholds:
    """When a superior is warned (all from the parameters of the rule set)."""

    zero_publication_days: int
    falling_rate_points: int
    import_age_working_days: int
    corridor_age_hours: int
    cases_read_without_task: int


def thresholds(rules: RuleSet) -> Thresholds:
    """The alarms' limits of a rule set (Art 4, 7, 23)."""
    return Thresholds(**{name: int(rules.parameter(name)) for name in Thresholds.__dataclass_fields__})


def falls(before: tuple[int, int], now: tuple[int, int], points: int) -> bool:
    """Whether a rate, (on time, all), fell by at least ``points`` per cent points; an empty one never falls."""
    if not before[1] or not now[1]:
        return False
    return before[0] / before[1] - now[0] / now[1] >= points / 100
