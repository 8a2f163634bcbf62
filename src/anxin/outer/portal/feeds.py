"""Atom feeds: of everything, of one organ with the organs below it, of any search."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from anxin.outer.portal.respond import kept
from anxin.outer.publications import queries
from anxin.outer.publications.listing import Asked, listing
from anxin.outer.publications.models import Publication

ENTRIES = 30
ATOM = "application/atom+xml; charset=utf-8"


def atom(request: HttpRequest, title: str, rows: list[Publication]) -> HttpResponse:
    context = {
        "title": title, "rows": rows, "base": request.build_absolute_uri("/").rstrip("/"),
        "self": request.build_absolute_uri(), "updated": max((row.published_at for row in rows), default=None),
    }  # fmt: skip
    return kept(request, render(request, "portal/feed.xml", context, content_type=ATOM))


@require_safe
def of_search(request: HttpRequest) -> HttpResponse:
    """The newest hits of a search; without one, the newest of all."""
    asked = Asked.of(request.GET)
    if not asked.text and not asked.filters:
        return atom(request, "法律文书公开", queries.newest(ENTRIES))
    asked.before = None
    found = listing(asked)
    if found.error:
        return HttpResponse(found.error, status=503 if found.down else 400, content_type="text/plain; charset=utf-8")
    words = "，".join([asked.text, *(entry["label"] for entry in found.chosen)]).strip("，")
    return atom(request, f"法律文书公开：{words}", [entry["row"] for entry in found.rows])


@require_safe
def of_organ(request: HttpRequest, code: str) -> HttpResponse:
    organ = queries.organ(code)
    if organ is None:
        raise Http404
    return atom(request, f"{organ.name}法律文书公开", queries.newest(ENTRIES, organ=code))
