"""Who is reminded when: before a deadline, after it, and while a step or an exemption rests (Art 21, 23)."""

from __future__ import annotations

from datetime import date

from anxin.regulation.rules import Entry, RuleSet

AUDIENCES = ("handler", "department_head", "holder", "case_management", "superior")


def due(about: str, on: date, today: date, rules: RuleSet) -> list[Entry]:
    """Reminders of ``about`` (obligation, step, review) that are to have been sent by ``today``.

    ``on`` is the day they count from: the deadline, the day a step came to hand, the review date. Of those before
    the day only the last one reached, and none once the day has passed; those after it all.
    """
    days = (today - on).days
    rows = [e for e in rules.table("reminder") if e.values["about"] == about and int(e.values["days"]) <= days]
    before = [e for e in rows if int(e.values["days"]) < 0]
    after = [e for e in rows if int(e.values["days"]) >= 0]
    if days > 0:
        return after
    return [*sorted(before, key=lambda e: int(e.values["days"]))[-1:], *after]
