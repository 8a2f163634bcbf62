"""Article 7, the projection alone: every type of case, every item, the time limit in words, and what stays unsaid."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from anxin.exchange.kinds import check_item
from anxin.exchange.schemas_inquiry import ITEMS
from anxin.inner.cases import checks
from anxin.inner.inquiry.record import Measure, Step, View, record
from anxin.regulation import rules
from anxin.regulation.calendar import Calendar

RULES, DAYS = rules.load("2014-trial"), Calendar.default()
TYPES = json.loads((Path(checks.__file__).parent / "case.schema.json").read_text("utf-8"))["properties"]["case_type"]["enum"]
ACCEPTED, AS_OF = date(2014, 10, 8), "2014-12-31T10:00:00+08:00"
PEOPLE = {"d1": ("郑国梁", "defendant"), "d2": ("段小毛", "defendant"), "v1": ("柳春燕", "victim")}
CRIMINAL = ("审查逮捕", "一审公诉", "刑事申诉审查", "立案侦查", "二审上诉", "二审抗诉", "审判监督程序抗诉", "重（再）审")

# what the local list of each type adds, beside the seven items (practice 4.1), as proceedings carry it
LOCAL = """
审查逮捕 | 受理日期=2014年10月8日 办理期限 审结日期=2014年10月20日 审结处理结果=某结果
一审公诉 | 一次退查日期=2014年10月12日 一次退查重报日期=2014年10月13日 二次退查日期=2014年10月14日 二次退查重报日期=2014年10月15日 审结日期=2014年10月20日 审结处理情况=某结果
刑事申诉审查 | 立案复查日期=2014年10月16日 复查结果=维持原决定
刑事赔偿 | 受理日期=2014年10月8日 审查结果=维持原决定 决定日期=2014年10月17日 决定结果=予以赔偿
生效刑事赔偿决定执行 | 申请日期=2014年10月9日 执行日期=2014年10月18日 支付人身自由权赔偿金=100 生命健康权赔偿金=200 精神损害抚慰金=300 财产损害赔偿金=400
刑事赔偿及民事行政诉讼赔偿监督 | 审查结果=维持原决定 立案办理日期=2014年10月19日 立案办理结果=立案
国家司法救助 | 原案案由=盗窃罪 审查结果=维持原决定 救助金发放日期=2014年10月20日 救助金数额=500
对民事行政生效判决裁定调解书的监督 | 终审法院=某中级法院 终审裁判/调解书文号=某终1号 结案日期=2014年10月20日 结案情况=不支持
"""
COURSE = (
    Step(ACCEPTED, "受理"), Step(date(2014, 10, 9), "申请"), Step(date(2014, 10, 10), "分案"),
    Step(date(2014, 10, 11), "审查办理中"), Step(date(2014, 10, 12), "退回补充侦查"), Step(date(2014, 10, 13), "重新移送"),
    Step(date(2014, 10, 14), "退回补充侦查"), Step(date(2014, 10, 15), "重新移送"), Step(date(2014, 10, 16), "立案复查"),
    Step(date(2014, 10, 17), "作出决定", {"decision": "予以赔偿", "review_outcome": "维持原决定"}),
    Step(date(2014, 10, 18), "执行", {"liberty_damages": 100, "health_damages": 200, "moral_damages": 300, "property_damages": 400}),
    Step(date(2014, 10, 19), "立案办理", {"opened_outcome": "立案", "original_cause": "盗窃罪", "relief_amount": 500}),
    Step(date(2014, 10, 20), "发放救助金"),
    Step(date(2014, 10, 20), "审结", {"outcome": "某结果", "closing_result": "不支持", "final_court": "某中级法院",
                                    "final_judgment_number": "某终1号", "承办人意见": "从重", "风险等级": "高"}),
    Step(date(2014, 10, 21), "内部讨论"),
)  # fmt: skip


def view(case_type: str = "审查逮捕", steps=COURSE, measures=None, **more) -> View:
    held = Measure("d1", "逮捕", date(2014, 9, 30), date(2014, 9, 30), None)
    facts = {"number": "某号", "case_type": case_type, "charge": "盗窃罪", "organ_name": "某院", "department": "公诉部门",
             "accepted_on": ACCEPTED, "concluded_on": date(2014, 10, 20), "people": PEOPLE}
    return View(**facts | more, steps=tuple(steps), measures=tuple([held] if measures is None else measures))


def shown(case: View, who: str = "d1", as_of: str = AS_OF) -> dict:
    return record(case, who, "辩护人", RULES, DAYS, as_of)


def values(found: dict) -> dict[str, str]:
    return {row["label"]: row["value"] for row in found["fields"]}


@pytest.mark.parametrize("case_type", TYPES)
def test_every_type_of_case_that_can_be_taken_in_shows_the_seven_items_where_they_exist(case_type):
    found = shown(view(case_type))
    items = {row["item"] for row in found["fields"]}
    limited = bool(found["limit"])
    assert items >= set(ITEMS) - ({"办案期限"} if not limited else set()), case_type
    assert [row["item"] for row in found["fields"]] == sorted((r["item"] for r in found["fields"]), key=ITEMS.index)
    assert found["timeline"][-1] == {"on": "2014-10-20", "step": "审结"}
    assert not [w for w in ("从重", "内部讨论", "承办人", "风险", "段小毛", "柳春燕") if w in str(found)]
    payload = {"binding": "0" * 8 + "-0000-0000-0000-" + "0" * 12, "account": "0" * 8 + "-0000-0000-0000-" + "0" * 12,
               "version": 1, "role": "defender", "organ": "341023", "valid_until": None, "issued_at": AS_OF, "lease_hours": 72}
    check_item("inner-outer", "normal", "binding", payload | {"record": found}, {})


@pytest.mark.parametrize("line", LOCAL.strip().splitlines())
def test_each_type_of_case_shows_its_local_fields(line):
    case_type, _, wanted = (part.strip() for part in line.partition("|"))
    found = values(shown(view(case_type)))
    for field in wanted.split():
        label, _, value = field.partition("=")
        assert found.get(label) == (value or found[label]), label


def test_a_course_without_steps_still_begins_and_ends_on_the_days_of_the_case():
    assert shown(view("立案侦查", ()))["timeline"] == [
        {"on": "2014-10-08", "step": "受理"}, {"on": "2014-10-20", "step": "办结"}]
    assert shown(view("立案侦查", (), concluded_on=None))["timeline"] == [{"on": "2014-10-08", "step": "受理"}]


def test_where_nothing_exists_nothing_is_shown():
    found = shown(view("刑事赔偿", (), (), charge="", department="", accepted_on=None, concluded_on=None))
    assert found["fields"] == []
    assert (found["timeline"], found["limit"], found["measures"]) == ([], None, [])


def limit(steps=(), who="d1", case_type="一审公诉", **more) -> dict:
    return shown(view(case_type, [Step(ACCEPTED, "受理"), *steps], **more), who)["limit"]


LIMITS = {
    "base": ((), {}, "2014-11-08", "审查起诉期限为一个月"),
    "on bail a holiday rolls": ((), {"measures": []}, "2014-11-10", "届满日为节假日，顺延至2014年11月10日"),
    "in custody it never does": ((), {}, "2014-11-08", "犯罪嫌疑人在押，不因节假日延长"),
    "extended": ((Step(date(2014, 11, 1), "延长期限"),), {}, "2014-11-23", "经批准延长十五日"),
    "returned": ((Step(date(2014, 10, 20), "退回补充侦查"),), {}, None, "重新移送之前期限停止计算"),
    "restarted": ((Step(date(2014, 10, 20), "退回补充侦查"), Step(date(2014, 11, 5), "重新移送")), {}, "2014-12-05",
                  "补充侦查完毕重新移送，期限重新计算"),
    "transferred here": ((Step(date(2014, 10, 20), "改变管辖"),), {}, "2014-11-20", "改变管辖后收到案件，期限重新计算"),
    "suspended": ((Step(date(2014, 10, 10), "中止审查", {"until": "2014-10-19"}),), {}, "2014-11-18", "共10日不计入期限"),
    "examined": ((Step(date(2014, 10, 10), "精神病鉴定", {"until": "2014-10-19"}),), {}, "2014-11-18", "共10日不计入期限"),
    "still suspended": ((Step(date(2014, 10, 10), "中止审查"),), {}, None, "期限停止计算"),
    "summary": ((Step(ACCEPTED, "分案", {"procedure": "速裁"}),), {}, "2014-10-18", "适用速裁程序"),
    "duty crime": ((Step(ACCEPTED, "分案", {"procedure": "职务犯罪"}), Step(date(2014, 10, 9), "延长期限")),
                   {"case_type": "审查逮捕"}, "2014-10-22", "经批准延长四日"),
    "unclear": (tuple(Step(date(2014, 10, 9), "退回补充侦查") for _ in range(3)), {}, None, None),
}  # fmt: skip


@pytest.mark.parametrize("name", LIMITS)
def test_the_time_limit_is_reckoned_and_told_in_words(name):
    steps, more, deadline, words = LIMITS[name]
    found = limit(steps, **more)
    assert found["deadline"] == deadline
    if words is None:
        assert "请向办案机关" in found["sentence"]
        assert found["steps"] == []
    else:
        assert any(words in step for step in found["steps"]), found["steps"]


def test_an_expert_opinion_on_somebodys_mind_stops_the_clock_and_is_not_named():
    assert "精神病" not in str(shown(view("一审公诉", [Step(ACCEPTED, "受理"), Step(date(2014, 10, 10), "精神病鉴定")])))


def test_a_victim_learns_the_limit_and_nothing_of_anybodys_custody():
    for case_type in ("审查逮捕", "一审公诉"):
        found = shown(view(case_type, [Step(ACCEPTED, "受理")]), "v1")
        assert found["limit"]["deadline"]
        assert "2014年" in found["limit"]["steps"][-1]
        assert not [word for word in ("在押", "拘留", "逮捕（") if word in str(found)]
        assert found["measures"] == []
        assert "强制措施" not in values(found)


ARREST = Step(date(2014, 10, 15), "审结", {"outcomes": {"d1": "批准逮捕", "d2": "不批准逮捕"}})


def test_while_one_is_at_large_nobody_but_the_one_it_does_not_concern_learns_of_the_decision():
    case = view("审查逮捕", [Step(ACCEPTED, "受理"), ARREST], [Measure("d1", "逮捕", ARREST.on, None, None)])
    for who in ("d1", "v1"):
        found = shown(case, who)
        assert "批准逮捕" not in str(found)
        assert "审结" not in str(found["timeline"])
        assert values(found)["办案进程"] == "受理"
        assert "审结日期" not in values(found)
    assert values(shown(case, "d2"))["审结处理结果"] == "不批准逮捕"
    after = replace(case, measures=(Measure("d1", "逮捕", ARREST.on, date(2014, 10, 16), None),))
    assert values(shown(after))["审结处理结果"] == "批准逮捕"
    assert values(shown(after, "v1"))["审结处理结果"] == "批准逮捕；不批准逮捕"


def test_who_has_no_result_yet_is_not_given_anothers():
    case = view("一审公诉", [Step(ACCEPTED, "审结", {"outcomes": {"d1": "提起公诉"}})])
    assert "提起公诉" not in str(shown(case, "d2"))


def test_a_measure_that_is_to_be_carried_out_tomorrow_was_not_carried_out():
    case = view(measures=[Measure("d1", "逮捕", date(2014, 12, 30), date(2015, 1, 1), None)])
    assert shown(case)["measures"] == []
    assert shown(case, as_of="2015-01-01T09:00:00+08:00")["measures"]


def test_a_step_of_the_time_to_come_is_not_shown():
    assert shown(view(), as_of=f"{ACCEPTED + timedelta(days=1)}T09:00:00+08:00")["timeline"] == [{"on": "2014-10-08", "step": "受理"}]
