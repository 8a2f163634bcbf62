"""The rule set's parameters decide how much of an address and of an adult's birth date stays."""

import pytest

from anxin.redaction.detectors import address, birth

HOME = "住江苏省盐城市射阳县海河镇烈士村三组12号，"
BORN = "男，1980年3月14日出生，"


@pytest.mark.parametrize(("depth", "gone"), [
    ("village", "三组12号"), ("township", "烈士村三组12号"), ("county", "海河镇烈士村三组12号"), ("city", "射阳县海河镇烈士村三组12号"),
    ("province", "盐城市射阳县海河镇烈士村三组12号"),
])
def test_an_address_stays_to_the_depth_of_the_rule_set(depth, gone):
    assert [HOME[i.start:i.end] for i in address.find(HOME, depth)] == [gone]


@pytest.mark.parametrize(("adults", "gone"), [("keep", []), ("year", ["3月14"]), ("year_month", ["14"]), ("mask", ["1980年3月14日"])])
def test_an_adults_birth_date_stays_as_far_as_the_rule_set_says(adults, gone):
    assert [BORN[i.start:i.end] for i in birth.find(BORN, 2020, adults)] == gone


def test_a_minors_date_goes_whatever_the_parameter():
    assert [i.kind for i in birth.find(BORN.replace("1980", "2010"), 2020, "keep")] == ["minor_birth"]


def test_a_birth_date_in_the_next_cell_is_one():
    assert len(birth.find("| 出生日期 | 1980年3月14日 |", 2020)) == 1


@pytest.mark.parametrize(("text", "gone"), [
    ("附：证人名单：苗春生（江苏省射阳县海河镇烈士村三组12号，电话", ["烈士村三组12号"]), ("租住的房屋（江苏省射阳县海河镇新开村9号）", ["新开村9号"]),
    ("宏远纺织厂（江苏省射阳县海河镇新开村9号）", []), ("来到鑫源酒店（江苏省射阳县海河镇新开村9号）", []),
])
def test_an_address_in_brackets_is_a_home_after_a_person_only(text, gone):
    assert [text[i.start:i.end] for i in address.find(text)] == gone
