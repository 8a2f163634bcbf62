"""A small house for the workbench's pages: two organs, one case with a due indictment, browsers of all visitors."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from anxin.inner.actor import Actor
from anxin.inner.approvals.models import Chain
from anxin.inner.cases import actions as cases
from anxin.inner.cases.intake import take_data
from anxin.inner.documents import actions as documents
from anxin.inner.documents import requests
from anxin.inner.documents.processing import Processing
from anxin.inner.documents.review import SECRECY_CHECKS
from tests.inner import packages, people
from tests.inner.people import COUNTY, SIBLING, desk, organs

PASSWORD = "青山绿水 一二三四五六 passphrase"
SENTENCES = {"d1": {"type": "有期徒刑", "months": 48}, "d2": {"type": "有期徒刑", "months": 10, "probation_months": 12}}


class House:
    """The case, its document and the staff; ``browser`` signs somebody in."""

    def __init__(self) -> None:
        organs()
        self.desk, self.other = desk(), desk(SIBLING)
        self.case = take_data(packages.case(), packages.files(), Actor.system("案件导入", COUNTY))
        self.document = self.case.documents.get()

    def judge(self) -> None:
        day = timezone.localdate() - timedelta(days=3)
        cases.register_judgment(
            self.desk["handler"], self.case.pk, court="黟县人民法院", number="（2014）黟刑初字第30号",
            received_on=day, effective_on=day, sentences=SENTENCES,
        )  # fmt: skip

    def draft(self):
        self.judge()
        return documents.start(self.desk["handler"], self.document.pk)

    def ready(self):
        """A draft that may be submitted: doubts answered, secrecy reviewed."""
        draft = self.draft()
        handler = self.desk["handler"]
        for index in range(len(draft.doubts)):
            draft = documents.answer(handler, draft.pk, draft.revision, index, True, "")
        return documents.review_secrecy(handler, draft.pk, draft.revision, "processed", list(SECRECY_CHECKS))

    def submitted(self):
        draft = self.ready()
        documents.submit(self.desk["handler"], draft.pk, Processing(draft).content_hash)
        return draft

    def second_version(self):
        """One version public, the next in work with a decision of the handler's, and a withdrawal asked for."""
        draft = self.submitted()
        chain, seen = Chain.objects.get(subject="draft"), Processing(draft).content_hash
        for duty in ("department_head", "deputy_chief"):
            documents.approve(self.desk[duty], chain.pk, seen)
        publication = documents.publish(self.desk["case_management"], chain.pk, seen)
        longer = {"name": "段小毛", "role": "defendant", "sentence": {"type": "有期徒刑", "months": 60}}
        cases.save_participant(self.desk["handler"], self.case.pk, "d2", longer)
        draft = documents.start(self.desk["handler"], self.document.pk)
        span = next(s for s in draft.found if s["kind"] == "home_address")
        decision = {"action": "reject", "reason": "不是住址"} | {k: span[k] for k in ("start", "end", "expected", "kind")}
        draft = documents.decide(self.desk["handler"], draft.pk, draft.revision, decision)
        asked = requests.about_publication(self.desk["handler"], publication.pk, "withdrawal", "23", "经核实有误。")
        return publication, draft, asked

    def browser(self, duty: str, organ: str = COUNTY) -> Client:
        return people.browser(duty, organ)


@pytest.fixture
def house(db, settings, tmp_path):
    settings.FILE_STORE = tmp_path / "files"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return House()
