"""Identity numbers of 15 and 18 places, and travel documents."""

from __future__ import annotations

import re
from operator import mul

from anxin.redaction.detectors.item import Item, Token

LABELS = [
    "身份证",
    "身份证号",
    "身份证号码",
    "身份证编号",
    "公民身份号码",
    "公民身份证号码",
    "身份号码",
    "证件号",
    "证件号码",
    "居民身份证",
    "有效证件",
    "居住证",
    "居住证号码",
    "居住证号",
]
PASSPORT_LABELS = [
    "护照",
    "护照号",
    "护照号码",
    "通行证",
    "港澳通行证",
    "台胞证",
    "回乡证",
    "居留证",
    "居留许可",
    "军官证",
    "士兵证",
    "永久居留身份证",
    "旅行证",
    "往来台湾",
    "往来港澳",
]

_REGIONS = frozenset(
    [
        "11",
        "12",
        "13",
        "14",
        "15",
        "21",
        "22",
        "23",
        "31",
        "32",
        "33",
        "34",
        "35",
        "36",
        "37",
        "41",
        "42",
        "43",
        "44",
        "45",
        "46",
        "50",
        "51",
        "52",
        "53",
        "54",
        "61",
        "62",
        "63",
        "64",
        "65",
        "71",
        "81",
        "82",
        "83",
        "91",
    ]
)
_MONTH_DAY = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_LONG = re.compile(rf"[1-9]\d{{5}}(?:18|19|20)\d\d{_MONTH_DAY}\d{{3}}[\dXx]$")
_SHORT = re.compile(rf"[1-9]\d{{5}}\d\d{_MONTH_DAY}\d{{3}}$")
_TRAVEL = re.compile(r"(?:[A-Z]{1,3}\d{6,12}|(?=(?:[A-Z]*\d){4})[A-Z][A-Z0-9]{8}|1[45]\d{7}|\d{8,10})$", re.I)
# 持G12345678号普通护照
_PERMIT_AFTER = re.compile("号?(?:普通|因公|外交|公务|的|中国|[\u3400-\u9fff]{2,4}国)?(?:护照|通行证|港澳|台胞证|回乡证|居留)")
# Identity cards of Hong Kong, Macau and Taiwan: Z683365(5), 1234567(8), A123456789
_CHECKED = re.compile(r"[（(][0-9A]\s?[）)]")
_ISLAND = re.compile(r"[A-Z]{1,2}\d{6}$|[157]\d{6}$")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def checksum_holds(value: str) -> bool:
    """GB 11643: the last place of an 18-place number."""
    if len(value) != 18 or not value[:17].isdigit():
        return False
    total = sum(map(mul, map(int, value[:17]), _WEIGHTS))
    return "10X98765432"[total % 11] == value[17].upper()


def recognise(token: Token) -> Item | None:
    value, label = token.value, token.label
    size = len(value)
    check = _CHECKED.match(token.after) if label in ("id", "passport") and _ISLAND.match(value) else None
    if check:
        return Item(token.start, token.end + check.end(), "passport")
    if size == 18 and value[:17].isdigit() and (value[17].isdigit() or value[17] in "Xx"):
        dated = value[:2] in _REGIONS and bool(_LONG.match(value))
        if dated and label not in ("account", "keep"):
            return Item(token.start, token.end, "id_card", 1.0 if checksum_holds(value) else 0.95)
        if label == "id" or (dated and checksum_holds(value) and label != "account"):
            return Item(token.start, token.end, "id_card", 0.95)
    if size == 15 and value.isdigit():
        dated = value[:2] in _REGIONS and bool(_SHORT.match(value))
        if label == "id" or (dated and label not in ("account", "keep")):
            return Item(token.start, token.end, "id_card", 0.9)
    if label == "id" and 14 <= size <= 19 and sum(c.isdigit() for c in value) >= 13:
        return Item(token.start, token.end, "id_card", 0.8)
    if (label == "passport" or _PERMIT_AFTER.match(token.after)) and _TRAVEL.match(value):
        return Item(token.start, token.end, "passport")
    if label == "id" and _TRAVEL.match(value):
        return Item(token.start, token.end, "passport", 0.8)
    return None
