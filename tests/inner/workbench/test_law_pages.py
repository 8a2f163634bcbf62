"""The rules in the workbench: every kind of question answered with its article, sets read and compared, days entered."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from anxin.inner.actor import NotAllowed, Refused
from anxin.inner.documents import law
from anxin.inner.documents.obligations import reconcile_all
from anxin.inner.ledger.models import Entry
from anxin.inner.organs import calendar
from anxin.inner.organs.duties import Duty
from anxin.inner.workbench import labels
from anxin.regulation import rules
from tests.inner.people import SIBLING


def ask(house, kind, **data):
    return house.browser("handler").post(f"/law/ask/{kind}/", data)


@pytest.mark.parametrize(("kind", "data", "shown"), [
    ("deadline", {"trigger": "2014-10-08", "period": "publication"}, ["2014年10月20日", "第二十一条", "顺延"]),
    ("anonymity", {"role": "defendant", "sentence": "有期徒刑", "months": "36"}, ["匿名", "第十九条第一款第（三）项"]),
    ("anonymity", {"role": "defendant", "sentence": "有期徒刑", "months": "36", "recidivist": "on"}, ["保留真名"]),
    ("disclosure", {"doc_type": "起诉书", "closed": "on", "flags": "state_secret"}, ["不得公开", "第四条", "国家秘密"]),
    ("disclosure", {"doc_type": "起诉书", "closed": "on", "judgment_effective": "on"}, ["<h2 id=\"answer\">公开</h2>"]),
    ("chain", {"purpose": "withdrawal"}, ["黟县人民检察院承办人", "第二十三条第二款", "复核、撤回"]),
    ("papers", {"applicant": "当事人"}, ["身份证", "第八条"]),
    ("fields", {"case_type": "审查逮捕"}, ["强制措施", "第七条", "承办人意见"]),
    ("deadline", {"trigger": "2014-09-30", "period": "publication"}, ["没有施行中的规则", "第二十八条"]),
])  # fmt: skip
def test_every_kind_of_question_is_answered_with_its_article(house, kind, data, shown):
    answer = ask(house, kind, **data)
    text = answer.content.decode()
    assert answer.status_code == 200
    assert [words for words in shown if words not in text] == []


def test_a_named_set_answers_and_is_named(house):
    assert "2021" in ask(house, "fields", case_type="审查逮捕", rules="2021").content.decode().split("<form")[2]


def test_what_cannot_be_answered_is_said_beside_the_form_with_what_was_typed(house):
    answer = ask(house, "chain", purpose="document", organ_code="99")
    assert answer.status_code == 422
    assert "六位数字" in answer.content.decode()
    assert house.browser("handler").get("/law/ask/nothing/").status_code == 404


@pytest.mark.parametrize("ruleset", ["2014-trial", "2021"])
def test_a_set_is_shown_with_all_articles_and_entries(house, ruleset):
    from anxin.regulation import rules

    text = house.browser("auditor").get(f"/law/sets/{ruleset}/").content.decode()
    shown = rules.load(ruleset)
    assert [e.id for e in shown.entries() if e.id not in text] == []
    assert all(f"第{number}条" in text for number in shown.articles)
    assert house.browser("auditor").get("/law/sets/1999/").status_code == 404


def test_two_sets_differ_in_what_the_newer_one_says_itself(house):
    text = house.browser("auditor").get("/law/sets/2014-trial/2021/").content.decode()
    same = house.browser("auditor").get("/law/sets/2021/2021/").content.decode()
    assert "不同，其余相同" in text
    assert "全部相同" in same


def next_year() -> int:
    return timezone.localdate().year + 1


def a_wednesday(year: int) -> date:
    first = date(year, 3, 1)
    return first + timedelta(days=(2 - first.weekday()) % 7)


def enter(house, off, duty="admin", **changes):
    data = {"year": next_year(), "off": off, "work": "", "origin": "国务院办公厅关于部分节假日安排的通知"} | changes
    return house.browser(duty).post("/days/enter/", data)


def test_a_year_entered_moves_the_deadlines_that_fall_on_its_days_off(house):
    last = a_wednesday(next_year())
    trigger = last - timedelta(days=10)
    before = law.deadline(trigger, house.case).details["deadline"]
    answer = enter(house, f"{last.month}月{last.day}日至{last.month}月{last.day + 1}日")
    assert answer.status_code == 302
    assert before == last.isoformat()
    assert law.deadline(trigger, house.case).details["deadline"] == (last + timedelta(days=2)).isoformat()
    assert Entry.objects.filter(event="calendar_entered").count() == 1
    assert f"{next_year()}年12月31日" in house.browser("handler").get("/days/").content.decode()


def test_open_obligations_follow_and_done_ones_stay(house):
    house.judge()
    live = house.document.obligations.get()
    last = a_wednesday(next_year())
    house.document.obligations.update(trigger_on=last - timedelta(days=10), trigger="facts_changed", deadline=last)
    enter(house, f"{last.month}月{last.day}日")
    reconcile_all()
    live.refresh_from_db()
    assert live.deadline == last + timedelta(days=1)
    house.document.obligations.update(state="published", deadline=last)
    reconcile_all()
    live.refresh_from_db()
    assert live.deadline == last


@pytest.mark.parametrize("duty", sorted({d.value for d in Duty} - {"admin"}))
def test_nobody_but_an_administrator_enters_days(house, duty):
    with pytest.raises(NotAllowed):
        calendar.enter_year(house.desk[duty], next_year(), [date(next_year(), 1, 1)], [], "通知")
    assert enter(house, "1月1日", duty).status_code == 404
    assert calendar.current().horizon.year < next_year()


@pytest.mark.parametrize(("changes", "sentence"), [
    ({"off": "元旦"}, "看不懂"), ({"off": "2月30日"}, "没有这一天"), ({"off": "5月3日至1日"}, "末日在首日之前"),
    ({"year": 2014}, "只能录入"), ({"work": "1月1日"}, "既放假又上班"), ({"origin": " "}, "必填"),
])  # fmt: skip
def test_a_faulty_year_is_refused_with_its_reason(house, changes, sentence):
    data = {"off": "1月1日至3日"} | changes
    answer = enter(house, data.pop("off"), **data)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert calendar.current().horizon.year < next_year()


def test_an_administrator_of_one_organ_enters_for_the_whole_installation(house):
    row = calendar.enter_year(house.other["admin"], next_year(), [date(next_year(), 1, 1)], [], "通知")
    assert row.entered_by.organ_id == SIBLING
    with pytest.raises(Refused):
        calendar.enter_year(house.other["admin"], next_year(), [], [], "通知")


def test_every_table_of_the_rules_has_a_name_on_the_page():
    assert {name for i in rules.available() for name in rules.load(i).tables} <= set(labels.TABLES)
