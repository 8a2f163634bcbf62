"""Number formats of the case-handling system (部门受案号, 统一受案号); every bracket style is read."""

from __future__ import annotations

import re

_CASE = re.compile(
    r"^(?P<short>\S+?)检(?P<business>\S*?)受[\[〔（(](?P<year>\d{4})[\]〕）)](?P<organ>\d{6})(?P<serial>\d{5,6})号$"
)
_UNIFIED = re.compile(r"^(?P<organ>\d{6})(?P<year>\d{4})(?P<serial>\d{7})$")


def case_number_fault(number: str, organ: str) -> str | None:
    """What is wrong with a department case number; None when it is well formed and carries the organ's code."""
    match = _CASE.match(number)
    if not match:
        return "部门受案号的格式应为「X检X受[年份]六位单位码加六位序号号」。"
    if match["organ"] != organ:
        return f"部门受案号中的单位码{match['organ']}与办理院{organ}不一致。"
    return None


def unified_number_fault(number: str, organ: str) -> str | None:
    """What is wrong with a unified case number (17 digits); empty is allowed."""
    if not number:
        return None
    match = _UNIFIED.match(number)
    if not match:
        return "统一受案号应为17位数字：6位单位码、4位年份、7位序号。"
    return None if match["organ"] == organ else f"统一受案号中的单位码{match['organ']}与办理院{organ}不一致。"
