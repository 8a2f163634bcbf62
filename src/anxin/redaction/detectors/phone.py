"""Telephone numbers: mobile, landline, with country code."""

from __future__ import annotations

import re

from anxin.redaction.chars import chinese_digits
from anxin.redaction.detectors.item import Item, Token

LABELS = [
    "电话",
    "手机",
    "手机号",
    "手机号码",
    "联系电话",
    "联系方式",
    "号码",
    "机主号码",
    "来电",
    "致电",
    "拨打",
    "通话",
    "短信",
    "电话号码",
    "座机",
    "固定电话",
    "传真",
    "联系号码",
    "绑定手机",
    "预留手机",
    "主叫",
    "被叫",
    "移动电话",
    "家庭电话",
    "呼叫",
    "打给",
    "号码为",
    "号码是",
    "小灵通",
]
_MOBILE = re.compile(r"(?:\+?(?:00)?86)?(1[3-9]\d{9})$")
_LANDLINE = re.compile(r"(?:\+?(?:00)?86)?0(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7}(?:\d{1,5})?$")
AREA = re.compile(r"[（(]0\d{2,3}[）)][ -]?$")
_LOCAL = re.compile(r"[2-9]\d{6,7}$")
_SERVICE = re.compile(r"(?:400|800)\d{7}$|1[12]\d$|12\d{3}$|9[56]\d{3,4}$")
_FOREIGN = re.compile(r"(?:\+|00)\d{9,15}$|(?:852|853|886)\d{8,9}$")


def recognise(token: Token) -> Item | None:
    value, label = token.value, token.label
    if label in ("keep", "account", "id", "passport"):
        if not (_MOBILE.match(value) and label == "account"):
            return None
    if _SERVICE.match(value):
        return None
    m = _MOBILE.match(value)
    if m:
        return Item(token.start, token.end, "phone")
    area = AREA.search(token.near)
    if area and _LOCAL.match(value):
        return Item(token.start - (area.end() - area.start()), token.end, "phone", 0.9)
    dashed = "-" in token.raw or token.near.endswith((")", "）"))
    if _LANDLINE.match(value) and (label == "phone" or dashed):
        return Item(token.start, token.end, "phone", 0.9)
    if value.startswith("+") and _FOREIGN.match(value):
        return Item(token.start, token.end, "phone", 0.9)
    if label == "phone" and (
        _LOCAL.match(value) or _FOREIGN.match(value) or (9 <= len(value) <= 13 and value.isdigit())
    ):
        return Item(token.start, token.end, "phone", 0.8)
    return None


_BODY = "公司|集团|法院|检察院|医院|(?:公安|分|司法|税务|监管|管理)局|派出所|司法所|看守所|事务所|鉴定所|银行|旅行社|学校|中心|机关|部门|大队|支队|政府|委员会"
_USE = "联系|办公|值班|公开|咨询|服务|前台|总机|客服|对外|固定|监督|举报|报警|承办"
_OFFICE_BEFORE = re.compile(
    f"(?:(?:{_BODY})[的]?(?:{_USE})?|(?:{_USE.replace('联系|', '').replace('固定|', '')})(?:部门|人员)?)(?:电话|座机|号码|热线|总机|传真)(?:号码)?(?:为|是|：|:)?[ （(\u3000]*$|总机[：: ]*$"
)
_OFFICE_AFTER = re.compile(f"[（(][^）)\n]{{0,20}}(?:{_BODY})[）)]")
_OFFICE = re.compile(r"[（(]?0[0-9]{2,3}[）)]?[ \-]?[2-9][0-9]{6,7}(?:[ \-转]+[0-9]{1,6})?(?![0-9])|(?<![0-9\-])[2-9][0-9]{6,7}(?![0-9])")
_HAND = re.compile(r"\D*(?:(?:00)?86\D{0,2})?1[3-9](?:\D{0,3}\d){9}\D*$")


def is_office(text: str, item: Item) -> bool:
    """Whether a telephone in a landline's form is that of an office, by the words around it. A mobile one never is."""
    if _HAND.match(chinese_digits(text[item.start : item.end])):
        return False
    return bool(
        _OFFICE_BEFORE.search(text, max(0, item.start - 20), item.start) or _OFFICE_AFTER.match(text, item.end)
    )


def offices(text: str) -> list[Item]:
    """The landlines that words around them call an office's."""
    found = [Item(m.start(), m.end(), "phone", 0.9) for m in _OFFICE.finditer(text)]
    return [i for i in found if is_office(text, i)]
