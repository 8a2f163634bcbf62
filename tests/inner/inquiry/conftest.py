"""A county with a case of two defendants and a victim, its case management, and people who ask."""

from __future__ import annotations

import io
import uuid
from datetime import timedelta

import pytest
from django.utils import timezone
from PIL import Image

from anxin.inner.actor import Actor
from anxin.inner.cases.intake import take_data
from anxin.inner.inquiry import applications, checks
from anxin.inner.post.models import Outbox
from tests.inner import packages
from tests.inner.people import COUNTY, desk, organs, staff

PAPERS = {
    "party": ["身份证"], "legal_representative": ["身份证", "户口本"], "close_relative": ["身份证", "结婚证"],
    "defender_lawyer": ["律师执业证", "法律援助公函"],
    "defender_other": ["身份证", "委托书", "委托人身份证明", "委托人与当事人关系说明"],
    "agent_lawyer": ["律师执业证", "法律援助公函"],
    "agent_other": ["身份证", "委托书", "委托人身份证明", "委托人与当事人关系说明"],
}  # fmt: skip
IN_PERSON = "当面核对证件原件"


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "white").save(out, "PNG")
    return out.getvalue()


def case_data(number: int = 1, **changes):
    """A case under review for arrest, with everything that must not be seen in it."""
    today = timezone.localdate()
    day = lambda ago: (today - timedelta(days=ago)).isoformat()  # noqa: E731
    return packages.case(**{
        "department_case_number": f"黟检刑诉受[2014]34102300000{number}号", "documents": [], "accepted_on": day(20),
        "concluded_on": None,
        "proceedings": [
            {"on": day(20), "kind": "受理", "承办人意见": "应当从重", "risk_level": "高"}, {"on": day(19), "kind": "分案"},
            {"on": day(5), "kind": "内部讨论", "text": "合议"},
        ],
        "measures": [
            {"participant": "d1", "kind": "逮捕", "decided_on": day(18), "executed_on": day(17)},
            {"participant": "d2", "kind": "取保候审", "decided_on": day(18), "executed_on": day(16)},
            {"participant": "d1", "kind": "监视居住", "decided_on": day(1), "executed_on": None},
        ],
    } | changes)  # fmt: skip


class World:
    """The county's people, and what somebody writes in an application."""

    def __init__(self) -> None:
        organs()
        self.desk = desk()
        self.manager, self.colleague = self.desk["case_management"], Actor.of(staff("second", "case_management"))
        self.case = self.take(case_data())

    def take(self, data):
        return take_data(data, {}, Actor.system("案件导入", COUNTY))

    def body(self, applicant: str = "defender_lawyer", client: str = "郑国梁", number: str = "110101199001011234", **more):
        return {
            "name": "顾文彬", "id_type": "居民身份证", "id_number": number, "phone": "13800000000", "email": "g@example.test",
            "applicant": applicant, "client": client, "relation": "", "licence": "", "organ": COUNTY,
            "case_number": self.case.number, "suspect": "", "charge": "", "notify_email": True, "notify_sms": False,
            "papers": [{"kind": kind} for kind in PAPERS[applicant]], "assistant": "",
        } | more  # fmt: skip

    def enter(self, applicant: str = "defender_lawyer", organ: str = COUNTY, actor=None, channel: str = "window", **more):
        body = self.body(applicant, **more)
        papers = [picture() for _ in body["papers"]]
        return applications.enter(actor or self.manager, organ, channel, IN_PERSON, body, papers)[0]

    def grant(self, applicant: str = "defender_lawyer", participant: str = "d1", case=None, **more):
        application = self.enter(applicant, **more)
        case = case or self.case
        found = checks.check(self.manager, application.pk, case.pk, participant, "材料属实")
        return found or checks.check(self.colleague, application.pk, case.pk, participant, "复核无误")


@pytest.fixture
def world(db, settings, tmp_path):
    settings.FILE_STORE = tmp_path / "files"
    return World()


def sent(kind: str) -> list[dict]:
    """Payloads of a kind that wait in the outbox or went out, in order."""
    return [row.payload for row in Outbox.objects.filter(kind=kind).order_by("pk")]


def fresh() -> str:
    return str(uuid.uuid4())
