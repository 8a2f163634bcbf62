"""Names with a dot: where they begin and end, at one place and at several; a dot inside a plain name."""

import pytest

from anxin.redaction import dotted
from anxin.redaction.view import View


def found(text, names=()):
    view = View(text, names)
    return sorted({view.text[a:b] for a, b in dotted.find(view)})


@pytest.mark.parametrize(("text", "name"), [
    ("被害人艾山·热合曼的意见。", "艾山热合曼"), ("该手机系艾山·热合曼被盗财物。", "艾山热合曼"), ("与谢尔盖．彼得罗夫签订合同，", "谢尔盖彼得罗夫"),
    ("证人热孜万古丽•牙生证言，", "热孜万古丽牙生"), ("搬运工伊戈尔‧索科洛夫均作证。", "伊戈尔索科洛夫"), ("尾随阿依夏木·吾买尔至路口。", "阿依夏木吾买尔"),
])
def test_one_place_is_enough_where_its_neighbours_are_clear(text, name):
    assert found(text) == [name]


def test_all_places_together_decide():
    assert found("款项汇给艾山·热合曼通过银行查询。随后艾山·热合曼离开。艾山·热合曼，男。") == ["艾山热合曼"]


@pytest.mark.parametrize("text", ["被告人邵·文轩供述", "记录显示邵·文轩登录", "由邵文轩望风，端木·庆远剪断电线。", "判决中邵.文轩的量刑"])
def test_a_dot_put_into_a_plain_name_makes_no_dotted_one(text):
    assert found(text) == []


def test_a_dot_inside_a_name_that_the_case_knows_is_no_other_name():
    assert found("事故发生后邵.文轩弃车逃离。", ["邵文轩"]) == []
