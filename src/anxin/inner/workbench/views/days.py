"""The calendar of days: how far it reaches, the arrangement of a year, and the form for the next one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from anxin.inner.organs import calendar
from anxin.inner.organs.duties import Duty
from anxin.inner.workbench import policy
from anxin.inner.workbench.forms.days import YearForm
from anxin.inner.workbench.respond import done, form_page, posted, try_form
from anxin.regulation.calendar import Year, in_words

NEAR = timedelta(days=62)
"""Warn this long before the table ends: deadlines reach beyond it."""


@policy.staff
@require_safe
def days(request: HttpRequest) -> HttpResponse:
    """One year's arrangement, by default this year's."""
    known = calendar.current()
    asked, today = request.GET.get("year", ""), timezone.localdate()
    year = int(asked) if asked.isdecimal() and int(asked[:6]) in known.years else min(today.year, known.horizon.year)
    context = {
        "year": year, "years": sorted(known.years, reverse=True), "horizon": known.horizon,
        "ending": known.horizon - today < NEAR, "may_enter": Duty.ADMIN in request.actor.duties,
        **_table(known.years[year]),
    }  # fmt: skip
    return render(request, "workbench/days.html", context)


def _table(year: Year) -> dict[str, Any]:
    return {"off": _runs(year.off), "work": [in_words(d) for d in sorted(year.work)], "notice": year.notice}


def _runs(off: frozenset[date]) -> list[str]:
    """Days off as runs: 2026年1月1日（星期四）至2026年1月3日（星期六）."""
    runs: list[list[date]] = []
    for day in sorted(off):
        if runs and day - runs[-1][-1] == timedelta(days=1):
            runs[-1].append(day)
        else:
            runs.append([day])
    return [in_words(r[0]) + (f"至{in_words(r[-1])}，{len(r)}天" if len(r) > 1 else "") for r in runs]


@policy.open_to(Duty.ADMIN)
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    form = YearForm(posted(request), initial={"year": calendar.current().horizon.year + 1})
    if request.method == "POST" and try_form(
        request, form, lambda data: calendar.enter_year(request.actor, **data), ("calendar", "")
    ):
        year = form.cleaned_data["year"]
        return done(request, f"{year}年的安排已保存，未办结的期限在今夜核对时随之更新。", "days", year=year)
    return form_page(request, "workbench/days_enter.html", form)
