"""A year's days off and make-up working days, written as the State Council's notice writes them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from django import forms

from anxin.inner.workbench.forms.fields import line

ONE = re.compile(r"(?:(\d{1,2})月)?(\d{1,2})日")
SEPARATORS = re.compile(r"[、，,；;。\s]+")


class DaysField(forms.CharField):
    """1月1日至3日、2月16日至2月22日 as (month, day) pairs; the year is another field."""

    widget = forms.Textarea({"rows": 4})

    def clean(self, value: str) -> list[tuple[int, int]]:
        return [pair for part in SEPARATORS.split(super().clean(value)) if part for pair in _pairs(part)]


def _pairs(part: str) -> list[tuple[int, int]]:
    """The days of one part. Raises ValidationError."""
    ends = [ONE.fullmatch(text) for text in part.split("至")]
    if not 1 <= len(ends) <= 2 or not all(ends) or not ends[0][1]:
        raise forms.ValidationError(f"看不懂“{part[:20]}”，请写作：1月1日至3日、4月5日。")
    month = ends[0][1]
    days = [(int(end[1] or month), int(end[2])) for end in ends]
    try:  # a leap year, so that February 29 is judged with the year
        first, last = date(2024, *days[0]), date(2024, *days[-1])
    except ValueError:
        raise forms.ValidationError(f"没有这一天：{part[:20]}。") from None
    if last < first:
        raise forms.ValidationError(f"“{part[:20]}”的末日在首日之前，跨年的请分两年录入。")
    span = [first + timedelta(n) for n in range((last - first).days + 1)]
    return [(d.month, d.day) for d in span]


class YearForm(forms.Form):
    year = forms.IntegerField(label="年份", min_value=2000, max_value=2999)
    off = DaysField(label="放假的日期", max_length=2000, help_text="包括调休放假的日期，写作：1月1日至3日、4月5日。")
    work = DaysField(label="调休上班的周六、周日", max_length=1000, required=False)
    origin = line("依据的通知", 200, help_text="写明国务院办公厅通知的名称和文号。")

    def clean(self) -> dict[str, object]:
        given = super().clean()
        for name in ("off", "work"):
            if "year" in given and name in given:
                given[name] = self._dates(name, given["year"], given[name])
        return given

    def _dates(self, name: str, year: int, pairs: list[tuple[int, int]]) -> list[date]:
        try:
            return [date(year, month, day) for month, day in pairs]
        except ValueError:
            self.add_error(name, f"{year}年没有2月29日。")
            return []
