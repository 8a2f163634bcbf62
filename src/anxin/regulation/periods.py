"""Time limits of the regulation: from a legal fact to the last day, with the reckoning in words (after CPL art 105).

The day of the trigger is not counted; days are calendar days unless the rule says working days; a month ends on the
same day of the month, or on the last day where there is none; a last day that is no working day moves to the next one.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

from anxin.regulation.calendar import Calendar, in_words
from anxin.regulation.citation import chinese
from anxin.regulation.decision import Decision
from anxin.regulation.disclosure import document_entry
from anxin.regulation.rules import Entry, RuleSet

UNITS = {"day": "日", "working_day": "个工作日", "month": "个月"}


def add_months(start: date, months: int) -> date:
    """Last day of a period of months: the same day, clamped to the month's end; from a month's end to a month's end."""
    years, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = monthrange(years, month + 1)[1]
    at_month_end = start.day == monthrange(start.year, start.month)[1]
    return date(years, month + 1, last if at_month_end else min(start.day, last))


def last_day(start: date, count: int, unit: str, calendar: Calendar) -> date:
    """Day on which ``count`` units after ``start`` end, before any roll-over. Raises KeyError for an unknown unit."""
    if unit == "working_day":
        return calendar.add_workdays(start, count)
    return {"day": lambda: start + timedelta(days=count), "month": lambda: add_months(start, count)}[unit]()


def period_entry(rules: RuleSet, key: str) -> Entry:
    """The rule of the period ``key`` (publication, filing_review, ...). Raises KeyError."""
    for entry in rules.table("period"):
        if entry.get("key") == key:
            return entry
    raise KeyError(key)


def deadline(trigger: date, rules: RuleSet, calendar: Calendar, key: str = "publication") -> Decision:
    """Last day of the period ``key`` that starts with ``trigger``; details: deadline (ISO), steps, warning."""
    entry = period_entry(rules, key)
    count, unit = int(entry.values["count"]), str(entry.values["unit"])
    end = last_day(trigger, count, unit, calendar)
    due = calendar.first_workday_from(end) if entry.get("rolls") else end
    steps = [
        f"起算：{in_words(trigger)}，当日不计入期间。",
        f"期间：{chinese(count)}{UNITS[unit]}，至{in_words(end)}届满。",
        _roll_sentence(end, due, bool(entry.get("rolls")), calendar),
    ]
    return rules.decide(
        "due",
        entry,
        details_sentence(entry, due),
        deadline=due.isoformat(),
        trigger=trigger.isoformat(),
        steps=steps,
        warning=calendar.warning(end, due),
    )


def details_sentence(entry: Entry, due: date) -> str:
    return f"{entry.sentence.rstrip('。')}，最迟{in_words(due)}。"


def _roll_sentence(end: date, due: date, rolls: bool, calendar: Calendar) -> str:
    if due != end:
        return f"届满日为节假日，顺延至节假日后的第一个工作日{in_words(due)}。"
    if not calendar.is_workday(end):
        return "届满日为节假日，按本院适用的细则不顺延。" if not rolls else ""
    made_up = "（调休上班）" if end.weekday() >= 5 else ""
    return f"届满日为工作日{made_up}，不顺延。"


def starts_on(doc_type: str, facts: Mapping[str, date], rules: RuleSet) -> Decision:
    """When the ten days of Art 21 start for a document: outcome ``start`` with details.trigger, or ``wait``.

    ``facts`` holds the dates that are known: received, effective (of the judgment), concluded (of the case),
    filing_review_required (any date) and filing_review_ended. The filing review's end replaces the first clock.
    """
    entry = document_entry(doc_type, rules)
    if "filing_review_required" in facts:
        return _start(period_entry(rules, "filing_review"), facts, ("filing_review_ended",), "备案审查结束", rules)
    publication = period_entry(rules, "publication")
    if entry and entry.values["clock"] == "judgment":
        return _start(
            publication, facts, ("received", "effective"), "收到判决、裁定和判决、裁定生效，以后到的为准", rules
        )
    return _start(publication, facts, ("concluded",), "案件办结", rules)


def _start(entry: Entry, facts: Mapping[str, date], needed: tuple[str, ...], reason: str, rules: RuleSet) -> Decision:
    missing = [name for name in needed if name not in facts]
    if missing:
        return rules.decide("wait", entry, f"期限尚未起算（{reason}）。", missing=missing)
    trigger = max(facts[name] for name in needed)
    return rules.decide("start", entry, f"期限自{in_words(trigger)}起算（{reason}）。", trigger=trigger.isoformat())
