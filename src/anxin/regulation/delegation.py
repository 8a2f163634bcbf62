"""Which duties may be exercised by somebody else for a time, and for how long (Art 5, 21)."""

from __future__ import annotations

from anxin.regulation.rules import RuleSet


def limit(duty: str, rules: RuleSet) -> int | None:
    """The longest delegation of a duty in days, None for a duty that is never delegated."""
    return next((int(e.values["days"]) for e in rules.table("delegation") if duty in e.values["duties"]), None)
