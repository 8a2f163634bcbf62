"""Standing pages, and what machines read: robots, sitemap, the list of withdrawals."""

from __future__ import annotations

from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from anxin.outer.portal.respond import kept, page
from anxin.outer.publications import queries
from anxin.regulation import articles
from anxin.regulation.citation import chinese
from anxin.regulation.rules import load

MONTH = 10**9  # sort key: yyyymmdd x 10^7, so this is one month
LISTED = 5000


@require_safe
def regulation(request: HttpRequest) -> HttpResponse:
    """The 28 articles, and for each how this system serves it: from the same source as docs/articles.md."""
    served = {row.number: row.does for row in articles.table()}
    chapters: dict[str, list[dict]] = {}
    for article in load("2014-trial").articles.values():
        entry = {"number": article.number, "name": f"第{chinese(article.number)}条", "lines": article.text.split("\n"),
                 "served": served[article.number]}  # fmt: skip
        chapters.setdefault(article.chapter, []).append(entry)
    return page(request, "portal/regulation.html", {"here": "regulation", "chapters": chapters})


@require_safe
def standing(request: HttpRequest, name: str) -> HttpResponse:
    return page(request, f"portal/{name}.html", {"here": name})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    sitemap = request.build_absolute_uri("/sitemap.xml")
    text = f"User-agent: *\nDisallow: /display/\nDisallow: /documents/?\nSitemap: {sitemap}\n"
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """One sitemap per month that has public documents."""
    rows = queries.public().annotate(month=F("sort_key") / MONTH).order_by("month")
    context = {"base": request.build_absolute_uri("/"), "months": list(rows.values_list("month", flat=True).distinct())}
    return kept(request, render(request, "portal/sitemap_index.xml", context, content_type="application/xml"))


@require_safe
def sitemap_month(request: HttpRequest, month: int) -> HttpResponse:
    if not 190001 <= month <= 999912:
        raise Http404
    rows = queries.public().filter(sort_key__gte=month * MONTH, sort_key__lt=(month + 1) * MONTH)
    context = {"base": request.build_absolute_uri("/"), "rows": rows.values("public_id", "published_at")[:50000]}
    return kept(request, render(request, "portal/sitemap.xml", context, content_type="application/xml"))


@require_safe
def withdrawn(request: HttpRequest) -> HttpResponse:
    """For re-publishers: ids, versions and times of what is not public any more, the last first."""
    rows = queries.ended().values("public_id", "version", "ended_at", "state")[:LISTED]
    items = [
        {"id": row["public_id"], "version": row["version"], "at": row["ended_at"].isoformat(), "state": row["state"]}
        for row in rows
    ]
    return kept(request, JsonResponse({"items": items}))

