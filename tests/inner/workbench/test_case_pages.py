"""Case pages: found by number and name, taken in by hand, corrected, judged, handed over; typed text is kept."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from anxin.inner.cases.models import Case
from anxin.inner.documents.models import LegalDocument
from anxin.inner.ledger.models import Entry
from tests.inner import packages
from tests.inner.people import COUNTY

OTHER = "黟检公诉刑诉〔2014〕77号"
TEXT = packages.INDICTMENT.replace("黟检公诉刑诉〔2014〕12号", OTHER)


def upload(**changes):
    data = {
        "department_case_number": "黟检刑诉受[2014]341023000077号", "case_name": "丁一凡诈骗案",
        "case_type": "一审公诉",
        "charge": "诈骗罪", "handler": f"handler{COUNTY}", "accepted_on": "2014-08-01",
        "doc_type": "起诉书", "number": OTHER,
        "people-TOTAL_FORMS": "6", "people-INITIAL_FORMS": "0", "people-0-name": "郑国梁", "people-0-role": "defendant",
        "file": SimpleUploadedFile("起诉书.txt", TEXT.encode()),
    }  # fmt: skip
    return data | changes


def errors_beside(answer) -> str:
    return " ".join(re.findall(r'<(?:div|p) class="error"[^>]*>(.*?)</(?:div|p)>', answer.content.decode(), re.S))


def test_a_clerk_takes_in_a_case_with_its_file(house):
    answer = house.browser("handler").post("/cases/new/", upload())
    case = Case.objects.get(name="丁一凡诈骗案")
    assert answer.headers["Location"] == f"/cases/{case.pk}/"
    assert (case.handler.username, case.documents.get().number) == (f"handler{COUNTY}", OTHER)
    assert case.participants.get().role == "defendant"


@pytest.mark.parametrize(("change", "sentence"), [
    ({"department_case_number": "不像号码"}, "部门受案号的格式"),
    ({"department_case_number": "祁检刑诉受[2014]341024000077号"}, "不一致"),
    ({"number": "黟检公诉刑诉〔2014〕99号"}, "没有这一文号"),
    ({"file": SimpleUploadedFile("空.txt", b" \n ")}, "空的"),
    ({"file": SimpleUploadedFile("假.docx", b"not a word file")}, ""),
    ({"people-0-birth": "七五年"}, "格式"),
])  # fmt: skip
def test_every_fault_stands_beside_its_field_and_on_top_and_what_was_typed_is_kept(house, change, sentence):
    answer = house.browser("handler").post("/cases/new/", upload(**change))
    text = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in errors_beside(answer)
    assert errors_beside(answer).strip()
    assert 'role="alert"' in text
    assert "丁一凡诈骗案" in text
    assert "郑国梁" in text
    assert not Case.objects.filter(name="丁一凡诈骗案").exists()


@pytest.mark.parametrize(
    "address", ["/cases/new/", "/cases/{}/edit/", "/cases/{}/judgment/", "/cases/{}/people/new/", "/desk/"]
)
def test_a_form_that_was_only_opened_accuses_nobody(house, address):
    answer = house.browser("department_head" if "desk" in address else "handler").get(address.format(house.case.pk))
    assert answer.status_code == 200
    assert 'role="alert"' not in answer.content.decode()


def test_all_faults_are_named_at_once(house):
    answer = house.browser("handler").post("/cases/new/", upload(department_case_number="坏", unified_case_number="12"))
    assert ("部门受案号" in errors_beside(answer) and "统一受案号" in errors_beside(answer)) or "格式" in errors_beside(
        answer
    )


@pytest.mark.parametrize("words", ["黟检刑诉受[2014]341023000001号", "黟检刑诉受（2014）341023000001号", "341023000001",
                                   "段小毛盗窃", "柳春燕", "公诉刑诉〔2014〕12"])  # fmt: skip
def test_a_case_is_found_by_number_name_person_and_document(house, words):
    assert "郑国梁、段小毛盗窃案" in house.browser("handler").get("/cases/", {"q": words}).content.decode()


def test_what_is_searched_for_is_not_written_into_the_ledger(house):
    from anxin.inner.ledger.models import Entry

    house.browser("handler").get("/cases/", {"q": "柳春燕"})
    assert "柳春燕" not in str(list(Entry.objects.values_list("data", "subject_id")))


def test_the_case_page_shows_no_whole_identity_number(house):
    person = house.case.participants.get(key="d1")
    person.identity = {"type": "居民身份证", "number": "341023198003051236"}
    person.save()
    text = house.browser("handler").get(f"/cases/{house.case.pk}/").content.decode()
    assert "341***********1236" in text
    assert "341023198003051236" not in text


def test_a_judgment_registered_by_hand_opens_the_obligation_with_its_reckoning(house):
    client = house.browser("handler")
    data = {
        "court": "黟县人民法院",
        "number": "（2014）黟刑初字第30号",
        "received_on": "2014-10-10",
        "effective_on": "2014-10-10",
        "d1-type": "有期徒刑",
        "d1-months": "48",
        "d2-type": "有期徒刑",
        "d2-months": "10",
        "d2-probation_months": "12",
    }
    assert client.post(f"/cases/{house.case.pk}/judgment/", data).status_code == 302
    page = client.get(f"/cases/{house.case.pk}/").content.decode()
    assert "期限2014年10月20日是怎样推算的" in page
    assert "当日不计入期间" in page
    assert "有期徒刑4年" in page
    assert "有期徒刑10个月，缓刑1年" in page


def test_a_term_without_its_months_is_asked_for_beside_the_person(house):
    data = {"court": "黟县人民法院", "number": "（2014）黟刑初字第30号",
            "received_on": "2014-10-10", "effective_on": "2014-10-10",
            "d1-type": "有期徒刑"}  # fmt: skip
    answer = house.browser("handler").post(f"/cases/{house.case.pk}/judgment/", data)
    assert answer.status_code == 422
    assert "请填写刑期" in errors_beside(answer)
    assert "黟县人民法院" in answer.content.decode()


def test_a_date_in_the_future_is_refused_with_a_sentence(house):
    answer = house.browser("handler").post(f"/cases/{house.case.pk}/concluded/", {"on": "2999-01-01"})
    assert answer.status_code == 422
    assert "办结日期不能晚于今天" in answer.content.decode()


def test_only_named_fields_of_a_person_can_be_changed(house):
    names = {"consent_to_name": "on", "case": "99", "sentence": "x", "recidivist": "on", "id": "1", "key": "zz"}
    house.browser("handler").post(
        f"/cases/{house.case.pk}/people/d2/", {"name": "段小毛", "role": "defendant", "birth": "1975-11-20"} | names
    )
    person = house.case.participants.get(key="d2")
    assert (person.consent_to_name, person.recidivist, person.case_id) == (False, False, house.case.pk)


def test_a_desk_is_handed_over_by_the_head_with_a_reason(house):
    from tests.inner.people import staff

    taker = staff("接手人", "handler")
    head, mine = house.browser("department_head"), house.desk["handler"].staff_id
    address = f"/desk/?from={mine}"
    assert "郑国梁、段小毛盗窃案" in head.get(address).content.decode()
    assert head.post(address, {"cases": [house.case.pk], "to": taker.pk, "reason": ""}).status_code == 422
    assert head.post(address, {"cases": [house.case.pk], "to": taker.pk, "reason": "调离"}).status_code == 302
    assert Case.objects.get(pk=house.case.pk).handler == taker


def test_names_are_shown_as_text_never_as_markup(house):
    poison = "<script>alert(1)</script>"
    house.case.participants.filter(key="d1").update(name=poison)
    Case.objects.filter(pk=house.case.pk).update(name=f'"><img src=x onerror=alert(1)>{poison}'[:120])
    client = house.browser("handler")
    for address in ("/cases/", f"/cases/{house.case.pk}/", f"/cases/?q={poison}", f"/cases/{house.case.pk}/judgment/"):
        text = client.get(address).content.decode()
        assert "<script>alert" not in text
        assert "<img src=x" not in text


def test_pages_carry_no_inline_script_or_style(house):
    client = house.browser("case_management")
    draft = house.ready()
    for address in (
        "/",
        "/cases/",
        f"/cases/{house.case.pk}/",
        "/cases/new/",
        f"/drafts/{draft.pk}/",
        "/ledger/",
        "/desk/",
    ):
        answer = client.get(address)
        assert not re.search(r"<script(?![^>]*src=)|<style|\sstyle=|\son\w+=", answer.content.decode()), address
        assert "'unsafe" not in answer.headers["Content-Security-Policy"]
        assert answer.headers["Cache-Control"] == "no-store"


def test_the_ledger_of_obligations_is_taken_as_it_is_filtered_and_the_taking_recorded(house):
    house.judge()
    client = house.browser("case_management")
    for state, there in (("due", True), ("published", False)):
        answer = client.get(f"/obligations/?state={state}&format=xlsx")
        with zipfile.ZipFile(io.BytesIO(answer.content)) as book:
            words = b"".join(book.read(name) for name in book.namelist()).decode("utf-8", "replace")
        assert (house.document.number in words) is there
    assert Entry.objects.filter(event="downloaded", data__list="obligations").count() == 2


def test_obligations_are_filtered_by_state_and_type(house):
    house.judge()
    client = house.browser("case_management")
    number = LegalDocument.objects.get().number
    assert number in client.get("/obligations/?state=due&type=起诉书").content.decode()
    for other in ("state=published", "type=抗诉书", "state=late"):
        assert number not in client.get(f"/obligations/?{other}").content.decode()
    for words, there in (("不存在", False), (number, True)):
        found = client.post("/obligations/", {"q": words, "state": "due"})
        assert words not in found.headers["Location"], "what was searched for stays out of addresses"
        page = client.get(found.headers["Location"]).content.decode()
        assert (f"{number}</a>" in page) is there
