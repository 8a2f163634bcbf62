"""Number plates of every kind (Art 20(6))."""

import pytest

from anxin.redaction.detectors import plate
from tests.redaction.helpers import kinds

GOES = [
    ("plate", "驾驶苏A12345小型轿车", "苏A12345"), ("plate", "京A·12345", "京A·12345"), ("plate", "沪AD12345新能源汽车", "沪AD12345"),
    ("plate", "粤BF12345，", "粤BF12345"), ("plate", "粤B12345D，", "粤B12345D"), ("plate", "浙A1234学教练车", "浙A1234学"), ("plate", "鲁A1234警警车", "鲁A1234警"),
    ("plate", "豫A1234挂挂车", "豫A1234挂"), ("plate", "粤Z1234港车", "粤Z1234港"), ("plate", "粤Z1234澳，", "粤Z1234澳"), ("plate", "使馆车辆使123456", "使123456"),
    ("plate", "使014578号轿车", "使014578"), ("plate", "沪A1234领", "沪A1234领"), ("plate", "京A 12345", "京A 12345"), ("plate", "京A-12345", "京A-12345"),
    ("plate", "车牌号为冀ＦＡ１２３４的", "冀ＦＡ１２３４"), ("plate", "车牌苏 A 12345", "苏 A 12345"), ("plate", "WJ京1234X", "WJ京1234X"), ("plate", "军A12345", "军A12345"),
    ("plate", "牌号新A12345", "新A12345"), ("plate", "桂·A12345，", "桂·A12345"), ("plate", "皖k88888轿车", "皖k88888"), ("plate", "电动车号牌杭州123456", "杭州123456"),
    ("plate", "号牌A12345", "A12345"),
]


@pytest.mark.parametrize(("kind", "text", "secret"), GOES)
def test_it_goes_whole(kind, text, secret):
    found = kinds(text)
    assert any(k == kind and secret in value for k, value in found), found


@pytest.mark.parametrize("text", ["驾驶川Q 7R 526号小型轿车", "车牌为“蒙 D-U 7 2 3 5”的皮卡", "号牌湘A·临 47183，", "挂车冀EQ76挂及", "号牌黑07-41883由"])
def test_plates_set_apart_temporary_and_of_trailers(text):
    assert plate.find(text)
