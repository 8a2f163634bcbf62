"""What this chapter asks of the rules: one place that binds cases and applications to ``anxin.regulation``."""

from __future__ import annotations

from anxin.inner.cases.models import Case, Measure
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


def view_of(case: Case) -> record.View:
    """The case as the projection sees it."""
    return record.View(
        number=case.number, case_type=case.case_type, charge=case.charge, organ_name=case.organ.name,
        department=case.department.name if case.department else "", accepted_on=case.accepted_on,
        concluded_on=case.concluded_on, people={p.key: (p.name, p.role) for p in case.participants.all()},
        steps=tuple(record.Step(s.on, s.kind, s.detail) for s in case.proceedings.order_by("on", "pk")),
        measures=tuple(
            record.Measure(m.participant.key, m.kind, m.decided_on, m.executed_on, m.ended_on)
            for m in Measure.objects.filter(participant__case=case).select_related("participant")
        ),
    )  # fmt: skip
