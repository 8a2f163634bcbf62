"""Important case information (Art 11-15): what has to be told, in which words, who is named, when a case is pending."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from anxin.regulation import anonymity, disclosure, vocabulary
from anxin.regulation.case import Case, Participant
from anxin.regulation.decision import Decision
from anxin.regulation.rules import Entry, RuleSet

PENDING, CLOSED = "pending", "closed"


@dataclass(frozen=True)
class Suggestion:
    """A flag of Article 13, or ``block``, that words of a text or an office suggest. People decide."""

    flag: str
    entry: Entry
    words: tuple[str, ...]


def stage(case_type: str, papers: Iterable[str], case: Case, rules: RuleSet, steps: Iterable[str] = ()) -> Decision:
    """``pending`` or ``closed`` for Art 11(P2): the organ's procedure has ended and, if prosecuted, so has the court's.

    ``papers`` are the types of the case's documents, ``steps`` the names of the steps it went through. What is not
    known to have ended is pending.
    """
    entry = rules.table("pending_rule")[0]
    made = set(papers)
    prosecuted = bool(
        made & set(entry.get("prosecution_documents", ())) or set(steps) & set(entry.get("prosecution_steps", ()))
    )
    final = bool(made & set(entry.get("final_documents", ()))) or case_type in entry.get("case_types", ())
    ended = case.closed and (case.judgment_effective or (final and not prosecuted))
    sentence = "本院程序已经终结，裁判已经生效或者不需要裁判，可以发布案情。" if ended else entry.sentence
    return rules.decide(CLOSED if ended else PENDING, entry, sentence)


def refusal(case: Case, rules: RuleSet) -> Decision | None:
    """Why nothing of a case may be announced (Art 4); None when nothing stands against it. A pending case may be."""
    for outcome, entry, sentence in disclosure.excluded(case, rules):
        if outcome in ("refuse", "refer") and not entry.get("case_state"):
            return rules.decide(outcome, entry, sentence)
    return None


def name(person: Participant, category: str, at: str, case: Case, rules: RuleSet) -> Decision:
    """``keep`` or ``mask`` for one person's name in an announcement of ``category`` while the case is at ``at``."""
    entry = next(e for e in rules.table("naming") if _fits(e, person, category, at))
    outcome = str(entry.values["outcome"])
    if outcome != "as_document":
        return rules.decide(outcome, entry, participant=person.key)
    decided = anonymity.decide(person, "", case, rules)
    return rules.decide("keep" if decided.outcome == "keep" else "mask", entry, participant=person.key)


def _fits(entry: Entry, person: Participant, category: str, at: str) -> bool:
    return (
        person.role in entry.get("roles", (person.role,))
        and person.minor == entry.get("minor", person.minor)
        and bool(person.title) == entry.get("in_office", bool(person.title))
        and category in entry.get("categories", (category,))
        and at in entry.get("stages", (at,))
    )


def template(rules: RuleSet, category: str, event: str) -> Entry:
    """The standard wording of a category's event. Raises KeyError when the category has none."""
    for entry in rules.table("announcement_template"):
        if entry.values["category"] == category and entry.get("event", event) == event:
            return entry
    raise KeyError(category)


def written(entry: Entry, fields: Mapping[str, str]) -> tuple[str, str]:
    """Heading and text of a template with the case's fields filled in."""
    return str(entry.values["heading"]).format_map(fields), str(entry.values["text"]).format_map(fields)


def lacking(category: str, event: str, charge: str | None, at: str, on: date, rules: RuleSet) -> Decision | None:
    """Why an item of ``category`` about ``event`` of ``on`` cannot be announced; None when nothing is lacking (Art 11).

    ``charge`` None: the item is about no case. ``at`` is the ``stage`` of its case.
    """
    entry = next(e for e in vocabulary.categories(rules) if e.values["code"] == category)
    needs = set(entry.get("needs", ()))
    if "case" in needs and charge is None:
        return rules.decide("refuse", entry, f"“{entry.title}”由办理该案件的人民检察院发布，请选择案件。")
    if "closed" in needs and at != CLOSED:
        return rules.decide(
            "refuse", entry, f"“{entry.title}”限于已经办结的案件；这一案件还没有办结，或者裁判没有生效。"
        )
    own = _own(charge or "", on, rules)
    if "duty_crime" in needs and not (own or is_duty_crime(charge or "", rules)):
        what = f"案由“{charge}”不是职务犯罪的罪名" if charge is not None else "还没有选择职务犯罪案件"
        return rules.decide("refuse", entry, f"“{entry.title}”限于职务犯罪案件；{what}。")
    known = [e for e in vocabulary.events(rules, on, category) if e.values["name"] == event]
    if known and not own and all(e.get("only_charges") for e in known):
        return rules.decide("refuse", known[0])
    return None


def _names(charge: str) -> set[str]:
    """The crimes that a charge may name, without 罪; a name may itself hold the mark that parts several."""
    parts = charge.split("、")
    spans = ((a, b) for a in range(len(parts)) for b in range(a + 1, len(parts) + 1))
    return {"、".join(parts[a:b]).removesuffix("罪") for a, b in spans}


def _own(charge: str, on: date, rules: RuleSet) -> bool:
    """Whether the procuratorates themselves investigate a charge on a day, as far as there is a closed list."""
    return any(c.removesuffix("罪") in _names(charge) for c in vocabulary.own_investigation_charges(rules, on))


def is_duty_crime(charge: str, rules: RuleSet) -> bool:
    """Whether a charge, alone or among others, is a duty crime (Art 11(1))."""
    named = _names(charge)
    return any(str(c).removesuffix("罪") in named for e in rules.table("duty_crime") for c in e.values["values"])


def due_events(
    charge: str, flags: Iterable[str], steps: Iterable[tuple[str, date]], rules: RuleSet
) -> list[tuple[Entry, date]]:
    """Which steps of a case have to be announced (Art 11), with their days. ``steps`` are (name, day)."""
    raised = set(flags)
    affected = {str(e.values["code"]) for e in vocabulary.categories(rules) if raised & set(e.get("flags", ()))}
    duty = is_duty_crime(charge, rules)
    found = []
    for step, on in steps:
        own = _own(charge, on, rules)
        other = "public_concern" if duty else "duty_crime"  # one case is told as one or the other
        for entry in vocabulary.events(rules, on):
            category = entry.values["category"]
            if entry.values["name"] != step or category not in affected:
                continue
            if own if entry.get("only_charges") else category != other:
                found.append((entry, on))
    return found


def suggestions(text: str, offices: Iterable[str], rules: RuleSet) -> list[Suggestion]:
    """Flags that a text (15 sensitive classes) and the offices of its people (ranks) suggest (Art 13)."""
    found = []
    for entry in vocabulary.sensitive_classes(rules, text):
        words = tuple(w for w in entry.values["words"] if w in text)
        found.append(Suggestion("block" if entry.values["action"] == "block" else "sensitive", entry, words))
    held = "　".join(offices) + "　" + text
    for entry in rules.table("official_rank"):
        words = tuple(w for w in entry.get("words", ()) if w in held)
        found += [Suggestion(str(flag), entry, words) for flag in entry.values["flags"] if words]
    return found
