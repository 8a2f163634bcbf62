"""What every page of the parties' door may rely on."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest


def door(request: HttpRequest) -> dict[str, Any]:
    """``me``: the account that is signed in, or None."""
    return {"me": getattr(request, "account", None)}
