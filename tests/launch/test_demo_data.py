"""The demonstration's packages are what a case-handling system would hand over."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import jsonschema
import pytest

import anxin
from anxin.demo.cases import generate
from anxin.demo.people import staff
from anxin.files.read import read
from anxin.regulation.organs import Tree

TODAY = date(2026, 3, 2)
SCHEMA = json.loads((Path(anxin.__file__).parent / "inner/cases/case.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def packages():
    return generate(7, TODAY)


def test_every_package_follows_the_published_schema(packages):
    check = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
    assert [e.message for package in packages for e in check.iter_errors(package.data)] == []


def test_the_same_seed_and_day_give_the_same_bytes(packages):
    again = generate(7, TODAY)
    assert [(p.data, p.files) for p in packages] == [(p.data, p.files) for p in again]
    assert [p.files for p in generate(8, TODAY)] != [p.files for p in packages]


def test_there_are_forty_cases_on_four_levels_in_several_provinces_of_all_four_types(packages):
    codes = {p.data["procuratorate"] for p in packages}
    assert len(packages) >= 40
    assert {Tree.default().level(code) for code in codes} == {"supreme", "provincial", "municipal", "county"}
    assert len({code[:2] for code in codes if code != "100000"}) >= 4
    assert {p.data["documents"][0]["doc_type"] for p in packages} == {"起诉书", "刑事抗诉书", "不起诉决定书", "刑事申诉复查决定书"}


def test_every_document_is_a_word_file_with_its_number_and_differs_from_the_others(packages):
    texts = []
    for package in packages:
        entry = package.data["documents"][0]
        text = read(package.files[entry["file"]], entry["file"]).text
        assert entry["number"] in text
        assert entry["doc_type"][-3:] in re.sub(r"\s", "", text)[:200]
        texts.append(text)
    assert len(set(texts)) == len(texts)


def test_handlers_are_staff_of_the_organ_that_handles_the_case(packages):
    posts = {(one.username, one.organ) for one in staff() if one.duty == "handler"}
    assert {(p.data["handler"], p.data["procuratorate"]) for p in packages} <= posts
    assert len({one.username for one in staff()}) == len(staff())
