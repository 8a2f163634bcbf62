"""Statistics of Article 25 on the screen: own subtree only, compared, charted, downloaded."""

from __future__ import annotations

import csv
import io
from datetime import date

import openpyxl
import pytest
from django.test import Client

from anxin.inner.statistics.models import Cell
from tests.inner.people import CITY, COUNTY, PROVINCE, SIBLING

QUARTER = "period=2025q3"


def count(organ: str, month: int, kind: str = "起诉书", **measures: int) -> None:
    rows = [Cell(organ=organ, month=date(2025, month, 1), kind=kind, measure=name.replace("__", ":"), n=n)
            for name, n in measures.items()]  # fmt: skip
    Cell.objects.bulk_create(rows)


@pytest.fixture
def counted(house):
    count(COUNTY, 8, due=10, published=8, on_time=7, late=2, exempt=1, exempt__personal_privacy=1, days__6=5, days__12=3)
    count(COUNTY, 5, due=4, published=2, on_time=2, late=2)
    count(COUNTY, 8, "", complaints=3)
    count(COUNTY, 8, "不起诉决定书", due=2, published=2, on_time=2)
    count(SIBLING, 8, due=20, published=20, on_time=20, days__3=20)
    return house


def city(house) -> Client:
    from tests.inner.people import desk

    desk(CITY)
    return house.browser("case_management", CITY)


def test_a_county_sees_its_figures_beside_the_quarter_before_and_the_average_of_its_peers(counted):
    page = counted.browser("case_management").get(f"/statistics/?{QUARTER}")
    report = page.context["report"]
    lines = {line.now.figure.id: line for line in report.lines()}
    assert lines["due"].now.number == 12
    assert lines["rate"].now.text == "90.9%"
    assert lines["rate"].before.text == "50.0%"
    assert lines["rate"].change == "上升40.9个百分点"
    assert lines["rate"].peers == 100
    assert lines["exempt"].parts == [("个人隐私", 1)]
    assert "祁门" not in page.content.decode()


def test_charts_stand_on_the_page_each_with_its_table(counted):
    body = city(counted).get(f"/statistics/?{QUARTER}").content.decode()
    assert body.count("<svg ") == body.count("数据表</summary>") == 3
    assert "style=" not in body


def test_the_city_compares_its_counties_and_goes_down(counted):
    client = city(counted)
    peers = client.get(f"/statistics/?{QUARTER}").context["report"].peers()
    assert [(p.code, p.values["due"].number) for p in peers] == [(SIBLING, 20), (COUNTY, 12), (CITY, 0)]
    assert client.get(f"/statistics/?{QUARTER}&organ={SIBLING}").context["organ"].pk == SIBLING


@pytest.mark.parametrize("code", [SIBLING, CITY, PROVINCE, "999999", "x"])
def test_whoever_is_not_above_gets_not_found(counted, code):
    client = counted.browser("chief")
    missing = client.get("/no-such-page/")
    for form in ("", "&format=csv", "&format=xlsx"):
        answer = client.get(f"/statistics/?{QUARTER}&organ={code}{form}")
        assert (answer.status_code, answer.content) == (404, missing.content)


def test_the_superior_of_a_sibling_subtree_gets_not_found(counted):
    from anxin.inner.organs.models import Department, Organ
    from tests.inner.people import desk

    Organ.objects.create(code="340800", name="安庆市人民检察院", short="庆检", parent_id=PROVINCE, level="municipal")
    for kind in ("handling", "case_management", "press", "office", "secrecy", "technical"):
        Department.objects.create(organ_id="340800", kind=kind, name=kind)
    desk("340800")
    client = counted.browser("case_management", "340800")
    assert client.get("/statistics/").status_code == 200
    assert client.get(f"/statistics/?organ={COUNTY}").status_code == 404


def test_one_type_of_document_shows_only_what_is_counted_by_type(counted):
    client = counted.browser("case_management")
    report = client.get(f"/statistics/?{QUARTER}&kind=不起诉决定书").context["report"]
    lines = {line.now.figure.id: line.now.number for line in report.lines()}
    assert lines["due"] == 2
    assert "complaints" not in lines


def test_downloads_say_what_the_page_says(counted):
    client = counted.browser("case_management")
    data = client.get(f"/statistics/?{QUARTER}&format=csv")
    rows = list(csv.DictReader(io.StringIO(data.content.decode("utf-8-sig"))))
    assert {(r["指标代码"], r["数值"]) for r in rows if not r["分项"]} >= {("due", "12"), ("complaints", "3"), ("rate", "90.9")}
    assert data["Content-Disposition"].startswith("attachment")
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"/statistics/?{QUARTER}&format=xlsx").content))
    assert {r[0].value: r[2].value for r in book["总体情况"].iter_rows(min_row=4)}["应公开"] == 12


def test_an_odd_period_is_the_current_quarter(counted):
    client = counted.browser("case_management")
    for odd in ("2025q9", "abc", "9999", "2025-13"):
        assert client.get("/statistics/", {"period": odd}).status_code == 200
