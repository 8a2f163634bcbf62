"""The first page: search, newest documents, regions, honest figures."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from anxin.outer.portal.respond import page
from anxin.outer.portal.views.figures import current
from anxin.outer.publications import announcements, queries

NEWEST = 8


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    supreme = queries.organ("100000")
    tabs = [("全部", "", queries.newest(NEWEST, documents=True))]
    tabs += [(name, name, queries.newest(NEWEST, doc_type=name)) for name in queries.TYPES]
    context = {
        "here": "home", "tabs": tabs, "counters": queries.counters(), "figures": current(supreme),
        "columns": announcements.columns(), "provinces": queries.provinces(), "supreme": supreme,
    }  # fmt: skip
    return page(request, "portal/home.html", context)
