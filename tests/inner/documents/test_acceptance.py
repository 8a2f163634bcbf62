"""Acceptance cases (b), (c), (e), (k) of practice, and the bad days of this chapter that have no test elsewhere."""

from __future__ import annotations

import io
from datetime import date, timedelta

import pypdf
import pytest
import time_machine
from django.utils import timezone

from anxin.inner.actor import Actor, NotAllowed
from anxin.inner.cases import actions as cases
from anxin.inner.cases.intake import IntakeRefused, take_data
from anxin.inner.cases.keyed import keyed
from anxin.inner.documents import actions, artefacts
from anxin.inner.documents.models import Obligation
from anxin.inner.documents.obligations import reconcile_all
from anxin.inner.documents.processing import Processing
from anxin.inner.organs.models import StaffDuty
from tests.inner import packages
from tests.inner.documents.conftest import SYSTEM

pytestmark = pytest.mark.django_db
LIGHT, HEAVY = {"type": "有期徒刑", "months": 24}, {"type": "有期徒刑", "months": 60}


def person(key, name, role="defendant", **more):
    return {"key": key, "name": name, "role": role, "sex": "男"} | more


def draft_of(people, walk, text, persons, sentences, number="黟检公诉刑诉〔2014〕12号", doc_type="起诉书"):
    document = {"file": "起诉书.txt", "doc_type": doc_type, "title": doc_type, "number": number, "version": 1,
                "concluded_on": "2014-08-20"}  # fmt: skip
    data = packages.case(documents=[document], participants=[*persons, person("o1", "严正", "official")])
    taken = take_data(data, packages.files(text), SYSTEM)
    cases.register_judgment(people["handler"], taken.pk, court="黟县人民法院", number="（2014）黟刑初字第30号",
                            received_on=date(2014, 10, 10), effective_on=date(2014, 10, 10),
                            sentences=sentences)  # fmt: skip
    return walk.start(taken.documents.get().pk)


def indictment(*paragraphs):
    head, tail = packages.INDICTMENT.split("被告人郑国梁，男", 1)[0], "此致\n黟县人民法院\n检察员　严正\n2014年8月20日\n"
    return head + "\n".join(paragraphs) + "\n" + tail


def symbols(draft):
    return {p["key"]: p["symbol"] for p in draft.people if p["decision"] == "mask"}


def test_b_two_people_of_one_surname_are_never_one(people, walk):
    """Acceptance case (b): two 李某某."""
    text = indictment("被告人李建国，男，1980年3月5日出生。", "被告人李卫东，男，1981年4月6日出生。",
                      "2014年6月28日，被告人李建国、李卫东盗走现金，李卫东望风。")  # fmt: skip
    draft = draft_of(people, walk, text, [person("d1", "李建国"), person("d2", "李卫东")], {"d1": LIGHT, "d2": LIGHT})
    found = symbols(draft)
    assert len({found["d1"], found["d2"]}) == 2
    assert all(symbol.startswith("李") for symbol in found.values())
    public = Processing(draft).public_text
    assert "建国" not in public
    assert "卫东" not in public
    assert public.count(found["d2"]) == text.count("李卫东")


def test_c_names_of_every_kind_get_their_symbols(people, walk):
    """Acceptance case (c): 买买提·吐尔逊 and 欧阳修平, John Smith."""
    names = {"d1": "买买提·吐尔逊", "d2": "欧阳修平", "d3": "John Smith"}
    text = indictment(*(f"被告人{name}，男，1980年3月5日出生。" for name in names.values()),
                      f"被告人{'、'.join(names.values())}盗走现金。")  # fmt: skip
    draft = draft_of(people, walk, text, [person(k, n) for k, n in names.items()], dict.fromkeys(names, LIGHT))
    found, public = symbols(draft), Processing(draft).public_text
    assert found["d1"].startswith("买")
    assert found["d2"].startswith("欧阳")
    assert found["d3"].startswith("J")
    assert not [part for part in ("吐尔逊", "买买提", "修平", "Smith", "John") if part in public]


def test_e_a_kinship_that_tells_who_somebody_is_becomes_a_doubt(people, walk):
    """Acceptance case (e): kinship with a named person leads to a masked one (Art 20(5))."""
    text = indictment("被告人郑国梁，男，1980年3月5日出生。", "被害人柳春燕的店门被撬。被害人系郑国梁的养女。")
    draft = draft_of(people, walk, text, [person("d1", "郑国梁"), person("v1", "柳春燕", "victim")], {"d1": HEAVY})
    inferred = [d for d in draft.doubts if d["type"] == "kinship_chain"]
    assert inferred, draft.doubts
    w = Processing(draft)
    assert "柳春燕" not in w.public_text
    assert set(w.open_doubts) >= {draft.doubts.index(d) for d in inferred}, "nobody submits before it is answered"


@pytest.mark.parametrize("doc_type", ["起诉书", "审查报告"])
def test_k_an_internal_report_handed_in_as_an_indictment_is_stopped(people, doc_type):
    """Acceptance case (k): 审查报告 submitted as 起诉书."""
    report = packages.INDICTMENT.replace("起　诉　书", "公诉案件审查报告") + "承办人意见：建议起诉。\n"
    data = packages.case()
    data["documents"][0] |= {"doc_type": doc_type, "title": "公诉案件审查报告"}
    with pytest.raises(IntakeRefused) as refused:
        take_data(data, packages.files(report), SYSTEM)
    assert "内部" in str(refused.value)


def test_sixty_defendants_have_sixty_symbols_and_no_name_is_left(people, walk):
    given = "安邦昌达恩丰广浩吉康朗茂宁普庆荣盛泰旺兴"
    names = [f"{surname}{one}{one}" for surname in "郑段裘" for one in given]
    text = indictment(*(f"被告人{name}，男，1980年3月5日出生。" for name in names), f"被告人{'、'.join(names)}盗走现金。")
    keys = {f"d{i}": name for i, name in enumerate(names)}
    draft = draft_of(people, walk, text, [person(k, n) for k, n in keys.items()], dict.fromkeys(keys, LIGHT))
    assert len(set(symbols(draft).values())) == len(names) == 60
    public = Processing(draft).public_text
    assert not [name for name in names if name in public]


def test_two_people_of_the_same_name_in_different_roles_are_never_shown(people, walk):
    text = indictment("被告人郑国梁，男，1980年3月5日出生。", "证人郑国梁（与被告人同名）证明上述事实。")
    persons = [person("d1", "郑国梁"), person("w1", "郑国梁", "witness")]
    draft = draft_of(people, walk, text, persons, {"d1": HEAVY})
    view = Processing(draft)
    assert view.open_doubts or ("证人郑国梁" not in view.public_text and "证人郑" in view.public_text), view.public_text


HEADS = {
    "起诉书": ("黟检公诉刑诉〔2014〕12号", "被告人李建国、李卫东、段小毛盗走被害人柳春燕的现金，裘大勇作证。"),
    "补充起诉书": ("黟检公诉刑补诉〔2014〕2号", "被告人段小毛、李卫东另盗走柳春燕的手机，裘大勇作证。"),
    "抗诉书": ("黟检公诉诉刑抗〔2014〕3号", "被告人李卫东、李建国量刑畸轻，证人裘大勇的证言证明。"),
    "不起诉决定书": ("黟检公诉刑不诉〔2014〕4号", "被不起诉人李小燕与李建国、李卫东、段小毛共同盗窃，情节轻微。"),
}


def four_documents(people, number=packages.NUMBER, unified="34102320140000001"):
    """A case whose indictment, supplement, protest and a co-offender's non-prosecution name the same people."""
    persons = [person("d1", "李建国"), person("d2", "李卫东"), person("d3", "段小毛"), person("v1", "柳春燕", "victim"),
               person("w1", "裘大勇", "witness"), person("n1", "李小燕", "non_prosecuted")]  # fmt: skip
    files, documents = {}, []
    for doc_type, (paper, words) in HEADS.items():
        files[f"{doc_type}.txt"] = f"黟县人民检察院\n{doc_type}\n{paper}\n{words}\n检察员　严正\n2014年8月20日\n".encode()
        documents.append({"file": f"{doc_type}.txt", "doc_type": doc_type, "title": doc_type, "number": paper,
                          "version": 1, "concluded_on": "2014-08-20"})  # fmt: skip
    data = packages.case(documents=documents, participants=persons, department_case_number=number,
                         unified_case_number=unified)  # fmt: skip
    taken = take_data(data, files, SYSTEM)
    cases.register_judgment(people["handler"], taken.pk, court="黟县人民法院", number="（2014）黟刑初字第30号",
                            received_on=date(2014, 10, 10), effective_on=date(2014, 10, 10),
                            sentences={"d1": LIGHT, "d2": LIGHT, "d3": LIGHT})  # fmt: skip
    return taken


def test_one_person_keeps_one_symbol_in_all_documents_of_the_case_and_two_never_share_one(people, walk):
    taken, seen = four_documents(people), {}
    names = dict(taken.participants.values_list("key", "name"))
    for document in taken.documents.order_by("-pk"):  # in whatever order they are processed
        draft = walk.start(document.pk)
        public = Processing(draft).public_text
        assert not [name for name in ("建国", "卫东", "小毛", "春燕", "大勇", "小燕") if name in public], document
        for key, symbol in symbols(draft).items():
            if symbol:
                assert seen.setdefault(key, symbol) == symbol, (document, key)
                assert (symbol in public) == (names[key] in document.text)
    assert set(seen) == {"d1", "d2", "d3", "v1", "w1", "n1"}
    assert len(set(seen.values())) == 6
    assert taken.symbols.count() == 6


def test_nothing_that_leaves_the_house_joins_a_person_of_two_cases(people, walk):
    """The public sees symbols alone, and the reference that joins the documents of a case is another one there."""
    first = four_documents(people)
    second = four_documents(people, packages.NUMBER.replace("001号", "002号"), "34102320140000002")
    left, right = ({artefacts.case_ref(c), *(keyed("people", c),)} for c in (first, second))
    assert not left & right
    for taken in (first, second):
        draft = walk.start(taken.documents.first().pk)
        assert not [key for key in symbols(draft) if key in Processing(draft).public_text]


def test_two_hundred_pages_are_processed_and_equal(people, walk):
    line = "同案人员的供述与辩解、现场勘验笔录、价格鉴定结论等证据能够相互印证，证明上述盗窃事实的经过。"
    text = packages.INDICTMENT.replace("认定上述事实", "\n".join([line * 3] * 860) + "\n认定上述事实")
    assert len(text) > 110_000
    persons = packages.case()["participants"][:4]
    draft = draft_of(people, walk, text, persons, {"d1": LIGHT, "d2": LIGHT})
    view = Processing(draft)
    assert view.equal
    assert "郑国梁" not in view.public_text
    assert view.public_text.count(line) == 2580
    made = artefacts.build(view)
    assert len(pypdf.PdfReader(io.BytesIO(made.pdf)).pages) >= 150


def test_a_handler_who_is_also_the_head_does_not_review_the_own_draft(people, walk, case):
    handler = people["handler"]
    StaffDuty.objects.create(staff_id=handler.staff_id, duty="department_head", department_id=handler.department_id)
    from anxin.inner.organs.models import Staff

    both = Actor.of(Staff.objects.get(pk=handler.staff_id))
    w = walk.submitted(case.documents.get().pk)
    with pytest.raises(NotAllowed):
        actions.approve(both, w.chain.pk, w.seen)
    actions.approve(people["department_head"], w.chain.pk, w.seen)


@pytest.mark.parametrize("days", [-2, 400])
def test_a_clock_jump_changes_no_deadline_and_loses_nothing(people, walk, case, days):
    document = case.documents.get()
    before = Obligation.objects.get(document=document, superseded=False).deadline
    StaffDuty.objects.update(since=timezone.now() - timedelta(days=30))
    w = walk.approved(document.pk)
    with time_machine.travel(timezone.now() + timedelta(days=days), tick=True):
        reconcile_all()
        assert Obligation.objects.get(document=document, superseded=False).deadline == before
        publication = actions.publish(people["case_management"], w.chain.pk, w.seen)
    assert publication.state == "public"


def test_a_year_without_a_calendar_has_a_deadline_and_a_warning(people, walk):
    with time_machine.travel("2031-03-10T08:00:00+08:00", tick=True):
        StaffDuty.objects.update(since=timezone.now() - timedelta(days=30))
        taken = take_data(packages.case(), packages.files(), SYSTEM)
        cases.register_judgment(people["handler"], taken.pk, court="黟县人民法院", number="（2031）黟刑初字第1号",
                                received_on=date(2031, 3, 3), effective_on=date(2031, 3, 3),
                                sentences={"d1": LIGHT})  # fmt: skip
        live = Obligation.objects.get(document__case=taken, superseded=False)
    assert live.deadline == date(2031, 3, 13)
    assert live.reckoning["details"]["warning"]
