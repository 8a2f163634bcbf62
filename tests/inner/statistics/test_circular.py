"""The circular of Article 25: facts of the ledger, a person's words, three people's signatures, a number."""

from __future__ import annotations

import io
import json
from datetime import date

import docx
import openpyxl
import pytest
import time_machine
from django.utils import timezone

from anxin.exchange.kinds import check_item
from anxin.figures.period import Period
from anxin.figures.public import public_measures
from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.ledger.models import Entry
from anxin.inner.organs.models import Organ
from anxin.inner.post.models import Outbox
from anxin.inner.statistics import circulars, papers, publish
from anxin.inner.statistics.models import Cell, Circular
from tests.inner.people import CITY, COUNTY, PROVINCE, SIBLING, desk, organs

Q3 = Period.parse("2025q3")


def count(organ: str, month: int = 8, kind: str = "起诉书", **measures: int) -> None:
    Cell.objects.bulk_create(Cell(organ=organ, month=date(2025, month, 1), kind=kind, n=n,
                                  measure=name.replace("__", ":")) for name, n in measures.items())  # fmt: skip


@pytest.fixture
def city(db):
    organs()
    count(COUNTY, due=10, published=8, on_time=7, late=2, exempt=1, exempt__personal_privacy=1, days__6=5, days__12=3)
    count(SIBLING, due=20, published=20, on_time=20, days__3=20)
    count(COUNTY, 5, due=4, published=2, on_time=2, late=2)
    return desk(CITY)


def signed(people) -> Circular:
    row = circulars.draft(people["case_management"], CITY, Q3)
    circulars.submit(people["case_management"], row.pk, 0)
    for duty in ("department_head", "deputy_chief"):
        shown = papers.content_hash(Circular.objects.get(pk=row.pk))
        row = circulars.approve(heads(people) if duty == "department_head" else people[duty], row.pk, shown)
    return row


def heads(people) -> Actor:
    """The head of the city's case management department."""
    from anxin.inner.organs.models import Staff
    from tests.inner.people import staff

    found = Staff.objects.filter(username="head-of-cm").first()
    return Actor.of(found or staff("head-of-cm", "department_head", CITY, "case_management"))


def test_the_draft_states_the_facts_of_the_ledger(city):
    row = circulars.draft(city["case_management"], CITY, Q3)
    for said in ("应公开法律文书30件，已公开28件，依法不公开1件（其中个人隐私1件）", "公开率为96.6%，比上一季度上升46.6个百分点",
                 "按期公开27件，超期2件", "全部按期公开的1个：祁门县人民检察院", "有超期文书的1个：黟县人民检察院（2件）"):  # fmt: skip
        assert said in row.text, said
    assert row.title == "关于2025年第三季度案件信息公开工作情况的通报"


def test_three_people_sign_and_the_number_follows(city):
    heads(city)
    row = signed(city)
    assert row.state == "signed"
    assert row.number == f"黄检案管通〔{timezone.localdate().year}〕1号"
    assert [step.actor.username for step in circulars.chain_of(row).steps.all()] == [
        f"case_management{CITY}", "head-of-cm", f"deputy_chief{CITY}"]  # fmt: skip
    assert Entry.objects.filter(event="circular_signed").count() == 1


def test_nobody_signs_what_they_drafted_or_edited(city):
    from anxin.inner.organs.models import StaffDuty

    head = heads(city)
    StaffDuty.objects.create(staff_id=head.staff_id, duty="case_management")
    row = circulars.draft(city["case_management"], CITY, Q3)
    row = circulars.edit(heads(city), row.pk, row.revision, row.title, row.text + "\n补充一句。")
    circulars.submit(city["case_management"], row.pk, row.revision)
    row.refresh_from_db()
    with pytest.raises(NotAllowed):
        circulars.approve(heads(city), row.pk, papers.content_hash(row))
    assert circulars.why_not(city["deputy_chief"], row) is None  # the step moved on to the leader


def test_what_is_signed_is_what_was_seen(city):
    heads(city)
    row = circulars.draft(city["case_management"], CITY, Q3)
    circulars.submit(city["case_management"], row.pk, 0)
    with pytest.raises(Refused):
        circulars.approve(heads(city), row.pk, "0" * 64)
    for change in ({"text": "别的话"}, {"report": {}}):
        Circular.objects.filter(pk=row.pk).update(**change)
        with pytest.raises(Refused):
            circulars.approve(heads(city), row.pk, papers.content_hash(Circular.objects.get(pk=row.pk)))


def test_a_returned_circular_is_edited_and_handed_in_again(city):
    heads(city)
    row = circulars.draft(city["case_management"], CITY, Q3)
    circulars.submit(city["case_management"], row.pk, 0)
    with pytest.raises(Refused):
        circulars.edit(city["case_management"], row.pk, 1, "改", "改")
    row = circulars.send_back(heads(city), row.pk, "第二部分写具体一些。")
    row = circulars.edit(city["case_management"], row.pk, row.revision, row.title, "改好了。")
    circulars.submit(city["case_management"], row.pk, row.revision)
    assert Circular.objects.get().state == "chain"


def test_only_the_case_management_department_drafts_only_what_has_ended_and_only_once(city):
    with pytest.raises(NotAllowed):
        circulars.draft(city["chief"], CITY, Q3)
    with pytest.raises(NotAllowed):
        circulars.draft(city["case_management"], COUNTY, Q3)
    with pytest.raises(Refused):
        circulars.draft(city["case_management"], CITY, Period.quarter(timezone.localdate()))
    row = circulars.draft(city["case_management"], CITY, Q3)
    with pytest.raises(Refused):
        circulars.draft(city["case_management"], CITY, Q3)
    circulars.drop(city["case_management"], row.pk, row.revision)
    circulars.draft(city["case_management"], CITY, Q3)


def test_a_signed_circular_goes_up_and_down_the_line_and_a_draft_stays_at_home(city):
    heads(city)
    row = signed(city)
    other = circulars.draft(city["case_management"], CITY, Period.parse("2025q2"))
    below, above = desk(COUNTY), desk(PROVINCE)
    Organ.objects.create(code="340800", name="安庆市人民检察院", short="庆检", parent_id=PROVINCE, level="municipal")
    stranger = Actor(name="外院", organ="340800", staff_id=1, duties=frozenset({"case_management"}))
    seen = {name: set(circulars.visible_to(actor).values_list("pk", flat=True)) for name, actor in (
        ("own", city["chief"]), ("below", below["chief"]), ("above", above["chief"]), ("beside", stranger))}  # fmt: skip
    assert seen == {"own": {row.pk, other.pk}, "below": {row.pk}, "above": {row.pk}, "beside": set()}


def test_word_and_excel_say_what_was_signed_even_when_figures_change_later(city):
    heads(city)
    row = signed(city)
    Cell.objects.filter(measure="due").update(n=999)
    word = docx.Document(io.BytesIO(papers.word(row)))
    lines = [p.text for p in word.paragraphs]
    assert lines[0] == "黄山市人民检察院"
    assert lines[2] == row.number
    assert "（送审稿）" not in lines
    assert [cell.text for cell in word.tables[0].rows[1].cells][:4] == ["应公开", "件", "30", "4"]
    book = openpyxl.load_workbook(io.BytesIO(papers.excel(row)))
    assert book["各院情况"]["A4"].value == "祁门县人民检察院"
    assert {r[0].value: r[2].value for r in book["总体情况"].iter_rows(min_row=4)}["应公开"] == 30


def test_the_schedule_drafts_what_is_due_once(city):
    with time_machine.travel("2025-10-08T04:00:00+08:00", tick=False):
        assert circulars.draft_due() == 2
        assert circulars.draft_due() == 0
    assert set(Circular.objects.values_list("organ", "period", "drafted_by")) == {
        (COUNTY, "2025q3", None), (SIBLING, "2025q3", None)}  # fmt: skip


def test_only_what_changed_is_told_outside_and_only_public_numbers(city):
    count(COUNTY, 8, "", opinion=4, complaints=2)
    assert publish.send_changed() == 3
    assert publish.send_changed() == 0
    Cell.objects.filter(organ=COUNTY, month=date(2025, 8, 1), measure="due").update(n=11)
    Cell.objects.filter(organ=COUNTY, month=date(2025, 8, 1), measure="opinion").update(n=5)
    Cell.objects.filter(organ=COUNTY, month=date(2025, 5, 1)).delete()
    assert publish.send_changed() == 2
    sent = list(Outbox.objects.filter(kind="figures").order_by("pk"))
    newest = {row.object_id: row for row in sent}
    assert newest[f"{COUNTY}-202508"].version == newest[f"{COUNTY}-202505"].version == 2
    assert newest[f"{COUNTY}-202505"].payload["cells"] == []
    for row in sent:
        check_item("inner-outer", "normal", "figures", row.payload, {})
        assert {cell["measure"].partition(":")[0] for cell in row.payload["cells"]} <= public_measures()
        assert "opinion" not in json.dumps(row.payload)
