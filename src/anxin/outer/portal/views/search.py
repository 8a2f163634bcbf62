"""The list of documents and the search in one: permanent addresses, facets, paging by key."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from anxin.outer.portal.respond import page
from anxin.outer.publications.listing import Asked, listing


@require_safe
def documents(request: HttpRequest) -> HttpResponse:
    found = listing(Asked.of(request.GET))
    status = 503 if found.down else 400 if found.error else 200
    return page(request, "portal/documents.html", {"here": "documents", "list": found}, status)
