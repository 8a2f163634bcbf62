"""Dates of birth: month and day of adults by the rule set's parameter, the whole date of minors (Art 20(1), (2))."""

import pytest

from anxin.redaction.detectors import birth
from tests.redaction.helpers import case, masked

MINOR = case(("鲁小满", "victim", {"minor": True}))
BORN = "男，1980年3月14日出生，"


@pytest.mark.parametrize(("adults", "gone"), [("keep", []), ("year", ["3月14"]), ("year_month", ["14"]), ("mask", ["1980年3月14日"])])
def test_an_adults_birth_date_stays_as_far_as_the_rule_set_says(adults, gone):
    assert [BORN[i.start:i.end] for i in birth.find(BORN, 2020, adults)] == gone


def test_a_minors_date_goes_whatever_the_parameter():
    assert [i.kind for i in birth.find(BORN.replace("1980", "2010"), 2020, "keep")] == ["minor_birth"]


def test_a_birth_date_in_the_next_cell_is_one():
    assert len(birth.find("| 出生日期 | 1980年3月14日 |", 2020)) == 1


def test_adults_keep_the_year_of_birth_and_minors_nothing():
    assert masked("男，1990年10月07日出生，汉族。") == "男，1990年**月**日出生，汉族。"
    assert "2014" not in masked("某检刑诉〔2024〕1号\n年仅7岁的鲁小满（2014年4月2日生）", MINOR)


@pytest.mark.parametrize("text", ["花名册记载：某人，女，2014年4月11日，家庭住址", "某人，男，1999年8月9日；"])
def test_a_date_right_after_the_sex_is_one(text):
    assert len(birth.find(text, 2024)) == 1


@pytest.mark.parametrize("text", ["2014年4月11日，被告人", "于1999年8月9日生效。", "某男，于2014年4月11日报案"])
def test_other_dates_stay(text):
    assert birth.find(text, 2024) == []


@pytest.mark.parametrize(("text", "gone"), [
    ("丁某（1993.10.08出生）", ".10.08"), ("丁某，男，1988-05-17，汉族", "-05-17"), ("丁某，生于1962年八月十五日，", "八月十五日"), ("丁某，出生于1969年腊月廿三，", "腊月廿三"), ("丁某，70年11月21日生，", "11月21日"),
    ("幼儿（二〇一一年九月八日生）", "二〇一一年九月八日"), ("于2018.10.01被抓获。", ""), ("版本2018-05-17，", ""), ("于二〇一八年十月一日签订", ""),
])
def test_other_ways_to_write_a_birth(text, gone):
    assert "".join(text[i.start : i.end] for i in birth.find(text, 2024)) == gone


@pytest.mark.parametrize("text", ["丁某的出生日期经查为2010年7月22日，", "【出生】2010年3月23日\n"])
def test_births_behind_other_labels(text):
    assert birth.find(text, 2024)


@pytest.mark.parametrize(("text", "gone"), [("生于1985年农历三月初八，", "三月初八"), ("生于1985年国庆节当天，", "国庆节当天"), ("1971年冬月初九（身份证登记为12月26日）出生", "冬月初九（身份证登记为12月26日）")])
def test_days_of_the_old_calendar_and_feasts(text, gone):
    assert any(gone in text[i.start:i.end] for i in birth.find(text, 2020))
