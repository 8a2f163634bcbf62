"""The procedural record: all that one person may see of one case, and nothing else (Art 7).

Pure: from plain facts to the JSON object ``exchange.schemas_inquiry.RECORD``. Only what the rules list for the type
of case is looked for, so nothing internal can come along. A measure or an arrest that was decided but not carried out
is not shown, for it would warn whoever is still at large.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from anxin.exchange.schemas_inquiry import ITEMS
from anxin.regulation import inquiry, vocabulary
from anxin.regulation.calendar import Calendar
from anxin.regulation.handling import Event, handling_entry, handling_period
from anxin.regulation.rules import RuleSet

ARRESTS = ("批准逮捕", "决定逮捕")
ACCUSED = ("defendant", "non_prosecuted")
CUSTODY = ("拘留", "逮捕")
CLOCK = {"延长期限": "extended", "退回补充侦查": "returned", "重新移送": "resubmitted", "改变管辖": "transferred",
         "中止审查": "suspended", "精神病鉴定": "suspended"}  # fmt: skip
"""What each step does to the time limit; an expert opinion on somebody's mind is reckoned and never named."""
PROGRESS = "办案进程"
RESULT_STEPS = ("审结", "文书送达", "办结", "归档")
UNCLEAR = "本案期限的变动有特殊情形，不能自动推算，请向办案机关案件管理部门查询。"
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
    case_ref: str = ""


def record(
    view: View, participant: str, role_label: str, rules: RuleSet, calendar: Calendar, as_of: str
) -> dict[str, Any]:
    """The record for one participant's person, defender or relative. Raises ``ValueError`` for an unknown case type."""
    view = _until_today(view, date.fromisoformat(as_of[:10]))
    name, role = view.people[participant]
    own = _own_measures(view, participant) if role in ACCUSED else []
    hidden = result_hidden(view, participant)
    limit = time_limit(view, participant, rules, calendar)
    shown = timeline(view, hidden, rules)
    value = lambda key: _value(key, view, participant, own, shown, hidden, limit)  # noqa: E731
    return {
        "number": view.number, "case_type": view.case_type, "organ_name": view.organ_name, "role_label": role_label,
        "person": name, "fields": _fields(value, view.case_type, rules),
        "timeline": [{"on": s.on.isoformat(), "step": s.kind} for s in shown], "limit": limit,
        "measures": [{"kind": m.kind, "executed_on": m.executed_on.isoformat() if m.executed_on else "",
                      "ended_on": m.ended_on.isoformat() if m.ended_on else None} for m in own],
        "ruleset": rules.id, "as_of": as_of, "case_ref": view.case_ref,
    }  # fmt: skip


def _until_today(view: View, today: date) -> View:
    """What has happened: a day that is still to come was not carried out yet."""
    measures = (replace(m, executed_on=None) if m.executed_on and m.executed_on > today else m for m in view.measures)
    concluded = view.concluded_on if view.concluded_on and view.concluded_on <= today else None
    steps = tuple(s for s in (*view.steps, *_ends_of_course(view)) if s.on <= today)
    steps = tuple(sorted(steps, key=lambda s: s.on))
    return replace(view, steps=steps, measures=tuple(measures), concluded_on=concluded)


def _ends_of_course(view: View) -> Iterator[Step]:
    """Beginning and end of the course, where the case has the days and its steps do not name them."""
    kinds = {step.kind for step in view.steps}
    if view.accepted_on and "受理" not in kinds:
        yield Step(view.accepted_on, "受理")
    if view.concluded_on and not kinds & set(RESULT_STEPS):
        yield Step(view.concluded_on, "办结")


def _fields(value: Callable[[str], str], case_type: str, rules: RuleSet) -> list[dict[str, str]]:
    """The rules' list for this type of case, and whichever of the seven items it leaves out, where they exist."""
    listed = inquiry.fields(case_type, rules).details
    rows = [
        {"item": ITEM.get(key, PROGRESS), "label": label, "value": value(key)}
        for label, key in zip(listed["fields"], listed["keys"], strict=True)
    ]
    told = {row["item"] for row in rows if row["value"] and row["item"] != PROGRESS}
    left = [(item, rules.fields[item]) for item in ITEMS if item not in told]
    rows += [{"item": i, "label": i, "value": value(key)} for i, key in left if key not in listed["keys"]]
    return sorted((row for row in rows if row["value"]), key=lambda row: ITEMS.index(row["item"]))


def _own_measures(view: View, participant: str) -> list[Measure]:
    """Executed measures of this person, the newest first; a co-defendant's are nobody else's business."""
    mine = [m for m in view.measures if m.person == participant and m.executed_on]
    return sorted(mine, key=lambda m: m.executed_on or date.min, reverse=True)


def result_hidden(view: View, participant: str) -> bool:
    """Whether the result must wait: an arrest was decided and somebody whom it concerns is not yet arrested."""
    result = _result_step(view)
    if result is None:
        return False
    executed = {m.person for m in view.measures if m.kind == "逮捕" and m.executed_on}
    waiting = {key for key in view.people if _accused(view, key) and _outcome(result, view, key) in ARRESTS} - executed
    if participant in (result.detail.get("outcomes") or {}):
        return participant in waiting
    return bool(waiting)


def _accused(view: View, participant: str) -> bool:
    return view.people[participant][1] in ACCUSED


def _result_step(view: View) -> Step | None:
    found = [s for s in view.steps if s.detail.get("outcome") or s.detail.get("outcomes")]
    return found[-1] if found else None


def _outcome(step: Step, view: View, participant: str) -> str:
    """The own result or the case's; to a victim, results that differ by person without saying whose they are."""
    outcomes = step.detail.get("outcomes") or {}
    own = outcomes.get(participant) or step.detail.get("outcome") or ""
    return str(own if own or _accused(view, participant) else "；".join(dict.fromkeys(map(str, outcomes.values()))))


def timeline(view: View, hidden: bool, rules: RuleSet) -> list[Step]:
    """The steps that the rules name, from old to new."""
    known = vocabulary.values(rules, "vocabulary.progress")
    return [s for s in view.steps if s.kind in known and not (hidden and s.kind in RESULT_STEPS)]


def time_limit(view: View, participant: str, rules: RuleSet, calendar: Calendar) -> dict[str, Any] | None:
    """The time limit with its reckoning (``schemas_inquiry.LIMIT``); None where the rules set none."""
    names, accused = inquiry.case_type_names(view.case_type, rules), _accused(view, participant)
    custody = any(
        m.kind in CUSTODY and m.executed_on and not m.ended_on
        for m in view.measures
        if m.person == participant or not accused
    )
    procedure = next((str(s.detail["procedure"]) for s in view.steps if s.detail.get("procedure")), "")
    case_type = next((n for n in names if handling_entry(n, custody, procedure, rules)), None)
    if case_type is None or view.accepted_on is None:
        return None
    try:
        events = [Event(CLOCK[s.kind], s.on, _until(s)) for s in view.steps if s.kind in CLOCK]
        found = handling_period(case_type, view.accepted_on, rules, calendar, custody, procedure, events, accused)
    except ValueError:
        return {"deadline": None, "sentence": UNCLEAR, "steps": [], "warning": ""}
    details = found.details
    return {"deadline": details["deadline"], "sentence": found.sentence, "steps": list(details["steps"]),
            "warning": details["warning"]}  # fmt: skip


def _until(step: Step) -> date | None:
    until = step.detail.get("until")
    return date.fromisoformat(until) if isinstance(until, str) and until else None


def _value(
    key: str, view: View, participant: str, own: list[Measure], shown: list[Step], hidden: bool, limit: Any
) -> str:
    plain = {
        "cause": view.charge, "department": view.department, "accepted_on": words(view.accepted_on),
        "time_limit": limit["sentence"][:200] if limit else "", "progress": shown[-1].kind if shown else "",
        "compulsory_measure": "；".join(_measure_words(m) for m in own)[:200],
    }  # fmt: skip
    if key in plain:
        return plain[key]
    return "" if hidden and key in ("outcome", "concluded_on") else _from_steps(key, view, participant)


def _from_steps(key: str, view: View, participant: str) -> str:
    if key == "concluded_on":
        return words(view.concluded_on)
    if key == "outcome":
        result = _result_step(view)
        return _outcome(result, view, participant)[:200] if result else ""
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
