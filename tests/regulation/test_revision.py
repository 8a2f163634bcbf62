"""Crossing 2021-09-28 changes what the revision changed, and nothing else."""

from datetime import date, timedelta

from anxin.regulation import anonymity, disclosure, rules
from anxin.regulation.case import Case
from tests.regulation import tables

LAST = date(2021, 9, 27)
BEFORE = rules.in_force("110105", LAST, by_date=True)
AFTER = rules.in_force("110105", LAST + timedelta(days=1), by_date=True)


def test_only_crimes_against_minors_and_the_new_petition_document_are_decided_otherwise():
    changed = {}
    for line, doc_type, case, *_ in tables.disclosure.rows():
        then, now = (disclosure.decide(doc_type, "", "", case, r) for r in (BEFORE, AFTER))
        if (then.outcome, then.article) != (now.outcome, now.article):
            changed[" ".join(line.split("|")[0:2]).split()[0], line.split("|")[1].strip()] = (then.outcome, now.outcome)
    assert changed == {
        ("起诉书", "effective juvenile_victim"): ("publish", "refuse"),
        ("起诉书", "effective minor:victim"): ("publish", "refuse"),
        ("刑事申诉结果通知书", ""): ("refuse", "publish"),
    }


def test_names_periods_chains_masks_and_closed_lists_stay():
    for name, failures in tables.TABLES.items():
        if name not in ("disclosure", "inquiry"):
            assert failures(AFTER) == [], name
    for _, person, *_ in tables.anonymity.rows():
        then, now = (anonymity.decide(person, "起诉书", Case((person,)), r) for r in (BEFORE, AFTER))
        assert (then.outcome, then.article) == (now.outcome, now.article)


def test_article_7_adds_fields_and_takes_the_department_from_two_types_only():
    changed = {e.id for e in BEFORE.table("case_type") if AFTER.entry(e.id).values != e.values}
    assert changed == {"fields.arrest", "fields.prosecution"}
    assert "办案组织" in AFTER.entry("fields.prosecution").values["fields"]


def test_every_decision_names_the_set_that_made_it():
    person = next(iter(tables.anonymity.rows()))[1]
    assert [anonymity.decide(person, "", Case(), r).ruleset for r in (BEFORE, AFTER)] == ["2014-trial", "2021"]
