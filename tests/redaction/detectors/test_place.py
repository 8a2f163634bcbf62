"""The grammar of an address: what stays by rank, where the detail ends."""

import time

import pytest

from anxin.redaction.detectors import address, place, school


@pytest.mark.parametrize(("text", "stays", "rank"), [
    ("江苏省盐城市射阳县海河镇烈士村三组", "江苏省盐城市射阳县海河镇", 4), ("射阳县海河镇烈士村", "射阳县海河镇", 4), ("上海市浦东新区环城西路163弄", "上海市浦东新区", 3), ("内蒙古自治区通辽市库伦旗白音苏木哈日嘎查", "内蒙古自治区通辽市库伦旗白音苏木", 4),
    ("新疆生产建设兵团第八师一四三团畜牧八连", "新疆生产建设兵团第八师一四三团", 4), ("凉山彝族自治州西昌市马道街道", "凉山彝族自治州西昌市马道街道", 4), ("红旗路8号", "", 0), ("安居小区12号楼", "", 0),
])
def test_the_administrative_part_falls_in_rank(text, stays, rank):
    end, found = place.administrative(text)
    assert (text[:end], found) == (stays, rank)


@pytest.mark.parametrize(("depth", "stays"), [
    ("province", "江苏省"), ("city", "江苏省盐城市"), ("county", "江苏省盐城市射阳县"), ("township", "江苏省盐城市射阳县海河镇"), ("village", "江苏省盐城市射阳县海河镇烈士村"),
])
def test_the_depth_of_the_rule_set_ends_it_earlier_or_later(depth, stays):
    text = "江苏省盐城市射阳县海河镇烈士村三组12号"
    assert text[: place.shown_to(text, depth)] == stays


@pytest.mark.parametrize("end", ["3组", "5社", "2号楼", "6幢", "8单元", "302室", "9排3号", "6#249", "3-2-1101", "村12号", "号附8号", "10093号船", "22孔"])
def test_endings_that_only_a_home_has(end):
    assert place.DWELLING.search("金色家园石桥" + ("1" if end.startswith("号") else "") + end)


@pytest.mark.parametrize("scene", ["人民东路21号", "网吧二楼", "宾馆大堂", "105线77公里处", "农贸市场44号摊位"])
def test_endings_of_other_places(scene):
    assert not place.DWELLING.search(scene)


def test_time_is_linear():
    def cost(times):
        text = "住某县清水镇永乐村3组12号，在启明小学门口，家住" * times
        start = time.process_time()
        address.find(text), school.find(text)
        return time.process_time() - start

    cost(50)
    assert cost(4000) < 6 * cost(2000) / 2 + 0.05
