"""What is downloaded opens in spreadsheets and word processors, and no cell of it can ever be a formula (Art 25)."""

from __future__ import annotations

import csv
import io
import zipfile

import docx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from anxin.figures.report import definitions
from anxin.figures.sheets import flat, sheets, to_json
from anxin.files.write.letter import Grid, Letter, write_letter
from anxin.files.write.sheet import Percent, Sheet, harmless, write_csv
from anxin.files.write.xlsx import write_xlsx
from tests.figures.made_up import report

EVIL = ("=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1", " =1+1", "　＝1", "＝1+1", "\ufeff=1",
        "=HYPERLINK(\"http://evil.example\")", "http://evil.example", "{=1}")  # fmt: skip


def sheet_of(text: str) -> Sheet:
    return Sheet(text[:20] or "表", text, (text, "数"), [(text, 1), (text, Percent(98.5)), (text, None)])


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


@pytest.mark.parametrize("text", EVIL)
def test_no_cell_of_a_workbook_is_a_formula_or_a_link(text):
    data = write_xlsx([sheet_of(text)])
    page = opened(data).worksheets[0]
    kinds = {cell.data_type for row in page.iter_rows() for cell in row if cell.value is not None}
    assert kinds <= {"s", "n"}
    assert not [cell for row in page.iter_rows() for cell in row if cell.hyperlink]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        pages = [archive.read(n).decode() for n in archive.namelist() if "/worksheets/sheet" in n]
    assert not any("<f>" in page or "<hyperlink" in page for page in pages)


@pytest.mark.parametrize("text", EVIL[:10])
def test_no_cell_of_a_csv_file_begins_like_a_formula(text):
    rows = list(csv.reader(io.StringIO(write_csv(sheet_of(text)).decode("utf-8-sig"))))
    assert all(not row[0].lstrip(" 　\ufeff").startswith(tuple("=+-@＝＋－＠\t\r")) for row in rows)
    assert rows[1][0] == f"'{text}"


@given(st.text(max_size=40))
def test_a_csv_cell_says_what_it_said_or_the_same_behind_an_apostrophe(text):
    cell = harmless(text)
    assert cell in (text, f"'{text}")
    assert cell[:1] not in tuple("=+-@\t\r\n")


def test_names_from_the_database_stay_text_in_every_download():
    evil = {"510100": "=cmd|x", "510107": "+武侯", "510104": "@锦江"}
    book = opened(write_xlsx(sheets(report(evil))))
    assert all(c.data_type in ("s", "n") for page in book for row in page.iter_rows() for c in row if c.value is not None)
    rows = list(csv.reader(io.StringIO(write_csv(flat(report(evil))).decode("utf-8-sig"))))
    assert {row[1][0] for row in rows[1:]} == {"'"}


def test_numbers_in_the_workbook_are_numbers_and_charts_are_excels_own():
    data = write_xlsx(sheets(report()))
    page = opened(data)["总体情况"]
    found = {row[0].value: row[2] for row in page.iter_rows(min_row=4)}
    assert found["应公开"].value == 75
    assert found["公开率（扣除依法不公开）"].value == pytest.approx(94.4)
    assert "%" in found["公开率（扣除依法不公开）"].number_format
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert len([n for n in archive.namelist() if n.startswith("xl/charts/chart")]) == 3


def test_open_data_has_every_figure_with_its_denominator_and_no_internal_one():
    found = to_json(report(public=True))
    titles = {row["title"] for row in found["rows"]}
    assert "舆情" not in titles
    assert "应公开" in titles
    said = {d["title"]: d["denominator"] for d in found["definitions"]}
    assert said["公开率（扣除依法不公开）"] == "应公开－依法不公开"
    assert {title for title, *_ in definitions()} - {title for title, *_ in definitions(public=True)} == {"舆情"}


def test_exempt_documents_are_counted_by_ground_in_the_words_of_the_rules():
    rows = [r for r in to_json(report())["rows"] if r["figure"] == "exempt" and r["organ"] == "510100" and r["part"]]
    assert [(r["scope"], r["part"], r["value"]) for r in rows] == [("含下级院", "个人隐私", 4), ("本院", "个人隐私", 1)]


def test_the_notice_is_set_as_an_office_sends_it():
    grid = Grid("情况表", ("单位", "应公开"), [("武侯区人民检察院", "40")] * 40)
    letter = Letter("成都市人民检察院", "成检案管通〔2026〕3号", "关于…的通报", "各区人民检察院", "一、总体\n好。<&>", "成都市人民检察院",
                    "2026年10月9日", "案件管理部门\t2026年10月9日印发", (grid,))  # fmt: skip
    data = write_letter(letter)
    assert data == write_letter(letter)
    read = docx.Document(io.BytesIO(data))
    lines = [p.text for p in read.paragraphs]
    assert lines[:3] == ["成都市人民检察院", "通　报", "成检案管通〔2026〕3号"]
    assert "好。<&>" in lines
    assert str(read.paragraphs[0].runs[0].font.color.rgb) == "D7000F"
    assert len(read.tables[0].rows) == 41
    assert "tblHeader" in read.tables[0].rows[0]._tr.xml


def test_what_has_no_value_is_drawn_as_a_gap_and_not_as_zero():
    made = report()
    months = {month: {} for month in made.months}
    book = opened(write_xlsx(sheets(type(made)(made.period, made.organ, made.name, made.now, {}, {}, months))))
    assert {row[4].value for row in book["逐月走势"].iter_rows(min_row=4, max_row=15)} == {None}
