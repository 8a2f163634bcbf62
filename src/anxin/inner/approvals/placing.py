"""Where a step lies: with the duty the rules name, or higher up while nobody may take it there (Art 21).

Absence and delegation move steps: a step whose only holder is away goes up, and comes back when somebody holds the
rule's duty again before it was taken.
"""

from __future__ import annotations

from typing import Any

from anxin.inner.actor import Actor, Refused
from anxin.inner.approvals.models import Chain, Step
from anxin.inner.approvals.queries import acted, open_step
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import LEADER, Duty, duty_label
from anxin.inner.organs.queries import holders, superior

HIGHER = {Duty.HANDLER: Duty.DEPARTMENT_HEAD, Duty.DEPUTY_CHIEF: Duty.CHIEF}
"""Where a step goes when nobody may take it; every duty not named goes to the leader."""


def place(step: Step, op: Any) -> None:
    """Move a step up until somebody may take it who has not acted yet (house rule: nobody decides twice)."""
    chain = step.chain
    done = acted(chain)
    while not holders(step.duty, step.organ_id, chain.department_id, without=done).exists():
        duty, organ = _higher(step)
        step.moved = f"原由{duty_label(step.duty)}办理，但其已在本流程中办理过或者无人在岗，依次改由上一职责办理。"
        op.note(Event.STEP_MOVED, chain.subject, chain.subject_id, chain=chain.pk, step=step.index,
                from_duty=step.duty, to_duty=duty, to_organ=organ)  # fmt: skip
        step.duty, step.organ_id = duty, organ


def _higher(step: Step) -> tuple[str, str]:
    if step.duty not in (LEADER, Duty.CHIEF):
        return HIGHER.get(Duty(step.duty), LEADER), step.organ_id
    up = superior(step.organ_id)
    if up is None:
        raise Refused("没有可以办理这一步的人员，请先在组织机构中登记职责。")
    return LEADER, up


def settle(op: Any, chain: Chain) -> bool:
    """Put the open step of a locked chain where it belongs today; True when it moved. It stays where nobody is."""
    step = open_step(chain)
    if chain.state != Chain.State.OPEN or step is None:
        return False
    step.chain = chain
    before = (step.duty, step.organ_id)
    rule = (step.rule_duty or step.duty, step.rule_organ or step.organ_id)
    done = acted(chain)
    if before != rule and holders(*rule, chain.department_id, without=done).exists():
        step.duty, step.organ_id = rule
        step.moved = ""
        op.note(Event.STEP_MOVED_BACK, chain.subject, chain.subject_id, chain=chain.pk, step=step.index,
                to_duty=step.duty, to_organ=step.organ_id)  # fmt: skip
    else:
        try:
            place(step, op)
        except Refused:  # nobody up to the top: it waits where it is until a duty is registered
            return False
    step.save(update_fields=["duty", "organ", "moved"])
    return (step.duty, step.organ_id) != before


def settle_all(organs: list[str] | None = None) -> int:
    """Every open step of some organs' chains, or of all; returns how many moved. Each chain in its own operation."""
    rows = Step.objects.filter(state=Step.State.OPEN, chain__state=Chain.State.OPEN)
    if organs is not None:
        rows = rows.filter(chain__organ_id__in=organs)
    moved = 0
    for pk, organ in list(rows.order_by("pk").values_list("chain_id", "chain__organ_id")):
        with operation(Actor.system("在岗情况变化", organ), organ) as op:
            moved += settle(op, Chain.objects.select_for_update().get(pk=pk))
    return moved
