"""Public answers that may be kept only as long as they are checked: a withdrawal is seen with the next request."""

from __future__ import annotations

import hashlib

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import render


def kept(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Give a whole answer its ETag; answer 304 when the reader has it."""
    etag = f'"{hashlib.sha256(response.content).hexdigest()[:24]}"'
    if etag in request.headers.get("If-None-Match", ""):
        response = HttpResponseNotModified()
    response["ETag"] = etag
    response["Cache-Control"] = "public, no-cache"
    return response


def page(request: HttpRequest, template: str, context: dict, status: int = 200) -> HttpResponse:
    """A page that is the same for everybody."""
    response = render(request, template, context, status=status)
    return kept(request, response) if status == 200 else response
