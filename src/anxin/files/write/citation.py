"""Articles as the law is cited: ``20(1)`` is 第二十条第（一）项, ``19(1)`` 第十九条第一款第（一）项."""

from __future__ import annotations

import re

_ITEMS_IN_FIRST_OF_SEVERAL = frozenset({"11", "18", "19"})     # articles of the 2014 rules with more paragraphs
_DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """1..99 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    lead = "" if tens < 1 else ("十" if tens == 1 else f"{_DIGITS[tens]}十")
    return lead + (_DIGITS[ones] if ones or not tens else "")


def citation(article: str) -> str:
    """The article in words; an unknown form is given back as it is, so that a mask never goes without a reason."""
    if not re.fullmatch(r"\d{1,2}(\((P?\d{1,2})\))*", article):
        return article or "本规定"
    number, *parts = re.findall(r"P?\d+", article)
    out = f"第{chinese(int(number))}条"
    if number in _ITEMS_IN_FIRST_OF_SEVERAL and parts and not parts[0].startswith("P"):
        parts.insert(0, "P1")
    for part in parts:
        out += f"第{chinese(int(part[1:]))}款" if part.startswith("P") else f"第（{chinese(int(part))}）项"
    return out
