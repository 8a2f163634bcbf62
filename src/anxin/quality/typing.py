"""Typing errors: numerals that are no number, punctuation twice, words twice, days that do not exist."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from anxin.quality.model import Finding, Paper

DIGIT, UPPER = "[一二三四五六七八九]", "[二三四五六七八九]"
TENS = f"(?:{UPPER}?十{DIGIT}?)"
AFTER_HUNDRED = f"(?:[零〇]{DIGIT}|{DIGIT}十{DIGIT}?)"
NUMBER = re.compile(f"{DIGIT}|{TENS}|{DIGIT}百{AFTER_HUNDRED}?")
COUNTED = re.compile(r"第?([〇零一二三四五六七八九十百]{2,})(?=[条款项])")
DOUBLED = re.compile(
    r"([，。；、：])\1+|的的|第第|条条|之之|被告人被告人|被害人被害人|本院本院|依法依法|，。|。，|、，|、。"
)
DAY = re.compile(r"((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日")


def findings(paper: Paper) -> Iterator[Finding]:
    for found in COUNTED.finditer(paper.text):
        if not NUMBER.fullmatch(found[1]) and not _list_of_digits(found[1]):
            yield Finding("typing", found.start(), found.end(), found[0], f"“{found[0]}”不是规范的数字，疑为录入错误。")
    for found in DOUBLED.finditer(paper.text):
        yield Finding("typing", found.start(), found.end(), found[0], f"“{found[0]}”疑为重复录入。")
    for found in DAY.finditer(paper.text):
        year, month, day = (int(part) for part in found.groups())
        if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
            yield Finding("typing", found.start(), found.end(), found[0], f"没有“{found[0]}”这一天。")


def _list_of_digits(numeral: str) -> bool:
    """二、三项 is written 二三项 now and then: two neighbouring digits are no error."""
    return re.fullmatch(f"{DIGIT}{DIGIT}", numeral) is not None
