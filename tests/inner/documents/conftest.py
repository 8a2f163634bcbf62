"""A house with its desks, and the walk of one document through its chain."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from anxin.inner.actor import Actor
from anxin.inner.cases import actions as cases
from anxin.inner.cases.intake import take_data
from anxin.inner.documents import actions, requests
from anxin.inner.documents.models import Draft
from anxin.inner.documents.processing import Processing
from anxin.inner.documents.review import SECRECY_CHECKS
from tests.inner import packages
from tests.inner.people import COUNTY, desk, organs

SYSTEM = Actor.system("案件导入", COUNTY)
SENTENCES = {"d1": {"type": "有期徒刑", "months": 42}, "d2": {"type": "有期徒刑", "months": 36, "probation_months": 48}}


@pytest.fixture
def people(db, settings, tmp_path):
    settings.FILE_STORE = tmp_path / "files"
    organs()
    return desk()


@pytest.fixture
def case(people):
    """An indictment whose judgment is effective: due."""
    taken = take_data(packages.case(), packages.files(), SYSTEM)
    cases.register_judgment(
        people["handler"], taken.pk, court="黟县人民法院", number="（2014）黟刑初字第30号",
        received_on=date(2014, 10, 10), effective_on=date(2014, 10, 10), sentences=SENTENCES,
    )  # fmt: skip
    return taken


class Walk:
    """The steps of Article 21, one function each."""

    def __init__(self, people: dict[str, Actor]) -> None:
        self.people = people

    def hash(self, draft: Draft) -> str:
        return Processing(Draft.objects.get(pk=draft.pk)).content_hash

    def start(self, document_id: int) -> Draft:
        return actions.start(self.people["handler"], document_id)

    def ready(self, document_id: int) -> Draft:
        """Started, all doubts answered with "mask", secrecy reviewed."""
        handler = self.people["handler"]
        draft = self.start(document_id)
        for index in Processing(draft).open_doubts:
            draft = actions.answer(handler, draft.pk, draft.revision, index, True)
        return actions.review_secrecy(handler, draft.pk, draft.revision, "processed", list(SECRECY_CHECKS))

    def submitted(self, document_id: int) -> SimpleNamespace:
        draft = self.ready(document_id)
        seen = self.hash(draft)
        chain = actions.submit(self.people["handler"], draft.pk, seen)
        return SimpleNamespace(draft=draft, chain=chain, seen=seen)

    def approved(self, document_id: int) -> SimpleNamespace:
        walk = self.submitted(document_id)
        for duty in ("department_head", "deputy_chief"):
            actions.approve(self.people[duty], walk.chain.pk, walk.seen)
        return walk

    def withdrawing(self, publication):
        """The withdrawal asked for and approved but for the last step: the chain (Art 23)."""
        chain = requests.about_publication(self.people["handler"], publication.pk, "withdrawal", "23", "再审改判")
        for duty in ("department_head", "deputy_chief"):
            requests.approve(self.people[duty], chain.pk, chain.content_hash)
        return chain

    def withdraw(self, chain):
        """The last step of a withdrawal."""
        return requests.approve(self.people["case_management"], chain.pk, chain.content_hash)

    def published(self, document_id: int):
        walk = self.approved(document_id)
        return actions.publish(self.people["case_management"], walk.chain.pk, walk.seen)


@pytest.fixture
def walk(people) -> Walk:
    return Walk(people)
