"""Periods, comparisons and the sentences of the circular."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anxin.figures import drafting
from anxin.figures.compute import compute
from anxin.figures.period import Period, choices, shift
from anxin.figures.report import Report
from anxin.figures.wording import change
from tests.figures.made_up import report

DAYS = st.dates(date(2014, 10, 1), date(2099, 12, 31))


@given(DAYS, st.integers(-60, 60))
def test_a_month_moved_there_and_back_is_the_same(day, months):
    month = day.replace(day=1)
    assert shift(shift(month, months), -months) == month


@given(DAYS)
def test_periods_are_read_back_from_their_codes_and_follow_each_other(day):
    for period in (Period.quarter(day), Period.parse(str(day.year)), Period.parse(f"{day:%Y-%m}")):
        assert Period.parse(period.code) == period
        assert shift(period.before().last, 1) == period.first
        assert period.before().months == period.months
        assert period.first <= day < shift(period.last, 1)
        assert not period.ended(day)


@pytest.mark.parametrize("code", ["", "26", "2026q5", "2026-13", "2026q", "20261", "二〇二六", "2026q1 "])
def test_other_forms_are_no_period(code):
    with pytest.raises(ValueError, match="期间写法有误"):
        Period.parse(code)


def test_the_choices_go_back_to_the_first_count_and_no_further():
    found = dict(choices(date(2026, 11, 24), date(2026, 8, 9)))
    assert [p.code for p in found["季度"]] == ["2026q4", "2026q3"]
    assert [p.code for p in found["月份"]] == ["2026-11", "2026-10", "2026-09", "2026-08"]


def test_changes_are_said_in_points_or_pieces():
    now, before = compute({"due": 10, "published": 9, "late": 1}), compute({"due": 10, "published": 8, "late": 3})
    assert change(now["rate"], before["rate"]) == "上升10.0个百分点"
    assert change(now["late"], before["late"]) == "减少2件"
    assert change(now["due"], before["due"]) == "持平"
    assert change(now["median_days"], before["median_days"]) == ""


def test_the_best_rate_comes_first_and_an_organ_without_duties_last():
    made = report()
    children = dict(made.children) | {"510199": {}}
    codes = [p.code for p in Report(made.period, made.organ, made.name, made.now, made.before, children).peers()]
    assert codes == ["510100", "510104", "510107", "510199"]


def test_every_number_of_the_circular_is_one_of_the_figures():
    text = drafting.text(report())
    assert "应公开法律文书75件，已公开67件，依法不公开4件（其中个人隐私4件）" in text
    assert "公开率为94.4%，比上一季度上升3.4个百分点" in text
    assert "有超期文书的2个：成都市武侯区人民检察院（3件）、成都市锦江区人民检察院（1件）。" in text
    assert [line[:2] for line in text.splitlines() if line[1] == "、"] == ["一、", "二、", "三、", "四、"]


def test_a_county_without_anything_gets_a_circular_without_empty_words():
    empty = Report(Period.parse("2026q3"), "510107", "武侯区人民检察院", {}, {})
    text = drafting.text(empty)
    assert "应公开法律文书0件" in text
    assert "各院" not in text
    assert "有关要求" not in text
    assert "—" not in text


def test_a_running_quarter_has_not_ended():
    today = date(2026, 9, 30)
    assert not Period.quarter(today).ended(today)
    assert Period.quarter(today).ended(today + timedelta(days=1))
