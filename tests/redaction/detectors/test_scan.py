"""The walk over numbers: accounts in tables and brackets, neighbours of another mark, what is a paper's number or an amount."""

import pytest

from anxin.redaction.detectors import scan
from tests.redaction.helpers import kinds, masked


@pytest.mark.parametrize(("text", "kind", "value"), [
    ("通过微信联系苗春生（STAR_MOON25950），", "wechat", "STAR_MOON25950"), ("John SmithQQ95483368被盗用。", "qq", "95483368"), ("基本户：2887 9361 5201。", "org_account", "2887 9361 5201"),
    ("苗春生\u3000133-8020-6929\u30006927元", "phone", "133-8020-6929"), ("苗春生\u3000幺八六五三四八四二一四\u3000人民币", "phone", "幺八六五三四八四二一四"), ("QQ账号：1981092844。", "qq", "1981092844"),
])
def test_numbers_go(text, kind, value):
    assert (kind, value) in kinds(text)


@pytest.mark.parametrize("text", [
    "收款￥9,328,477,400.00。", "出具5748840172746450意见书。", "处理决定（145591292179094991），", "扣押物品（4778768011209800）", "电瓶编码869992134075014。", "书证（027074561084583975）；",
])
def test_papers_and_amounts_stay(text):
    assert kinds(text) == []


GOES = [
    ("phone", "电话13912345678，", "13912345678"),
    ("phone", "手机139 1234 5678。", "139 1234 5678"),
    ("phone", "电话+8613912345678）", "+8613912345678"),
    ("phone", "电话0571-88123456，", "0571-88123456"),
    ("phone", "固定电话为（0571）88123456。", "（0571）88123456"),
    ("phone", "手机一三九一二三四五六七八。", "一三九一二三四五六七八"),
    ("phone", "电话①③⑨①②③④⑤⑥⑦⑧）", "①③⑨①②③④⑤⑥⑦⑧"),
    ("phone", "手机l39l234567O。", "l39l234567O"),
    ("phone", "留的号码是１３９１２３４５６７８。", "１３９１２３４５６７８"),
    ("bank_card", "本人的银行卡（6222 0212 3456 7890 123）已冻结", "6222 0212 3456 7890 123"),
    ("bank_card", "存折一本（账号6222021234567890）", "6222021234567890"),
    ("org_account", "将公司账户（开户行建设银行，账号31050161364300001234）内资金转出", "31050161364300001234"),
    ("wechat", "以微信wxid_ab12cd34将其拉黑", "wxid_ab12cd34"),
    ("wechat", "微信号moon_star04，", "moon_star04"),
    ("qq", "QQ号为12345678。", "12345678"),
    ("qq", "使用QQ12345678登录", "12345678"),
    ("alipay", "支付宝2088123412341234。", "2088123412341234"),
    ("email", "邮箱abc_1@example.com。", "abc_1@example.com"),
    ("plate", "驾驶苏A12345号轿车", "苏A12345"),
    ("plate", "驾驶苏AD12345号轿车", "苏AD12345"),
    ("plate", "驾驶鲁Q·1234X轿车", "鲁Q·1234X"),
    ("title_certificate", "房屋（京房权证字第X123456号）", "X123456"),
]
STAYS = [
    "（2021）苏0102刑初208号",
    "某检刑诉〔2021〕Z12号",
    "报案登记号201791299462335。",
    "营业执照号91320505MAYMDXNK8L。",
    "货款总额1525514738.50元。",
    "第一百三十三条之一",
    "快递单号73123456789012。",
    "评字第585449414636号。",
    "血样酒精含量为109mg/100ml。",
    "2020年11月20日22时35分",
    "发票号码12345678901。",
    "统一社会信用代码911101087889012345。",
    "拨打110报警，后转120。",
    "共计人民币1,234,567.89元。",
]


@pytest.mark.parametrize(("kind", "text", "secret"), GOES)
def test_a_protected_number_goes(kind, text, secret):
    assert any(k == kind and secret in found for k, found in kinds(text)), kinds(text)
    assert secret not in masked(text)


@pytest.mark.parametrize("text", STAYS)
def test_a_number_that_is_no_secret_stays(text):
    assert masked(text) == text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("身份证号码110101199003071239。", "身份证号码110101900307123。"),
        ("电话13912345678，", "电话+86 139-1234-5678，"),
        ("微信号abcde，", "微信号moon_star_04583，"),
        ("现住北京市东城区甲路3号，", "现住北京市东城区环城西路582弄51号575室，"),
    ],
)
def test_two_secrets_of_one_kind_leave_the_same_text(one, other):
    assert masked(one) == masked(other)


@pytest.mark.parametrize(("text", "kind"), [
    ("微信账户", "wechat"), ("支付宝（账号：", "alipay"), ("增值税发票代码044002155714，号码", "keep"), ("发票号码", "keep"), ("电话。号码", "phone"), ("电话。", ""),
])
def test_the_last_word_for_a_number_in_its_clause_says_what_it_is(text, kind):
    assert scan.label_before(text, len(text)) == kind


@pytest.mark.parametrize("text", [
    "账号分别为BLUEMOON7722、BLUEDONG8458。", "微信号moon_star04和star_moon05，", "QQ号12345678、87654321。",
])
def test_every_account_of_a_list_goes(text):
    assert len(kinds(text)) == 2



@pytest.mark.parametrize(("text", "kind", "value"), [
    ("护照（No.E74951052）被扣留。", "passport", "E74951052"), ("报警电话13800000001，警情：", "phone", "13800000001"), ("聊天记录（vx15868557660）已提取。", "phone", "15868557660"), ("微信（VX wxid_9vr6xab）", "wechat", "wxid_9vr6xab"),
])
def test_a_word_before_a_number_is_no_part_of_it_and_a_mobile_number_is_never_an_office_s(text, kind, value):
    assert (kind, value) in kinds(text)


@pytest.mark.parametrize("text", ["驾驶冀B8VX31重型货车沿省道S3152线行驶", "车辆识别代号LSGPC52U1AF884114。", "报警电话0871-12110。", "通过QQ、Telegram购买"])
def test_vehicles_services_and_hotlines_stay(text):
    assert not [k for k in kinds(text) if k[0] in ("wechat", "qq", "phone")]


@pytest.mark.parametrize(("text", "kind", "gone"), [
    ("文书送达：孟新华（15757213112）、辩护人汪金玲。", "phone", "15757213112"), ("（2020）川01刑初547号\n被告人艾哈迈德·哈桑（持H56979495号护照），女。", "passport", "H56979495"),
    ("于2022年8月9日在75440722号QQ群内购买资料。", "qq", "75440722"), ("转账记录显示汪嘉龙向xuelan07支付388元。", "wechat", "xuelan07"),
    ("投标保证金从4367589847304367转出，附言“货款”。", "", "4367589847304367"),
])
def test_a_number_belongs_to_whom_it_stands_at(text, kind, gone):
    found = kinds(text)
    assert any(what == gone and (not kind or k == kind) for k, what in found)
