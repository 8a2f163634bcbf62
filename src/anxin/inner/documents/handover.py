"""A case goes to another handler with its work in hand (Art 21).

Within the department drafts and open chains go on under the new handler, who then approves nothing of them. To another
department, or to somebody who already signed, chains are void: the new department reviews for itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from anxin.inner.approvals import actions as approvals
from anxin.inner.approvals.models import Chain
from anxin.inner.approvals.queries import acted
from anxin.inner.cases.models import Case
from anxin.inner.documents.drafts import SUBJECT, back_to_work, touch
from anxin.inner.documents.models import Draft, Request
from anxin.inner.ledger.events import Event
from anxin.inner.organs.models import Staff

followers: list[Callable[[Any, Case, Staff, bool], None]] = []
"""Rooms whose work on a case goes with it add themselves here when they are installed."""


def hand_over(op: Any, case: Case, taker: Staff, moved: bool) -> None:
    """Drafts, chains and requests of a locked case follow it; ``moved``: to another department."""
    for draft in _drafts(case):
        draft.handler = taker
        if taker.pk not in draft.hands:
            draft.hands = [*draft.hands, taker.pk]
        if moved or draft.second_reader_id == taker.pk:
            draft.second_reader, draft.second_hash, draft.second_at, draft.second_note = None, "", None, ""
        if draft.state == Draft.State.CHAIN and not goes_on(op, SUBJECT, draft.pk, taker, moved):
            back_to_work(op, draft)
        touch(draft)
    for request in Request.objects.select_for_update().filter(case=case, state=Request.State.OPEN).order_by("pk"):
        if not goes_on(op, "request", request.pk, taker, moved):
            request.state = Request.State.RETURNED
            request.save(update_fields=["state"])
    for follow in followers:
        follow(op, case, taker, moved)


def _drafts(case: Case) -> list[Draft]:
    rows = Draft.objects.select_for_update(of=("self",)).select_related("document").order_by("pk")
    return list(rows.filter(document__case=case, state__in=[Draft.State.WORK, Draft.State.CHAIN]))


def goes_on(op: Any, subject: str, subject_id: int, taker: Staff, moved: bool) -> bool:
    """Whether the open chain goes on; otherwise it is void, and the ledger says so."""
    chain = Chain.objects.select_for_update().filter(
        subject=subject, subject_id=subject_id, state=Chain.State.OPEN
    ).first()  # fmt: skip
    if chain is None:
        return True
    if moved or taker.pk in acted(chain):
        approvals.void(chain.pk)
        op.note(Event.CHAIN_VOID, subject, subject_id, chain=chain.pk, reason="handed over")
        return False
    approvals.involve(op, chain.pk, taker.pk)
    return True
