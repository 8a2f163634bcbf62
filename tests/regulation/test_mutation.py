"""Every entry of the rule tables is held by a test: removed, cited wrongly or changed in a value, it is noticed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from anxin.regulation import rules
from anxin.regulation.rules import Entry, RuleSet
from tests.regulation.tables import TABLES

TRIAL = rules.load("2014-trial")
OTHER_WORD = {
    "mask": "keep",
    "keep": "mask",
    "ask": "keep",
    "refuse": "publish",
    "refer": "publish",
    "wait": "publish",
    "own": "superior",
    "superior": "own",
    "every_level": "superior",
    "day": "month",
    "working_day": "day",
    "month": "day",
    "internet": "kiosk",
    "kiosk": "internet",
    "judgment": "concluded",
    "concluded": "judgment",
}
EQUIVALENT = {  # more than 36 months is decided by an earlier row, so these change nothing
    "anonymity.repeat_offender: months_at_most = 37",
    "anonymity.three_years_or_less: months_at_most = 37",
}
PROSE = ("wait_sentence",)  # what a clerk reads; its law is in the other columns


def changes(value) -> Iterator[object]:
    """Wrong versions of one value: every element left out, every number moved, every word replaced."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield from (value - 1, value + 1)
    elif isinstance(value, date):
        yield from (value - timedelta(days=1), value + timedelta(days=1))
    elif isinstance(value, str):
        yield OTHER_WORD.get(value, value + "x")
    elif isinstance(value, list):
        for index, element in enumerate(value):
            yield value[:index] + value[index + 1 :]
            if isinstance(element, list):
                yield from ([*value[:index], inner, *value[index + 1 :]] for inner in changes(element))
    elif isinstance(value, dict):
        yield from ({k: v for k, v in value.items() if k != left_out} for left_out in value)


def mutants(entry: Entry) -> Iterator[tuple[str, Entry | None]]:
    """Every mutant of one entry with the words that say what was done to it; None removes it."""
    yield "removed", None
    yield "cites another article", replace(entry, article="28" if entry.article != "28" else "1")
    for key, value in entry.values.items():
        if key in PROSE:
            continue
        wrong = [1000 if value == 10 else 1] if key == "order" else changes(value)
        yield from ((f"{key} = {new}", replace(entry, values={**entry.values, key: new})) for new in wrong)
        yield f"without {key}", replace(entry, values={k: v for k, v in entry.values.items() if k != key})


def with_mutant(entry: Entry, mutant: Entry | None) -> RuleSet:
    rows = (mutant if e.id == entry.id else e for e in TRIAL.table(entry.table))
    return replace(TRIAL, tables={**TRIAL.tables, entry.table: tuple(e for e in rows if e is not None)})


def noticed(mutated: RuleSet, entry: Entry) -> bool:
    """Whether a decision table fails; a rule set that can't be used at all is noticed, too."""
    nearest = sorted(TABLES, key=lambda name: name not in NEAR.get(entry.table, ()))
    for name in nearest:
        try:
            if TABLES[name](mutated):
                return True
        except (LookupError, TypeError, ValueError, StopIteration, AttributeError):
            return True
    return False


NEAR = {  # where to look first, for speed only
    "anonymity": ["anonymity"],
    "chain": ["chains"],
    "excluded": ["disclosure"],
    "document_type": ["disclosure", "starts"],
    "unlisted_document": ["disclosure"],
    "sign": ["signs"],
    "applicant": ["inquiry"],
    "case_type": ["inquiry"],
    "never_shown": ["inquiry"],
    "masked_kind": ["masking"],
    "parameter": ["masking"],
    "period": ["periods"],
    "check_item": ["supervision"],
    "handling_period": ["periods"],
    "statute_law": ["statutes"],
}


@pytest.mark.parametrize("table", TRIAL.tables)
def test_every_entry_of_the_table_is_held_by_a_test(table):
    survivors = [
        f"{entry.id}: {what}"
        for entry in TRIAL.table(table)
        for what, mutant in mutants(entry)
        if not noticed(with_mutant(entry, mutant), entry)
    ]
    assert set(survivors) - EQUIVALENT == set()


def test_the_unchanged_rules_pass_every_table():
    assert [name for name, failures in TABLES.items() if failures(TRIAL)] == []
