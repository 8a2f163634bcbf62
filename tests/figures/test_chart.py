"""Charts say what their tables say, and nothing in them can break out of the drawing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from anxin.figures import chart
from anxin.figures.chart import Line

SVG = "{http://www.w3.org/2000/svg}"
NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=20)
VALUES = st.one_of(st.none(), st.floats(0, 100))


def drawn(svg):
    return etree.fromstring(svg.encode())


def bars(root):
    return [e for e in root.iter(f"{SVG}rect") if "c-bar" in e.get("class")]


def test_a_league_has_a_bar_for_each_value_and_its_average_line():
    got = chart.league("公开率", [("甲院", 80.0), ("乙院", None), ("丙院", 40.0)], 60.0, own="丙院")
    high, low = (float(e.get("width")) for e in bars(drawn(got.svg)))
    assert high == pytest.approx(2 * low)
    assert len([e for e in drawn(got.svg).iter(f"{SVG}line") if e.get("class") == "c-mark"]) == 1
    assert got.rows == (("甲院", "80%"), ("乙院", "—"), ("丙院", "40%"), ("平均", "60%"))


def test_a_missing_month_breaks_the_line():
    root = drawn(chart.trend("趋势", ["1月", "2月", "3月"], [Line("公开率", [90, None, 95])], "%").svg)
    (path, _) = [e for e in root.iter(f"{SVG}path") if e.get("class").startswith("c-line")]
    assert path.get("d").count("M") == 2


def test_days_beyond_a_month_share_one_bar():
    got = chart.distribution("用时", [(3, 2), (40, 1), (90, 1)], [(10, "期限 10日")])
    assert got.rows == (("3日", "2"), ("31日以上", "2"))
    assert "期限 10日" in got.svg


@given(st.integers(0, 10**9))
def test_the_scale_reaches_the_highest_value_in_few_round_steps(highest):
    ticks = chart._ticks(highest)
    assert ticks[-1] >= highest
    assert 5 <= len(ticks) <= 6


@given(NAMES, st.lists(st.tuples(NAMES, VALUES), max_size=6), VALUES)
def test_any_name_stays_text(title, rows, average):
    got = chart.league(title, rows, average)
    lines = chart.trend(title, [n for n, _ in rows], [Line(title, [v for _, v in rows])])
    for svg in (got.svg, lines.svg):
        root = drawn(svg)
        assert {e.tag.removeprefix(SVG) for e in root.iter()} <= {"svg", "text", "line", "rect", "path", "circle"}
        assert not re.search(r"\s(style|on\w+|href)=", re.sub(r">[^<]*<|aria-label=(\"[^\"]*\"|'[^']*')", "", svg))
