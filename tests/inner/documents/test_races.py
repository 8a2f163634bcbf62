"""Two people at once: one succeeds, the other is told why; nothing happens twice (invariant I3)."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import connection

from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.approvals import actions as approvals
from anxin.inner.approvals.models import Chain, Step
from anxin.inner.cases import actions as cases
from anxin.inner.documents import actions
from anxin.inner.documents.models import Draft, Publication
from anxin.inner.ledger.models import Entry
from anxin.inner.ledger.queries import breaks
from anxin.inner.post.models import Outbox
from anxin.regulation.decision import Decision
from tests.inner.documents.test_killed import APPS
from tests.inner.people import COUNTY, staff

pytestmark = pytest.mark.django_db(transaction=True, available_apps=APPS)


def together(*actions_: Callable[[], object]) -> list[str]:
    """Run all at the same moment; "ok" or the sentence of each refusal. Any other error fails the test."""
    barrier, answers = threading.Barrier(len(actions_)), [""] * len(actions_)

    def run(index: int, action: Callable[[], object]) -> None:
        try:
            connection.ensure_connection()
            barrier.wait(timeout=20)
            action()
            answers[index] = "ok"
        except (NotAllowed, Refused) as refusal:
            answers[index] = str(refusal)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(i, a)) for i, a in enumerate(actions_)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return answers


def test_two_heads_approving_the_same_step_make_one_approval(people, pytestconfig):
    pairs = 1000 if pytestconfig.getoption("--campaign") else 40
    second = Actor.of(staff("另一负责人", "department_head"))
    first, handler = people["department_head"], people["handler"]
    steps = [{"organ": COUNTY, "duty": d, "action": "办理", "article": "21"} for d in
             ("handler", "department_head", "deputy_or_chief", "case_management")]  # fmt: skip
    decision = Decision("chain", "21", "2014-trial", "chain.document", "依次办理。", {"steps": steps})
    for number in range(pairs):
        chain = approvals.submit(
            handler, purpose="document", subject="draft", subject_id=number, title="起诉书", organ=COUNTY,
            department_id=handler.department_id, decision=decision, content_hash="a" * 64,
        )  # fmt: skip
        answers = together(*(lambda a=a, c=chain: approvals.approve(a, c.pk, "a" * 64, "a" * 64) for a in (first, second)))
        assert answers.count("ok") == 1, answers
        assert all(answers), "the other one is told why"
    assert Step.objects.filter(duty="department_head", state="done").count() == pairs
    assert Entry.objects.filter(event="approved").count() == pairs
    assert list(breaks()) == []


def test_publishing_twice_at_once_publishes_once(people, walk, case):
    manager = people["case_management"]
    second = Actor.of(staff("另一案管", "case_management", kind="case_management"))
    w = walk.approved(case.documents.get().pk)
    answers = together(*(lambda a=a: actions.publish(a, w.chain.pk, w.seen) for a in (manager, second)))
    assert answers.count("ok") == 1, answers
    assert Publication.objects.count() == Outbox.objects.filter(kind="publication").count() == 1


def test_approving_against_changed_facts_never_leaves_an_approval_of_the_old_text(people, walk, case):
    w = walk.submitted(case.documents.get().pk)
    change = {"name": "郑国梁", "role": "defendant", "sentence": {"type": "有期徒刑", "months": 20}}
    answers = together(
        lambda: actions.approve(people["department_head"], w.chain.pk, w.seen),
        lambda: cases.save_participant(people["handler"], case.pk, "d1", change),
    )
    assert answers[1] == "ok"
    assert Chain.objects.get(pk=w.chain.pk).state == Chain.State.VOID
    assert Draft.objects.get(pk=w.draft.pk).state == Draft.State.WORK


def test_withdrawing_against_publishing_the_next_version_leaves_no_old_version_public(people, walk, case):
    document = case.documents.get()
    first = walk.published(document.pk)
    cases.save_participant(people["handler"], case.pk, "d2", {"name": "段小毛", "role": "defendant",
                           "sentence": {"type": "有期徒刑", "months": 60}})  # fmt: skip
    withdrawal = walk.withdrawing(first)
    w = walk.approved(document.pk)
    answers = together(
        lambda: actions.publish(people["case_management"], w.chain.pk, w.seen),
        lambda: walk.withdraw(withdrawal),
    )
    assert "ok" in answers
    first.refresh_from_db()
    assert first.state in ("replaced", "withdrawn")
    assert Publication.objects.filter(document=document, state="public").count() <= 1
    assert list(breaks()) == []
