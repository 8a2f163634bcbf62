"""A small house for the workbench's pages: two organs, one case with a due indictment, browsers of all visitors."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from anxin.inner.actor import Actor
from anxin.inner.cases import actions as cases
from anxin.inner.cases.intake import take_data
from anxin.inner.documents import actions as documents
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

    def browser(self, duty: str, organ: str = COUNTY) -> Client:
        return people.browser(duty, organ)


@pytest.fixture
def house(db, settings, tmp_path):
    settings.FILE_STORE = tmp_path / "files"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return House()
