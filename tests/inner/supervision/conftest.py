"""Two counties of one city, a superior of another province, one published indictment, complaints as they come in."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

import pytest
from django.utils import timezone

from anxin.inner.actor import Actor
from anxin.inner.approvals.queries import objection, open_step
from anxin.inner.documents import requests
from anxin.inner.documents.models import Publication
from anxin.inner.organs.duties import DepartmentKind, Duty
from anxin.inner.organs.models import Department, Organ
from anxin.inner.post.models import Outbox
from anxin.inner.post.submissions import Submission
from anxin.inner.supervision import complaints
from anxin.inner.supervision.models import Complaint
from tests.inner.documents.conftest import case, people, walk  # noqa: F401 - fixtures
from tests.inner.people import CITY, COUNTY, PROVINCE, SIBLING, SUPREME, desk

FAR_PROVINCE, FAR_CITY = "370000", "371300"


@dataclass
class Outside:
    """What the public does: complain, dispute, look at the ticket."""

    numbers: itertools.count = field(default_factory=itertools.count)

    def ticket(self) -> str:
        letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
        number = next(self.numbers)
        return "20260101-" + "".join(letters[number // 32**place % 32] for place in range(8))

    def submit(self, organ: str = COUNTY, at=None, **body) -> Submission:
        """Hand one body to the room, as the corridor does."""
        body = {"kind": "error", "text": "第三段的日期写错了。"} | body
        sent = Submission("complaint", self.ticket(), organ, at or timezone.now(), body, [], [])
        complaints.take(sent)
        return sent

    def complain(self, publication=None, **body) -> Complaint:
        about = {"item": publication.public_id, "version": publication.version} if publication else {}
        return Complaint.objects.get(ticket=self.submit(**about, **body).ticket)

    def dispute(self, row: Complaint, **body):
        return self.submit(row.organ_id, about=row.ticket, text="答复没有回答我的问题。", **body)

    def sees(self, ticket: str) -> dict:
        """The newest answer on the ticket's page."""
        return Outbox.objects.filter(kind="answer", object_id=ticket).latest("version", "pk").payload


@pytest.fixture
def outside(people):  # noqa: F811
    return Outside()


@pytest.fixture
def published(walk, case):  # noqa: F811
    return walk.published(case.documents.get().pk)


@pytest.fixture
def above(people) -> dict[str, dict[str, Actor]]:  # noqa: F811
    """The desks of the superiors, and of a superior of another subtree, by organ."""
    Organ.objects.create(code=FAR_PROVINCE, name="山东省人民检察院", short="鲁检", parent_id=SUPREME, level="provincial")
    Organ.objects.create(code=FAR_CITY, name="临沂市人民检察院", short="临检", parent_id=FAR_PROVINCE, level="municipal")
    for code in (FAR_PROVINCE, FAR_CITY):
        for kind in DepartmentKind:
            Department.objects.create(organ_id=code, kind=kind, name=kind.label)
    return {code: desk(code) for code in (CITY, PROVINCE, SUPREME, SIBLING, FAR_PROVINCE, FAR_CITY)}


def withdraw(people, publication: Publication, reason: str = "住址没有屏蔽。") -> None:  # noqa: F811
    """Through the chain of a withdrawal, to its end (Art 23)."""
    chain = requests.about_publication(people["handler"], publication.pk, "withdrawal", "20", reason)
    while chain.state == "open":
        step = open_step(chain)
        actor = next(a for a in people.values() if objection(a, step) is None)
        chain = requests.approve(actor, chain.pk, chain.content_hash)


def department(kind: str = DepartmentKind.HANDLING, organ: str = COUNTY) -> int:
    return Department.objects.get(organ_id=organ, kind=kind).pk


ALL = [duty.value for duty in Duty]
