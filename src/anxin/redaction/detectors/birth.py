"""Dates of birth: month and day of adults, the whole date of minors."""

from __future__ import annotations

import re

from anxin.redaction.chars import chinese_digits
from anxin.redaction.detectors.item import Item, matches

_DATE = re.compile(r"((?:19|20)\d\d)年([ ]?\d{1,2}月([ ]?\d{1,2}))日")
_BEFORE = re.compile(r"(?:出生日期|出生年月日?|出生时间|生日|出生于|生于|出生)(?:经查)?[为是系：:】〕]?[ \u3000]*[\t|]?[ \u3000]*$")
_AFTER = re.compile(r"[ ]?(?:出生|生(?![效产活]))")
# 杜某，女，2014年4月11日，: a date right after the sex
_SEX = re.compile(r"[，,、\t| （(][男女](?:性|生|孩|童)?[，,、\t| ][ \u3000]*$")
_CLOSED = re.compile(r"[，,、；;\t|）)\n]|$")
_DASHED = re.compile(r"(?:出生日期|出生年月日?|生日|出生于|生于)[为是：:]?[ ]?((?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2})")
# Other ways to write a date: 1993.10.08, 1988-05-17, 二〇一一年九月八日, 1969年腊月廿三, 70年11月21日
_ORDINAL = "一二三四五六七八九十〇零廿初冬腊正闰"
_OTHER = re.compile(
    rf"(?<![0-9])((?:19|20)[0-9]{{2}})([-./·] ?[0-9]{{1,2}}([-./·] ?[0-9]{{1,2}}))(?![0-9])|"
    rf"((?:19|20)?[0-9]{{2}}|[一二〇零][{_ORDINAL}]{{3}})年(?:农历|阴历|古历|旧历)?((?:[{_ORDINAL}]{{1,3}}月|[0-9]{{1,2}}月)([{_ORDINAL}]{{1,3}}|[0-9]{{1,2}})(?:日|号)?(?:[（(][^（）()\n]{{2,16}}[）)](?=出生|生))?|(?:春节|元旦|国庆节?|中秋节?|除夕|端午节?|清明节?|元宵节?|儿童节|劳动节|重阳节|腊八节?)()(?:当天|当日|那天|前后)?)"
)
# Where one of these can begin, quick to find.
_OTHER_FIRST = re.compile(f"[0-9一二〇零](?=[0-9{_ORDINAL}]{{0,3}}[年./·-])")
_YOUNG = re.compile(r"年仅|未成年|未满十[四六八]|幼女|女童|男童|儿童|不满十[四六八]|婴儿|小学|中学|幼儿园")


_PARTS = {"year": 2, "year_month": 3, "mask": 0}  # which group of the date goes


def find(text: str, year: int, adults: str = "year") -> list[Item]:
    """``year`` is the year of the document, 0 when unknown: people born less than 18 years before it are minors.

    ``adults`` is what stays of an adult's date: keep, year_month, year, or mask (nothing)."""
    items = []
    for m in _DATE.finditer(text):
        low = max(0, m.start() - 12)
        if not (
            _AFTER.match(text, m.end())
            or _BEFORE.search(text, low, m.start())
            or (_CLOSED.match(text, m.end()) and _SEX.search(text, low, m.start()))
        ):
            continue
        near = text[max(0, m.start() - 20) : m.start()]
        young = bool(year) and year - int(m.group(1)) < 18
        if young or (_YOUNG.search(near) and not year):
            items.append(Item(m.start(), m.end(), "minor_birth"))
        elif re.search(r"年仅[^，。（]{0,3}岁[^，。（]{0,8}[（(]$", near):
            items.append(Item(m.start(), m.end(), "minor_birth"))
        elif adults != "keep":
            part = _PARTS[adults]
            items.append(Item(m.start(part), m.end(part), "birth"))
    items += _others(text, year, adults, {i.start for i in items})
    items.extend(
        Item(m.start(1), m.end(1), "minor_birth" if year and year - int(m.group(1)[:4]) < 18 else "birth")
        for m in _DASHED.finditer(text)
        if adults != "keep" or (year and year - int(m.group(1)[:4]) < 18)
    )
    return items


def _others(text: str, year: int, adults: str, done: set[int]) -> list[Item]:
    """Dates of birth in other forms than 1984年3月12日."""
    items = []
    for m in matches(text, _OTHER_FIRST, _OTHER):
        low = max(0, m.start() - 12)
        if not (
            _AFTER.match(text, m.end())
            or (
                _CLOSED.match(text, m.end())
                and (_BEFORE.search(text, low, m.start()) or _SEX.search(text, low, m.start()))
            )
        ):
            continue
        if any(m.start() <= d < m.end() for d in done):
            continue
        written = chinese_digits(m.group(1) or m.group(4))
        born = int(written) if written.isdigit() and len(written) == 4 else 0
        if year and born and year - born < 18:
            items.append(Item(m.start(), m.end(), "minor_birth"))
        elif adults != "keep":
            part = {"year": 2, "year_month": 3, "mask": 0}[adults]
            start = m.start() if part == 0 else m.start(part if m.group(1) else part + 3)
            items.append(Item(start, m.end(), "birth"))
    return items
