"""When a second person of the department has to read a processed document before it is reported (Art 20, 21)."""

from __future__ import annotations

from anxin.regulation.case import Case
from anxin.regulation.rules import Entry, RuleSet


def asked(case: Case, protected: int, rules: RuleSet) -> Entry | None:
    """The rule that asks for a second reading; ``protected`` is how many people the document hides. None: none asks."""
    rows = rules.table("second_reading")
    if rules.parameter("second_reading") == "yes":
        return next(iter(rows), None)
    return next((e for e in rows if _applies(e, case, protected)), None)


def _applies(entry: Entry, case: Case, protected: int) -> bool:
    if "people_over" in entry.values:
        return protected > int(entry.values["people_over"])
    if "minor_roles" in entry.values:
        return any(p.minor and p.role in entry.values["minor_roles"] for p in case.participants)
    return bool(case.flags & set(entry.get("flags", ())))
