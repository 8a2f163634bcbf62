"""A chain whose rules changed on the way: what was done stays done, what is still to do follows the new rules."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from anxin.inner.approvals import placing
from anxin.inner.approvals.models import Chain, Step
from anxin.inner.ledger.events import Event
from anxin.regulation.decision import Decision

Key = tuple[str, str]


def _key(organ: str, entry: str) -> Key:
    """A step of the rules: one organ approves once, whichever rule asks for it."""
    return organ, "superior" if entry.partition("@")[0].endswith(("superior", "every_level")) else entry


def undone(chain: Chain, decision: Decision) -> list[dict[str, Any]]:
    """The steps of ``decision`` that nobody of this chain has taken on its content, in order."""
    done = {
        _key(s.rule_organ or s.organ_id, s.entry)
        for s in chain.steps.filter(state=Step.State.DONE) if s.content_hash == chain.content_hash
    }  # fmt: skip
    return [step for step in decision.details["steps"] if _key(step["organ"], step["entry"]) not in done]


def rebuild(op: Any, chain: Chain, decision: Decision) -> None:
    """Put the steps still to be taken in the order of ``decision``; the chain is locked and open."""
    was_open = chain.steps.filter(state=Step.State.OPEN).first()
    left = undone(chain, decision)
    chain.steps.exclude(state=Step.State.DONE).delete()
    first = chain.steps.count()
    Step.objects.bulk_create(
        Step(
            chain=chain, index=first + i, organ_id=s["organ"], duty=s["duty"], rule_organ=s["organ"],
            rule_duty=s["duty"], action=s["action"], article=s["article"], entry=s.get("entry", ""),
        )
        for i, s in enumerate(left)
    )  # fmt: skip
    chain.decision = decision.to_json()
    chain.save(update_fields=["decision"])
    step = chain.steps.filter(state=Step.State.WAITING).order_by("index").first()
    if step is None:
        return
    same = was_open and (was_open.rule_organ, was_open.rule_duty) == (step.rule_organ, step.rule_duty)
    placing.place(step, op)
    step.state, step.opened_at = Step.State.OPEN, was_open.opened_at if was_open and same else timezone.now()
    step.save()
    op.note(Event.STEP_MOVED, chain.subject, chain.subject_id, chain=chain.pk, step=step.index, to_organ=step.organ_id)
