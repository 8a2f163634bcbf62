"""Terms that the handler marked (Art 20(4))."""

import pytest

from anxin.redaction.detectors import term
from tests.redaction.helpers import case, masked


def test_marked_terms_go():
    people = case(protected_terms=[{"text": "溶剂回收工艺包", "article": "20(4)"}])
    assert "回收" not in masked("涉案技术为溶剂 回收工艺包。", people)


def test_every_place_of_a_term_goes_and_an_empty_one_none():
    assert [(i.start, i.end) for i in term.find("配方甲，又称配方甲。", ["配方甲", "", " "])] == [(0, 3), (6, 9)]


@pytest.mark.parametrize(("text", "gone"), [
    ("调取\"青松工程\"标底一份", "\"青松工程\"标底"), ("调取「青松工程」 标底", "「青松工程」 标底"), ("调取青松工程标底", "青松工程标底"), ("巷道布置图(第3版)", "巷道布置图(第3版)"), ("px-3 合成\n路线图", "px-3 合成\n路线图"),
])
def test_a_term_goes_however_it_is_quoted_spaced_and_numbered(text, gone):
    terms = ["“青松工程”标底", "巷道布置图（第三版）", "PX-3合成路线图"]
    assert [text[i.start : i.end] for i in term.find(text, terms)] == [gone]


def test_other_letters_between_make_another_word():
    assert term.find("青松的工程标底，青松工程招标底价", ["“青松工程”标底"]) == []
