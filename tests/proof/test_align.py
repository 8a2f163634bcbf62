"""Equality outside the masks, as a set of places in the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anxin.proof.align import MOST_HIDDEN, align
from anxin.proof.model import LABEL, NOTE, SYMBOL, Chunk


def aligned(original, public, initials=frozenset()):
    chunks = [Chunk(original)] if isinstance(original, str) else original
    return align(chunks, public, initials).aligned


@pytest.mark.parametrize(("original", "public", "answer"), [
    ("张三到庭", "张某某到庭", True), ("张三到庭", "张某甲到庭", True), ("张三到庭", "张某某在庭", False), ("到庭", "某某到庭", False),
    ("卡6222 0001", "卡****", True), ("甲乙", "甲乙丙", False), ("甲乙丙", "甲乙", False), ("某地", "某地", True),
    ("甲" * (MOST_HIDDEN + 2), "甲*", False), ("甲" * (MOST_HIDDEN + 1), "甲*", True), ("", "", True), ("甲", "", False),
])
def test_masks_stand_for_something_short_and_nothing_else_differs(original, public, answer):
    assert aligned(original, public) is answer


def test_the_surname_of_a_symbol_may_replace_a_nickname_only_when_it_is_known():
    assert not aligned("外号小东北。", "外号裴某某。")
    assert aligned("外号小东北。", "外号裴某某。", frozenset("裴"))


@pytest.mark.parametrize(("sign", "printed"), [
    (LABEL, "（一）"), (LABEL, "3."), (LABEL, ""), (NOTE, "[1]"), (NOTE, ""), (SYMBOL, "☑"), (SYMBOL, "")])
def test_printed_numbers_and_signs_may_have_their_own_form(sign, printed):
    assert aligned(f"甲{sign}乙", f"甲{printed}乙")
    assert not aligned(f"甲{sign}乙", f"甲{printed}别的文字乙")


def test_only_optional_chunks_may_be_missing():
    chunks = [Chunk("内部资料", optional=True), Chunk("正文"), Chunk("—1—", optional=True), Chunk("完")]
    assert aligned(chunks, "正文完")
    assert aligned(chunks, "内部资料正文—1—完")
    assert not aligned(chunks, "内部正文完")
    assert not aligned(chunks, "内部资料完")


@given(st.lists(st.tuples(st.text("甲乙丙丁1", max_size=12), st.text("子丑寅2", min_size=1, max_size=9)), max_size=8))
def test_replacing_pieces_by_masks_always_aligns_and_one_more_character_never(pieces):
    original = "".join(a + b for a, b in pieces) + "尾"
    public = "".join(a + "***" for a, _ in pieces) + "尾"
    assert aligned(original, public)
    assert not aligned(original, public + "巳")
    assert not aligned(original, "巳" + public)


def test_repetitive_text_stays_cheap():
    unit = "被告人裴某某，外号小东北。"
    assert aligned(unit.replace("某某", "大川") * 400, unit * 400)
