"""Faults of documents that were really published: each is one case here (two people under one symbol, half a number,
plates and houses left, two ways of writing one person, kinship that tells, a text pasted twice, a type nobody knows)."""

import re

import pytest

from anxin.redaction.apply import apply
from anxin.redaction.engine import analyse
from tests.redaction.helpers import case, masked


def test_two_people_of_one_surname_never_share_a_symbol():
    people = case(("李建国", "victim"), ("李桂芳", "witness"), ("康大海", "defendant", 12))
    text = "被害人李建国报案。证人李桂芳的证言证实李建国被打。被告人康大海供认。"
    result = analyse(text, "起诉书", people, net=False)
    symbols = {p.name: p.symbol for p in result.people}
    assert symbols["李建国"] != symbols["李桂芳"]
    assert apply(result.spans, text).count(symbols["李建国"]) == 2


def test_no_part_of_an_identity_number_stays():
    public = masked("身份证号码610431197805123459，汉族。")
    assert not re.search("[0-9]{4}", public)


def test_plates_go_and_the_hotels_name_stays():
    public = masked("驾驶藏A12345号轿车到左贡大酒店。")
    assert "A12345" not in public
    assert "左贡大酒店" in public


def test_a_chain_of_kinship_to_a_kept_name_is_flagged():
    people = case(("沈某仁", "defendant", 60), ("王秀英", "victim"))
    result = analyse("被告人沈某仁，男。被害人王秀英系沈某仁之妻。", "起诉书", people, net=False)
    assert [d.type for d in result.doubts if d.type == "kinship_chain"]


def test_one_person_is_written_one_way_throughout():
    people = case(("白展堂", "petitioner"), ("郭芙蓉", "witness"), ("柯南生", "witness"))
    text = "申诉人白展堂不服。经查，白展堂与郭芙蓉争执，郭芙蓉、柯南生作证。白 展堂到庭。"
    public = masked(text, people, "刑事申诉复查决定书")
    assert len(set(re.findall("白某[某甲乙]", public))) == 1
    assert "*" not in public
    assert public.count("郭某某") == 2


def test_a_text_pasted_twice_is_masked_twice():
    people = case(("芦小平", "defendant", 2))
    text = "被告人芦小平，身份证号码610431197805123459，住某市某区晚晴路12号3栋502室。\n"
    once = masked(text, people)
    assert masked(text * 2, people) == once * 2
    assert "芦小平" not in once


def test_an_empty_document_is_answered_and_hides_nothing():
    assert masked("") == ""


@pytest.mark.parametrize("doc_type", ["说明", "", "起诉书草稿（内部）", "审查报告"])
def test_a_type_nobody_knows_is_not_published(doc_type):
    assert analyse("被告人芦小平。", doc_type, case(("芦小平", "defendant", 2)), net=False).gate.outcome not in ("publish", "kiosk")


@pytest.mark.parametrize(("text", "secret"), [
    ("犯罪嫌疑人白展昭到案。", "白展昭"), ("犯罪嫌疑人白展昭，住某县清水镇永乐村3组12号。", "永乐村3组12号"),
])
def test_what_reviewers_sent_back_goes(text, secret):
    assert secret not in masked(text, case(("白展昭", "defendant", 12)))
