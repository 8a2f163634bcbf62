"""Requests by forms alone: asked on the case's page, found in everybody's list, signed on one page to the effect."""

from __future__ import annotations

import io
import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from anxin.inner.approvals.models import Chain
from anxin.inner.documents import actions
from anxin.inner.documents.models import Publication, Request
from anxin.inner.ledger.models import Entry
from tests.inner.people import SIBLING

APPROVERS = ("department_head", "deputy_chief", "case_management")
WAITING_PAGES = ("/", "/signing/")


@pytest.fixture
def publication(house) -> Publication:
    from anxin.inner.documents.processing import Processing

    draft = house.ready()
    seen = Processing(draft).content_hash
    chain = actions.submit(house.desk["handler"], draft.pk, seen)
    for duty in ("department_head", "deputy_chief"):
        actions.approve(house.desk[duty], chain.pk, seen)
    return actions.publish(house.desk["case_management"], chain.pk, seen)


def sign(house, duty, act="agree", comment="同意"):
    """Find the request in the list of the signer, open its page, post its form."""
    client = house.browser(duty)
    links = {re.search(r'href="(/chains/\d+/)"', client.get(page).content.decode())[1] for page in WAITING_PAGES}
    assert len(links) == 1
    address = links.pop()
    seen = re.search(r'name="seen_hash" value="(\w+)"', client.get(address).content.decode())[1]
    return client.post(address, {"seen_hash": seen, "act": act, "comment": comment})


def exempt(house, **changes):
    on = timezone.localdate() + timedelta(days=300)
    data = {"ground": "personal_privacy", "reason": "涉及被害人隐私。", "review_on": on.isoformat()} | changes
    return house.browser("handler").post(f"/documents/{house.document.pk}/exempt/", data)


def test_an_exemption_goes_from_the_case_page_through_every_list_to_its_effect(house):
    house.judge()
    case = f"/cases/{house.case.pk}/"
    assert f"/documents/{house.document.pk}/exempt/" in house.browser("handler").get(case).content.decode()
    assert exempt(house).status_code == 302
    assert "不公开：起诉书" in house.browser("handler").get(case).content.decode()
    for duty in APPROVERS:
        assert house.document.obligations.get().state == "due"
        assert sign(house, duty).status_code == 302
    assert house.document.obligations.get().state == "exempt"
    assert "/exempt/" not in house.browser("handler").get(case).content.decode()


def test_reading_a_request_is_reading_the_original_and_recorded(house):
    house.judge()
    exempt(house)
    before = Entry.objects.filter(event="viewed_original").count()
    text = house.browser("department_head").get(f"/chains/{Chain.objects.get().pk}/").content.decode()
    assert "涉及被害人隐私。" in text
    assert house.document.text[:20] in text
    assert Entry.objects.filter(event="viewed_original").count() == before + 1


@pytest.mark.parametrize(("act", "state"), [("return", "returned"), ("refuse", "refused")])
def test_a_request_is_stopped_only_with_a_reason(house, act, state):
    house.judge()
    exempt(house)
    assert sign(house, "department_head", act, " ").status_code == 422
    assert Request.objects.get().state == "open"
    assert sign(house, "department_head", act, "不属于个人隐私。").status_code == 302
    assert Request.objects.get().state == state
    assert "不属于个人隐私。" in house.browser("handler").get(f"/chains/{Chain.objects.get().pk}/").content.decode()


@pytest.mark.parametrize(("changes", "sentence"), [
    ({"ground": "because"}, "选"), ({"reason": ""}, "必填"), ({"review_on": "2014-10-01"}, "复查日期"),
    ({"review_on": "2999-01-01"}, "复查日期"),
])  # fmt: skip
def test_a_faulty_request_is_refused_beside_its_field(house, changes, sentence):
    house.judge()
    answer = exempt(house, **changes)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Request.objects.exists()


def test_somebody_whose_turn_it_is_not_is_told_so_and_signs_nothing(house):
    house.judge()
    exempt(house)
    chain = Chain.objects.get()
    answer = house.browser("case_management").post(
        f"/chains/{chain.pk}/", {"seen_hash": chain.content_hash, "act": "agree"}
    )
    assert answer.status_code == 422
    assert chain.steps.filter(state="done").count() == 1
    assert house.browser("chief", SIBLING).get(f"/chains/{chain.pk}/").status_code == 404


def test_withdrawn_by_request(house, publication):
    data = {"article": "20", "reason": "屏蔽有遗漏。"}
    assert house.browser("handler").post(f"/publications/{publication.pk}/ask-withdrawal/", data).status_code == 302
    for duty in APPROVERS:
        sign(house, duty)
    publication.refresh_from_db()
    assert (publication.state, publication.ground, publication.article) == ("withdrawn", "屏蔽有遗漏。", "20")


def test_hidden_and_restored_by_request(house, publication):
    page = f"/publications/{publication.pk}/"
    assert "ask-restoration" not in house.browser("handler").get(page).content.decode()
    actions.hide(house.desk["handler"], publication.pk, "核实")
    assert "ask-restoration" in house.browser("handler").get(page).content.decode()
    house.browser("handler").post(f"{page}ask-restoration/", {"reason": "核实无误。"})
    for duty in APPROVERS:
        publication.refresh_from_db()
        assert publication.state == "hidden"
        sign(house, duty)
    publication.refresh_from_db()
    assert publication.state == "public"


def a_picture() -> SimpleUploadedFile:
    from PIL import Image

    made = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(made, "PNG")
    return SimpleUploadedFile("申请书.png", made.getvalue())


def test_a_persons_own_name_by_forms_with_the_application_shown_to_the_signers_and_revoked(house):
    house.judge()
    address, handler = f"/cases/{house.case.pk}/people/d2/", house.browser("handler")
    person = house.case.participants.get(key="d2")
    assert "own-name" in handler.get(address).content.decode()
    assert handler.post(f"{address}own-name/", {"reason": "当面核实。"}).status_code == 422
    assert handler.post(f"{address}own-name/", {"reason": "当面核实。", "paper": a_picture()}).status_code == 302
    paper = f"/chains/{Chain.objects.get().pk}/paper/"
    assert paper in house.browser("department_head").get(paper.removesuffix("paper/")).content.decode()
    shown = house.browser("department_head").get(paper)
    assert (shown.headers["Content-Type"], shown.content[:4]) == ("image/png", b"\x89PNG")
    assert Entry.objects.filter(event="downloaded").count() == 1
    for duty in ("department_head", "deputy_chief"):
        sign(house, duty)
    person.refresh_from_db()
    assert person.consent_to_name
    handler.post(f"{address}own-name/revoke/")
    person.refresh_from_db()
    assert not person.consent_to_name
