"""Closed lists of the rule set: statute numbers by date, categories and events, sensitive classes, ranks, grounds."""

from __future__ import annotations

from datetime import date

from anxin.regulation.rules import Entry, RuleSet, load


def _holds(entry: Entry, on: date) -> bool:
    return bool(entry.get("from", date.min) <= on <= entry.get("until", date.max))


def statute(on: date, rules: RuleSet | None = None) -> Entry | None:
    """The criminal procedure law in force on a day (1996, 2012 or 2018), or None before 1997."""
    laws = [e for e in (rules or load("2014-trial")).table("statute_law") if _holds(e, on)]
    if len(laws) > 1:
        raise LookupError(f"{on.isoformat()} 有几部法律互相重叠：{'、'.join(e.id for e in laws)}")
    return next(iter(laws), None)


def statute_number(topic: str, on: date, rules: RuleSet | None = None) -> str | None:
    """Article of the criminal procedure law for ``topic`` (prosecution, insufficient_non_prosecution, ...) on a day.

    None when the law of that day has no such article. Raises KeyError for a topic that no version knows.
    """
    laws = (rules or load("2014-trial")).table("statute_law")
    if not any(topic in e.values["numbers"] for e in laws):
        raise KeyError(topic)
    law = statute(on, rules)
    return law.values["numbers"].get(topic) if law else None


def categories(rules: RuleSet) -> tuple[Entry, ...]:
    """The five categories of important case information (Art 11)."""
    return rules.table("category")


def events(rules: RuleSet, on: date, category: str | None = None) -> list[Entry]:
    """Facts that call for an announcement on a day (Art 11, 15)."""
    return [e for e in rules.table("event") if _holds(e, on) and category in (None, e.values["category"])]


def own_investigation_charges(rules: RuleSet, on: date) -> tuple[str, ...]:
    """Crimes that the procuratorates themselves investigate on a day; empty when there is no closed list yet."""
    return tuple(c for e in rules.table("charge_list") if _holds(e, on) for c in e.values["values"])


def sensitive_classes(rules: RuleSet, text: str) -> list[Entry]:
    """Classes of sensitive cases that a text suggests (Art 13); a person decides."""
    return [e for e in rules.table("sensitive_class") if any(word in text for word in e.values["words"])]


def exemption_grounds(rules: RuleSet) -> dict[str, Entry]:
    """Grounds for not disclosing, by code."""
    return {str(e.values["code"]): e for e in rules.table("exemption_ground")}


def values(rules: RuleSet, entry_id: str) -> tuple[str, ...]:
    """A closed list such as ``vocabulary.progress``. Raises KeyError."""
    return tuple(rules.entry(entry_id).values["values"])


def duties(rules: RuleSet) -> dict[str, Entry]:
    """What each department answers for (Art 5), by department."""
    return {str(e.values["department"]): e for e in rules.table("duty")}
