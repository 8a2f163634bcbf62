"""Telephone numbers: mobile, landline, with country code."""

from __future__ import annotations

import re

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
    if label == "phone" and (
        _LOCAL.match(value) or _FOREIGN.match(value) or (9 <= len(value) <= 13 and value.isdigit())
    ):
        return Item(token.start, token.end, "phone", 0.8)
    return None
