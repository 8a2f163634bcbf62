"""School and class of minors (Art 20(2))."""

from __future__ import annotations

import re

from anxin.redaction.chars import HAN
from anxin.redaction.detectors.item import Item

_CLASS = rf"(?:[{HAN}]{{1,8}}专业)?"
_CLASS += r"(?:[一二三四五六七八九十0-9]{1,3}年级|[初高][一二三中]|[小中大]班)?(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)]?班)?"
_PLACE = re.compile(
    rf"(?:就读于?|上学于|在读于|就学于|学籍在|系|是|为|在)(?!校外)([{HAN}0-9]{{0,20}}?(?:小学|中学|幼儿园|托儿所|附小|附中|初中|高中|学校|职高|技校|中专)"
    rf"(?:[{HAN}]{{1,3}}(?:校区|分校))?{_CLASS})"
)


def find(text: str) -> list[Item]:
    """Only for documents that have a minor in them."""
    return [Item(m.start(1), m.end(1), "school") for m in _PLACE.finditer(text) if "公司" not in m.group(1)]
