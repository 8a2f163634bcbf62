"""Chapter 2: what an applicant has to present (Art 8) and what may be asked of a case (Art 7)."""

from __future__ import annotations

from anxin.regulation.decision import Decision
from anxin.regulation.rules import Entry, RuleSet
from anxin.regulation.signs import squeeze


def _named(table: str, name: str, rules: RuleSet) -> list[Entry]:
    """Rows of a table that go by this name; an unknown name is refused with the list of known ones (Art 7)."""
    wanted = squeeze(name)
    rows = [e for e in rules.table(table) if wanted in {e.get("kind"), *map(squeeze, e.values["names"])}]
    if not rows:
        known = "、".join(e.title for e in rules.table(table))
        raise ValueError(f"不能识别：{name}。可以选择：{known}（第七条）。")
    return rows


def papers(applicant: str, rules: RuleSet) -> Decision:
    """What an applicant presents, by kind (``close_relative``) or name (近亲属).

    details.options lists complete sets, any of which will do; details.papers every paper named. Raises ValueError.
    """
    rows = _named("applicant", applicant, rules)
    options = [list(option) for entry in rows for option in entry.values["papers"]]
    every = list(dict.fromkeys(paper for option in options for paper in option))
    kinds = [entry.values["kind"] for entry in rows]
    sentence = "".join(entry.sentence for entry in rows)
    return rules.decide("papers", rows[0], sentence, applicant=applicant, kinds=kinds, options=options, papers=every)


def missing_papers(applicant: str, presented: set[str], rules: RuleSet) -> list[str]:
    """What is still missing for the nearest complete set, all at once (一次性告知); empty when a set is complete."""
    options: list[list[str]] = papers(applicant, rules).details["options"]
    return min(([p for p in option if p not in presented] for option in options), key=len)


def fields(case_type: str, rules: RuleSet) -> Decision:
    """What a party may see of a case of this type: details.fields (labels) and keys, and never. Raises ValueError."""
    entry = _named("case_type", case_type, rules)[0]
    labels = list(entry.values["fields"])
    never = [value for e in rules.table("never_shown") for value in e.values["values"]]
    keys = [rules.fields[label] for label in labels]
    return rules.decide("fields", entry, case_type=entry.title, fields=labels, keys=keys, never=never)
