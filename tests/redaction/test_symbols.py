"""Symbols: stable, never shared, silent about the length of a name."""

from hypothesis import given
from hypothesis import strategies as st

from anxin.redaction.symbols import allocate
from tests.redaction.helpers import case, masked

NAMES = st.lists(st.text("张王李欧阳明华国建", min_size=2, max_size=4), min_size=1, max_size=40)


def test_shared_surnames_are_numbered_in_order_of_appearance():
    assert allocate([("a", "张明"), ("b", "李华"), ("c", "张建国")], {}) == {
        "a": "张某甲",
        "c": "张某乙",
        "b": "李某某",
    }


def test_a_symbol_that_is_public_stays_and_a_second_person_gets_another():
    assert allocate([("b", "张建国"), ("a", "张明")], {"a": "张某某"}) == {"a": "张某某", "b": "张某甲"}


@given(NAMES, NAMES)
def test_nobody_shares_a_symbol_and_none_is_reassigned(first, second):
    people = [(f"p{i}", name) for i, name in enumerate(first)]
    before = allocate(people, {})
    after = allocate([*people, *((f"q{i}", name) for i, name in enumerate(second))], before)
    assert len(set(after.values())) == len(after)
    assert {k: after[k] for k in before} == before


@given(st.sampled_from(["明", "建国", "若兰"]), st.sampled_from(["华", "文轩", "小满"]))
def test_the_public_text_does_not_show_how_long_the_name_is(one, other):
    texts = [masked(f"证人俞{name}证实，俞{name}到庭。", case((f"俞{name}", "witness"))) for name in (one, other)]
    assert texts[0] == texts[1]


def test_five_hundred_people_of_one_surname_have_five_hundred_symbols():
    symbols = allocate([(str(i), "王明") for i in range(500)], {})
    assert len(set(symbols.values())) == 500
