"""Intake: whole packages or nothing, every fault named, twice the same is once (Art 18, 22)."""

from __future__ import annotations

import json

import pytest

from anxin.inner.actor import Actor, NotAllowed
from anxin.inner.cases.intake import IntakeRefused, take, take_data
from anxin.inner.cases.models import Case, Participant
from anxin.inner.documents.models import LegalDocument
from anxin.inner.ledger.models import Entry
from tests.inner import packages
from tests.inner.people import COUNTY, SIBLING, desk, organs

pytestmark = pytest.mark.django_db
SYSTEM = Actor.system("案件导入", COUNTY)


@pytest.fixture(autouse=True)
def house(db, settings, tmp_path):
    settings.FILE_STORE = tmp_path / "files"
    organs()
    return desk()


def _faults(data, files=None) -> dict[str, str]:
    with pytest.raises(IntakeRefused) as refused:
        take_data(data, packages.files() if files is None else files, SYSTEM)
    assert not Case.objects.exists(), "nothing is written when anything is wrong"
    return {f.field: f.reason for f in refused.value.faults}


def test_a_package_is_taken_whole(tmp_path):
    folder = tmp_path / "package"
    folder.mkdir()
    (folder / "case.json").write_text(json.dumps(packages.case(), ensure_ascii=False))
    (folder / "起诉书.txt").write_bytes(packages.files()["起诉书.txt"])
    case = take(folder, SYSTEM)
    document = case.documents.get()
    assert document.text.strip() == packages.INDICTMENT.strip()
    assert case.handler.username == f"handler{COUNTY}"
    assert case.participants.count() == 5


def test_the_same_package_twice_is_one_case_and_one_document():
    first = take_data(packages.case(), packages.files(), SYSTEM)
    again = take_data(packages.case(charge="盗窃"), packages.files(), SYSTEM)
    assert first.pk == again.pk
    assert (LegalDocument.objects.count(), Participant.objects.count()) == (1, 5)


def test_the_same_version_with_another_text_is_refused_and_a_new_version_is_added():
    take_data(packages.case(), packages.files(), SYSTEM)
    changed = packages.files(packages.INDICTMENT.replace("8600元", "9600元"))
    with pytest.raises(IntakeRefused, match="新的版本号"):
        take_data(packages.case(), changed, SYSTEM)
    data = packages.case()
    data["documents"][0]["version"] = 2
    take_data(data, changed, SYSTEM)
    assert LegalDocument.objects.count() == 2


def test_all_faults_are_named_at_once():
    data = packages.case(procuratorate="999999", case_type="不存在的类别", accepted_on="昨天")
    assert set(_faults(data)) >= {"procuratorate", "case_type", "accepted_on"}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"department_case_number": "乱写"}, "department_case_number"),
        ({"department_case_number": "祁检刑诉受[2014]341024000001号"}, "department_case_number"),
        ({"unified_case_number": "34102420140000001"}, "unified_case_number"),
        ({"concluded_on": "2014-07-01"}, "concluded_on"),
        ({"measures": [{"participant": "x9", "kind": "逮捕"}]}, "measures[0].participant"),
    ],
)
def test_wrong_case_data_is_refused_by_field(change, field):
    assert field in _faults(packages.case(**change))


def test_two_people_cannot_share_a_key():
    data = packages.case()
    data["participants"][1]["key"] = "d1"
    assert "participants[1].key" in _faults(data)


HALF = packages.INDICTMENT.strip()


@pytest.mark.parametrize(
    ("entry", "text", "field"),
    [
        ({"doc_type": "审查报告"}, packages.INDICTMENT, "documents[0].doc_type"),
        ({}, packages.INDICTMENT.replace("起　诉　书", "审 查 报 告"), "documents[0].doc_type"),
        ({"doc_type": "菜谱"}, packages.INDICTMENT, "documents[0].doc_type"),
        ({"doc_type": "不起诉决定书"}, packages.INDICTMENT, "documents[0].doc_type"),
        ({"file": "没有.txt"}, packages.INDICTMENT, "documents[0].file"),
        ({}, " \n　\n", "documents[0].file"),
        ({}, HALF + "\n" + HALF, "documents[0].file"),
        ({"number": "黟检公诉刑诉〔2014〕99号"}, packages.INDICTMENT, "documents[0].number"),
    ],
    ids=["internal type", "internal document as indictment", "unknown type", "another type", "file missing", "empty",
         "doubled", "wrong number"],
)  # fmt: skip
def test_a_document_that_is_not_what_it_says_is_refused(entry, text, field):
    data = packages.case()
    data["documents"][0] |= entry
    assert field in _faults(data, packages.files(text))


def test_a_file_that_is_no_document_is_refused_with_a_sentence():
    reason = _faults(packages.case(), {"起诉书.txt": b"\x89PNG\r\n\x1a\n" + bytes(64)})["documents[0].file"]
    assert reason


def test_numbers_match_in_every_bracket_style():
    data = packages.case()
    data["documents"][0]["number"] = "黟检公诉刑诉[2014]12号"
    assert take_data(data, packages.files(), SYSTEM).pk


def test_only_the_own_organ_s_clerks_take_cases_in(house):
    with pytest.raises(NotAllowed):
        take_data(packages.case(), packages.files(), house["secrecy"])
    stranger = desk(SIBLING)["handler"]
    with pytest.raises(NotAllowed):
        take_data(packages.case(), packages.files(), stranger)
    assert take_data(packages.case(), packages.files(), house["case_management"]).pk


def test_consent_in_a_package_frees_no_name():
    data = packages.case()
    data["participants"][2]["consent_to_name"] = True
    case = take_data(data, packages.files(), SYSTEM)
    assert not case.participants.get(key="v1").consent_to_name


def test_the_ledger_knows_of_it_and_names_nobody():
    take_data(packages.case(), packages.files(), SYSTEM)
    written = json.dumps([[e.data, e.subject_id] for e in Entry.objects.all()], ensure_ascii=False)
    assert Entry.objects.filter(event="case_taken_in").exists()
    for name in ("郑国梁", "柳春燕", "13955901234"):
        assert name not in written
