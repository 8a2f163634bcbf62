"""Article 23(P2): a complaint is accepted, verified, answered with what the system shows, disputed once, escalated."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from anxin.exchange.refused import Refused as BadForm
from anxin.inner.actor import NotAllowed, Refused
from anxin.inner.documents.models import Publication
from anxin.inner.ledger.models import Entry
from anxin.inner.post.models import Outbox
from anxin.inner.supervision import complaints, disputes, orders, queries, reviews
from anxin.inner.supervision.models import Complaint, Order
from tests.inner.people import CITY, COUNTY, SIBLING
from tests.inner.supervision.conftest import department, withdraw

pytestmark = pytest.mark.django_db


def test_a_complaint_goes_to_case_management_of_the_items_organ_with_its_deadlines(published, outside):
    row = outside.complain(published, organ=SIBLING)
    assert (row.organ_id, row.publication, row.state) == (COUNTY, published, "received")
    assert timezone.localdate() < row.acknowledge_by <= row.due_on < row.limit_on
    assert "第二十三条" in outside.sees(row.ticket)["sentence"]
    assert Entry.objects.filter(event="complaint_received", organ=COUNTY).exists()


def test_the_same_ticket_is_taken_once(outside):
    sent = outside.submit()
    complaints.take(sent)
    assert Complaint.objects.count() == 1


@pytest.mark.parametrize("body", [{"text": ""}, {"kind": "x"}, {"text": 5}, {"text": "x" * 4001}, {"item": ["a"]}])
def test_a_body_of_another_form_is_refused(outside, body):
    with pytest.raises(BadForm):
        outside.submit(**body)
    assert not Complaint.objects.exists()


def test_from_the_ticket_to_the_withdrawal_and_the_answer(people, published, outside):
    manager, handler = people["case_management"], people["handler"]
    row = outside.complain(published, text="第二段可以看出被害人是谁。", contact="13800000000")
    complaints.forward(manager, row.pk, department())
    assert outside.sees(row.ticket)["state"] == "已受理"
    complaints.report(handler, row.pk, "属实，亲属称谓可以推断。")
    with pytest.raises(Refused, match="还没有这一结果"):
        complaints.answer(manager, row.pk, "withdrawn", "已撤回。")
    withdraw(people, published)
    row = complaints.answer(manager, row.pk, "withdrawn", "经核实属实，已经撤回。")
    seen = outside.sees(row.ticket)
    assert (row.state, row.outcome) == ("answered", published)
    assert "已撤回" in seen["state"]
    assert "异议" in seen["details"][0]


def test_a_leak_comes_first_and_is_hidden_from_its_ticket(people, published, outside):
    manager = people["case_management"]
    outside.complain(published)
    leak = outside.complain(published, kind="leak", text="写了住址。")
    assert queries.complaints(manager)[0] == leak
    assert list(queries.emergencies(manager)) == [leak]
    complaints.hide(manager, leak.pk)
    assert Publication.objects.get().state == "hidden"
    assert Outbox.objects.filter(kind="hide", lane="hide", object_id=published.public_id).exists()
    assert outside.sees(leak.ticket)["state"] == "已暂停公开"
    assert not queries.emergencies(manager)
    with pytest.raises(Refused, match="隐藏状态"):
        complaints.answer(manager, leak.pk, "unfounded", "没有泄露。")


def test_an_item_that_nobody_named_is_identified_and_can_then_be_hidden(people, published, outside):
    manager, row = people["case_management"], outside.complain(kind="leak")
    with pytest.raises(Refused, match="没有指明"):
        complaints.hide(manager, row.pk)
    with pytest.raises(Refused, match="核对文号"):
        complaints.identify(manager, row.pk, "没有这一号")
    with pytest.raises(NotAllowed):
        complaints.identify(people["handler"], row.pk, published.document.number)
    complaints.identify(manager, row.pk, published.document.number)
    complaints.hide(manager, row.pk)
    assert Publication.objects.get().state == "hidden"


def test_only_case_management_forwards_and_answers_and_only_the_department_reports(people, outside):
    row = outside.complain()
    for duty, actor in people.items():
        if duty == "case_management":
            continue
        with pytest.raises(NotAllowed):
            complaints.forward(actor, row.pk, department())
        with pytest.raises(NotAllowed):
            complaints.answer(actor, row.pk, "unfounded", "理由")
    complaints.forward(people["case_management"], row.pk, department())
    with pytest.raises(NotAllowed):
        complaints.report(people["press"], row.pk, "核实")
    with pytest.raises(Refused, match="本院的部门"):
        complaints.forward(people["case_management"], row.pk, department(organ=SIBLING))


def answered(people, outside, publication=None):
    row = outside.complain(publication)
    return complaints.answer(people["case_management"], row.pk, "unfounded", "经核对无误。")


def test_an_answer_is_disputed_once_and_goes_to_the_superior(people, above, outside):
    row = answered(people, outside)
    first, second = outside.dispute(row), outside.dispute(row)
    row.refresh_from_db()
    assert (row.state, row.superior_id) == ("review", CITY)
    assert "已转上级院" in outside.sees(first.ticket)["state"]
    assert "已经提请复查过" in outside.sees(second.ticket)["sentence"]
    for stranger in (people["case_management"], above[SIBLING]["case_management"], above[CITY]["handler"]):
        with pytest.raises(NotAllowed):
            reviews.review(stranger, row.pk, True, "维持")
    reviews.review(above[CITY]["case_management"], row.pk, True, "经复查，原答复正确。")
    row.refresh_from_db()
    assert row.state == "closed"
    assert outside.sees(row.ticket)["state"] == "复查维持"


def test_what_is_not_answered_yet_or_long_ago_cannot_be_disputed(people, outside):
    row = outside.complain()
    assert "还没有答复" in outside.sees(outside.dispute(row).ticket)["sentence"]
    row = answered(people, outside)
    Complaint.objects.filter(pk=row.pk).update(answered_at=timezone.now() - timedelta(days=60))
    assert "届满" in outside.sees(outside.dispute(row).ticket)["sentence"]
    gone = outside.submit(about="20260101-ZZZZZZZZ")
    assert "没有找到" in outside.sees(gone.ticket)["sentence"]


def test_a_review_may_order_the_organ_and_ends_when_the_order_is_carried_out(people, above, published, outside):
    row = answered(people, outside, published)
    outside.dispute(row)
    chief = above[CITY]["case_management"]
    reviews.review(chief, row.pk, False, "住址没有屏蔽，应当撤回。", Order.Kind.WITHDRAW)
    order = Order.objects.get()
    assert (order.organ_id, order.complaint, order.publication) == (COUNTY, row, published)
    orders.answer(people["case_management"], order.pk, "已经办理。")
    with pytest.raises(Refused, match="还没有落实"):
        orders.close(chief, order.pk)
    withdraw(people, published)
    orders.close(chief, order.pk, "已落实。")
    row.refresh_from_db()
    assert row.state == "closed"
    assert outside.sees(row.ticket)["state"] == "已纠正"


def test_the_late_go_to_the_superior_once_and_can_still_be_answered(people, above, outside):
    row, other = outside.complain(), outside.complain()
    assert disputes.escalate_late() == 0
    Complaint.objects.filter(pk=row.pk).update(due_on=timezone.localdate() - timedelta(days=1))
    assert [disputes.escalate_late(), disputes.escalate_late()] == [1, 0]
    row.refresh_from_db()
    assert (row.superior_id, row.overdue, row.state) == (CITY, True, "received")
    assert outside.sees(row.ticket)["state"] == "已报上级院督办"
    assert row in queries.complaints(above[CITY]["case_management"])
    complaints.answer(people["case_management"], row.pk, "unfounded", "核对无误。")
    assert not Complaint.objects.get(pk=other.pk).overdue


def test_the_supreme_organ_reviews_its_own_answer_by_another_person(people, above, outside):
    desk = above["100000"]
    row = outside.complain(organ="100000")
    complaints.answer(desk["case_management"], row.pk, "unfounded", "核对无误。")
    outside.dispute(row)
    row.refresh_from_db()
    assert row.superior_id == "100000"
    with pytest.raises(NotAllowed, match="其他人员"):
        reviews.review(desk["case_management"], row.pk, True, "维持")
    reviews.review(desk["supervisor"], row.pk, True, "维持")


def test_counts_tell_what_became_of_complaints(people, published, outside):
    answered(people, outside)
    outside.complain()
    assert queries.complaint_counts([COUNTY]) == {
        "received": 2, "answered": 1, "late": 0, "upheld": 0, "escalated": 0, "disputed": 0}  # fmt: skip
    assert queries.complaint_counts([SIBLING])["received"] == 0
