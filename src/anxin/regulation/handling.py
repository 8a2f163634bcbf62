"""Time limits for handling a case, as shown to the parties (Art 7 办案期限): base, extension, restarts, suspended days.

Someone in custody waits no day longer for a holiday: with ``in_custody`` the last day never rolls over.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from anxin.regulation.calendar import Calendar, in_words
from anxin.regulation.citation import chinese
from anxin.regulation.decision import Decision
from anxin.regulation.periods import UNITS, last_day
from anxin.regulation.rules import Entry, RuleSet

MOST_RETURNS = 2
RESTARTS = {"resubmitted": "补充侦查完毕重新移送", "transferred": "改变管辖后收到案件"}
KINDS = ("extended", "returned", "suspended", *RESTARTS)


@dataclass(frozen=True)
class Event:
    """What happened to the clock. ``kind``: extended, returned (退回补充侦查), resubmitted, transferred (改变管辖),
    suspended (精神病鉴定、中止审查; ``until`` is the last day not counted, None while it goes on)."""

    kind: str
    on: date
    until: date | None = None


def handling_entry(case_type: str, in_custody: bool, procedure: str, rules: RuleSet) -> Entry | None:
    """The rule for a type of case: the row for the procedure when there is one, else the ordinary one."""
    rows = [
        e
        for e in rules.table("handling_period")
        if e.values["case_type"] == case_type and e.get("in_custody", in_custody) == in_custody
    ]
    special = [e for e in rows if procedure and e.get("procedure") == procedure]
    fitting = special or [e for e in rows if not e.get("procedure")]
    if len(fitting) > 1:
        raise ValueError(f"“{case_type}”的办案期限有几条互相重叠：{'、'.join(e.id for e in fitting)}。")
    return next(iter(fitting), None)


def handling_period(
    case_type: str,
    accepted: date,
    rules: RuleSet,
    calendar: Calendar,
    in_custody: bool = False,
    procedure: str = "",
    events: Iterable[Event] = (),
    custody_told: bool = True,
) -> Decision:
    """Last day for handling a case: outcome ``due`` (details.deadline), ``stopped`` while the clock stands still.

    Without ``custody_told`` the reckoning does not say whether anybody is in custody: a victim sees no measures.
    Raises ValueError for a type without a time limit, an unknown event, or a third return for investigation.
    """
    entry = handling_entry(case_type, in_custody, procedure, rules)
    if entry is None:
        raise ValueError(f"没有规定“{case_type}”的办案期限。")
    history = sorted(events, key=lambda e: e.on)
    if unknown := [e.kind for e in history if e.kind not in KINDS]:
        raise ValueError(f"不能识别的期限变动：{'、'.join(unknown)}。")
    if sum(e.kind == "returned" for e in history) > MOST_RETURNS:
        raise ValueError("退回补充侦查以两次为限。")
    telling = custody_told or entry.get("in_custody") is None
    rule = entry.sentence if telling else f"期限按{entry.values['law']}计算。"
    steps = [f"{in_words(accepted)}受理，当日不计入期间。", rule]
    start, last = accepted, [e for e in history if e.kind in (*RESTARTS, "returned")]
    for event in (e for e in last if e.kind in RESTARTS):
        start = event.on
        steps.append(f"{in_words(event.on)}{RESTARTS[event.kind]}，期限重新计算。")
    if last and last[-1].kind == "returned":
        steps.append(f"{in_words(last[-1].on)}退回补充侦查，重新移送之前期限停止计算。")
        return rules.decide(
            "stopped", entry, "案件退回补充侦查，期限停止计算。", steps=steps, deadline=None, warning=""
        )
    running = [e for e in history if e.on >= start]
    return _ending(entry, start, running, in_custody, custody_told, calendar, steps, rules)


def _ending(
    entry: Entry,
    start: date,
    running: list[Event],
    in_custody: bool,
    custody_told: bool,
    calendar: Calendar,
    steps: list[str],
    rules: RuleSet,
) -> Decision:
    end = last_day(start, int(entry.values["count"]), entry.values["unit"], calendar)
    steps.append(f"期限至{in_words(end)}届满。")
    if any(e.kind == "extended" for e in running) and entry.get("extension_count"):
        count, unit = int(entry.values["extension_count"]), str(entry.values["extension_unit"])
        end = last_day(end, count, unit, calendar)
        steps.append(f"经批准延长{chinese(count)}{UNITS[unit]}，至{in_words(end)}届满。")
    for event in (e for e in running if e.kind == "suspended"):
        if event.until is None:
            steps.append(f"自{in_words(event.on)}起中止，期限停止计算。")
            return rules.decide("stopped", entry, "案件中止，期限停止计算。", steps=steps, deadline=None, warning="")
        days = (event.until - event.on).days + 1
        end += timedelta(days=days)
        steps.append(f"{in_words(event.on)}至{in_words(event.until)}共{days}日不计入期限，顺延至{in_words(end)}。")
    due = end if in_custody else calendar.first_workday_from(end)
    if due != end:
        steps.append(f"届满日为节假日，顺延至{in_words(due)}。")
    elif in_custody and custody_told and not calendar.is_workday(end):
        steps.append("犯罪嫌疑人在押，不因节假日延长。")
    return rules.decide(
        "due",
        entry,
        f"办案期限至{in_words(due)}届满（{entry.values['law']}）。",
        steps=steps,
        deadline=due.isoformat(),
        warning=calendar.warning(end, due),
    )
