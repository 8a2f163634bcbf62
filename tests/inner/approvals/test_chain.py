"""One mechanism for every chain: nobody twice, nothing unseen, upwards when nobody is left (Art 14, 21)."""

from __future__ import annotations

import pytest

from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.approvals import actions, queries
from anxin.inner.approvals.models import Chain
from anxin.inner.organs.duties import DepartmentKind, Duty
from anxin.inner.organs.models import Department, Staff, StaffDuty
from anxin.regulation.decision import Decision
from tests.inner.people import CITY, COUNTY, SIBLING, desk, organs, staff

pytestmark = pytest.mark.django_db

DUTIES = ("handler", "department_head", "deputy_or_chief", "case_management")
CONTENT = "a" * 64


def _decision(duties=DUTIES) -> Decision:
    steps = [{"organ": COUNTY, "duty": d, "action": "办理", "article": "21"} for d in duties]
    return Decision("chain", "21", "2014-trial", "chain.document", "依规定第二十一条办理。", {"steps": steps})


def _submit(actor: Actor, duties=DUTIES, content=CONTENT) -> Chain:
    department = Department.objects.get(organ_id=COUNTY, kind=DepartmentKind.HANDLING)
    return actions.submit(
        actor, purpose="document", subject="draft", subject_id=1, title="起诉书", organ=COUNTY,
        department_id=department.pk, decision=_decision(duties), content_hash=content,
    )  # fmt: skip


@pytest.fixture
def people(db):
    organs()
    return desk()


def test_a_chain_is_walked_in_order_and_completes(people):
    chain = _submit(people["handler"])
    for duty in ("department_head", "deputy_chief", "case_management"):
        assert queries.open_step(chain).index == DUTIES.index("deputy_or_chief" if duty == "deputy_chief" else duty)
        chain = actions.approve(people[duty], chain.pk, CONTENT, CONTENT)
    assert chain.state == Chain.State.COMPLETE


@pytest.mark.parametrize(
    "duty", ["handler", "deputy_chief", "chief", "case_management", "press", "secrecy", "admin", "auditor"]
)
def test_only_the_duty_of_the_open_step_may_act(people, duty):
    chain = _submit(people["handler"])
    with pytest.raises(NotAllowed):
        actions.approve(people[duty], chain.pk, CONTENT, CONTENT)


def test_another_organ_or_another_department_may_not_act(people):
    chain = _submit(people["handler"])
    stranger = Actor.of(staff("邻县", Duty.DEPARTMENT_HEAD, SIBLING))
    office = Department.objects.get(organ_id=COUNTY, kind=DepartmentKind.OFFICE)
    other = Staff.objects.create(username="办公室主任", name="职员", organ_id=COUNTY, department=office)
    StaffDuty.objects.create(staff=other, duty=Duty.DEPARTMENT_HEAD, department=office)
    for actor in (stranger, Actor.of(other)):
        with pytest.raises(NotAllowed):
            actions.approve(actor, chain.pk, CONTENT, CONTENT)


@pytest.mark.parametrize(("seen", "current"), [("b" * 64, CONTENT), (CONTENT, "b" * 64), ("b" * 64, "b" * 64)])
def test_a_changed_text_voids_the_step(people, seen, current):
    chain = _submit(people["handler"])
    with pytest.raises(Refused, match="改动"):
        actions.approve(people["department_head"], chain.pk, seen, current)
    assert queries.open_step(chain).index == 1


def test_nobody_decides_twice_and_the_step_of_a_handler_who_is_head_moves_up(people):
    head = Staff.objects.get(pk=people["department_head"].staff_id)
    StaffDuty.objects.create(staff=head, duty=Duty.HANDLER, department=head.department)
    chain = _submit(Actor.of(head))
    step = queries.open_step(chain)
    assert step.duty == "deputy_or_chief"
    assert step.moved, "the reason is shown"
    with pytest.raises(NotAllowed):
        actions.approve(Actor.of(head), chain.pk, CONTENT, CONTENT)
    chain = actions.approve(people["deputy_chief"], chain.pk, CONTENT, CONTENT)
    with pytest.raises(NotAllowed, match="同一人"):
        actions.approve(people["deputy_chief"], chain.pk, CONTENT, CONTENT)
    assert actions.approve(people["chief"], chain.pk, CONTENT, CONTENT).state == Chain.State.OPEN


def test_a_step_nobody_in_the_organ_may_take_goes_to_the_superior_organ(people):
    desk(CITY)
    StaffDuty.objects.filter(duty=Duty.CHIEF, staff__organ_id=COUNTY).delete()
    deputy = Staff.objects.get(pk=people["deputy_chief"].staff_id)
    StaffDuty.objects.create(staff=deputy, duty=Duty.HANDLER, department=deputy.department)
    chain = _submit(Actor.of(deputy))
    chain = actions.approve(people["department_head"], chain.pk, CONTENT, CONTENT)
    step = queries.open_step(chain)
    assert (step.organ_id, step.duty) == (CITY, "deputy_or_chief")


def test_nothing_is_submitted_when_no_one_at_all_could_decide(people):
    StaffDuty.objects.exclude(duty=Duty.HANDLER).delete()
    with pytest.raises(Refused, match="没有可以办理"):
        _submit(people["handler"])
    assert not Chain.objects.exists()


def test_returning_needs_a_reason_and_ends_the_chain(people):
    chain = _submit(people["handler"])
    with pytest.raises(Refused):
        actions.send_back(people["department_head"], chain.pk, "  ")
    assert actions.send_back(people["department_head"], chain.pk, "被害人住址未屏蔽").state == Chain.State.RETURNED
    with pytest.raises(Refused):
        actions.approve(people["department_head"], chain.pk, CONTENT, CONTENT)
    assert _submit(people["handler"]).state == Chain.State.OPEN, "it can be submitted again"


def test_a_duty_that_ended_no_longer_counts(people):
    chain = _submit(people["handler"])
    row = StaffDuty.objects.get(staff_id=people["department_head"].staff_id)
    row.until = row.since
    row.save()
    with pytest.raises(NotAllowed):
        actions.approve(Actor.of(row.staff), chain.pk, CONTENT, CONTENT)


def test_the_list_of_what_waits_agrees_with_who_may_act(people):
    chain = _submit(people["handler"])
    for _ in range(3):
        step = queries.open_step(chain)
        for actor in people.values():
            listed = step in list(queries.waiting_for(actor))
            assert listed == (queries.objection(actor, step) is None), (step.duty, actor.duties)
        taker = next(a for a in people.values() if queries.objection(a, step) is None)
        chain = actions.approve(taker, chain.pk, CONTENT, CONTENT)
