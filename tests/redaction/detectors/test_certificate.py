"""Numbers of titles go; the year and the office in them may stay (Art 20(6))."""

import pytest

from tests.redaction.helpers import kinds

GOES = [
    ("title_certificate", "房产证号：京房权证朝字第123456号", "123456"), ("title_certificate", "京房权证海私字第0123456号", "0123456"),
    ("title_certificate", "苏（2019）南京市不动产权第0012345号", "0012345"), ("title_certificate", "不动产权证号：粤（2018）广州市不动产权第0212345号", "0212345"),
    ("title_certificate", "土地使用证号：扬国用（2008）第01234号", "01234"), ("title_certificate", "集体土地使用证，证号集用（2003）第0456号", "0456"),
    ("title_certificate", "林权证（证号：B3401234567）", "B3401234567"), ("title_certificate", "房屋所有权证（证号0012345）", "0012345"),
    ("title_certificate", "权属证书编号D44000123456，", "D44000123456"), ("title_certificate", "机动车登记证书编号330012345678，", "330012345678"),
    ("title_certificate", "宅基地使用权证（2011-0456号）", "2011-0456"), ("title_certificate", "商品房产权证号201500123，", "201500123"),
    ("title_certificate", "沪房地浦字（2009）第012345号", "012345"), ("title_certificate", "土地承包经营权证330123456789012345J号", "330123456789012345J"),
]


@pytest.mark.parametrize(("kind", "text", "secret"), GOES)
def test_it_goes_whole(kind, text, secret):
    found = kinds(text)
    assert any(k == kind and secret in value for k, value in found), found


@pytest.mark.parametrize(("text", "secret"), [
    ("摩托车注册登记证书No.620037184丢失", "620037184"), ("机动车登记证书编号440008172635、行驶证", "440008172635"), ("京（2017）海不动产证明第0031847号，", "0031847"), ("承包经营权证（NO.J4209830472219）", "J4209830472219"),
])
def test_numbers_behind_other_marks_go(text, secret):
    assert any(k == "title_certificate" and secret in value for k, value in kinds(text))


def test_a_sum_after_a_title_stays():
    assert kinds("伪造房产证骗取借款647457元，") == []
