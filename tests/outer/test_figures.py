"""Transparency: figures arrive once, add up along the tree, and everybody reads, compares and downloads them."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from anxin.exchange.kinds import check_item
from anxin.exchange.package import Item
from anxin.exchange.refused import Refused
from anxin.figures.period import Period
from anxin.outer.figures import actions, queries
from anxin.outer.figures.models import Cell
from tests.outer.corridor import organ

Q3 = Period.parse("2025q3")
TREE = [("100000", "最高人民检察院", None, "supreme"), ("340000", "安徽省人民检察院", "100000", "provincial"),
        ("341000", "黄山市人民检察院", "340000", "municipal"), ("341023", "黟县人民检察院", "341000", "county"),
        ("341024", "祁门县人民检察院", "341000", "county")]  # fmt: skip


def figures(code: str, version: int = 1, month: str = "2025-08-01", kind: str = "起诉书", **measures: int) -> Item:
    cells = [{"kind": kind, "measure": name.replace("__", ":"), "n": n} for name, n in measures.items()]
    payload = {"organ": code, "month": month, "at": "2025-09-01T08:00:00+08:00", "cells": cells}
    check_item("inner-outer", "normal", "figures", payload, {})
    return Item("figures", f"{code}-{month[:7].replace('-', '')}", version, version, payload, {})


@pytest.fixture
def tree(db):
    for row in TREE:
        actions.import_organ(organ(*row))


def total(code: str) -> dict[str, int]:
    return {name: n for name, n in queries.cells(code, Q3).items() if n}


def test_figures_of_an_organ_add_up_at_every_organ_above_it(tree):
    actions.import_figures(figures("341023", due=10, exempt=2, exempt__personal_privacy=2))
    actions.import_figures(figures("341024", due=5))
    assert total("341023") == {"due": 10, "exempt": 2, "exempt:personal_privacy": 2}
    assert total("341000")["due"] == total("100000")["due"] == 15
    assert {code: cells.get("due", 0) for code, cells in queries.by_child("341000", Q3).items()} == {
        "341000": 0, "341023": 10, "341024": 5}  # fmt: skip


def test_a_repeated_or_older_version_changes_nothing_and_a_newer_one_replaces_all(tree):
    actions.import_figures(figures("341023", 2, due=10, late=3))
    for version in (2, 1):
        actions.import_figures(figures("341023", version, due=99))
    assert total("340000") == {"due": 10, "late": 3}
    actions.import_figures(figures("341023", 3, due=11))
    assert total("340000") == total("341023") == {"due": 11}


def test_an_organ_that_moves_or_comes_late_takes_its_figures_along(db):
    actions.import_figures(figures("341023", due=10))
    for row in TREE:
        actions.import_organ(organ(*row))
    assert total("341000") == total("100000") == {"due": 10}
    actions.import_organ(organ("341023", "黟县人民检察院", "340000", "county"))
    assert total("341000") == {}
    assert total("340000") == {"due": 10}


ARRIVALS = st.lists(st.tuples(st.sampled_from([row[0] for row in TREE]), st.integers(1, 4), st.sampled_from([7, 8, 10]),
                              st.integers(0, 5)), max_size=8)  # fmt: skip


class Histories(TestCase):
    @settings(max_examples=60, deadline=None)
    @given(ARRIVALS)
    def test_totals_are_the_sums_of_the_newest_versions(self, arrivals):
        for row in TREE:
            actions.import_organ(organ(*row))
        newest: dict[tuple[str, int], tuple[int, int]] = {}
        for code, version, month, n in arrivals:
            actions.import_figures(figures(code, version, f"2025-{month:02d}-01", due=n))
            if version > newest.get((code, month), (0, 0))[0]:
                newest[code, month] = (version, n)
        for top, *_ in TREE:
            below = {top}
            for code, _, parent, _ in TREE:
                below |= {code} if parent in below else set()
            expected = sum(n for (code, month), (_, n) in newest.items() if code in below and month in (7, 8))
            assert queries.cells(top, Q3).get("due", 0) == expected


@pytest.mark.parametrize("change", [
    {"month": "2025-08-02"}, {"organ": ""}, {"cells": [{"kind": "", "measure": "due", "n": -1}]}, {"name": "李某"},
    {"cells": [{"kind": "", "measure": "exempt:张三", "n": 1}]}, {"cells": [{"kind": "", "measure": "due", "n": 1, "document": "x"}]},
])  # fmt: skip
def test_nothing_but_numbers_crosses(change):
    with pytest.raises(Refused):
        check_item("inner-outer", "normal", "figures", figures("341023", due=1).payload | change, {})


@pytest.fixture
def portal(tree):
    actions.import_figures(figures("341023", due=10, published=8, on_time=7, late=2, exempt=1, exempt__personal_privacy=1,
                                   days__5=7, days__14=1))  # fmt: skip
    actions.import_figures(figures("341024", due=5, published=5, on_time=5, days__4=5))
    return Client()


def test_everybody_reads_the_figures_of_a_county_with_its_peers_and_definitions(portal):
    body = portal.get("/figures/?organ=341023&period=2025q3").content.decode()
    for piece in ("黟县人民检察院", "个人隐私 1", "80.0%", "公开用时中位数", "应公开－依法不公开", "规定第二十一条", "<svg "):
        assert piece in body, piece
    assert "舆情" not in body
    report = portal.get("/figures/?organ=341000&period=2025q3").context["report"]
    assert [p.code for p in report.peers()] == ["341024", "341023", "341000"]


def test_the_country_and_the_province_are_there_and_unknown_organs_are_not(portal):
    assert portal.get("/figures/?period=2025q3").context["report"].now["due"] == 15
    assert portal.get("/figures/?organ=340000").status_code == 200
    assert portal.get("/figures/?organ=999999").status_code == 404


def test_open_data_in_csv_json_and_excel(portal):
    asked = "/figures/?organ=341000&period=2025q3&format="
    rows = list(csv.DictReader(io.StringIO(portal.get(asked + "csv").content.decode("utf-8-sig"))))
    late = {r["院代码"]: r["数值"] for r in rows if r["指标代码"] == "late" and r["范围"] == "含下级院"}
    assert late == {"341000": "2", "341023": "2", "341024": "0"}
    data = portal.get(asked + "json").json()
    assert {"title", "sentence", "denominator", "article"} == set(data["definitions"][0])
    assert portal.get(asked + "xlsx").content[:2] == b"PK"


def test_the_first_page_and_the_organ_page_show_honest_figures(tree):
    today = date.today().replace(day=1).isoformat()  # noqa: DTZ011
    actions.import_figures(figures("341023", month=today, due=4, published=3, on_time=3, late=1))
    client = Client()
    for address in ("/", "/organs/341023/", "/organs/341000/"):
        body = client.get(address).content.decode()
        assert "公开情况" in body
        assert "75.0%" in body
        assert "/figures/?organ=" in body


def test_without_figures_the_page_says_what_will_be_here(db):
    assert "随首个数据包送达" in Client().get("/figures/").content.decode()
    assert not Cell.objects.exists()
