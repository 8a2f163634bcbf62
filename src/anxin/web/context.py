"""What every template of both wings may rely on."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, Any]:
    """``demo``: whether the banner 「演示数据，纯属虚构」 is shown; the addresses of the two outer doors."""
    doors = {name: getattr(settings, name.upper(), "") for name in ("portal_address", "party_address")}
    return {"demo": settings.DEMO} | doors
