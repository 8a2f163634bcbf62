"""Reminders, the way up, and a case that goes to another desk with its work in hand (Art 21, 23)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from anxin.inner.actor import Actor
from anxin.inner.approvals.models import Chain, Step
from anxin.inner.approvals.queries import objection, open_step
from anxin.inner.cases import actions as cases
from anxin.inner.documents import actions, exemptions, queries, reminders, requests
from anxin.inner.documents.models import Draft, Reminder, Request
from anxin.inner.ledger.models import Entry
from anxin.inner.organs.models import Department, Staff, StaffDuty
from tests.inner.people import CITY, COUNTY, desk, staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(case):
    return case.documents.get()


def sent(after: int, document) -> list[str]:
    """Who is reminded of the obligation when the nightly work runs so many days after the deadline."""
    live = document.obligations.get(superseded=False)
    reminders.remind_all(live.deadline + timedelta(days=after))
    return sorted(Reminder.objects.filter(about="obligation").values_list("audience", flat=True))


@pytest.mark.parametrize(("after", "audiences"), [
    (-4, []), (-3, ["handler"]), (-1, ["department_head", "handler"]),
    (1, ["case_management", "department_head", "handler"]),
    (5, ["case_management", "case_management", "department_head", "handler", "superior"]),
])  # fmt: skip
def test_who_is_reminded_when(document, after, audiences):
    assert sent(after, document) == audiences


def test_each_reminder_is_sent_once_and_kept_in_the_ledger(document):
    assert len(sent(5, document)) == len(sent(5, document)) == 5
    assert Entry.objects.filter(event="reminded").count() == 5


def test_reminders_are_shown_to_those_they_are_for_until_the_matter_is_done(people, document, walk):
    above = desk(CITY)
    sent(5, document)
    for duty in ("handler", "department_head", "case_management"):
        assert [r.case_id for r in reminders.shown_to(people[duty])] == [document.case_id]
    assert [r.audience for r in reminders.shown_to(above["supervisor"])] == ["superior"]
    for stranger in (people["press"], people["secrecy"], above["handler"], above["department_head"]):
        assert reminders.shown_to(stranger) == []
    walk.published(document.pk)
    assert not any(reminders.shown_to(a) for a in (*people.values(), *above.values()))


def test_a_step_that_rests_reminds_its_holder(people, document, walk):
    w = walk.submitted(document.pk)
    Step.objects.filter(chain=w.chain, state="open").update(opened_at=open_step(w.chain).opened_at - timedelta(days=3))
    reminders.remind_all()
    assert "step" in {r.about for r in reminders.shown_to(people["department_head"])}
    assert "step" not in {r.about for r in reminders.shown_to(people["deputy_chief"])}


def test_an_exemption_is_looked_at_again_on_its_day(people, document):
    chain = exemptions.request(people["handler"], document.pk, "personal_privacy", "涉及个人隐私。", date(2030, 1, 1))
    for duty in ("department_head", "deputy_chief", "case_management"):
        exemptions.approve(people[duty], chain.pk, chain.content_hash)
    assert reminders.remind_all(date(2029, 12, 20)) == 0
    assert reminders.remind_all(date(2029, 12, 25)) == 1
    assert reminders.remind_all(date(2030, 1, 1)) == 2
    assert [r.about for r in reminders.shown_to(people["handler"])] == ["review"]


@pytest.fixture
def colleague(people) -> Actor:
    return Actor.of(staff("接手人", "handler"))


@pytest.fixture
def elsewhere(people) -> Actor:
    other = Department.objects.create(organ_id=COUNTY, kind="handling", name="第二公诉部门")
    person = Staff.objects.create(username="另一部门", name="职员另一部门", organ_id=COUNTY, department=other)
    StaffDuty.objects.create(staff=person, duty="handler", department=other)
    return Actor.of(person)


def give(people, case, taker: Actor) -> None:
    cases.hand_over(people["case_management"], [case.pk], taker.staff_id, "调离")


def test_within_the_department_a_chain_goes_on_under_the_new_handler(people, walk, case, document, colleague):
    w = walk.submitted(document.pk)
    give(people, case, colleague)
    draft = Draft.objects.get(pk=w.draft.pk)
    assert (draft.state, draft.handler_id) == (Draft.State.CHAIN, colleague.staff_id)
    for duty in ("department_head", "deputy_chief"):
        actions.approve(people[duty], w.chain.pk, w.seen)
    actions.publish(people["case_management"], w.chain.pk, w.seen)


def test_the_new_handler_does_not_approve_what_is_now_his(people, walk, case, document):
    w = walk.submitted(document.pk)
    head = Staff.objects.get(pk=people["department_head"].staff_id)
    StaffDuty.objects.create(staff=head, duty="handler", department=head.department)
    give(people, case, Actor.of(head))
    step = open_step(Chain.objects.get(pk=w.chain.pk))
    assert step.duty == "deputy_or_chief"
    assert objection(Actor.of(head), step)


def test_who_signed_already_takes_the_case_only_with_a_new_chain(people, walk, case, document):
    w = walk.submitted(document.pk)
    actions.approve(people["department_head"], w.chain.pk, w.seen)
    head = Staff.objects.get(pk=people["department_head"].staff_id)
    StaffDuty.objects.create(staff=head, duty="handler", department=head.department)
    give(people, case, Actor.of(head))
    assert Chain.objects.get(pk=w.chain.pk).state == Chain.State.VOID


def test_to_another_department_the_chain_is_void_and_the_work_begins_there(people, walk, case, document, elsewhere):
    w = walk.submitted(document.pk)
    asked = requests.ask(people["handler"], case.pk, Request.Kind.EXEMPTION, document_id=document.pk,
                         ground="personal_privacy", article="4", reason="涉及隐私。", review_on=date(2030, 1, 1))  # fmt: skip
    give(people, case, elsewhere)
    assert {Chain.objects.get(pk=c.pk).state for c in (w.chain, asked)} == {"void"}
    assert Request.objects.get().state == Request.State.RETURNED
    draft = Draft.objects.get(pk=w.draft.pk)
    assert (draft.state, draft.handler_id) == (Draft.State.WORK, elsewhere.staff_id)
    assert document.obligations.get(superseded=False).state == "in_work"
    assert Entry.objects.filter(event="chain_void").count() == 2
    assert [t.draft.pk for t in queries.waiting_for(elsewhere)] == [draft.pk]
    chain = actions.submit(elsewhere, draft.pk, walk.hash(draft))
    assert open_step(chain).duty == "deputy_or_chief", "nobody heads the other department yet"
    assert people["handler"].staff_id in Chain.objects.get(pk=chain.pk).involved
