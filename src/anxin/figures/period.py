"""Months, quarters and years as the statistics and the circular count them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

NUMERALS = "一二三四"


def month_of(day: date) -> date:
    """The first day of a day's month."""
    return day.replace(day=1)


def shift(month: date, months: int) -> date:
    """The first day of the month so many months later (or, negative, before)."""
    years, rest = divmod(month.year * 12 + month.month - 1 + months, 12)
    return date(years, rest + 1, 1)


@dataclass(frozen=True)
class Period:
    """Months from ``first`` to ``last``, both given by their first day."""

    first: date
    last: date

    @classmethod
    def parse(cls, code: str) -> Period:
        """Read ``2026``, ``2026q3`` or ``2026-09``. Raises ValueError for anything else."""
        match = re.fullmatch(r"(20\d\d)(?:q([1-4])|-(0[1-9]|1[0-2]))?", code)
        if not match:
            raise ValueError(f"期间写法有误：{code[:20]}（应写作 2026、2026q3、2026-09）")
        year, quarter, month = match.groups()
        if quarter:
            return cls(date(int(year), int(quarter) * 3 - 2, 1), date(int(year), int(quarter) * 3, 1))
        if month:
            return cls(date(int(year), int(month), 1), date(int(year), int(month), 1))
        return cls(date(int(year), 1, 1), date(int(year), 12, 1))

    @classmethod
    def quarter(cls, day: date) -> Period:
        """The quarter in which a day lies."""
        return cls.parse(f"{day.year}q{(day.month + 2) // 3}")

    @property
    def months(self) -> int:
        return (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1

    @property
    def code(self) -> str:
        quarter = f"{self.first.year}q{(self.first.month + 2) // 3}"
        return {1: f"{self.first:%Y-%m}", 3: quarter}.get(self.months, str(self.first.year))

    @property
    def label(self) -> str:
        year = self.first.year
        quarter = f"{year}年第{NUMERALS[(self.first.month - 1) // 3]}季度"
        return {1: f"{year}年{self.first.month}月", 3: quarter}.get(self.months, f"{year}年")

    @property
    def kind(self) -> str:
        """月, 季度 or 年: how the period before is called."""
        return {1: "月", 3: "季度"}.get(self.months, "年")

    def before(self) -> Period:
        """The period of the same length just before."""
        return Period(shift(self.first, -self.months), shift(self.first, -1))

    def ended(self, today: date) -> bool:
        return today >= shift(self.last, 1)

    def run_up(self) -> date:
        """First month of a trend that ends with the period: a year, so that the season is seen."""
        return min(self.first, shift(self.last, -11))


def choices(today: date, since: date) -> list[tuple[str, list[Period]]]:
    """Years, quarters and months to choose from, the newest first, back to ``since``."""
    years = [Period.parse(str(year)) for year in range(today.year, since.year - 1, -1)]
    months: list[Period] = []
    month = month_of(today)
    while month >= month_of(since) and len(months) < 36:
        months.append(Period(month, month))
        month = shift(month, -1)
    quarters = list(dict.fromkeys(Period.quarter(one.first) for one in months))
    return [("季度", quarters), ("月份", months), ("年度", years)]
