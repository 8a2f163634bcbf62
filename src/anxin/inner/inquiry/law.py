"""What this chapter asks of the rules: one place that binds cases and applications to ``anxin.regulation``."""

from __future__ import annotations

from anxin.inner.actor import Refused
from anxin.inner.cases.models import Case, Measure
from anxin.inner.documents.artefacts import case_ref
from anxin.inner.inquiry import record
from anxin.inner.organs.models import Organ
from anxin.regulation import rules, vocabulary
from anxin.regulation.rules import RuleSet


def rules_of(organ: Organ) -> RuleSet:
    """The rule set that governs an organ, with its overlays."""
    return rules.load(organ.ruleset, organ.pk)


def listed(organ: Organ, name: str) -> tuple[str, ...]:
    """A closed list of the rules: inquiry_refusal, binding_end, identity_check, ..."""
    return vocabulary.values(rules_of(organ), f"vocabulary.{name}")


def require_check(organ: Organ, channel: str, checked_how: str) -> None:
    """Raise ``Refused`` unless this way of checking identity is one of the rules' and fits the channel (Art 3, 8)."""
    if checked_how not in listed(organ, "identity_check"):
        raise Refused("请写明怎样核对身份（规定第八条）。")
    if checked_how not in checks_for(organ, channel):
        raise Refused(f"“{checked_how}”不适合这种方式，请选择实际采用的核对方式（规定第三条、第八条）。")


def checks_for(organ: Organ, channel: str) -> tuple[str, ...]:
    """Ways of checking identity that go with a channel; in person only at the window (Art 3)."""
    in_person, *from_afar = listed(organ, "identity_check")
    return (in_person,) if channel == "window" else tuple(from_afar)


def view_of(case: Case) -> record.View:
    """The case as the projection sees it."""
    return record.View(
        number=case.number, case_type=case.case_type, charge=case.charge, organ_name=case.organ.name,
        department=case.department.name if case.department else "", accepted_on=case.accepted_on,
        concluded_on=case.concluded_on, case_ref=case_ref(case),
        people={p.key: (p.name, p.role) for p in case.participants.all()},
        steps=tuple(record.Step(s.on, s.kind, s.detail) for s in case.proceedings.order_by("on", "pk")),
        measures=tuple(
            record.Measure(m.participant.key, m.kind, m.decided_on, m.executed_on, m.ended_on)
            for m in Measure.objects.filter(participant__case=case).select_related("participant")
        ),
    )  # fmt: skip
