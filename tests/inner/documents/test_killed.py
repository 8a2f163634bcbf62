"""Killed between any two statements, publishing and withdrawing leave all or nothing (invariants I1-I4).

A child process really dies by SIGKILL; the database sees its connection go.
"""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Callable

import pytest
from django.db import connection

from anxin.inner.documents import actions, artefacts
from anxin.inner.documents.models import Obligation, Publication
from anxin.inner.documents.processing import Processing
from anxin.inner.ledger.models import Entry
from anxin.inner.ledger.queries import breaks
from anxin.inner.post.models import Outbox

APPS = [f"anxin.inner.{name}" for name in ("ledger", "organs", "cases", "approvals", "documents", "post")]
pytestmark = pytest.mark.django_db(transaction=True, available_apps=APPS)


class KillAt:
    """Ends this very process at the nth statement of the action."""

    def __init__(self, number: int) -> None:
        self.left = number

    def __call__(self, execute, sql, params, many, context):
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, params, many, context)


def killed_at(number: int, action: Callable[[], object]) -> bool:
    """Run the action in a child that dies before its nth statement; False when it was done before that."""
    connection.close()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            connection.ensure_connection()
            with connection.execute_wrapper(KillAt(number)):
                action()
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the action failed by itself"
    return os.WIFSIGNALED(status)


def world() -> dict[str, object]:
    """All that an action of this chapter may change."""
    return {
        "publications": list(Publication.objects.values_list("version", "state", "text_hash")),
        "obligations": list(Obligation.objects.filter(superseded=False).values_list("state", flat=True)),
        "events": Counter(Entry.objects.values_list("event", flat=True)),
        "outbox": Counter(Outbox.objects.values_list("kind", flat=True)),
    }


def campaign(action: Callable[[], object], rounds: int) -> tuple[int, Counter[int]]:
    """Kill at every statement, again and again; returns the number of statements and how often each was hit."""
    before, hits, number = world(), Counter(), 1
    while True:
        if not killed_at(number, action):
            return number - 1, hits
        hits[number] += 1
        assert world() == before, f"half done after a kill before statement {number}"
        for _ in range(rounds - 1):
            assert killed_at(number, action)
            hits[number] += 1
            assert world() == before
        number += 1


@pytest.fixture
def rounds(pytestconfig) -> int:
    return 20 if pytestconfig.getoption("--campaign") else 2


def told(what: str, steps: int, hits: Counter[int], rounds: int) -> None:
    """Say what was killed, and see that every statement was hit often enough and the ledger is whole."""
    print(f"{what}: {hits.total()} kills at {steps} statements; fewest per statement: {min(hits.values())}")
    assert steps >= 10
    assert min(hits.values()) >= rounds
    assert list(breaks()) == []


@pytest.mark.once
def test_a_publication_is_whole_or_nothing_wherever_it_is_killed(case, people, walk, monkeypatch, rounds):
    w = walk.approved(case.documents.get().pk)
    made = artefacts.build(Processing(w.draft.__class__.objects.get(pk=w.draft.pk)))
    monkeypatch.setattr(artefacts, "build", lambda processing: made)  # the same bytes, made once
    manager = people["case_management"]
    steps, hits = campaign(lambda: actions.publish(manager, w.chain.pk, w.seen), rounds)
    after = world()
    assert after["publications"] == [(1, "public", Publication.objects.get().text_hash)]
    assert after["obligations"] == ["published"]
    assert (after["events"]["published"], after["outbox"]["publication"]) == (1, 1)
    told("publish", steps, hits, rounds)


@pytest.mark.once
def test_a_withdrawal_is_whole_or_nothing_wherever_its_last_step_is_killed(case, walk, rounds):
    withdrawal = walk.withdrawing(walk.published(case.documents.get().pk))
    steps, hits = campaign(lambda: walk.withdraw(withdrawal), rounds)
    after = world()
    assert [state for _, state, _ in after["publications"]] == ["withdrawn"]
    assert after["obligations"] == ["withdrawn"]
    assert after["outbox"]["withdrawal"] == after["events"]["withdrawn"] == 1
    told("withdraw", steps, hits, rounds)
