"""Identity numbers of 15 and 18 places, passports, permits, and the cards of Hong Kong, Macau and Taiwan (Art 20(1))."""

import pytest

from anxin.redaction.detectors import identity
from tests.redaction.helpers import kinds, masked

GOES = [
    ("id_card", "身份证号码110101199003071239", "110101199003071239"),
    ("id_card", "公民身份号码：110101 19900307 123X。", "110101 19900307 123X"),
    ("id_card", "持身份证110101900307123，", "110101900307123"),
    ("id_card", "身份证号码810000199408230021", "810000199408230021"),
    ("passport", "持E12345678号护照出境", "E12345678"),
    ("passport", "所持护照（号码G12345678）", "G12345678"),
    ("id_card", "身份证号码：110101199003071239。", "110101199003071239"), ("id_card", "公民身份证号11010119900307123x，汉族", "11010119900307123x"),
    ("id_card", "（身份证：110101199003071239）", "110101199003071239"), ("id_card", "居民身份证号为110101 1990 0307 1239，", "110101 1990 0307 1239"),
    ("id_card", "身份证号码110101-19900307-1239，", "110101-19900307-1239"), ("id_card", "持110101199003071239的身份证", "110101199003071239"),
    ("id_card", "冒用王某身份证（110101900307123）", "110101900307123"), ("id_card", "证件号码为810000199408230021，", "810000199408230021"),
    ("id_card", "港澳居民居住证810000199408230021。", "810000199408230021"), ("id_card", "台湾居民居住证号码830000199201014119，", "830000199201014119"),
    ("id_card", "澳门居民居住证（820000198811120037）", "820000198811120037"), ("id_card", "身份证号一一〇一〇一一九九〇〇三〇七一二三九。", "一一〇一〇一一九九〇〇三〇七一二三九"),
    ("id_card", "身份号码　１１０１０１１９９００３０７１２３９　汉族", "１１０１０１１９９００３０７１２３９"), ("id_card", "身份证号: 1101011990O307l239，", "1101011990O307l239"),
    ("id_card", "李四，110101199003071239，男", "110101199003071239"), ("passport", "中华人民共和国护照E12345678，", "E12345678"),
    ("passport", "护照号码：EA1234567，", "EA1234567"), ("passport", "持G12345678号普通护照出境", "G12345678"), ("passport", "美国护照，号码531234567，", "531234567"),
    ("passport", "日本护照（TR1234567）", "TR1234567"), ("passport", "普通护照（号码：PE0123456）", "PE0123456"), ("passport", "持越南护照C1234567入境，", "C1234567"),
    ("passport", "持往来港澳通行证C12345678，", "C12345678"), ("passport", "港澳居民来往内地通行证号码H0123456789，", "H0123456789"),
    ("passport", "港澳居民来往内地通行证M01234567，", "M01234567"), ("passport", "台湾居民来往大陆通行证（号码01234567），", "01234567"),
    ("passport", "台胞证号0012345678，", "0012345678"), ("passport", "往来台湾通行证L12345678。", "L12345678"),
    ("passport", "外国人永久居留身份证号码USA110190010112，", "USA110190010112"), ("passport", "因公护照号码SE1234567", "SE1234567"),
    ("passport", "证件号码：K03456789（护照）", "K03456789"), ("passport", "香港身份证号码R123456(7)，", "R123456(7)"),
    ("passport", "香港永久性居民身份证Z683365(5)，", "Z683365(5)"), ("passport", "澳门居民身份证号1234567(8)，", "1234567(8)"),
    ("passport", "台湾身份证号A123456789，", "A123456789"),
]


@pytest.mark.parametrize(("kind", "text", "secret"), GOES)
def test_it_goes_whole(kind, text, secret):
    assert any(k == kind and secret in found for k, found in kinds(text)), kinds(text)
    assert secret not in masked(text)


def test_a_wrong_last_place_is_evidence_and_no_filter():
    assert identity.checksum_holds("110101199003071233") != identity.checksum_holds("110101199003071239")
    assert kinds("110101199003071239")
    assert kinds("110101199003071233")


def test_credit_codes_are_no_identity_numbers():
    assert kinds("统一社会信用代码911101087889012345。") == []


@pytest.mark.parametrize(("text", "gone"), [("普通护照，号码EB 2740 916，", "EB 2740 916"), ("护照C开头，号C4RX7HL92）", "C4RX7HL92"), ("旅行证L1234567，", "L1234567")])
def test_travel_documents_in_groups_and_with_letters(text, gone):
    assert ("passport", gone) in kinds(text)
