"""Every request of the parties' door runs in one transaction that knows who asks, or that nobody does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse

from anxin.outer.party import policy, sessions, walls
from anxin.web import display
from anxin.web.errors import not_found

LARGEST = 40 * 1024 * 1024
TOO_LARGE = "提交的文件合计超过 40 MB，请压缩后再试。"


class Walls:
    """Sets ``request.account``. A page that is not for this visitor answers as one that does not exist, before its
    view, its form or its token is looked at."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with transaction.atomic():
            walls.nobody()
            request.session_row, request.account = sessions.resume(request)
            response = self.get_response(request)
            response.headers.setdefault("X-Robots-Tag", "noindex, nofollow")
            return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        signed_in = request.account is not None
        if view is not display.settings_page and not policy.allows(view, signed_in):
            return not_found(request)
        try:
            size = int(request.META.get("CONTENT_LENGTH") or 0)
        except ValueError:
            size = LARGEST + 1
        if size > LARGEST:
            return HttpResponse(TOO_LARGE, status=413, content_type="text/plain; charset=utf-8")
        return None
