"""Dates, durations, articles and counts in the words of a Chinese page. Pure functions."""

from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Shanghai")
DIGITS = "零一二三四五六七八九"


def numeral(number: int) -> str:
    """1..99 as Chinese numeral: 3 -> 三, 10 -> 十, 21 -> 二十一."""
    tens, ones = divmod(number, 10)
    if tens == 0:
        return DIGITS[ones]
    return ("" if tens == 1 else DIGITS[tens]) + "十" + (DIGITS[ones] if ones else "")


def article(code: str) -> str:
    """An article code in words: ``19(3)`` -> 第十九条第三项, ``18(P2)`` -> 第十八条第二款, unknown forms unchanged."""
    match = re.fullmatch(r"(\d{1,2})(?:\((P?)(\d{1,2})\))?(?:\((\d{1,2})\))?", code or "")
    if not match:
        return code or ""
    number, paragraph, first, item = match.groups()
    words = f"第{numeral(int(number))}条"
    if first:
        words += f"第{numeral(int(first))}{'款' if paragraph else '项'}"
    return words + (f"第{numeral(int(item))}项" if item else "")


def day(value: date | datetime | str | None) -> str:
    """2026年11月23日; a moment is taken in Beijing time; nothing is the empty string."""
    if isinstance(value, str):
        value = datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value) if value else None
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = value.astimezone(ZONE)
    return f"{value.year}年{value.month}月{value.day}日"


def moment(value: datetime | str | None) -> str:
    """2026年11月23日 9:05, Beijing time."""
    if isinstance(value, str):
        value = datetime.fromisoformat(value) if value else None
    if value is None:
        return ""
    local = value.astimezone(ZONE)
    return f"{day(local)} {local.hour}:{local.minute:02d}"


def days_left(deadline: date, today: date) -> str:
    """还剩3天, 今天到期, 已超期2天."""
    left = (deadline - today).days
    if left == 0:
        return "今天到期"
    return f"还剩{left}天" if left > 0 else f"已超期{-left}天"


def urgency(deadline: date, today: date) -> str:
    """The tag colour of a deadline: bad (late), warn (three days or fewer), plain."""
    left = (deadline - today).days
    return "bad" if left < 0 else "warn" if left <= 3 else "plain"


def counted(total: int, capped: bool = False) -> str:
    """1,234 or 1,000+ when counting stopped there."""
    return f"{total:,}+" if capped else f"{total:,}"
