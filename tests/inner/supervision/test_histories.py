"""Random histories of complaints: whatever happens in whatever order, the rules of Article 23 hold after each step."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from anxin.inner.actor import NotAllowed, Refused
from anxin.inner.documents.models import Publication
from anxin.inner.post.models import Outbox
from anxin.inner.supervision import complaints, disputes, orders, reviews
from anxin.inner.supervision.models import Complaint, Order
from tests.inner.people import CITY
from tests.inner.supervision.conftest import department

pytestmark = pytest.mark.django_db
LENGTH = 6
KINDS = ("leak", "error", "excess", "other")


class Undo(Exception):
    """Ends one history; the next begins from the same state."""


class History:
    """One complaint, an oracle that remembers what was done, and the things that may happen to it."""

    def __init__(self, seed: int, people, above, outside, publication) -> None:
        self.random = random.Random(seed)
        self.people, self.city, self.outside = people, above[CITY], outside
        self.row = outside.complain(publication if seed % 3 else None, kind=self.random.choice(KINDS))
        self.answered, self.seen = False, self.row

    def step(self) -> None:
        act = self.random.choice([self.forward, self.report, self.hide, self.answer, self.dispute, self.pass_time,
                                  self.review, self.carry_out])  # fmt: skip
        before = self.seen
        try:
            with transaction.atomic():
                act()
        except (Refused, NotAllowed):
            after = Complaint.objects.get(pk=self.row.pk)
            assert (after.state, after.version) == (before.state, before.version), "a refused act changed something"
            return
        self.check(before)

    def forward(self):
        complaints.forward(self.people["case_management"], self.row.pk, department())

    def report(self):
        complaints.report(self.people["handler"], self.row.pk, "核实过了。")

    def hide(self):
        complaints.hide(self.people["case_management"], self.row.pk)

    def answer(self):
        result = self.random.choice(["unfounded", "withdrawn", "corrected", "published"])
        complaints.answer(self.people["case_management"], self.row.pk, result, "理由。")
        assert not self.answered
        self.answered = True

    def dispute(self):
        self.outside.dispute(Complaint.objects.get(pk=self.row.pk))

    def pass_time(self):
        Complaint.objects.filter(pk=self.row.pk).update(due_on=timezone.localdate() - timedelta(days=1))
        assert disputes.escalate_late() <= 1

    def review(self):
        reviews.review(self.city["supervisor"], self.row.pk, self.random.random() < 0.5, "复查过了。", "rectify")

    def carry_out(self):
        order = Order.objects.filter(complaint=self.row).order_by("-pk").first()
        if order is None:
            raise Refused("")
        if order.state == "issued":
            orders.answer(self.people["case_management"], order.pk, "已整改。")
        ending = self.random.choice([orders.close, orders.revoke, orders.send_again])
        ending(self.city["supervisor"], order.pk, "意见。")

    def check(self, before: Complaint) -> None:
        row = self.seen = Complaint.objects.get(pk=self.row.pk)
        sent = Outbox.objects.filter(kind="answer", object_id=row.ticket).order_by("version")
        assert [one.version for one in sent] == list(range(1, row.version + 1)), "each answer is told, once, in order"
        assert row.version >= before.version
        assert (row.answered_at is not None) == bool(row.result) == self.answered
        assert row.unanswered != self.answered
        if before.disputed_at:
            assert row.disputed_at == before.disputed_at, "disputed once"
        if row.state in ("review", "ordered", "closed"):
            assert row.superior_id == CITY
            assert row.disputed_at
            assert self.answered
        if row.overdue:
            assert row.escalated_at
            assert row.superior_id == CITY
            assert not before.overdue or row.escalated_at == before.escalated_at
        if row.state == "closed":
            assert not row.orders.filter(state__in=["issued", "answered"]).exists()
        if row.emergency:
            assert row.publication is None or row.publication.state == Publication.State.PUBLIC


def run(numbers, people, above, outside, published) -> set[str]:
    """Play histories one after the other, each undone at its end; the states that were reached."""
    reached = set()
    for seed in numbers:
        try:
            with transaction.atomic():
                history = History(seed, people, above, outside, published)
                for _ in range(LENGTH):
                    history.step()
                    reached.add(history.seen.state)
                raise Undo
        except Undo:
            pass
    return reached


@pytest.mark.once
def test_rules_hold_after_every_step_of_200_histories(people, above, outside, published):
    reached = run(range(200), people, above, outside, published)
    assert reached == set(Complaint.State.values), "the histories come everywhere"


@pytest.mark.campaign
def test_rules_hold_after_every_step_of_10000_histories(people, above, outside, published):
    run(range(10_000), people, above, outside, published)
