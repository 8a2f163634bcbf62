"""Whose name is anonymised (Art 19, 20): one ordered table, the first row that fits decides."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from anxin.regulation.case import Case, Participant
from anxin.regulation.decision import Decision
from anxin.regulation.rules import Entry, RuleSet

STRICTNESS = ("keep", "ask", "mask")
Condition = Callable[[Any, Participant, Case], bool]


def months(participant: Participant) -> float | None:
    """Months of a fixed term, or None when they are not known for certain."""
    value = participant.sentence.months if participant.sentence else None
    known = isinstance(value, int | float) and not isinstance(value, bool) and value > 0
    return value if known else None


CONDITIONS: Mapping[str, Condition] = {
    "roles": lambda wanted, p, case: p.role in wanted,
    "minor": lambda wanted, p, case: p.minor == wanted,
    "consent": lambda wanted, p, case: p.consent_to_name == wanted,
    "repeat_offender": lambda wanted, p, case: (p.recidivist or p.habitual) == wanted,
    "sentence_types": lambda wanted, p, case: p.sentence is not None and p.sentence.type in wanted,
    "months_at_most": lambda wanted, p, case: (term := months(p)) is not None and term <= wanted,
    "months_over": lambda wanted, p, case: (term := months(p)) is not None and term > wanted,
    "minor_victim_in_case": lambda wanted, p, case: (
        any(q.role == "victim" and q.minor for q in case.participants) == wanted
    ),
}


def fits(entry: Entry, participant: Participant, case: Case) -> bool:
    """Whether every condition the row names holds."""
    return all(CONDITIONS[key](wanted, participant, case) for key, wanted in entry.values.items() if key in CONDITIONS)


def decide(participant: Participant, doc_type: str, case: Case, rules: RuleSet) -> Decision:
    """``mask``, ``keep`` or ``ask`` for one person's name in a document of the case.

    The answer is the same in every document of a case, for a name hidden in one and shown in another is shown;
    ``doc_type`` only appears in the details. A petitioner is judged by who he is in the case. ``ask`` means: masked
    until a person decides.
    """
    entries = [_entry(person, case, rules) for person in _as_whom(participant, case)]
    entry = max(entries, key=lambda e: STRICTNESS.index(e.values["outcome"]))
    return rules.decide(entry.values["outcome"], entry, participant=participant.key, doc_type=doc_type)


def _entry(participant: Participant, case: Case, rules: RuleSet) -> Entry:
    return next(e for e in rules.table("anonymity") if fits(e, participant, case))


def _as_whom(participant: Participant, case: Case) -> list[Participant]:
    """A petitioner who is also registered in another role is decided as that person; his consent counts."""
    if participant.role != "petitioner":
        return [participant]
    same = [p for p in case.participants if p.name and p.name == participant.name and p.role != "petitioner"]
    return [
        replace(p, consent_to_name=p.consent_to_name or participant.consent_to_name, minor=p.minor or participant.minor)
        for p in same
    ] or [participant]


def decide_all(doc_type: str, case: Case, rules: RuleSet) -> Decision:
    """All participants in input order: details.participants [{name, decision, article, sentence, ...}]."""
    decisions = [decide(p, doc_type, case, rules) for p in case.participants]
    rows = [
        {
            "name": p.name,
            "role": p.role,
            "decision": d.outcome,
            "article": d.article,
            "entry": d.entry,
            "sentence": d.sentence,
        }
        for p, d in zip(case.participants, decisions, strict=True)
    ]
    order = ("ask", "mask", "keep")
    leading = min(decisions, key=lambda d: order.index(d.outcome), default=None)
    if leading is None:
        return Decision("keep", "19", rules.id, "anonymity", "没有登记当事人和其他诉讼参与人。", {"participants": []})
    counts = {outcome: sum(d.outcome == outcome for d in decisions) for outcome in order}
    sentence = f"{counts['mask']}人匿名，{counts['keep']}人保留真名，{counts['ask']}人由人决定。"
    return replace(leading, sentence=sentence, details={"participants": rows})
