"""What this chapter asks of the rules: one place that binds announcements to ``anxin.regulation``."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.utils import timezone

from anxin.inner.announcements.models import Announcement
from anxin.inner.cases.models import Case
from anxin.inner.documents.law import OrganTree, label, rules_for
from anxin.inner.organs import calendar
from anxin.inner.organs.models import Organ
from anxin.regulation import case as facts
from anxin.regulation import chains, periods, publicity, vocabulary
from anxin.regulation.decision import Decision
from anxin.regulation.rules import Entry, RuleSet, load

__all__ = ["categories", "chain", "deadline", "label", "lacking", "naming", "refusal", "rules_of", "stage", "steps",
           "tolerance", "withdrawal_chain", "written"]  # fmt: skip


def rules_of(organ: Organ) -> RuleSet:
    return load(organ.ruleset, organ.pk)


def categories() -> dict[str, Entry]:
    """The five categories by code (Art 11)."""
    return {str(e.values["code"]): e for e in vocabulary.categories(load("2014-trial"))}


Steps = list[tuple[str, date]]


def steps(case: Case) -> Steps:
    """What happened in a case, by name and day: its steps, their results, its conclusion."""
    found = []
    for row in case.proceedings.all():
        found += [(name, row.on) for name in dict.fromkeys((row.detail.get("result") or row.kind, row.kind))]
    return [*found, ("办结", case.concluded_on)] if case.concluded_on else found


def stage(case: Case | None, known: facts.Case | None = None, happened: Steps | None = None) -> str:
    """Whether the case is pending (Art 11(P2)). Without a case the text may speak of any: read as pending.

    ``known`` and ``happened`` are the case's facts and steps where somebody read them already, here and below.
    """
    if case is None:
        return publicity.PENDING
    papers = case.documents.values_list("doc_type", flat=True)
    names = [name for name, _ in (steps(case) if happened is None else happened)]
    return publicity.stage(case.case_type, papers, known or case.facts(), rules_for(case), names).outcome


def refusal(case: Case | None, known: facts.Case | None = None) -> Decision | None:
    """Why nothing of the case may be announced (Art 4)."""
    return publicity.refusal(known or case.facts(), rules_for(case)) if case else None


def lacking(
    organ: Organ, case: Case | None, category: str, event: str, at: str, happened: Steps | None = None
) -> Decision | None:
    """What the category asks for and the case is not (Art 11); the event is looked up by its day in the case."""
    gone = steps(case) if case and happened is None else happened or []
    days = [on for name, on in gone if name == event]
    on = max(days, default=timezone.localdate())
    return publicity.lacking(category, event, case.charge if case else None, at, on, rules_of(organ))


def naming(
    announcement: Announcement, at: str, known: facts.Case | None = None
) -> tuple[facts.Case, dict[str, Decision]]:
    """The case as the masking engine should see it, and the decision on each name by the person's key.

    The engine masks by sentence and consent, so whom the naming table names consents, and nobody else is sentenced.
    """
    case = announcement.case
    if case is None:
        return facts.Case(), {}
    known, rules = known or case.facts(), rules_for(case)
    decided = {p.key: publicity.name(p, announcement.category, at, known, rules) for p in known.participants}
    people = tuple(
        replace(p, sentence=None, recidivist=False, habitual=False, consent_to_name=decided[p.key].outcome == "keep")
        for p in known.participants
    )
    return replace(known, participants=people), decided


def written(organ: Organ, case: Case | None, category: str, event: str) -> tuple[str, str]:
    """Heading and text of the standard wording, with the case's fields. Raises KeyError for an unknown category."""
    accused = [p for p in case.participants.all() if p.role in ("defendant", "non_prosecuted")] if case else []
    who = f"{accused[0].title}{accused[0].name}" + ("等人" if len(accused) > 1 else "") if accused else "有关人员"
    held = any(m.executed_on for p in accused for m in p.measures.all())
    fields = {
        "organ": organ.name, "who": who, "charge": (case.charge if case else "").removesuffix("罪"),
        "measure": "，并采取强制措施" if held else "",
    }  # fmt: skip
    return publicity.written(publicity.template(rules_of(organ), category, event), fields)


def flags_of(announcement: Announcement) -> set[str]:
    """Flags in force: what people marked, and what the case itself is registered with (Art 13)."""
    marked = set(announcement.flags.filter(removed_at=None).values_list("name", flat=True))
    return marked | (set(announcement.case.flags) & set(chains.FLAGS) if announcement.case else set())


def chain(announcement: Announcement) -> Decision:
    """The steps the item must go through as things stand now (Art 13, 14)."""
    organ = announcement.organ
    return chains.chain(
        "announcement", organ.pk, organ.has_press, announcement.assigned_by_id,
        dict.fromkeys(flags_of(announcement), True), rules_of(organ), OrganTree(),
    )  # fmt: skip


def withdrawal_chain(announcement: Announcement) -> Decision:
    """Who withdraws what was released: who approved it and who released it (Art 14, 23)."""
    organ = announcement.organ
    return chains.chain("announcement_withdrawal", organ.pk, organ.has_press, None, {}, rules_of(organ), OrganTree())


def deadline(happened_on: date, organ: Organ) -> date:
    decided = periods.deadline(happened_on, rules_of(organ), calendar.current(), "announcement")
    return date.fromisoformat(decided.details["deadline"])


def tolerance(organ: Organ) -> int:
    """Minutes that an external release and the system's may lie apart (Art 12)."""
    return int(rules_of(organ).parameter("announcement_tolerance_minutes"))
