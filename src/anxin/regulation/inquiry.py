"""Chapter 2: who may ask, with which papers (Art 8, 9), what may be asked of a case (Art 7), when it ends (Art 10)."""

from __future__ import annotations

from datetime import date

from anxin.regulation import periods, vocabulary
from anxin.regulation.calendar import Calendar
from anxin.regulation.case import Case
from anxin.regulation.decision import Decision
from anxin.regulation.disclosure import excluded
from anxin.regulation.rules import Entry, RuleSet
from anxin.regulation.signs import squeeze

ROLES = {
    "party": "party", "legal_representative": "legal_representative", "close_relative": "close_relative",
    "defender_lawyer": "defender", "defender_other": "defender", "agent_lawyer": "agent", "agent_other": "agent",
}  # fmt: skip
"""In which role each kind of applicant asks."""
LAWYERS = frozenset({"defender_lawyer", "agent_lawyer"})
OFFLINE, NEVER, ONLINE = "window", "never", "online"


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


def case_type_names(case_type: str, rules: RuleSet) -> tuple[str, ...]:
    """Every name under which the rules know this type of case (一审公诉 is 审查起诉). Raises ValueError."""
    return tuple(_named("case_type", case_type, rules)[0].values["names"])


def availability(case: Case, rules: RuleSet) -> Decision | None:
    """Why a case does not exist for online accounts (Art 4, 7); None when it does.

    Outcome ``window``: the person concerned may be answered at the window; ``never``: by nobody in this system.
    """
    grounds = [entry for _, entry, _ in excluded(case, rules) if entry.article == "4"]
    window = vocabulary.values(rules, "vocabulary.window_only")
    grounds.sort(key=lambda entry: entry.id in window)
    if not grounds:
        return None
    entry = grounds[0]
    return rules.decide(OFFLINE if entry.id in window else NEVER, entry)


def number(name: str, rules: RuleSet) -> int:
    """A parameter that is a number: hours, days, looks. Raises KeyError."""
    return int(rules.parameter(name))


def needs_two(applicant: str, rules: RuleSet) -> bool:
    """Whether two members of staff must check an application one after the other (Art 8)."""
    return applicant in vocabulary.values(rules, "vocabulary.double_check")


def answer_by(applicant: str, complete_on: date, assisted: bool, rules: RuleSet, calendar: Calendar) -> Decision:
    """The last day for answering an application whose papers are complete (Art 8, 9)."""
    lawyer = "account_decision_lawyer" if applicant in LAWYERS else "account_decision"
    return periods.deadline(complete_on, rules, calendar, "assistance_answer" if assisted else lawyer)


def assistance(assistant: str, level: str, handling: str, rules: RuleSet) -> str | None:
    """Why an organ may not assist with the verification (Art 9), None when it may.

    ``level`` is the assistant's: county, municipal, provincial or supreme.
    """
    entry = rules.entry("parameter.assistant_level")
    if assistant == handling:
        return "本案由本院办理，请直接向本院提交申请，不需要协助认证（第八条、第九条）。"
    allowed = entry.values["options"]
    if level not in allowed or allowed.index(level) < allowed.index(entry.values["value"]):
        return f"{entry.sentence.rstrip('。')}；本院不是县、区级人民检察院，不能协助办理。"
    return None


def ends_on(role: str, concluded: date | None, rules: RuleSet, calendar: Calendar) -> date | None:
    """The last day on which a role may ask after the case was concluded (Art 10); None while there is none."""
    if concluded is None or role not in vocabulary.values(rules, "vocabulary.archive_roles"):
        return None
    return date.fromisoformat(periods.deadline(concluded, rules, calendar, "archive").details["deadline"])


def recheck_by(checked: date, rules: RuleSet, calendar: Calendar) -> date:
    """The day by which a lawyer's licence must be checked again (Art 10)."""
    return date.fromisoformat(periods.deadline(checked, rules, calendar, "licence_recheck").details["deadline"])
