"""Which days are working days in China: own table from the State Council's notices, honest about its horizon."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "days.toml"
DAY = timedelta(days=1)
WEEKDAYS = "一二三四五六日"


def in_words(day: date) -> str:
    """2014年10月10日（星期五）."""
    return f"{day.year}年{day.month}月{day.day}日（星期{WEEKDAYS[day.weekday()]}）"


@dataclass(frozen=True)
class Year:
    """One year's arrangement: days off, weekend days to be worked, and the notice that says so."""

    off: frozenset[date]
    work: frozenset[date]
    notice: str = ""


@dataclass(frozen=True)
class Calendar:
    """Working days. Beyond the table only weekends are days off, and ``warning`` says so; nothing raises."""

    years: Mapping[int, Year]

    @classmethod
    def default(cls) -> Calendar:
        """The table delivered with the system, 2004 to 2026."""
        return _default()

    @property
    def horizon(self) -> date:
        """Last day the table knows."""
        return date(max(self.years), 12, 31) if self.years else date.min

    def with_year(self, year: int, off: Iterable[date], work: Iterable[date], notice: str = "") -> Calendar:
        """This calendar with the arrangement of one more year (or a corrected one).

        Raises ValueError with every fault: a day of another year, a day both off and worked, a make-up day that is
        no weekend day.
        """
        entered = Year(frozenset(off), frozenset(work), notice)
        faults = [f"{d.isoformat()} 不在{year}年" for d in sorted(entered.off | entered.work) if d.year != year]
        faults += [f"{d.isoformat()} 既放假又上班" for d in sorted(entered.off & entered.work)]
        faults += [f"{d.isoformat()} 本来就是工作日，不是调休上班" for d in sorted(entered.work) if d.weekday() < 5]
        if faults:
            raise ValueError("；".join(faults))
        return replace(self, years={**self.years, year: entered})

    def knows(self, day: date) -> bool:
        return day.year in self.years

    def is_workday(self, day: date) -> bool:
        known = self.years.get(day.year)
        if known and day in known.work:
            return True
        return day.weekday() < 5 and not (known and day in known.off)

    def first_workday_from(self, day: date) -> date:
        """``day`` itself when it is a working day, otherwise the next one."""
        while not self.is_workday(day):
            day += DAY
        return day

    def add_workdays(self, day: date, count: int) -> date:
        """The ``count``-th working day after ``day`` (the day itself is not counted)."""
        for _ in range(count):
            day = self.first_workday_from(day + DAY)
        return day

    def warning(self, *days: date) -> str:
        """A sentence when a day lies in a year the table lacks, else an empty string."""
        missing = sorted({d.year for d in days} - set(self.years))
        if not missing:
            return ""
        years = "、".join(f"{y}年" for y in missing)
        return f"{years}的节假日安排尚未录入，这里只按周六、周日计算，录入后请重新核对。"


def _days(year: int, ranges: Iterable[str]) -> frozenset[date]:
    days: set[date] = set()
    for text in ranges:
        first, _, last = text.partition("/")
        day, end = (date.fromisoformat(f"{year}-{part}") for part in (first, last or first))
        while day <= end:
            days.add(day)
            day += DAY
    return frozenset(days)


@lru_cache(maxsize=1)
def _default() -> Calendar:
    with DATA.open("rb") as file:
        rows = tomllib.load(file)
    return Calendar(
        {
            int(year): Year(_days(int(year), row["off"]), _days(int(year), row["work"]), row["notice"])
            for year, row in rows.items()
        }
    )
