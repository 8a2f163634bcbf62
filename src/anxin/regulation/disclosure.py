"""Whether a document may be disclosed, and where (Art 4, 17, 18, 21).

Every ground is collected; the gravest decides: refuse > refer > wait > kiosk > publish.
"""

from __future__ import annotations

import re

from anxin.regulation.case import Case
from anxin.regulation.decision import Decision
from anxin.regulation.rules import Entry, RuleSet
from anxin.regulation.signs import signs, squeeze

GRAVITY = ("refuse", "refer", "wait", "kiosk", "publish")
AUDIENCE_OUTCOME = {"internet": "publish", "kiosk": "kiosk"}
Ground = tuple[str, Entry, str]  # outcome, rule, sentence


def document_entry(doc_type: str, rules: RuleSet) -> Entry | None:
    """The row of a document type, or None. The template's suffix 起诉书（自然人犯罪案件适用） and 《》 are ignored."""
    name = re.sub(r"\([^()]*\)$", "", squeeze(doc_type).strip("《》"))
    for entry in rules.table("document_type"):
        if name in entry.values["names"]:
            return entry
    return None


def excluded(case: Case, rules: RuleSet) -> list[Ground]:
    """Grounds in the case itself: flags, minors among the accused, a case that is not closed."""
    grounds: list[Ground] = []
    for entry in rules.table("excluded"):
        minors = any(p.minor and p.role in entry.get("minor_roles", ()) for p in case.participants)
        still_open = entry.get("case_state") == "open" and not case.closed
        if entry.get("flag") in case.flags or minors or still_open:
            grounds.append((entry.values["outcome"], entry, entry.sentence))
    return grounds


def _by_type(doc_type: str, case: Case, rules: RuleSet) -> Ground:
    entry = document_entry(doc_type, rules)
    if entry is None:
        unlisted = rules.table("unlisted_document")[0]
        return unlisted.values["outcome"], unlisted, unlisted.sentence
    if entry.values["needs_effective_judgment"] and not case.judgment_effective:
        return "wait", entry, entry.values["wait_sentence"]
    return AUDIENCE_OUTCOME[entry.values["audience"]], entry, entry.sentence


def decide(
    doc_type: str,
    title: str,
    document_number: str,
    case: Case,
    rules: RuleSet,
    text: str = "",
) -> Decision:
    """``publish``, ``kiosk``, ``wait``, ``refer`` or ``refuse`` for one document; details.grounds has every ground.

    ``text`` is the document's text, when there is one: its head and approval forms are read for signs as well.
    """
    grounds = excluded(case, rules)
    grounds += [(e.values["outcome"], e, e.sentence) for e in signs(rules, doc_type, title, document_number, text)]
    by_type = _by_type(doc_type, case, rules)
    if not (by_type[1].table == "unlisted_document" and any(g[0] == "refuse" for g in grounds)):
        grounds.append(by_type)
    grounds.sort(key=lambda g: (GRAVITY.index(g[0]), g[1].table == "excluded" and g[1].get("case_state") == "open"))
    outcome, entry, sentence = grounds[0]
    rows = [
        {"outcome": o, "article": e.article, "entry": e.reference, "title": e.title, "sentence": s}
        for o, e, s in grounds
    ]
    if outcome != "publish":
        rows = [r for r in rows if r["outcome"] != "publish"]
    return rules.decide(outcome, entry, sentence, grounds=rows, doc_type=doc_type)
