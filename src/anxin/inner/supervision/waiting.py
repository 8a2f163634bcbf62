"""What of this chapter waits for one person: complaints, orders, hand-overs; what is due first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from anxin.inner.actor import Actor
from anxin.inner.organs.duties import Duty
from anxin.inner.supervision import queries
from anxin.inner.supervision.models import Complaint, Opinion, Order
from anxin.inner.supervision.opinion import may_keep
from anxin.inner.supervision.orders import ISSUERS
from anxin.inner.supervision.reviews import REVIEWERS


@dataclass(frozen=True)
class Waiting:
    """One thing: the page it is on, its id (None for a list that waits as a whole), and what to do."""

    page: str
    pk: Any
    title: str
    what: str
    deadline: date | None


def waiting_for(actor: Actor) -> list[Waiting]:
    """Everything that waits for this person, what has a deadline first."""
    found = [*_complaints(actor), *_orders(actor), *_opinions(actor)]
    return sorted(found, key=lambda one: (one.deadline or date.max, one.page, one.pk))


def _complaints(actor: Actor) -> Iterator[Waiting]:
    state = Complaint.State
    mine = Q(pk__in=[])
    if Duty.CASE_MANAGEMENT in actor.duties:
        mine |= Q(organ_id=actor.organ, state__in=[state.RECEIVED, state.REPORTED])
    departments = {actor.department_id, *actor.headed} - {None}
    mine |= Q(organ_id=actor.organ, state=state.FORWARDED, department_id__in=departments)
    if actor.duties & REVIEWERS:
        mine |= Q(superior_id=actor.organ, state=state.REVIEW) & ~Q(answered_by_id=actor.staff_id)
    for row in queries.complaints(actor).filter(mine):
        review = row.state == state.REVIEW
        yield Waiting("complaint", row.pk, f"反映：{row.get_kind_display()}", row.get_state_display(),
                      row.review_due_on if review else row.due_on)  # fmt: skip


def _orders(actor: Actor) -> Iterator[Waiting]:
    mine = Q(pk__in=[])
    if actor.duties & {Duty.CASE_MANAGEMENT, Duty.CHIEF}:
        mine |= Q(organ_id=actor.organ, state=Order.State.ISSUED)
    if actor.duties & (ISSUERS | {Duty.SECRECY}):
        mine |= Q(issuer_id=actor.organ, state=Order.State.ANSWERED)
    for row in queries.orders(actor).filter(mine):
        issued = row.state == Order.State.ISSUED
        yield Waiting("order", row.pk, str(row), row.get_state_display(), row.due_on if issued else None)


def _opinions(actor: Actor) -> Iterator[Waiting]:
    departments = {actor.department_id, *actor.headed} - {None}
    handed = Q(steps__kind="hand_over", steps__done=False, steps__department_id__in=departments)
    mine = handed | (Q(state=Opinion.State.FOUND) if may_keep(actor) else Q(pk__in=[]))
    for row in queries.opinions(actor).filter(mine).distinct():
        yield Waiting("opinion", row.pk, f"舆情：{row.title}", row.get_state_display(), None)
