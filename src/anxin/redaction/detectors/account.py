"""Bank cards and accounts of persons (Art 20(1)) and of organisations (Art 20(3))."""

from __future__ import annotations

import re

from anxin.redaction.detectors.item import Item, Token

LABELS = [
    "卡号",
    "银行卡",
    "账号",
    "帐号",
    "账户",
    "帐户",
    "存折",
    "储蓄卡",
    "信用卡",
    "银行账号",
    "银行账户",
    "银行卡号",
    "收款账号",
    "收款账户",
    "借记卡",
    "户头",
    "汇款",
    "转账至",
    "转入",
    "汇入",
    "打入",
    "存入",
    "划入",
    "社保卡",
    "医保卡号",
    "社保卡号",
    "股东账户",
    "股东账号",
    "资金账号",
    "资金账户",
    "证券账户",
    "开户许可证号",
    "医保卡",
    "公积金账号",
    "一卡通",
    "数字人民币钱包",
    "钱包",
    "对公账户",
    "基本账户",
    "结算账户",
    "开户许可证",
    "基本户",
    "一般户",
    "结算户",
    "专用户",
    "监管户",
    "专户",
    "存管户",
    "对公户",
    "保证金户",
    "临时户",
    "活期户",
    "定期户",
    "内部户",
    "备付金户",
    "过渡户",
    "托管户",
    "募集户",
    "公户",
    "美元户",
    "外币户",
    "贷款户",
    "还款户",
    "代发户",
    "公司户",
    "单位户",
    "NRA",
    "OSA",
    "FTE",
    "FTN",
]
_ORGANISATION = re.compile(
    r"公司|单位|对公|基本户|一般户|结算户|基本账户|结算账户|开户许可|企业|工厂|厂[（的]|合作社|事务所|中心|医院|学校|商行|集团|委员会|村委|协会|基金会|检察院|法院|财政|政府|大学|学院|幼儿园|经营部|门市部|农场|林场|专户|存管|备付金|党委|工会|[总支大]队|支行[，,][^。；]{0,4}账号|机关|局"
)
_NAMED_AFTER = re.compile(r"[（(](?:户名|账户名称?|户主)[：:为]?[^（）()\n]{0,24}")
_PERSONAL = re.compile(r"自己|本人|个人|其[^，。]{0,6}$|名下|妻子|丈夫|的银行卡|的储蓄卡|的信用卡|存折|尾号")

# a bank right before a number names it too: 某某贸易公司，民生银行，692188345
_BANK = re.compile(
    r"(?:银行|信用社|农信社|农商行|支行|分行|分理处|储蓄所|营业部|(?<![一-鿿])[工农中建交招]行|邮储)[^，。；、\n0-9A-Za-z]{0,2}[，,、：:（(\-—“”\" \u3000]{1,2}(?:账|帐|卡)?号?[：:]?$|(?:银行|信用社|农商行|支行)$|(?<![住农商客用门散])户[为是：:（( ]{0,2}$|账上[（(：: ]*$"
)
# a word behind the number says what it is: 19010154800003356（某某银行）, 0512889933210067账号, 6210…（户名：
_AFTER = re.compile(r"[”\" ]?(?:的|这个|号|该)?(?:一般|基本|对公|结算|专用|银行|公司|单位|企业|存款|资金)*(?:账户|账号|帐户|帐号)|[（(](?:[^（）()，。\n]{0,12}(?:银行|信用社|支行|[工农中建交招]行)|户名|开户行?|账户名称?|户主)")


_LETTERED = re.compile(r"[A-Z]{1,2}[0-9]{7,20}$")  # accounts of shares and of insurance, opening permits


def luhn(value: str) -> bool:
    total = 0
    for index, char in enumerate(reversed(value)):
        digit = ord(char) - 48
        if index % 2:
            digit = digit * 2 - 9 if digit > 4 else digit * 2
        total += digit
    return total % 10 == 0


_FROM, _MOVED = re.compile("[从由自向至到往给]$"), re.compile("(?:账户)?(?:转[出入]|汇[出入]|划[出入]|打入|付出|支出|扣划)")  # 从1234转出


def labelled(token: Token) -> Token:
    """The token as an account where only a bank before it or a word behind it says so."""
    if token.label not in ("", "phone") or len(token.value) < 8 or not token.value.isdigit():
        return token
    named = _AFTER.match(token.after) or (_FROM.search(token.near) and _MOVED.match(token.after)) or (len(token.value) > 8 and _BANK.search(token.near[-24:]))
    return token._replace(label="account") if named else token


def recognise(token: Token) -> Item | None:
    value, label = token.value, token.label
    if label == "account" and _LETTERED.match(value):
        return Item(token.start, token.end, _owner(token), 0.8)
    if not value.isdigit() or label in ("keep", "phone") and len(value) < 16:
        return None
    size = len(value)
    if label == "account" and 7 <= size <= 32:
        return Item(token.start, token.end, _owner(token), 1.0 if size >= 12 else 0.8)
    if (
        label != "keep"
        and 16 <= size <= 19
        and (value[:2] in ("62", "60") or (value[0] in "345" and luhn(value)) or luhn(value))
    ):
        return Item(token.start, token.end, _owner(token), 0.9)
    return None


def _owner(token: Token) -> str:
    near = token.near
    if _ORGANISATION.search(_NAMED_AFTER.match(token.after).group() if _NAMED_AFTER.match(token.after) else ""):  # type: ignore[union-attr]
        return "org_account"
    if token.value[:2] == "62" and len(token.value) in (16, 17, 18, 19) and not re.search("公司|单位|对公|基本户|一般户|结算户", near[-12:]):
        return "bank_card"
    for stop in "。；\n":
        near = near[near.rfind(stop) + 1 :]
    if _PERSONAL.search(near[-14:]):
        return "bank_card"
    return "org_account" if _ORGANISATION.search(near) else "bank_card"
