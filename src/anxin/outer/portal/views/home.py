"""The first page: search, newest documents, regions, honest figures."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from anxin.outer.portal.respond import page
from anxin.outer.publications import announcements, queries

NEWEST = 8


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    tabs = [("全部", "", queries.newest(NEWEST, documents=True))]
    tabs += [(name, name, queries.newest(NEWEST, doc_type=name)) for name in queries.TYPES]
    context = {
        "here": "home", "tabs": tabs, "counters": queries.counters(), "figures": queries.figures(),
        "columns": announcements.columns(), "provinces": queries.provinces(), "supreme": queries.organ("100000"),
    }  # fmt: skip
    return page(request, "portal/home.html", context)
