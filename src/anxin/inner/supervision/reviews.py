"""The superior's review of an answer that was disputed (Art 23(P1))."""

from __future__ import annotations

from django.utils import timezone

from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import Duty
from anxin.inner.supervision import orders
from anxin.inner.supervision.disputes import SUBJECT, tell
from anxin.inner.supervision.models import Complaint, Order

REVIEWERS = frozenset({Duty.CASE_MANAGEMENT, Duty.SUPERVISOR})
State = Complaint.State


def review(actor: Actor, pk: int, upheld: bool, reason: str, kind: str = "") -> Complaint:
    """The superior's decision on a dispute: the answer stands, or the organ is ordered to put things right."""
    if not reason.strip():
        raise Refused("请写明复查的理由，反映人将看到。")
    with operation(actor) as op:
        row = Complaint.objects.select_for_update(of=("self",)).select_related("organ", "superior").get(pk=pk)
        if row.superior_id != actor.organ or not actor.duties & REVIEWERS:
            raise NotAllowed("异议由上级人民检察院案件管理部门复查（规定第二十三条）。")
        if actor.staff_id == row.answered_by_id:
            raise NotAllowed("原答复是您作出的，复查由其他人员办理。")
        if row.state != State.REVIEW:
            raise Refused("这件反映现在不待复查。")
        row.state = State.CLOSED if upheld else State.ORDERED
        row.review_reason, row.reviewed_by_id, row.reviewed_at = reason.strip(), actor.staff_id, timezone.now()
        row.save()
        op.note(Event.COMPLAINT_REVIEWED, SUBJECT, row.pk, upheld=upheld, article="23")
        if upheld:
            tell(row, "复查维持", row.review_reason)
        else:
            given = {"complaint": row, "publication": row.publication, "article": "23"}
            orders.issue(actor, row.organ_id, kind or Order.Kind.RECTIFY, row.review_reason, **given)
            tell(row, "复查责令纠正", row.review_reason)
        return row
