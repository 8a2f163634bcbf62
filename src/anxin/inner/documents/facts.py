"""What follows when the facts of a case change, in one place for every way they can change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from anxin.inner.cases.models import Case
from anxin.inner.documents import drafts, followups, obligations

followers: list[Callable[[Any, Case], None]] = []
"""Rooms that show documents of a case elsewhere (the touch screen) add themselves here when they are installed."""


def changed(op: Any, case: Case) -> None:
    """Obligations follow the new facts, drafts are masked anew, public items are looked at again."""
    obligations.reconcile(op, case)
    drafts.facts_changed(op, case)
    followups.after_change(op, case)
    for follow in followers:
        follow(op, case)
