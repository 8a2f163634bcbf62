"""Pages of a list, keeping the filters in the address."""

from __future__ import annotations

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

PER_PAGE = 50


def page(request: HttpRequest, rows: object, per_page: int = PER_PAGE) -> Page:
    """The page that the address asks for; anything unreadable is the first, too far is the last."""
    result = Paginator(rows, per_page).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    result.query = query.urlencode()
    return result
