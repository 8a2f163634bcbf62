"""Who may take which step, and what waits for whom."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from anxin.inner.actor import Actor
from anxin.inner.approvals.models import Chain, Step
from anxin.inner.organs.duties import HOLDERS, LEADER, Duty, duty_label


def acted(chain: Chain) -> set[int]:
    """Staff who already took a step of this chain."""
    return set(chain.steps.exclude(actor=None).values_list("actor_id", flat=True))


def is_last(step: Step) -> bool:
    """Whether the chain ends with this step: for what is released, the recheck and release in one (Art 21)."""
    return not step.chain.steps.filter(index__gt=step.index).exists()


def objection(actor: Actor, step: Step) -> str | None:
    """Why the actor may not take this step; None when nothing stands against it."""
    if step.state != Step.State.OPEN or step.chain.state != Chain.State.OPEN:
        return "这一步现在不待办理，可能已由他人办理，请刷新页面。"
    if actor.organ != step.organ_id:
        return "这一步由其他人民检察院办理。"
    if not actor.duties & set(HOLDERS.get(step.duty, (step.duty,))):
        return f"这一步由{duty_label(step.duty)}办理（规定第二十一条），您没有这一职责。"
    department = step.chain.department_id
    if step.duty == Duty.DEPARTMENT_HEAD and department and department not in actor.headed:
        return "这一步由承办部门的负责人办理。"
    if actor.staff_id in acted(step.chain):
        return "您已在本流程中办理过一步，同一人不得办理两步，也不得审批自己拟制的文书。"
    return None


def open_step(chain: Chain) -> Step | None:
    """The step that waits now."""
    return chain.steps.filter(state=Step.State.OPEN).first()


def waiting_for(actor: Actor) -> QuerySet[Step]:
    """Open steps this actor could take now."""
    names = set(actor.duties)
    if names & set(HOLDERS[LEADER]):
        names.add(LEADER)
    did = Step.objects.filter(chain=OuterRef("chain"), actor_id=actor.staff_id)
    mine = Q(chain__department=None) | ~Q(duty=Duty.DEPARTMENT_HEAD) | Q(chain__department__in=actor.headed)
    return (
        Step.objects.filter(mine, state=Step.State.OPEN, chain__state=Chain.State.OPEN, organ_id=actor.organ)
        .filter(duty__in=names)
        .exclude(Exists(did))
        .select_related("chain", "organ")
    )


def returned_step(subject: str, subject_id: int) -> Step | None:
    """The step that sent a subject back last, with its reason; None when its newest chain was not returned."""
    newest = Chain.objects.filter(subject=subject, subject_id=subject_id).order_by("-pk").first()
    if newest is None or newest.state != Chain.State.RETURNED:
        return None
    return newest.steps.filter(state=Step.State.RETURNED).select_related("actor").first()
