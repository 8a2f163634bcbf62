"""The one mechanism for every chain of decisions.

Each function joins the ledger operation of its caller's room, takes the chain's row lock first, and leaves the
chain in a state that the next reader can trust. The content hash is given by the room that owns the subject.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.approvals import placing
from anxin.inner.approvals.models import Chain, Step
from anxin.inner.approvals.queries import giver, objection, open_step
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.regulation.decision import Decision


def submit(
    actor: Actor,
    *,
    purpose: str,
    subject: str,
    subject_id: int,
    title: str,
    organ: str,
    department_id: int | None,
    decision: Decision,
    content_hash: str,
    comment: str = "",
    involved: Iterable[int] = (),
) -> Chain:
    """Open a chain with the steps of ``decision``; the submitter's own first step is done by submitting.

    ``involved`` are the staff ids of everybody who had a hand in the subject: they approve nothing of it.
    """
    with operation(actor, organ) as op:
        chain = Chain.objects.create(
            purpose=purpose, subject=subject, subject_id=subject_id, title=title, organ_id=organ,
            department_id=department_id, decision=decision.to_json(), content_hash=content_hash,
            involved=sorted(set(involved)),
        )  # fmt: skip
        steps = decision.details["steps"]
        Step.objects.bulk_create(
            Step(
                chain=chain,
                index=index,
                organ_id=step["organ"],
                duty=step["duty"],
                rule_organ=step["organ"],
                rule_duty=step["duty"],
                action=step["action"],
                article=step["article"],
                entry=step.get("entry", ""),
            )
            for index, step in enumerate(steps)
        )
        first = chain.steps.get(index=0)
        _finish(first, actor, content_hash, comment)
        op.note(Event.SUBMITTED, subject, subject_id, chain=chain.pk, purpose=purpose, content=content_hash)
        _open_next(op, chain)
        return chain


def approve(actor: Actor, chain_id: int, seen_hash: str, current_hash: str, comment: str = "") -> Chain:
    """Take the open step. ``current_hash`` is the subject's content now, computed by its room under lock."""
    with operation(actor) as op:
        chain, step = _locked_step(actor, chain_id)
        if not seen_hash == current_hash == chain.content_hash:
            raise Refused("您看到的内容已被改动，本次审批无效，请重新打开核对（规定第二十一条）。")
        _finish(step, actor, seen_hash, comment)
        op.note(
            Event.APPROVED, chain.subject, chain.subject_id,
            chain=chain.pk, step=step.index, duty=step.duty, article=step.article, content=seen_hash,
        )  # fmt: skip
        _open_next(op, chain)
        return chain


def send_back(actor: Actor, chain_id: int, reason: str) -> Chain:
    """Return the subject to the drafter with a reason; all approvals of this chain are void."""
    return _stop(actor, chain_id, reason, Step.State.RETURNED, Chain.State.RETURNED, Event.RETURNED)


def refuse(actor: Actor, chain_id: int, reason: str) -> Chain:
    """Refuse what was asked for; the chain ends."""
    return _stop(actor, chain_id, reason, Step.State.REFUSED, Chain.State.REFUSED, Event.CHAIN_REFUSED)


def _stop(actor: Actor, chain_id: int, reason: str, step_state: str, chain_state: str, event: Event) -> Chain:
    if not reason.strip():
        raise Refused("请写明理由，拟制人要据此修改。")
    with operation(actor) as op:
        chain, step = _locked_step(actor, chain_id)
        _finish(step, actor, chain.content_hash, reason, step_state)
        chain.state = chain_state
        chain.save(update_fields=["state"])
        op.note(event, chain.subject, chain.subject_id, chain=chain.pk, step=step.index, duty=step.duty)
        return chain


def void(chain_id: int) -> None:
    """End an open chain whose subject is gone; called inside the operation that made it so."""
    Chain.objects.filter(pk=chain_id, state=Chain.State.OPEN).update(state=Chain.State.VOID)


def involve(op: Any, chain_id: int, staff_id: int) -> None:
    """Somebody takes part in the subject of an open chain from now on, and so takes no step of it."""
    chain = Chain.objects.select_for_update().get(pk=chain_id)
    if staff_id not in chain.involved:
        chain.involved = sorted({*chain.involved, staff_id})
        chain.save(update_fields=["involved"])
    placing.settle(op, chain)


def _locked_step(actor: Actor, chain_id: int) -> tuple[Chain, Step]:
    chain = Chain.objects.select_for_update().get(pk=chain_id)
    step = open_step(chain)
    if chain.state != Chain.State.OPEN or step is None:
        raise Refused("这一流程已经结束，可能他人刚刚办理，请刷新页面。")
    reason = objection(actor, step)
    if reason:
        raise NotAllowed(reason)
    return chain, step


def _finish(step: Step, actor: Actor, seen: str, reason: str, state: str = Step.State.DONE) -> None:
    step.on_behalf_of_id = giver(actor, step) if step.index else None
    step.state, step.actor_id, step.content_hash = state, actor.staff_id, seen
    step.reason, step.acted_at = reason, timezone.now()
    step.save()


def _open_next(op: Any, chain: Chain) -> None:
    step = chain.steps.filter(state=Step.State.WAITING).order_by("index").first()
    if step is None:
        chain.state = Chain.State.COMPLETE
        chain.save(update_fields=["state"])
        return
    placing.place(step, op)
    step.state, step.opened_at = Step.State.OPEN, timezone.now()
    step.save()
