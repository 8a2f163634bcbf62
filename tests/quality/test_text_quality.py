"""Text quality before approval: what is shown, and what a sound document never shows (practice of Art 22)."""

from __future__ import annotations

from datetime import date

import pytest

from anxin.quality.check import MOST, check
from anxin.quality.model import Paper
from anxin.regulation import rules

RULES = rules.load("2014-trial")
HEAD = "黟县人民检察院\n起　诉　书\n黟检公诉刑诉〔2014〕12号\n"
SOUND = HEAD + (
    "被告人郑国梁，男，1980年3月5日出生。\n证人裘大勇的证言，被害人柳春燕的陈述。\n"
    "根据《中华人民共和国刑事诉讼法》第一百七十二条的规定，提起公诉，请依法判处。\n"
)
PEOPLE = (("郑国梁", "defendant"), ("柳春燕", "victim"), ("裘大勇", "witness"))


def paper(text=SOUND, doc_type="起诉书", on=date(2014, 8, 20), **changes) -> Paper:
    given = {"number": "黟检公诉刑诉〔2014〕12号", "organ": "黟县人民检察院", "short": "黟检", "people": PEOPLE}
    return Paper(text, doc_type, on=on, **(given | changes))


def kinds(one: Paper) -> list[str]:
    found = check(one, RULES)
    assert all(one.text[f.start : f.end] == f.expected for f in found), "every finding stands where it says"
    return [f.kind for f in found]


def test_a_sound_document_shows_nothing():
    assert kinds(paper()) == []


@pytest.mark.parametrize(("doc_type", "on", "cited", "wrong"), [
    ("起诉书", date(2014, 8, 20), "第一百七十二条", False),
    ("起诉书", date(2014, 8, 20), "第一百七十六条", True),
    ("起诉书", date(2012, 12, 31), "第一百四十一条", False),
    ("起诉书", date(2012, 12, 31), "第一百七十二条", True),
    ("起诉书", date(2013, 1, 1), "第一百四十一条", True),
    ("起诉书", date(2018, 10, 25), "第一百七十二条", False),
    ("起诉书", date(2018, 10, 26), "第一百七十二条", True),
    ("不起诉决定书", date(2014, 8, 20), "第一百七十三条第二款", False),
    ("不起诉决定书", date(2014, 8, 20), "第一百七十七条第二款", True),
    ("不起诉决定书", date(2014, 8, 20), "第一百四十条第四款", True),
    ("不起诉决定书", date(2020, 8, 20), "第一百七十五条第四款", False),
    ("刑事抗诉书", date(2014, 8, 20), "第二百一十七条", False),
    ("刑事抗诉书", date(2014, 8, 20), "第二百二十八条", True),
])  # fmt: skip
def test_the_statute_is_that_of_the_day(doc_type, on, cited, wrong):
    text = f"依照《中华人民共和国刑事诉讼法》{cited}的规定，决定如下。\n"
    assert kinds(Paper(text, doc_type, on=on)) == ["statute"] * wrong


def test_of_several_numbers_the_wrong_one_is_named_with_the_right_one():
    text = "依照《中华人民共和国刑事诉讼法》第十五条、第一百七十七条第一款的规定。"
    found = check(Paper(text, "不起诉决定书", on=date(2014, 8, 20)), RULES)
    assert [f.expected for f in found] == ["第一百七十七条第一款"]
    assert "第一百七十三条第一款" in found[0].sentence


@pytest.mark.parametrize("text", [
    "依照一百七七条的规定", "第一百七七条", "第百七十条", "第二十零条", "第一百七条", "给付，，现金", "盗走的的现金",
    "2014年13月2日", "2014年2月30日", "事实清楚。。", "第一百十二条",
])  # fmt: skip
def test_typing_errors(text):
    assert "typing" in kinds(Paper(text, "起诉书"))


@pytest.mark.parametrize("text", [
    "第一百七十七条", "第十条", "第一百零二条", "第一百一十二条", "第二十九条", "第二百六十四条第一款第三项", "第二三项",
    "2016年2月29日", "三百条", "好好的", "第一百条",
])  # fmt: skip
def test_what_is_written_rightly(text):
    assert kinds(Paper(text, "起诉书")) == []


def test_the_same_person_as_accused_and_as_witness():
    assert check(paper(), RULES) == []
    found = check(paper(SOUND + "证人郑国梁的证言。\n"), RULES)
    assert [(f.kind, f.expected) for f in found] == [("role", "证人郑国梁")]


@pytest.mark.parametrize(("text", "people"), [
    ("证人郑国梁的证言。", (*PEOPLE, ("郑国梁", "witness"))),           # two people of one name
    ("证人郑国梁生的证言。", (*PEOPLE, ("郑国梁生", "witness"))),       # a longer name
    ("被害人柳春燕作为证人柳春燕出庭。", PEOPLE),                        # a victim is heard as a witness
    ("原审被告人柳春燕。", PEOPLE),
])  # fmt: skip
def test_what_is_no_contradiction(text, people):
    assert kinds(paper(SOUND + text, people=people)) == []


def test_a_paragraph_pasted_twice():
    line = "根据《中华人民共和国刑事诉讼法》第一百七十二条的规定，提起公诉，请依法判处。\n"
    assert kinds(paper(SOUND + line)) == ["repeat"]


@pytest.mark.parametrize("changes", [
    {"doc_type": "不起诉决定书"}, {"organ": "祁门县人民检察院"}, {"number": "黟检公诉刑诉〔2014〕13号"}, {"short": "祁检"},
])  # fmt: skip
def test_the_head_against_what_is_registered(changes):
    assert "heading" in kinds(paper(**changes))


def test_brackets_of_a_number_may_differ_and_other_numbers_may_be_cited():
    assert kinds(paper(number="黟检公诉刑诉[2014]12号")) == []
    assert kinds(paper(SOUND + "本院黟检刑不诉〔2013〕3号决定书已经送达当事人。\n")) == []


def test_a_number_that_tells_of_another_type():
    text = SOUND.replace("刑诉〔", "刑不诉〔")
    assert kinds(paper(text, number="黟检公诉刑不诉〔2014〕12号")) == ["heading"]


def test_a_whole_text_pasted_twice_does_not_flood_the_page():
    many = "".join(f"第{n}段，被告人郑国梁于当日实施了上述第{n}项所列的行为，事实清楚。\n" for n in range(200))
    assert len(check(paper(SOUND + many * 2), RULES)) == MOST
