"""The form of every answer the law gives: an outcome that names its article and its rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Decision:
    """One decision. ``article`` is written ``4``, ``18(1)``, ``18(P2)``, ``19(3)``; ``sentence`` is for the clerk."""

    outcome: str
    article: str
    ruleset: str
    entry: str
    sentence: str
    details: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        return {
            "outcome": self.outcome,
            "article": self.article,
            "ruleset": self.ruleset,
            "entry": self.entry,
            "sentence": self.sentence,
            "details": dict(self.details),
        }
