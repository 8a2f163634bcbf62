"""The engine as a whole: gate, doubts, defects seen in real documents, transformations, bad input."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anxin.redaction.apply import apply
from anxin.redaction.engine import LONGEST, TooLongError, analyse, open_document
from anxin.redaction.inference import find as chains
from anxin.regulation.case import Case
from tests.redaction.helpers import case, masked

PEOPLE = case(("秦若兰", "defendant", 12), ("邵文轩", "victim"), ("苗春生", "witness"))
TEXT = (
    "被告人秦若兰，女，1990年3月7日出生，身份证号码110101199003071239，现住江苏省苏州市虎丘区枫桥街道清华苑2座629，手机13912345678。\n"
    "2020年5月1日，秦若兰与邵文轩发生争执，苗春生上前劝阻。邵文轩的微信号为moon_star04。\n证人苗春生的证言，被害人邵文轩的陈述，被告人秦若兰的供述。"
)


@pytest.mark.parametrize(
    ("change", "article"),
    [
        ({"judgment_effective": False}, "18(1)"),
        ({"participants": [{"name": "秦若兰", "role": "defendant", "minor": True}]}, "4"),
        ({"flags": ["state_secret"]}, "4"),
    ],
)
def test_the_gate_refuses_with_its_article(change, article):
    people = {"participants": [], "closed": True, "judgment_effective": True} | change
    gate = analyse(TEXT, "起诉书", case().from_json(people), net=False).gate
    assert (gate.outcome != "publish", gate.article) == (True, article)


def test_every_span_cites_its_article_rule_and_reason():
    spans = analyse(TEXT, "起诉书", PEOPLE, net=False).spans
    assert {s.article.split("(")[0] for s in spans} == {"19", "20"}
    assert all(s.rule and s.sentence for s in spans)


def test_symbols_of_the_case_are_kept_in_its_next_document():
    first = analyse(TEXT, "起诉书", PEOPLE, net=False)
    more = case(("秦若兰", "defendant", 12), ("邵文轩", "victim"), ("苗春生", "witness"), ("邵大海", "witness"))
    second = analyse("证人邵大海的证言，被害人邵文轩的陈述。", "抗诉书", more, symbols=first.symbols, net=False)
    assert {k: second.symbols[k] for k in first.symbols} == first.symbols
    assert len(set(second.symbols.values())) == len(second.symbols)


def test_unregistered_people_have_stable_keys_that_do_not_hold_their_name():
    one, two = (
        analyse("证人苗春生的证言。", "起诉书", case(), net=False, case_key=b"case 1").people[0] for _ in range(2)
    )
    other = analyse("证人苗春生的证言。", "起诉书", case(), net=False, case_key=b"case 2").people[0]
    assert one.key == two.key != other.key
    assert "苗" not in one.key


def test_a_chain_from_a_named_person_to_a_masked_one_is_flagged():
    assert chains("被害人系秦若兰的养子。", ["秦若兰"])
    assert chains("被害人柳春燕系郑国梁的养女。", ["郑国梁"]), "the masked person may be named before the tie"
    assert not chains("被害人柳春燕系郑国梁报案后发现。", ["郑国梁"]), "no tie, no chain"
    assert not chains("被害人系秦某某的养子。", ["秦若兰"])
    result = analyse(
        "被告人秦若兰到案。被害人是秦若兰独生子的班主任。", "起诉书", case(("秦若兰", "defendant", 60)), net=False
    )
    assert "kinship_chain" in {d.type for d in result.doubts}


# Defects of published documents (names and numbers invented).
def test_two_people_are_never_printed_as_one():
    public = masked("证人俞海川的证言，证人俞长河的证言。")
    assert public == "证人俞某甲的证言，证人俞某乙的证言。"


def test_one_person_has_one_style_throughout():
    public = masked(
        "申诉人俞海川不服。俞 海川到庭，俞\u200b海川签字。", case(("俞海川", "victim")), "刑事申诉复查决定书"
    )
    assert public.count("俞某某") == 3


def test_a_text_pasted_twice_is_masked_twice():
    public = masked(TEXT + "\n" + TEXT, PEOPLE)
    assert public[: len(public) // 2] == public[len(public) // 2 + 1 :]


def test_the_address_in_the_attachment_goes_as_well():
    assert "清华苑" not in masked(
        TEXT + "\n附：1.被告人秦若兰现取保候审于江苏省苏州市虎丘区枫桥街道清华苑2座629；2.案卷2册。", PEOPLE
    )


# Transformations that must not change what is found.
def _wide(text):
    return "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c for c in text)


def _wrapped(text):
    return "\n".join(line[i : i + 30] for line in text.split("\n") for i in range(0, len(line), 30))


@pytest.mark.parametrize(
    "change",
    [
        _wide,
        _wrapped,
        lambda t: t.replace("秦若兰", "秦 若兰").replace("邵文轩", "邵\u200b文轩"),
        lambda t: t.replace("，", "，\u200b"),
    ],
)
def test_width_wraps_and_spaces_do_not_change_what_is_found(change):
    count = [(s.kind) for s in analyse(TEXT, "起诉书", PEOPLE, net=False).spans]
    assert [(s.kind) for s in analyse(change(TEXT), "起诉书", PEOPLE, net=False).spans] == count


def test_the_order_of_participants_does_not_change_what_is_masked():
    shuffled = list(PEOPLE.participants)
    random.Random(4).shuffle(shuffled)
    again = type(PEOPLE)(tuple(shuffled), True, True)
    assert masked(TEXT, again) == masked(TEXT, PEOPLE)


def test_other_names_in_the_same_places_are_found_as_well():
    public = masked(TEXT, PEOPLE)
    others = case(("欧阳克勤", "defendant", 12), ("闵柔", "victim"), ("石破天", "witness"))
    text = TEXT.replace("秦若兰", "欧阳克勤").replace("邵文轩", "闵柔").replace("苗春生", "石破天")
    assert masked(text, others) == public.replace("秦某", "欧阳某").replace("邵某", "闵某").replace("苗某", "石某")


# Bad input.
JUNK = st.text(
    st.sampled_from(
        "张王李秦若兰的被告人证人，。、：（）“”0123456789lIO-－ 　\n\t|\u200b\u202e\ud800\ue000①壹·.*@aZ住家省市区路号"
    ),
    max_size=300,
)


@settings(max_examples=150, deadline=None)
@given(JUNK)
def test_no_text_breaks_the_engine(text):
    result = analyse(text, "起诉书", PEOPLE, net=False)
    public = apply(result.spans, text)
    assert all(text[s.start : s.end] == s.expected for s in result.spans)
    assert all(a.end <= b.start for a, b in zip(result.spans, result.spans[1:], strict=False))
    assert all(text[d.start : d.end] == d.expected for d in result.doubts)
    assert isinstance(public, str)


@pytest.mark.parametrize("text", ["", "\n", "1", "张", "\ud800", "\u202e" * 50, "|" * 200])
def test_trifles_get_an_answer(text):
    assert (
        analyse(text, "起诉书", case(("", "victim"), ("张", "witness"), ("秦", "defendant")), net=False).gate.outcome
        == "publish"
    )


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1 ",
        "被告人",
        "张三、",
        "住",
        "（",
        "a@",
        "某某省某某市某某区某某路",
        "患有",
        "“",
        "\u3000",
        "\n",
        "张\n",
        "一",
        "绰号“",
        "1-",
        "号",
        "A",
        "|",
        "0.",
    ],
)
def test_twice_the_text_takes_about_twice_the_time(piece):
    def seconds(size):
        text = (piece * size)[:size]
        begun = time.process_time()
        analyse(text, "起诉书", PEOPLE, net=False)
        return time.process_time() - begun

    seconds(2000)
    small, large = seconds(10_000), seconds(40_000)
    assert large < 12 * small + 0.15  # four times the text; quadratic growth would be sixteen times


def test_five_hundred_participants():
    people = case(
        *(
            (f"{a}{b}{c}", "victim")
            for a in "赵钱孙李周"
            for b in "若文春海子克长小大玉"
            for c in "兰轩生川墨勤河满山林"
        )
    )
    assert "孙文生" not in masked("被害人孙文生、李若兰、周玉林报案。", people)


def test_a_text_longer_than_any_document_is_refused_in_a_sentence() -> None:
    with pytest.raises(TooLongError, match="请分成几份"):
        open_document("某" * (LONGEST + 1), "起诉书", Case())


def test_of_two_values_that_cross_nothing_stays():
    from anxin.redaction.detectors.item import Item
    from anxin.redaction.overlaps import resolve

    assert [(a, b) for a, b, _ in resolve([(i.start, i.end, i) for i in (Item(0, 10, "secret"), Item(8, 14, "phone"))])] == [(0, 10), (10, 14)]
    assert [(a, b) for a, b, _ in resolve([(i.start, i.end, i) for i in (Item(0, 4, "secret"), Item(2, 14, "phone"))])] == [(0, 2), (2, 14)]
