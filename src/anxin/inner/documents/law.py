"""What this chapter asks of the rules: one place that binds cases and documents to ``anxin.regulation``."""

from __future__ import annotations

from datetime import date

from anxin.inner.cases.models import Case
from anxin.inner.documents.models import LegalDocument
from anxin.inner.organs.models import Organ
from anxin.regulation import chains, disclosure, periods, rules
from anxin.regulation.calendar import Calendar
from anxin.regulation.case import Case as Facts
from anxin.regulation.decision import Decision
from anxin.regulation.rules import RuleSet


def rules_for(case: Case) -> RuleSet:
    """The rule set that governs the case's organ, with its overlays."""
    return rules.load(case.organ.ruleset, case.organ_id)


def disclosure_of(document: LegalDocument) -> Decision:
    """Whether the document may be published, from the case as it is now (Art 4, 18)."""
    return disclosure.decide(
        document.doc_type,
        document.title,
        document.number,
        document.case.facts(),
        rules_for(document.case),
        document.text,
    )


def known_type(doc_type: str) -> bool:
    """Whether any rule speaks of this type of document (published, kiosk or internal)."""
    return disclosure.known_type(doc_type)


def internal(doc_type: str, title: str, number: str, case: Facts, text: str) -> str | None:
    """Why a document is an internal working document (Art 18 last paragraph); None when it is not."""
    decision = disclosure.decide(doc_type, title, number, case, rules.load("2014-trial"), text)
    grounds = decision.details.get("grounds", ())
    return next((g["sentence"] for g in grounds if g["entry"].startswith("internal")), None)


def trigger_kind(doc_type: str, ruleset: RuleSet) -> str | None:
    """``judgment`` or ``concluded``: the fact that starts the clock; None when the type is not published."""
    return disclosure.trigger_kind(doc_type, ruleset)


def deadline(trigger: date, case: Case) -> Decision:
    """The last day of the ten days of Article 21, with its reckoning in sentences."""
    return periods.deadline(trigger, rules_for(case), Calendar.default())


def label(article: str) -> str:
    """An article as people write it: 第二十条第一款第（一）项."""
    return rules.article_label(article)


def chain_for(
    case: Case, purpose: str, flags: dict[str, bool] | None = None, assigned_by: str | None = None
) -> Decision:
    """The steps a subject of this case must go through."""
    return chains.chain(
        purpose, case.organ_id, organ_has_press=case.organ.has_press, assigned_by=assigned_by, flags=flags or {},
        rules=rules_for(case), tree=OrganTree(),
    )  # fmt: skip


class OrganTree:
    """The organ tree as registered in this installation, in the form the chains ask for."""

    def parent(self, code: str) -> str | None:
        return Organ.objects.values_list("parent_id", flat=True).get(pk=code)

    def level(self, code: str) -> str:
        return Organ.objects.values_list("level", flat=True).get(pk=code)

    def has_press(self, code: str) -> bool:
        return Organ.objects.values_list("has_press", flat=True).get(pk=code)


def exemption_grounds(ruleset: str = "2014-trial"):
    """Ground codes under which a document may be exempt, each with label and article."""
    return rules.load(ruleset).exemption_grounds
