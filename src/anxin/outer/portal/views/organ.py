"""Procuratorates: the way from the provinces down, and one organ's page."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from anxin.outer.portal.respond import page
from anxin.outer.portal.views.figures import current
from anxin.outer.publications import queries

NEWEST = 15


@require_safe
def tree(request: HttpRequest) -> HttpResponse:
    context = {"here": "organs", "supreme": queries.organ("100000"), "provinces": queries.provinces()}
    return page(request, "portal/organs.html", context)


@require_safe
def organ(request: HttpRequest, code: str) -> HttpResponse:
    found = queries.organ(code)
    if found is None:
        raise Http404
    context = {
        "here": "organs", "organ": found, "above": queries.path_to(found), "below": queries.organs_below(code),
        "rows": queries.newest(NEWEST, organ=code), "figures": current(found),
        "link": request.build_absolute_uri(reverse("portal:organ", args=[code])),
    }  # fmt: skip
    return page(request, "portal/organ.html", context)
