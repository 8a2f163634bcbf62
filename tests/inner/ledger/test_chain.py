"""The ledger can only grow, and says where somebody touched it (design: append-only, hash-chained)."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from anxin.inner.actor import Actor, NotAllowed
from anxin.inner.ledger.chain import first_break
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.models import Entry, Head
from anxin.inner.ledger.queries import breaks
from anxin.inner.ledger.record import note, operation

pytestmark = pytest.mark.django_db

ACTOR = Actor(name="职员甲", organ="341023", staff_id=1)
OTHER = Actor(name="职员乙", organ="341024", staff_id=2)


def _fill(count: int = 6) -> list[Entry]:
    for n in range(count):
        note(ACTOR, Event.VIEWED_CASE, "case", n, page=n)
    return list(Entry.objects.filter(organ=ACTOR.organ).order_by("seq"))


def test_whole_chains_have_no_break():
    _fill()
    note(OTHER, Event.SIGNED_IN, "staff", 2)
    assert list(breaks()) == []
    assert Entry.objects.get(organ=OTHER.organ).seq == 1, "each organ has its own chain"


CHANGES = {
    "organ": "341024", "seq": 99, "actor_id": 7, "actor_name": "别人", "event": Event.PUBLISHED, "subject": "document",
    "subject_id": "7", "data": {"page": 9}, "previous": "1" * 64, "hash": "2" * 64,
}  # fmt: skip


@pytest.mark.parametrize("column", CHANGES)
def test_changing_any_column_of_a_row_is_found_at_that_row(column):
    entries = _fill()
    setattr(entries[3], column, CHANGES[column])
    found = first_break(ACTOR.organ, entries, Head.objects.get(organ=ACTOR.organ))
    assert found is not None
    assert found.seq == 4


def test_changed_time_and_operation_are_found_at_their_row():
    for change in ("at", "operation"):
        entries = _fill(3)[-3:]
        row = entries[1]
        setattr(row, change, row.at.replace(year=2001) if change == "at" else entries[0].operation)
        walked = [*Entry.objects.filter(organ=ACTOR.organ, seq__lt=entries[0].seq).order_by("seq"), *entries]
        assert first_break(ACTOR.organ, walked, Head.objects.get(organ=ACTOR.organ)).seq == row.seq


@pytest.mark.parametrize("tamper", ["delete", "reorder", "insert", "cut_tail"])
def test_deleting_reordering_inserting_and_cutting_are_found(tamper):
    entries, head = _fill(), Head.objects.get(organ=ACTOR.organ)
    changed = {
        "delete": entries[:2] + entries[3:],
        "reorder": [entries[0], entries[2], entries[1], *entries[3:]],
        "insert": [*entries[:2], entries[1], *entries[2:]],
        "cut_tail": entries[:-1],
    }[tamper]
    found = first_break(ACTOR.organ, changed, head)
    assert found is not None
    assert found.seq == {"delete": 3, "reorder": 2, "insert": 3, "cut_tail": 6}[tamper]


@pytest.mark.parametrize(
    "statement",
    ["UPDATE ledger_entry SET actor_name = 'x'", "DELETE FROM ledger_entry", "TRUNCATE ledger_entry"],
)
def test_the_database_refuses_to_change_the_ledger(statement):
    _fill(1)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Entry.objects.count() == 1


def test_nothing_is_recorded_when_the_operation_fails():
    def fails() -> None:
        with operation(ACTOR) as op:
            op.note(Event.PUBLISHED, "document", 1)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()
    assert not Entry.objects.exists()


def test_an_operation_inside_another_shares_its_number():
    with operation(ACTOR) as op:
        op.note(Event.APPROVED, "draft", 1)
        note(ACTOR, Event.PUBLISHED, "document", 1)
    first, second = Entry.objects.order_by("seq")
    assert first.operation == second.operation


def test_no_action_is_anonymous():
    with pytest.raises(NotAllowed), operation(None):
        pass
