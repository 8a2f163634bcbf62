"""Numbers of title certificates: house, land, real estate, forest, contracted land, vehicle."""

from __future__ import annotations

import re

from anxin.redaction.detectors.item import Item, holds

_WORDS = (
    "不动产权", "房屋所有权", "房地产权", "房产证", "房权证", "产权证", "土地使用权", "土地使用证", "使用权证", "国用", "集用", "林权", "房地", "承包经营权证", "权属证书",
    "登记证书", "产权证书", "国有土地", "宅基地", "产权登记证", "不动产证明", "他项权证", "土地证", "房权", "不动产证",
)
_NUMBER = r"(?<![0-9A-Z])(?![12][0-9]{3}[）)\]〕])([A-Z]{0,2}[0-9][0-9A-Z\-]{3,24})"
# 京房权证朝字第0123456号, 不动产权证号：粤（2018）广州市不动产权第0212345号; a year in brackets is none of the number
_TITLE = re.compile(
    rf"(?:{'|'.join(_WORDS)})(?:[^，。；\n0-9A-Z]|[（(\[〔][12][0-9]{{3}}[）)\]〕]){{0,14}}?(?:第|N[oO][.:： ]?)?{_NUMBER}(?=号|[，。；、）)\n\t ”\"]|(?![元万亿余年月日个份本张套平米公人%])[\u4e00-\u9fff]|$)"
)


def find(text: str) -> list[Item]:
    """Every number after a word for a title."""
    if not holds(text, _WORDS):
        return []
    return [Item(m.start(1), m.end(1), "title_certificate") for m in _TITLE.finditer(text)]
