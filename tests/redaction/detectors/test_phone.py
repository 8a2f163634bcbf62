"""Telephones of persons go however they are written; those of offices stay while the rule set says so (Art 20(1), 22)."""

import pytest

from anxin.redaction.detectors import scan
from tests.redaction.helpers import kinds

GOES = [
    ("phone", "联系电话13912345678。", "13912345678"), ("phone", "手机号：139-1234-5678", "139-1234-5678"), ("phone", "手机：139 1234 5678；", "139 1234 5678"),
    ("phone", "电话86-13912345678，", "86-13912345678"), ("phone", "电话0086-13912345678，", "0086-13912345678"),
    ("phone", "电话+86 139 1234 5678，", "+86 139 1234 5678"), ("phone", "打来电话（139.1234.5678）", "139.1234.5678"),
    ("phone", "用13912345678的手机号码联系", "13912345678"), ("phone", "1391234 5678来电", "1391234 5678"), ("phone", "手机一三九 一二三四 五六七八，", "一三九 一二三四 五六七八"),
    ("phone", "电话一三九一二三四五六七八，", "一三九一二三四五六七八"), ("phone", "住宅电话010-65123456，", "010-65123456"), ("phone", "宅电0571-87654321，", "0571-87654321"),
    ("phone", "家里座机是87654321，", "87654321"), ("phone", "电话0571 87654321。", "0571 87654321"), ("phone", "固话：0571-87654321转8012", "0571-87654321转8012"),
    ("phone", "联系方式为0571-87654321-8012，", "0571-87654321-8012"), ("phone", "固定电话(0571)87654321。", "(0571)87654321"),
    ("phone", "固定电话（0571）8765-4321。", "（0571）8765-4321"), ("phone", "小灵通0571-28765432。", "0571-28765432"),
    ("phone", "座机号码0431－8876－5432，", "0431－8876－5432"), ("phone", "机主13912345678，", "13912345678"), ("phone", "绑定的手机号为17012345678，", "17012345678"),
    ("phone", "虚拟号16512345678，", "16512345678"), ("phone", "卫星电话17412345678", "17412345678"), ("phone", "台湾手机+886912345678，", "+886912345678"),
    ("phone", "香港号码+85291234567", "+85291234567"), ("phone", "香港电话852-91234567，", "852-91234567"), ("phone", "缅甸号码+959771234567，", "+959771234567"),
    ("phone", "境外号码0019175551234拨打", "0019175551234"), ("phone", "电话：１３９１２３４５６７８。", "１３９１２３４５６７８"), ("phone", "家庭电话：6512345。", "6512345"),
    ("phone", "微信同号13912345678", "13912345678"),
]


@pytest.mark.parametrize(("kind", "text", "secret"), GOES)
def test_it_goes_whole(kind, text, secret):
    found = kinds(text)
    assert any(k == kind and secret in value for k, value in found), found


OFFICES = [
    ("联系电话0571-87654321（某区人民检察院）。", "0571-87654321"), ("宏达公司电话0571-87654321。", "0571-87654321"), ("某派出所值班电话87654321。", "87654321"), ("本院办公电话：（0571）87654321。", "（0571）87654321"),
]


@pytest.mark.parametrize(("text", "number"), OFFICES)
def test_an_offices_telephone_follows_the_rule_set(text, number):
    assert [i for i in scan.find(text)[0] if i.kind == "phone"] == []
    assert {text[i.start:i.end] for i in scan.find(text, "mask")[0] if i.kind == "phone"} == {number}


@pytest.mark.parametrize("text", ["宏达公司电话13912345678。", "住宅电话0571-87654321。", "值班电话13912345678。"])
def test_a_mobile_or_a_home_telephone_is_nobodys_office(text):
    assert [i.kind for i in scan.find(text)[0]] == ["phone"]


def test_numbers_between_plus_signs_are_cells():
    assert ("phone", "13800000001") in kinds("+收件人+手机+运单+\n+丁某+13800000001+SF8175596397457+")
