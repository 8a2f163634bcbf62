"""Transparency: the figures of Article 25 for everybody, down to the county organ, with open data and definitions."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from anxin.figures.period import Period, choices
from anxin.figures.report import Report, definitions
from anxin.figures.sheets import flat, sheets, to_json
from anxin.outer.figures import queries
from anxin.outer.portal.respond import kept, page
from anxin.outer.publications.models import Organ
from anxin.outer.publications.queries import organ as organ_of
from anxin.outer.publications.queries import organs_below, path_to
from anxin.web.tables import csv_file, xlsx_file

SUPREME = "100000"


def current(organ: Organ | None) -> Report | None:
    """The report of this quarter, or of the one before while this one has nothing yet; None when there is none."""
    if organ is None:
        return None
    now = Period.quarter(timezone.localdate())
    for period in (now, now.before()):
        if queries.cells(organ.code, period):
            return Report(period, organ.code, organ.name, queries.cells(organ.code, period), {}, public=True)
    return None


@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """``?organ=``, ``?period=`` (2026, 2026q3, 2026-09), ``?kind=``; ``?format=csv``, ``json``, ``xlsx``."""
    today = timezone.localdate()
    asked = {name: value.replace("\0", "") for name, value in request.GET.items()}
    organ = organ_of(asked.get("organ", "")[:6] or SUPREME)
    if organ is None:
        if asked.get("organ"):
            raise Http404
        return page(request, "portal/figures_none.html", {"here": "figures"})
    try:
        period = Period.parse(asked.get("period", ""))
    except ValueError:
        found = current(organ)
        period = found.period if found else Period.quarter(today)
    kinds = queries.kinds(organ.code, period)
    kind = asked.get("kind", "") if asked.get("kind") in kinds else ""
    report = queries.report(organ, period, kind)
    if asked.get("format") in ("csv", "json", "xlsx"):
        return kept(request, _file(report, asked["format"]))
    context = {
        "here": "figures", "report": report, "organ": organ, "period": period, "kind": kind, "kinds": kinds,
        "running": not period.ended(today), "periods": choices(today, queries.since(organ.code) or today),
        "definitions": list(definitions(public=True)), "counted_at": queries.counted_at(),
        "above": path_to(organ), "below": organs_below(organ.code), "query": f"organ={organ.code}&period={period.code}",
    }  # fmt: skip
    return page(request, "portal/figures.html", context)


def _file(report: Report, form: str) -> HttpResponse:
    if form == "json":
        return JsonResponse(to_json(report), json_dumps_params={"ensure_ascii": False})
    if form == "csv":
        return csv_file(flat(report))
    return xlsx_file(sheets(report), f"{report.name}{report.period.label}案件信息公开情况")
