"""Dates, durations, articles and counts in the words of a Chinese page. Pure functions."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from anxin.regulation.rules import RuleError, article_label, load

ZONE = ZoneInfo("Asia/Shanghai")


def article(code: str) -> str:
    """An article code in words: ``19(3)`` -> 第十九条第一款第（三）项; unknown forms unchanged."""
    try:
        return article_label(code) if code else ""
    except ValueError:
        return code


@cache
def ruleset(code: str) -> str:
    """The title of a rule set; an unknown one by its id."""
    try:
        return load(code).title
    except (RuleError, FileNotFoundError, KeyError):
        return code


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
