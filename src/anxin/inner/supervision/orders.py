"""监督通知 (Art 23(P1)): what an organ is ordered to do, by when, what it answers, and whether it is done.

An order to publish, correct or withdraw is closed only when the system itself shows that it was carried out.
"""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.documents.models import LegalDocument, Publication
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import Duty
from anxin.inner.organs.models import Organ
from anxin.inner.organs.queries import is_below
from anxin.inner.supervision import clocks, disputes
from anxin.inner.supervision.models import Complaint, Order

SUBJECT = "order"
ISSUERS = frozenset({Duty.CASE_MANAGEMENT, Duty.SUPERVISOR, Duty.CHIEF})
State, Kind = Order.State, Order.Kind


def may_order(actor: Actor, organ: str) -> bool:
    """A superior's case management, supervisors and chief to organs below; the secrecy department also at home."""
    if actor.duties & ISSUERS:
        return is_below(organ, actor.organ) or (organ == actor.organ and actor.organ == "100000")
    return Duty.SECRECY in actor.duties and (organ == actor.organ or is_below(organ, actor.organ))


def issue(actor: Actor, organ: str, kind: str, text: str, article: str = "23", **about: Any) -> Order:
    """Order an organ to publish, correct, withdraw or put something right.

    ``about``: ``document``, ``publication``, ``sample`` or ``complaint``, rows of that organ. Raises ``Refused``.
    """
    with operation(actor) as op:
        if not may_order(actor, organ):
            raise NotAllowed("只能向下级人民检察院发出监督通知（规定第二十三条）。")
        if not text.strip():
            raise Refused("请写明要求。")
        lacking = _lacking(kind, organ, **about)
        if lacking:
            raise Refused(lacking)
        ordered = Organ.objects.get(pk=organ)
        reckoning = clocks.limit(ordered, "supervision_order")
        order = Order.objects.create(
            issuer_id=actor.organ, organ=ordered, kind=kind, text=text.strip(), article=article,
            due_on=clocks.last_day(reckoning), reckoning=reckoning.to_json(), issued_by_id=actor.staff_id,
            issued_at=timezone.now(), **about,
        )  # fmt: skip
        op.note(Event.ORDER_ISSUED, SUBJECT, order.pk, organ=organ, kind=kind, article=article,
                due=order.due_on.isoformat())  # fmt: skip
        return order


def _lacking(
    kind: str, organ: str, document: LegalDocument | None = None, publication: Publication | None = None,
    sample: Any = None, complaint: Complaint | None = None,
) -> str | None:  # fmt: skip
    subject = document or (publication.document if publication else None)
    if subject is not None and subject.case.organ_id != organ:
        return "这份文书不是该院的文书。"
    if kind == Kind.PUBLISH and document is None:
        return "责令公开的，请指明应当公开的文书。"
    if kind in (Kind.CORRECT, Kind.WITHDRAW) and publication is None:
        return "责令更正、撤回的，请指明已经公开的文书。"
    return None


def fulfilled(order: Order) -> bool | None:
    """Whether the system shows that it was carried out; None where only a person can tell."""
    document = order.document or (order.publication.document if order.publication else None)
    if document is None or order.kind == Kind.RECTIFY:
        return None
    newest = document.publications.order_by("-version").first()
    if order.kind == Kind.PUBLISH:
        return newest is not None and newest.state == Publication.State.PUBLIC
    gone = newest is not None and newest.state == Publication.State.WITHDRAWN
    if order.kind == Kind.WITHDRAW:
        return gone
    assert order.publication is not None
    newer = newest is not None and newest.version > order.publication.version
    return gone or (newer and newest is not None and newest.state == Publication.State.PUBLIC)


def answer(actor: Actor, pk: int, text: str) -> Order:
    """The ordered organ says what it did."""
    with operation(actor) as op:
        order = _locked(pk)
        if order.organ_id != actor.organ or not actor.duties & {Duty.CASE_MANAGEMENT, Duty.CHIEF}:
            raise NotAllowed("监督通知由收到的人民检察院案件管理部门落实并回复。")
        if order.state != State.ISSUED:
            raise Refused("这份监督通知已经回复或者办结。")
        if not text.strip():
            raise Refused("请写明落实的情况。")
        order.state, order.answer = State.ANSWERED, text.strip()
        order.answered_by_id, order.answered_at = actor.staff_id, timezone.now()
        order.save()
        op.note(Event.ORDER_ANSWERED, SUBJECT, order.pk, late=timezone.localdate() > order.due_on)
        return order


def send_again(actor: Actor, pk: int, remark: str) -> Order:
    """The answer does not do: the clock starts anew."""
    order = _settle(actor, pk, remark, Event.ORDER_RETURNED, State.ISSUED, needs=State.ANSWERED)
    return order


def close(actor: Actor, pk: int, remark: str = "") -> Order:
    """Carried out. Refused while the system shows the opposite."""
    return _settle(actor, pk, remark, Event.ORDER_CLOSED, State.CLOSED, needs=State.ANSWERED)


def revoke(actor: Actor, pk: int, remark: str) -> Order:
    """The order falls, with a reason."""
    return _settle(actor, pk, remark, Event.ORDER_REVOKED, State.REVOKED)


def _settle(actor: Actor, pk: int, remark: str, event: Event, state: str, needs: str = "") -> Order:
    with operation(actor) as op:
        order = _locked(pk)
        if order.issuer_id != actor.organ or not may_order(actor, order.organ_id):
            raise NotAllowed("监督通知由发出的人民检察院审查、办结。")
        if not order.open or (needs and order.state != needs):
            raise Refused("这份监督通知还没有回复，或者已经办结。")
        if state == State.CLOSED and fulfilled(order) is False:
            raise Refused("系统记录显示还没有落实：文书没有公开、更正或者撤回，不能办结。")
        if state != State.CLOSED and not remark.strip():
            raise Refused("请写明理由。")
        order.state, order.remark = state, remark.strip()
        if state == State.ISSUED:
            reckoning = clocks.limit(order.organ, "supervision_order")
            order.due_on, order.reckoning = clocks.last_day(reckoning), reckoning.to_json()
        else:
            order.closed_by_id, order.closed_at = actor.staff_id, timezone.now()
        order.save()
        op.note(event, SUBJECT, order.pk)
        if state != State.ISSUED and order.complaint_id:
            row = Complaint.objects.select_for_update(of=("self",)).select_related("organ").get(pk=order.complaint_id)
            disputes.after_order(row, state == State.CLOSED)
        return order


def _locked(pk: int) -> Order:
    rows = Order.objects.select_for_update(of=("self",)).select_related("organ", "issuer", "publication__document")
    return rows.get(pk=pk)
