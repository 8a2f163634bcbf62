"""The procedural record: all that one person may see of one case, and nothing else (Art 7).

Pure: from plain facts to the JSON object ``exchange.schemas_inquiry.RECORD``. Only what the rules list for the type
of case is looked for, so nothing internal can come along. A measure or an arrest that was decided but not carried out
is not shown, for it would warn whoever is still at large.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from anxin.regulation import inquiry, vocabulary
from anxin.regulation.calendar import Calendar
from anxin.regulation.decision import Decision
from anxin.regulation.handling import Event, handling_entry, handling_period
from anxin.regulation.rules import RuleSet

ARRESTS = ("批准逮捕", "决定逮捕")
ACCUSED = ("defendant", "non_prosecuted")
CUSTODY = ("拘留", "逮捕")
CLOCK = {"延长期限": "extended", "退回补充侦查": "returned", "重新移送": "resubmitted", "改变管辖": "transferred",
         "中止审查": "suspended"}  # fmt: skip
RESULT_STEPS = ("审结", "文书送达", "办结", "归档")
ITEM = {
    "cause": "案由", "original_cause": "案由", "accepted_on": "受理时间", "applied_on": "受理时间",
    "time_limit": "办案期限", "department": "办案部门", "compulsory_measure": "强制措施",
    "outcome": "处理结果", "review_outcome": "处理结果", "decision": "处理结果", "opened_outcome": "处理结果",
    "closing_result": "处理结果", "relief_amount": "处理结果", "liberty_damages": "处理结果",
    "health_damages": "处理结果", "moral_damages": "处理结果", "property_damages": "处理结果",
}  # fmt: skip
"""Which of the seven items of Article 7 a field belongs to; every other field tells the progress."""
NTH = {"first_return_on": ("退回补充侦查", 0), "second_return_on": ("退回补充侦查", 1),
       "first_resubmission_on": ("重新移送", 0), "second_resubmission_on": ("重新移送", 1)}  # fmt: skip
DAYS = {"review_opened_on": "立案复查", "decided_on": "作出决定", "applied_on": "申请", "enforced_on": "执行",
        "opened_on": "立案办理", "relief_paid_on": "发放救助金", "closed_on": "办结"}  # fmt: skip


@dataclass(frozen=True)
class Step:
    on: date
    kind: str
    detail: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Measure:
    person: str
    kind: str
    decided_on: date | None
    executed_on: date | None
    ended_on: date | None


@dataclass(frozen=True)
class View:
    """A case as far as the projection needs it; ``people`` maps keys to (name, role)."""

    number: str
    case_type: str
    charge: str
    organ_name: str
    department: str
    accepted_on: date | None
    concluded_on: date | None
    people: Mapping[str, tuple[str, str]]
    steps: tuple[Step, ...]
    measures: tuple[Measure, ...]


def record(
    view: View, participant: str, role_label: str, rules: RuleSet, calendar: Calendar, as_of: str
) -> dict[str, Any]:
    """The record for one participant's person, defender or relative. Raises ``ValueError`` for an unknown case type."""
    name, role = view.people[participant]
    own = _own_measures(view, participant) if role in ACCUSED else []
    hidden = result_hidden(view, participant)
    limit = time_limit(view, participant, rules, calendar)
    listed = inquiry.fields(view.case_type, rules).details
    values = {key: _value(key, view, participant, own, hidden, limit) for key in listed["keys"]}
    return {
        "number": view.number, "case_type": view.case_type, "organ_name": view.organ_name, "role_label": role_label,
        "person": name,
        "fields": [{"item": ITEM.get(key, "办案进程"), "label": label, "value": values[key]}
                   for label, key in zip(listed["fields"], listed["keys"], strict=True) if values[key]],
        "timeline": [{"on": s.on.isoformat(), "step": s.kind} for s in timeline(view, hidden, rules)],
        "limit": limit and {"deadline": limit.details["deadline"], "sentence": limit.sentence,
                            "steps": list(limit.details["steps"]), "warning": limit.details["warning"]},
        "measures": [{"kind": m.kind, "executed_on": m.executed_on.isoformat() if m.executed_on else "",
                      "ended_on": m.ended_on.isoformat() if m.ended_on else None} for m in own],
        "ruleset": rules.id, "as_of": as_of,
    }  # fmt: skip


def _own_measures(view: View, participant: str) -> list[Measure]:
    """Executed measures of this person, the newest first; a co-defendant's are nobody else's business."""
    mine = [m for m in view.measures if m.person == participant and m.executed_on]
    return sorted(mine, key=lambda m: m.executed_on or date.min, reverse=True)


def result_hidden(view: View, participant: str) -> bool:
    """Whether the result must wait: an arrest was decided and somebody whom it concerns is not yet arrested."""
    result = _result_step(view)
    if result is None or _outcome(result, participant) not in ARRESTS:
        return False
    executed = {m.person for m in view.measures if m.kind == "逮捕" and m.executed_on}
    if participant in (result.detail.get("outcomes") or {}):
        return participant not in executed
    accused = {key for key, (_, role) in view.people.items() if role in ACCUSED}
    return not accused <= executed


def _result_step(view: View) -> Step | None:
    found = [s for s in view.steps if s.detail.get("outcome") or s.detail.get("outcomes")]
    return found[-1] if found else None


def _outcome(step: Step, participant: str) -> str:
    outcomes = step.detail.get("outcomes") or {}
    return str(outcomes.get(participant) or step.detail.get("outcome") or "")


def timeline(view: View, hidden: bool, rules: RuleSet) -> list[Step]:
    """The steps that the rules name, from old to new."""
    known = vocabulary.values(rules, "vocabulary.progress")
    return [s for s in view.steps if s.kind in known and not (hidden and s.kind in RESULT_STEPS)]


def time_limit(view: View, participant: str, rules: RuleSet, calendar: Calendar) -> Decision | None:
    """The time limit with its reckoning; None where the rules set none or the course of the case is unclear."""
    names = inquiry.case_type_names(view.case_type, rules)
    custody = any(
        m.kind in CUSTODY and m.executed_on and not m.ended_on
        for m in view.measures
        if m.person == participant or view.people[participant][1] not in ACCUSED
    )
    procedure = next((str(s.detail["procedure"]) for s in view.steps if s.detail.get("procedure")), "")
    case_type = next((n for n in names if handling_entry(n, custody, procedure, rules)), None)
    if case_type is None or view.accepted_on is None:
        return None
    events = [Event(CLOCK[s.kind], s.on, _until(s)) for s in view.steps if s.kind in CLOCK]
    try:
        return handling_period(case_type, view.accepted_on, rules, calendar, custody, procedure, events)
    except ValueError:
        return None


def _until(step: Step) -> date | None:
    until = step.detail.get("until")
    return date.fromisoformat(until) if isinstance(until, str) and until else None


def _value(
    key: str, view: View, participant: str, own: list[Measure], hidden: bool, limit: Decision | None
) -> str:
    if key == "cause":
        return view.charge
    if key == "department":
        return view.department
    if key == "accepted_on":
        return words(view.accepted_on)
    if key == "time_limit":
        return limit.sentence[:200] if limit else ""
    if key == "compulsory_measure":
        return "；".join(_measure_words(m) for m in own)[:200]
    if key == "progress":
        shown = [s for s in view.steps if not (hidden and s.kind in RESULT_STEPS)]
        return shown[-1].kind if shown else ""
    if key in ("outcome", "concluded_on") and hidden:
        return ""
    return _from_steps(key, view, participant)


def _from_steps(key: str, view: View, participant: str) -> str:
    if key == "concluded_on":
        return words(view.concluded_on)
    if key == "outcome":
        result = _result_step(view)
        return _outcome(result, participant)[:200] if result else ""
    if key in NTH:
        kind, nth = NTH[key]
        found = [s.on for s in view.steps if s.kind == kind]
        return words(found[nth]) if len(found) > nth else ""
    given = [s.detail[key] for s in view.steps if isinstance(s.detail.get(key), str | int | float)]
    if given:
        return str(given[-1])[:200]
    days = [s.on for s in view.steps if s.kind == DAYS.get(key)]
    if key == "closed_on" and not days:
        return words(view.concluded_on)
    return words(days[-1]) if days else ""


def _measure_words(measure: Measure) -> str:
    ended = f"，{words(measure.ended_on)}解除" if measure.ended_on else ""
    return f"{measure.kind}（{words(measure.executed_on)}起{ended}）"


def words(day: date | None) -> str:
    """2014年10月8日; empty for none."""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""
