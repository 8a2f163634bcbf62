"""Applying (Art 8, 9): the papers of each kind of applicant, the receipt, taking it back, help at the place of residence."""

from __future__ import annotations

import re
import zlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from anxin.config.base import secret
from anxin.exchange import canonical, sealing
from anxin.outer.submissions.models import Answer, Sealed, Submission
from anxin.regulation import inquiry
from anxin.regulation.rules import load

pytestmark = pytest.mark.django_db
RULES = load("2014-trial")
JPEG = b"\xff\xd8\xff\xe0" + b"scan" * 20


@pytest.fixture
def visitor(db_role, organs):
    client = Client(headers={"host": "127.0.0.1"})

    class Visitor:
        def get(self, path):
            with db_role("party"):
                return client.get(path)

        def post(self, path, **data):
            with db_role("party"):
                return client.post(path, data)

    return Visitor()


def scan(name="scan.jpg", content=JPEG):
    return SimpleUploadedFile(name, content, "image/jpeg")


def filled(applicant: str, papers: list[str], **more) -> dict:
    """The form as this kind of applicant fills it in, with these papers."""
    every = inquiry.papers(applicant, RULES).details["papers"]
    files = {f"paper{every.index(paper) + 1}": scan() for paper in papers}
    return {"name": "欧阳某", "id_type": "居民身份证", "id_number": "110105200001010017", "phone": "13900000001", "client": "令狐某",
            "relation": "受委托的律师", "licence": "11101202610000001", "suspect": "令狐某", "once": "abc"} | files | more


def opened(kind: str = "application") -> tuple[dict, dict[str, bytes]]:
    """What the inner wing finds in the only submission of this kind."""
    row = Submission.objects.get(kind=kind)
    key = secret("inner_sealing_key")
    plain = {part: sealing.unseal(key, row.ticket, part, bytes(Sealed.objects.get(pk=sha).data)) for part, sha in row.parts.items()}
    return canonical.loads(plain.pop("body"))["body"], plain


@pytest.mark.parametrize("applicant", ["party", "legal_representative", "close_relative", "defender_lawyer", "defender_other", "agent_lawyer", "agent_other"])
def test_each_complete_set_of_papers_is_taken_and_each_missing_paper_is_named(visitor, applicant):
    path = f"/apply/{applicant}/110105/"
    for number, option in enumerate(inquiry.papers(applicant, RULES).details["options"]):
        for left_out in option:
            page = visitor.post(path, **filled(applicant, [p for p in option if p != left_out], once=f"x{number}"))
            assert page.status_code == 422
            assert "还缺少" in page.content.decode()
        assert visitor.post(path, **filled(applicant, option, once=f"y{number}")).status_code == 302
    assert Submission.objects.count() == len(inquiry.papers(applicant, RULES).details["options"])


def test_what_is_sent_in_has_the_form_both_wings_know_and_cannot_be_read_here(visitor):
    assert visitor.post("/apply/party/110105/", **filled("party", ["身份证"])).status_code == 302
    body, papers = opened()
    from jsonschema import Draft202012Validator

    from anxin.exchange.schemas_inquiry import APPLICATION

    Draft202012Validator(APPLICATION).validate(body)
    assert papers == {"paper-1": JPEG}
    assert not any("欧阳某".encode() in bytes(row.data) for row in Sealed.objects.all())


def test_the_receipt_shows_ticket_and_code_and_a_second_press_is_no_second_application(visitor):
    data = filled("party", ["身份证"])
    visitor.post("/apply/party/110105/", **data)
    visitor.post("/apply/party/110105/", **filled("party", ["身份证"]))
    page = visitor.get("/apply/done/").content.decode()
    row = Submission.objects.get()
    assert row.ticket in page
    assert re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", page)


def receipt(visitor) -> dict[str, str]:
    page = visitor.get("/apply/done/").content.decode()
    ticket, code = re.findall(r'<dd class="mono">([^<]+)</dd>', page)
    return {"ticket": ticket, "code": code}


def test_an_application_is_taken_back_with_its_code_alone(visitor):
    visitor.post("/apply/party/110105/", **filled("party", ["身份证"]))
    held = receipt(visitor)
    wrong = visitor.post("/apply/withdraw/", ticket=held["ticket"], code="AAAA-AAAA-AAAA")
    unknown = visitor.post("/apply/withdraw/", ticket="20260101-AAAAAAAA", code="AAAA-AAAA-AAAA")
    plain = [re.sub(rb'value="[^"]*"', b"", answer.content) for answer in (wrong, unknown)]
    assert plain[0] == plain[1]
    assert visitor.post("/apply/withdraw/", **held, reason="已委托他人").status_code == 302
    assert opened("application_withdrawn")[0] == {"ticket": held["ticket"], "reason": "已委托他人"}


def test_missing_papers_are_sent_in_under_the_same_ticket(visitor):
    visitor.post("/apply/party/110105/", **filled("party", ["身份证"]))
    held = receipt(visitor)
    assert visitor.post("/apply/supplement/party/", **held).status_code == 422
    assert visitor.post("/apply/supplement/party/", **held, paper1=scan()).status_code == 302
    assert opened("application_supplement")[0] == {"ticket": held["ticket"], "papers": [{"kind": "身份证"}]}


def test_only_a_county_level_organ_other_than_the_handling_one_may_assist(visitor):
    """Acceptance case (j): a city-level organ asked to assist is refused with the sentence for it."""
    for assistant, sentence in (("成都市人民检察院", "不是县、区级人民检察院"), ("北京市朝阳区人民检察院", "不需要协助认证"), ("没有这个院", "没有叫这个名称")):
        page = visitor.post("/apply/party/110105/", **filled("party", [], assistant=assistant))
        assert page.status_code == 422
        assert sentence in page.content.decode()
    assert not Submission.objects.exists()


def test_who_is_verified_at_the_place_of_residence_brings_the_papers_there(visitor):
    assert visitor.post("/apply/party/110105/", **filled("party", [], assistant="成都市武侯区人民检察院")).status_code == 302
    assert opened()[0]["assistant"] == "510107"


@pytest.mark.parametrize(("content", "sentence"), [
    (b"<html>", "只接受 JPEG"), (JPEG + bytes(10 * 2**20), "超过 10 MB"), (zlib.compress(b"x" * 100), "只接受 JPEG"),
])
def test_other_files_are_refused_beside_their_field_and_what_was_typed_stays(visitor, content, sentence):
    page = visitor.post("/apply/party/110105/", **filled("party", [], paper1=scan(content=content)))
    assert page.status_code == 422
    assert sentence in page.content.decode()
    assert "110105200001010017" in page.content.decode()


def test_too_much_at_once_is_refused_before_it_is_read(visitor, db_role):
    client = Client(headers={"host": "127.0.0.1"})
    with db_role("party"):
        answer = client.post("/apply/party/110105/", b"x", content_type="multipart/form-data; boundary=x", CONTENT_LENGTH=str(41 * 2**20))
    assert answer.status_code == 413


def test_without_a_number_or_a_name_the_case_cannot_be_found(visitor):
    page = visitor.post("/apply/party/110105/", **filled("party", ["身份证"], suspect=""))
    assert "至少填写一项" in page.content.decode()


def test_the_answer_page_of_the_portal_takes_the_same_receipt(visitor):
    from anxin.outer.submissions.queries import status

    visitor.post("/apply/party/110105/", **filled("party", ["身份证"]))
    held = receipt(visitor)
    assert status(held["ticket"], held["code"]).answer is None
    assert not Answer.objects.exists()
