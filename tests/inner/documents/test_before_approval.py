"""Before approval: text quality, the second reading, corrections as data, signing together (Art 20-22)."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.cases import actions as cases
from anxin.inner.cases.intake import take_data
from anxin.inner.documents import actions, approval_form, batch, compare, corrections, gate, second_reading
from anxin.inner.documents.models import Correction, Draft, Publication
from anxin.inner.documents.processing import Processing
from tests.inner import packages
from tests.inner.documents.conftest import SENTENCES, SYSTEM
from tests.inner.people import staff

pytestmark = pytest.mark.django_db
REPEATED = "认定上述事实的证据如下：证人裘大勇的证言，被害人柳春燕的陈述，被告人郑国梁、段小毛的供述与辩解。\n"


def taken(people, text=packages.INDICTMENT, **changes):
    case = take_data(packages.case(**changes), packages.files(text), SYSTEM)
    cases.register_judgment(
        people["handler"], case.pk, court="黟县人民法院", number="（2014）黟刑初字第30号",
        received_on=date(2014, 10, 10), effective_on=date(2014, 10, 10), sentences=SENTENCES,
    )  # fmt: skip
    return case.documents.get()


def lacking(draft) -> list[str]:
    return [c.key for c in gate.to_submit(Processing(Draft.objects.get(pk=draft.pk))) if not c.holds]


def test_a_paragraph_pasted_twice_must_be_explained_before_the_report(people, walk):
    text = packages.INDICTMENT.replace("本院认为", REPEATED + "本院认为")
    draft = walk.ready(taken(people, text).pk)
    assert lacking(draft) == ["quality"]
    key, before = draft.quality[0]["key"], walk.hash(draft)
    with pytest.raises(Refused, match="文字质量"):
        actions.submit(people["handler"], draft.pk, before)
    with pytest.raises(Refused, match="说明"):
        actions.answer_quality(people["handler"], draft.pk, draft.revision, key, " ")
    with pytest.raises(NotAllowed):
        actions.answer_quality(people["case_management"], draft.pk, draft.revision, key, "原件如此")
    draft = actions.answer_quality(people["handler"], draft.pk, draft.revision, key, "原件如此")
    assert walk.hash(draft) != before, "the answer is a part of what is approved"
    assert actions.submit(people["handler"], draft.pk, walk.hash(draft)).state == "open"


@pytest.fixture
def sensitive(people):
    return taken(people, flags=["sensitive"])


def test_a_second_person_reads_where_the_rules_ask_for_it(people, walk, sensitive):
    reader = Actor.of(staff("复读人", "handler"))
    draft = walk.ready(sensitive.pk)
    assert lacking(draft) == ["second_reading"]
    with pytest.raises(Refused):
        actions.ask_second_reading(people["handler"], draft.pk, draft.revision, people["handler"].staff_id)
    draft = actions.ask_second_reading(people["handler"], draft.pk, draft.revision, reader.staff_id)
    assert [d.pk for d in second_reading.waiting_for(reader)] == [draft.pk]
    for stranger in (people["handler"], people["department_head"], people["secrecy"]):
        with pytest.raises(NotAllowed):
            actions.confirm_second_reading(stranger, draft.pk, walk.hash(draft))
    with pytest.raises(Refused, match="改动"):
        actions.confirm_second_reading(reader, draft.pk, "0" * 64)
    draft = actions.confirm_second_reading(reader, draft.pk, walk.hash(draft))
    assert lacking(draft) == []


def test_a_change_after_the_second_reading_voids_it(people, walk, sensitive):
    head = people["department_head"]
    draft = walk.ready(sensitive.pk)
    draft = actions.ask_second_reading(people["handler"], draft.pk, draft.revision, head.staff_id)
    draft = actions.confirm_second_reading(head, draft.pk, walk.hash(draft))
    text = sensitive.text
    at = text.index("碧阳镇东街")
    decision = {"action": "add", "start": at, "end": at + 5, "expected": "碧阳镇东街", "kind": "other"}
    draft = actions.decide(people["handler"], draft.pk, draft.revision, decision)
    assert lacking(draft) == ["second_reading"]


def test_a_head_who_read_does_not_review_as_well(people, walk, sensitive):
    head = people["department_head"]
    draft = walk.ready(sensitive.pk)
    draft = actions.ask_second_reading(people["handler"], draft.pk, draft.revision, head.staff_id)
    draft = actions.confirm_second_reading(head, draft.pk, walk.hash(draft))
    chain = actions.submit(people["handler"], draft.pk, walk.hash(draft))
    assert chain.steps.get(state="open").duty == "deputy_or_chief"


def test_decisions_against_the_engine_are_counted_by_kind_without_their_text(people, walk, case):
    document = case.documents.get()
    draft = walk.start(document.pk)
    span = next(s for s in draft.found if s["kind"] == "name")
    reject = {"action": "reject", "start": span["start"], "end": span["end"], "expected": span["expected"],
              "kind": span["kind"], "reason": "不是人名"}  # fmt: skip
    draft = actions.decide(people["handler"], draft.pk, draft.revision, reject)
    at = document.text.index("碧阳镇东街")
    add = {"action": "add", "start": at, "end": at + 5, "expected": "碧阳镇东街", "kind": "home_address"}
    draft = actions.decide(people["handler"], draft.pk, draft.revision, add)
    rows = {r["kind"]: r for r in corrections.by_kind(people["technical"])}
    assert (rows["name"]["over"], rows["home_address"]["under"]) == (1, 1)
    assert not any("碧阳" in str(v) for row in Correction.objects.values() for v in row.values())
    actions.undo(people["handler"], draft.pk, draft.revision, at, at + 5)
    assert "home_address" not in {r["kind"] for r in corrections.by_kind(people["technical"])}


def test_signing_together_answers_each_item_for_itself(people, walk, case):
    first = walk.submitted(case.documents.get().pk)
    second = walk.submitted(taken(people, department_case_number=packages.NUMBER.replace("001号", "002号")).pk)
    head = people["department_head"]
    results = batch.sign(head, [(first.chain.pk, first.seen), (second.chain.pk, "0" * 64), (999_999, "0" * 64)])
    assert [r.done for r in results] == [True, False, False]
    assert "改动" in results[1].sentence
    assert [r.done for r in batch.sign(head, [(first.chain.pk, first.seen), (second.chain.pk, second.seen)])] == [
        False, True,
    ]  # fmt: skip
    with pytest.raises(Refused, match="勾选"):
        batch.sign(head, [])


def test_signing_together_releases_only_where_the_whole_gate_holds(people, walk, case, settings):
    w = walk.approved(case.documents.get().pk)
    shutil.rmtree(settings.FILE_STORE)  # the original is gone: Article 22 can't be shown
    manager = people["case_management"]
    assert not batch.sign(manager, [(w.chain.pk, w.seen)])[0].done
    assert not Publication.objects.exists()


def test_the_new_version_beside_the_old_one(people, walk, case):
    document = case.documents.get()
    first = walk.published(document.pk)
    assert compare.compare(first.draft) is None
    longer = {"name": "段小毛", "role": "defendant", "sentence": {"type": "有期徒刑", "months": 60}}
    cases.save_participant(people["handler"], case.pk, "d2", longer)
    second = walk.ready(document.pk)
    found = compare.compare(Draft.objects.get(pk=second.pk))
    assert found.previous == first
    assert found.changed
    assert {(m.before, m.after) for m in found.masks} == {("段某某", "未屏蔽")}
    words = "".join(w for row in found.rows for w, differs in row.after if differs)
    assert "小毛" in words


def test_the_approval_form_names_every_step_and_whom_it_was_signed_for(people, walk, case, tmp_path):
    docx = pytest.importorskip("docx")
    w = walk.submitted(case.documents.get().pk)
    actions.approve(people["department_head"], w.chain.pk, w.seen, "同意公开")
    w.chain.steps.filter(index=1).update(on_behalf_of=people["chief"].staff_id)
    place = tmp_path / "form.docx"
    place.write_bytes(approval_form.of_draft(w.chain, Processing(Draft.objects.get(pk=w.draft.pk))))
    cells = [c.text for row in docx.Document(str(place)).tables[0].rows for c in row.cells]
    text = "\n".join(cells)
    assert "由案件信息公开系统生成" in "".join(p.text for p in docx.Document(str(place)).paragraphs)
    for expected in ("郑国梁、段小毛盗窃案", "黟检公诉刑诉〔2014〕12号", "同意公开", "委托办理）", "国家秘密", "日志第", "第十九条"):
        assert expected in text, expected
