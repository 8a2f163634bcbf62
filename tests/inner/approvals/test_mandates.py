"""Absence and delegation: limited in time, never passed on, nobody twice; steps go up and come back (Art 5, 21)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.approvals import actions, placing, queries
from anxin.inner.approvals.models import Chain
from anxin.inner.ledger.models import Entry
from anxin.inner.organs import mandates
from anxin.inner.organs.models import Absence, Delegation, Staff, StaffDuty
from tests.inner.approvals.test_chain import CONTENT, DUTIES, _submit
from tests.inner.people import SIBLING, desk, organs, staff

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)


@pytest.fixture
def people(db):
    organs()
    return desk()


@pytest.fixture
def deputy_head(people) -> Staff:
    return staff("副职", "handler")


def now():
    return timezone.now()


def lend(actor, giver, taker, duty="department_head", *, since=None, days=7, department=True):
    row = StaffDuty.objects.get(staff_id=giver, duty=duty) if department else None
    start = since or now()
    return mandates.delegate(actor, giver, taker, duty, start, start + timedelta(days=days), "出差",
                             row.department_id if row else None)  # fmt: skip


def fresh(person) -> Actor:
    return Actor.of(Staff.objects.get(pk=getattr(person, "staff_id", None) or person.pk))


def at(chain: Chain) -> str:
    return queries.open_step(chain).duty


def test_the_delegate_signs_and_the_step_says_for_whom(people, deputy_head):
    head = people["department_head"]
    lend(head, head.staff_id, deputy_head.pk)
    chain = _submit(people["handler"])
    actor = fresh(deputy_head)
    assert list(queries.waiting_for(actor)) == [queries.open_step(chain)]
    chain = actions.approve(actor, chain.pk, CONTENT, CONTENT)
    step = chain.steps.get(index=1)
    assert (step.actor_id, step.on_behalf_of_id) == (deputy_head.pk, head.staff_id)
    assert Entry.objects.filter(event="delegated").count() == 1


def test_neither_the_giver_nor_the_delegate_takes_a_second_step(people, deputy_head):
    head = Staff.objects.get(pk=people["department_head"].staff_id)
    StaffDuty.objects.create(staff=head, duty="deputy_chief", department=head.department)
    StaffDuty.objects.create(staff=deputy_head, duty="deputy_chief", department=head.department)
    lend(people["department_head"], head.pk, deputy_head.pk)
    chain = actions.approve(fresh(deputy_head), _submit(people["handler"]).pk, CONTENT, CONTENT)
    assert at(chain) == "deputy_or_chief"
    for person in (head, deputy_head):
        assert "同一人" in queries.objection(fresh(person), queries.open_step(chain))
        assert not queries.waiting_for(fresh(person)).exists()


def test_nobody_approves_through_a_delegate_what_he_drafted(people, deputy_head):
    head = Staff.objects.get(pk=people["department_head"].staff_id)
    StaffDuty.objects.create(staff=head, duty="handler", department=head.department)
    lend(people["department_head"], head.pk, deputy_head.pk)
    chain = _submit(Actor.of(head))
    assert at(chain) == "deputy_or_chief", "it goes up, for the delegate signs in the drafter's name"
    step = queries.open_step(chain)
    assert queries.objection(fresh(deputy_head), step) is not None


def test_a_delegated_duty_is_never_passed_on(people, deputy_head):
    head, third = people["department_head"], staff("第三人", "handler")
    lend(head, head.staff_id, deputy_head.pk)
    with pytest.raises(Refused, match="不得转委托"):
        lend(fresh(deputy_head), deputy_head.pk, third.pk, department=False)
    with pytest.raises(NotAllowed):
        lend(fresh(deputy_head), head.staff_id, third.pk)


@pytest.mark.parametrize(("duty", "message"), [("handler", "移交"), ("admin", "不能委托"), ("supervisor", "不能委托")])
def test_duties_that_are_not_delegated(people, deputy_head, duty, message):
    with pytest.raises(Refused, match=message):
        lend(people["chief"], people[duty].staff_id, deputy_head.pk, duty)


def test_who_may_enter_it(people, deputy_head):
    head, span = people["department_head"], (now(), now() + WEEK, "培训")
    strangers = [people["deputy_chief"], people["secrecy"], people["case_management"], desk(SIBLING)["chief"]]
    for actor in strangers:
        with pytest.raises(NotAllowed):
            mandates.enter_absence(actor, head.staff_id, *span)
        with pytest.raises(NotAllowed):
            lend(actor, head.staff_id, deputy_head.pk)
    with pytest.raises(NotAllowed, match="给自己"):
        lend(people["chief"], head.staff_id, people["chief"].staff_id)
    assert not Absence.objects.exists() | Delegation.objects.exists()
    mandates.enter_absence(people["chief"], head.staff_id, *span)
    with pytest.raises(Refused, match="已经登记"):
        mandates.enter_absence(head, head.staff_id, *span)


@pytest.mark.parametrize(("since", "days", "match"), [(0, 91, "最长90日"), (0, 0, "晚于"), (-10, 5, "晚于")])
def test_it_is_limited_in_time(people, deputy_head, since, days, match):
    head = people["department_head"]
    with pytest.raises(Refused, match=match):
        lend(head, head.staff_id, deputy_head.pk, since=now() + timedelta(days=since), days=days)


def test_a_mandate_ends_by_time_by_hand_and_with_the_givers_duty(people, deputy_head):
    head = people["department_head"]
    row = lend(head, head.staff_id, deputy_head.pk)
    for change in ({"until": now() - timedelta(hours=1), "since": now() - WEEK}, {"ended_at": now()}):
        Delegation.objects.filter(pk=row.pk).update(**change)
        assert "department_head" not in fresh(deputy_head).duties
        Delegation.objects.filter(pk=row.pk).update(until=now() + WEEK, ended_at=None)
    assert "department_head" in fresh(deputy_head).duties
    StaffDuty.objects.filter(staff_id=head.staff_id).update(until=now())
    assert "department_head" not in fresh(deputy_head).duties


def test_an_absent_holder_signs_nothing_and_the_step_goes_up_and_comes_back(people):
    head, chain = people["department_head"], _submit(people["handler"])
    row = mandates.enter_absence(head, head.staff_id, now(), now() + WEEK, "年休假")
    assert at(chain) == "deputy_or_chief"
    assert queries.open_step(chain).moved
    assert not queries.waiting_for(fresh(head)).exists()
    mandates.end_absence(fresh(head), row.pk)
    assert at(chain) == "department_head"
    assert not queries.open_step(chain).moved
    events = Entry.objects.filter(event__in=["step_moved", "step_moved_back"]).order_by("seq")
    assert list(events.values_list("event", flat=True)) == ["step_moved", "step_moved_back"]
    assert actions.approve(head, chain.pk, CONTENT, CONTENT).state == Chain.State.OPEN


def test_a_step_that_was_moved_comes_to_the_delegate(people, deputy_head):
    head, chain = people["department_head"], _submit(people["handler"])
    mandates.enter_absence(head, head.staff_id, now(), now() + WEEK, "年休假")
    lend(people["chief"], head.staff_id, deputy_head.pk)
    assert at(chain) == "department_head"
    assert queries.objection(fresh(deputy_head), queries.open_step(chain)) is None
    assert "不在岗" in queries.objection(fresh(head), queries.open_step(chain))


def test_absences_that_begin_and_end_by_time_are_followed_by_the_job(people):
    head, chain = people["department_head"], _submit(people["handler"])
    row = mandates.enter_absence(head, head.staff_id, now() + timedelta(hours=1), now() + WEEK, "年休假")
    assert (placing.settle_all(), at(chain)) == (0, "department_head")
    Absence.objects.filter(pk=row.pk).update(since=now() - timedelta(hours=1))
    assert (placing.settle_all(), at(chain)) == (1, "deputy_or_chief")
    assert placing.settle_all() == 0
    Absence.objects.filter(pk=row.pk).update(until=now() - timedelta(minutes=1))
    assert (placing.settle_all(), at(chain)) == (1, "department_head")


def test_the_list_of_what_waits_agrees_with_who_may_act_also_for_delegates(people, deputy_head):
    head = people["department_head"]
    lend(head, head.staff_id, deputy_head.pk)
    lend(people["deputy_chief"], people["deputy_chief"].staff_id, people["office"].staff_id, "deputy_chief")
    lend(people["chief"], people["chief"].staff_id, people["handler"].staff_id, "chief")
    chain = _submit(fresh(people["handler"]), DUTIES)
    everybody = [fresh(a) for a in people.values()] + [fresh(deputy_head)]
    for _ in range(3):
        step = queries.open_step(chain)
        for actor in everybody:
            assert (step in queries.waiting_for(actor)) == (queries.objection(actor, step) is None), actor.duties
        taker = next(a for a in reversed(everybody) if queries.objection(a, step) is None)
        chain = actions.approve(taker, chain.pk, CONTENT, CONTENT)
    assert chain.state == Chain.State.COMPLETE
