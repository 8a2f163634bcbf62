"""A duty crime case in a county, four levels of organs, and the walk of one item through its chain."""

from __future__ import annotations

import io
from datetime import date

import pytest
from PIL import Image

from anxin.inner.actor import Actor
from anxin.inner.announcements import drafts, flags, flow, joining, release, requests
from anxin.inner.announcements.models import Version
from anxin.inner.announcements.wording import Wording
from anxin.inner.approvals.models import Chain
from anxin.inner.approvals.queries import open_step
from anxin.inner.cases.models import Case, Participant, Proceeding
from anxin.inner.documents.review import SECRECY_CHECKS
from anxin.inner.organs.duties import HOLDERS
from anxin.inner.organs.models import Organ, Staff
from tests.inner.people import CITY, COUNTY, PROVINCE, SUPREME, desk, organs, staff

LEVELS = (COUNTY, CITY, PROVINCE, SUPREME)


class House:
    def __init__(self) -> None:
        organs()
        self.desks = {code: desk(code) for code in LEVELS}
        self.case = Case.objects.create(
            organ_id=COUNTY, department_id=self.desk["handler"].department_id, handler_id=self.desk["handler"].staff_id,
            number="黟检公诉受[2014]341023000001号", name="冯建设受贿案", case_type="一审公诉", charge="受贿罪",
            accepted_on=date(2014, 10, 8), flags=["attention"],
        )  # fmt: skip
        Participant.objects.create(case=self.case, key="d1", name="冯建设", role="defendant", title="黟县交通局原局长")
        Participant.objects.create(case=self.case, key="v1", name="柳春燕", role="witness")
        Proceeding.objects.create(case=self.case, on=date(2014, 10, 20), kind="提起公诉")

    @property
    def desk(self) -> dict[str, Actor]:
        return self.desks[COUNTY]

    def draft(self, event: str = "提起公诉", **given) -> Version:
        return drafts.start(self.desk["handler"], "duty_crime", event, self.case.pk, **given)

    def reviewed(self, version: Version) -> Version:
        version = version.announcement.newest
        return drafts.review_secrecy(self.desk["handler"], version.announcement_id, version.revision, "open",
                                     list(SECRECY_CHECKS))  # fmt: skip

    def submitted(self, *names: str, **given) -> Chain:
        version = self.reviewed(self.draft(**given))
        for name in names:
            flags.add(self.desk["handler"], version.announcement_id, name)
        return self.submit(version)

    def submit(self, version: Version) -> Chain:
        return flow.submit(self.desk["handler"], version.announcement_id, self.hash(version))

    def hash(self, version: Version) -> str:
        return Wording(Version.objects.select_related("announcement__organ", "announcement__case").get(pk=version.pk)).content_hash

    def next(self, chain: Chain) -> Actor:
        """Somebody at whose desk the open step lies and who may take it."""
        step = open_step(chain)
        acted = set(chain.steps.exclude(actor=None).values_list("actor_id", flat=True))
        desk = self.desks[step.organ_id]
        return next(desk[d] for d in HOLDERS.get(step.duty, (step.duty,)) if desk[d].staff_id not in acted)

    def approve(self, chain: Chain) -> Chain:
        return flow.approve(self.next(chain), chain.pk, chain.content_hash, "同意")

    def to_release(self, chain: Chain) -> Chain:
        """All approvals but the last step, which is the release."""
        while Chain.objects.get(pk=chain.pk).steps.filter(state="waiting").exists():
            self.approve(chain)
        return Chain.objects.get(pk=chain.pk)

    def joined_by(self, *codes: str) -> Chain:
        """Approved up to the release, with superior organs that publish too."""
        chain = self.to_release(self.submitted())
        for code in codes:
            joining.join(self.desks[code]["press"], self.case.announcements.get().pk)
        return chain

    def publish(self, chain: Chain) -> Version:
        return release.publish(self.next(chain), chain.pk, chain.content_hash)

    def through(self, chain: Chain) -> Chain:
        """Every step of a request about something released."""
        while open_step(chain):
            requests.approve(self.next(chain), chain.pk, chain.content_hash, "同意")
        return Chain.objects.get(pk=chain.pk)

    def another_handler(self) -> Actor:
        return Actor.of(staff("another", "handler"))

    def png(self) -> bytes:
        out = io.BytesIO()
        Image.new("RGB", (8, 8), "red").save(out, "PNG")
        return out.getvalue()

    def pdf(self, pages: int) -> bytes:
        out, page = io.BytesIO(), Image.new("RGB", (80, 80), "white")
        page.save(out, "PDF", save_all=True, append_images=[page] * (pages - 1))
        return out.getvalue()

    def released(self, *names: str) -> Version:
        return self.publish(self.to_release(self.submitted(*names)))


@pytest.fixture
def house(db, settings, tmp_path) -> House:
    settings.FILE_STORE = tmp_path / "files"
    return House()


def press_away(organ: str) -> None:
    """The organ has no press department."""
    Organ.objects.filter(pk=organ).update(has_press=False)
    Staff.objects.filter(organ_id=organ, duties__duty="press").update(is_active=False)
