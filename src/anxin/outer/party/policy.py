"""Who may open a page: every view of this door is marked, and one without a mark opens for nobody."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])
ANYONE, SIGNED_IN = "anyone", "signed_in"


def anyone(view: View) -> View:
    """Open without an account."""
    view.policy = ANYONE
    return view


def signed_in(view: View) -> View:
    """For a person who is signed in and has not lost the last binding."""
    view.policy = SIGNED_IN
    return view


def allows(view: Callable[..., Any], signed_in_now: bool) -> bool:
    mark = getattr(view, "policy", "")
    return mark == ANYONE or (mark == SIGNED_IN and signed_in_now)
