"""Statistics of the own organ and those below (Art 25): figures, comparison, charts with tables, downloads."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from anxin.figures.period import Period, choices
from anxin.figures.report import definitions
from anxin.figures.sheets import flat, sheets
from anxin.inner.organs.duties import Duty
from anxin.inner.statistics import reports
from anxin.inner.workbench import policy
from anxin.web.tables import csv_file, xlsx_file

READ = (Duty.CASE_MANAGEMENT, Duty.CHIEF, Duty.DEPUTY_CHIEF, Duty.SUPERVISOR)


@policy.open_to(*READ)
@require_safe
def statistics(request: HttpRequest) -> HttpResponse:
    """``?organ=``, ``?period=`` (2026, 2026q3, 2026-09), ``?kind=``; ``?format=csv`` or ``xlsx`` gives the file."""
    today = timezone.localdate()
    asked = {name: value.replace("\0", "") for name, value in request.GET.items()}
    organ = reports.within(request.actor, asked.get("organ", "")[:6])
    try:
        period = Period.parse(asked.get("period", ""))
    except ValueError:
        period = Period.quarter(today)
    kinds = reports.kinds(organ, period)
    kind = asked.get("kind", "") if asked.get("kind") in kinds else ""
    report = reports.report(organ, period, kind)
    if asked.get("format") == "csv":
        return csv_file(flat(report))
    if asked.get("format") == "xlsx":
        return xlsx_file(sheets(report), f"{organ.name}{period.label}案件信息公开统计")
    context = {
        "report": report, "organ": organ, "period": period, "kind": kind, "kinds": kinds,
        "running": not period.ended(today), "periods": choices(today, reports.since(organ, today)),
        "definitions": list(definitions()), "query": f"organ={organ.pk}&period={period.code}",
        "above": organ.parent if organ.pk != request.actor.organ else None,
    }  # fmt: skip
    return render(request, "workbench/statistics.html", context)
