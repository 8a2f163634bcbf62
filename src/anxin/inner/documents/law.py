"""What this chapter asks of the rules: one place that binds cases and documents to ``anxin.regulation``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from anxin.inner.cases.models import Case
from anxin.inner.documents.models import LegalDocument
from anxin.inner.organs import calendar
from anxin.inner.organs.models import Organ
from anxin.quality.check import check
from anxin.quality.model import Finding, Paper
from anxin.regulation import chains, disclosure, masking, periods, rules, signs
from anxin.regulation import second_reading as second_reading_rules
from anxin.regulation.case import Case as Facts
from anxin.regulation.decision import Decision
from anxin.regulation.rules import Entry, RuleSet

NATIONAL = "2014-trial"


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


def known_type(doc_type: str, case: Facts | None = None) -> bool:
    """Whether the rules name this type of document, as published, for the kiosk or as internal (Art 17, 18)."""
    national = rules.load(NATIONAL)
    return bool(disclosure.document_entry(doc_type, national) or signs.signs(national, doc_type, "", "", ""))


def internal(doc_type: str, title: str, number: str, text: str) -> str | None:
    """Why a document is an internal working document (Art 18(P2)); None when it is not."""
    found = signs.signs(rules.load(NATIONAL), doc_type, title, number, text)
    return next((e.sentence for e in found if e.article == "18(P2)"), None)


def is_published_type(doc_type: str, case: Case) -> bool:
    """Whether documents of this type are published on the system at all (Art 18)."""
    entry = disclosure.document_entry(doc_type, rules_for(case))
    return bool(entry and entry.get("audience") == "internet")


def for_kiosk(document: LegalDocument) -> bool:
    """Whether this type is shown on the organ's own touch screen instead of the system (Art 17)."""
    entry = disclosure.document_entry(document.doc_type, rules_for(document.case))
    return bool(entry and entry.get("audience") == "kiosk")


def shown_unmasked(document: LegalDocument) -> bool:
    """Whether the rule set lets the touch screen show the document as served; by default it is masked (Art 19, 20)."""
    return for_kiosk(document) and masking.parameters(rules_for(document.case)).get("kiosk_masked") == "no"


def waits_for_judgment(doc_type: str, case: Case) -> bool:
    """Whether the clock of this type starts with a judgment."""
    entry = disclosure.document_entry(doc_type, rules_for(case))
    return bool(entry and entry.get("clock") == "judgment")


def clock_facts(case: Case) -> dict[str, date]:
    """The dates that may start the clock, as far as they are known."""
    judgment = case.effective_judgment
    facts = {
        "received": judgment and judgment.received_on,
        "effective": judgment and judgment.effective_on,
        "concluded": case.concluded_on,
        "filing_review_required": date.min if case.filing_review else None,
        "filing_review_ended": case.filing_reviewed_on,
    }
    return {name: on for name, on in facts.items() if on}


def clock(doc_type: str, case: Case) -> Decision:
    """When the ten days of Article 21 start for a document type of this case."""
    return periods.starts_on(doc_type, clock_facts(case), rules_for(case))


def deadline(trigger: date, case: Case) -> Decision:
    """The last day of the ten days of Article 21, with its reckoning in sentences."""
    return periods.deadline(trigger, rules_for(case), calendar.current())


def text_quality(document: LegalDocument) -> list[Finding]:
    """What a careful reader would stumble over in the served text (Art 22)."""
    case = document.case
    people = tuple(case.participants.values_list("name", "role"))
    paper = Paper(document.text, document.doc_type, document.number, document.concluded_on, case.organ.name,
                  case.organ.short, people)  # fmt: skip
    return check(paper, rules_for(case))


def second_reading(case: Case, protected: int) -> Entry | None:
    """The rule that asks for a second reading of a document that protects so many people (Art 20, 21)."""
    return second_reading_rules.asked(case.facts(), protected, rules_for(case))


def entry_title(reference: str) -> str:
    """What a rule is called; "" for none."""
    try:
        return rules.load(NATIONAL).entry(reference).title if reference else ""
    except KeyError:
        return ""


def label(article: str) -> str:
    """An article as people write it: 第十九条第一款第（三）项, 第二十条第（一）项 (it has one paragraph)."""
    return rules.article_label(article, NATIONAL)


def chain_for(
    case: Case, purpose: str, flags: Mapping[str, bool] | None = None, assigned_by: str | None = None
) -> Decision:
    """The steps a subject of this case must go through (Art 13, 14, 19, 21)."""
    return chains.chain(
        purpose, case.organ_id, case.organ.has_press, assigned_by, flags or {}, rules_for(case), OrganTree()
    )


class OrganTree:
    """The organ tree as registered in this installation, in the form the chains ask for."""

    def parent(self, code: str) -> str | None:
        return Organ.objects.values_list("parent_id", flat=True).get(pk=code)

    def level(self, code: str) -> str:
        return Organ.objects.values_list("level", flat=True).get(pk=code)

    def has_press(self, code: str) -> bool:
        return Organ.objects.values_list("has_press", flat=True).get(pk=code)


def exemption_grounds(case: Case) -> dict[str, Entry]:
    """Grounds under which a document may be exempt, by code."""
    return {str(e.values["code"]): e for e in rules_for(case).table("exemption_ground")}
