"""The touch screen's pages. Left alone, each goes back to the first one by its ``Refresh`` header, without script.

Somebody who reads is asked first and has half a minute to stay (WCAG 2.2.1).
"""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from anxin.files import codec
from anxin.files.write.html import write_html
from anxin.inner.kiosk import screen

IDLE, READING, ASKED = 90, 240, 30  # seconds
LONGEST = 40  # characters of a number


def _page(request: HttpRequest, name: str, seconds: int, to: str = "/", **context: Any) -> HttpResponse:
    response = render(request, f"kiosk/{name}.html", context)
    response["Refresh"] = f"{seconds}; url={to}"
    return response


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    newest = screen.shown()[:6]
    context = {"types": screen.types(), "months": screen.months()[:12], "rows": newest, "unnamed": screen.is_unnamed()}
    return _page(request, "home", IDLE, **context)


@require_safe
def of_type(request: HttpRequest, doc_type: str) -> HttpResponse:
    return _list(request, doc_type, screen.shown().filter(doc_type=doc_type.replace("\0", "")))


@require_safe
def of_month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    if not (1900 <= year <= 9998 and 1 <= month <= 12):
        raise Http404
    return _list(request, f"{year}年{month}月", screen.of_month(year, month))


def _list(request: HttpRequest, title: str, rows: Any) -> HttpResponse:
    found = list(rows)
    if not found:
        raise Http404
    return _page(request, "list", IDLE, title=title, rows=found)


@require_safe
def number(request: HttpRequest) -> HttpResponse:
    """By document number: ten keys that are links, and a field for those who have a keyboard."""
    asked = request.GET.get("q", "").replace("\0", "")[:LONGEST].strip()
    rows = list(screen.numbered(asked)[:50]) if asked else []
    return _page(request, "number", IDLE, asked=asked, shorter=asked[:-1], keys="1234567890", rows=rows)


def _found(public_id: str) -> Any:
    row = screen.shown().defer(None).filter(public_id=public_id.replace("\0", "")).first()
    if row is None:
        raise Http404
    return row


@require_safe
def read(request: HttpRequest, public_id: str) -> HttpResponse:
    row = _found(public_id)
    body = mark_safe(write_html(codec.from_json(row.document)))  # noqa: S308 - write_html escapes
    return _page(request, "read", READING, f"/still/{row.public_id}/", row=row, body=body)


@require_safe
def still(request: HttpRequest, public_id: str) -> HttpResponse:
    return _page(request, "still", ASKED, row=_found(public_id), patience=ASKED)
