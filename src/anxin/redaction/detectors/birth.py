"""Dates of birth: month and day of adults, the whole date of minors."""

from __future__ import annotations

import re

from anxin.redaction.detectors.item import Item

_DATE = re.compile(r"((?:19|20)\d\d)年([ ]?\d{1,2}月([ ]?\d{1,2}))日")
_BEFORE = re.compile(r"(?:出生日期|出生年月日?|出生时间|生日|出生于|生于|出生)[为是：:]?[ \u3000]*[\t|]?[ \u3000]*$")
_AFTER = re.compile(r"[ ]?(?:出生|生(?![效产活]))")
# 杜某，女，2014年4月11日，: a date right after the sex
_SEX = re.compile(r"[，,、\t| （(][男女](?:性|生|孩|童)?[，,、\t| ][ \u3000]*$")
_CLOSED = re.compile(r"[，,、；;\t|）)\n]|$")
_DASHED = re.compile(r"(?:出生日期|出生年月日?|生日|出生于|生于)[为是：:]?[ ]?((?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2})")
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
    items.extend(
        Item(m.start(1), m.end(1), "minor_birth" if year and year - int(m.group(1)[:4]) < 18 else "birth")
        for m in _DASHED.finditer(text)
        if adults != "keep" or (year and year - int(m.group(1)[:4]) < 18)
    )
    return items
