"""Tables by their head: bars, drawn lines, wide spaces, commas; rows that a page tore; what is no table."""

import pytest

from anxin.redaction import tables
from anxin.redaction.view import View
from tests.redaction.helpers import masked


def read(text):
    view = View(text).text
    return [[[view[a:b] for a, b in row] for row in table.rows] for table in tables.find(view)]


@pytest.mark.parametrize("between", ["|", "\t", "\u3000\u3000", "，", ",", "┃"])
def test_cells_are_found_whatever_stands_between_them(between):
    rows = [["序号", "姓名", "金额"], ["1", "苗春生", "三千元"], ["2", "邵文轩", "九百元"]]
    text = "受害情况：\n" + "\n".join(between.join(r) for r in rows) + "\n以上属实。"
    assert read(text)[0][:2] == rows[1:]


def test_a_row_torn_at_a_line_is_one_row():
    assert ["2", "邵\n文轩", "moon_77", "九百元"] in read("序号,姓名,微信,金额\n1,苗春生,star_01,三千元\n2,邵\n文轩,moon_77,九百元\n")[0] or [
        "2", "邵文轩", "moon_77", "九百元"] in read("序号,姓名,微信,金额\n1,苗春生,star_01,三千元\n2,邵\n文轩,moon_77,九百元\n")[0]


def test_names_accounts_and_addresses_of_a_table_go():
    text = "序号，姓名，微信，住址\n1，苗春生，starmoon77，江苏省射阳县海河镇烈士村三组\n2，邵文轩，moonstar88，江苏省射阳县海河镇新开村9号\n"
    assert masked(text) == "序号，姓名，微信，住址\n1，苗某某，********，江苏省射阳县海河镇****\n2，邵某某，********，江苏省射阳县海河镇****\n"


@pytest.mark.parametrize("text", ["被害人、证人均在场。", "姓名不详的男子逃离现场。", "住址，即登记的地址，已经核实。\n其余不变。"])
def test_a_sentence_is_no_head(text):
    assert tables.find(text) == []
