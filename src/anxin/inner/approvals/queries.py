"""Who may take which step, and what waits for whom."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q, QuerySet

from anxin.inner.actor import Actor, Mandate
from anxin.inner.approvals.models import Chain, Step
from anxin.inner.organs.duties import HOLDERS, LEADER, Duty, duty_label


def acted(chain: Chain) -> set[int]:
    """Staff who took a step of this chain, for whom one was taken, or who had a hand in what is decided."""
    pairs = chain.steps.exclude(actor=None).values_list("actor_id", "on_behalf_of_id")
    return {who for pair in pairs for who in pair if who} | set(chain.involved)


def is_last(step: Step) -> bool:
    """Whether the chain ends with this step: for what is released, the recheck and release in one (Art 21)."""
    return not step.chain.steps.filter(index__gt=step.index).exists()


def objection(actor: Actor, step: Step) -> str | None:
    """Why the actor may not take this step; None when nothing stands against it."""
    if step.state != Step.State.OPEN or step.chain.state != Chain.State.OPEN:
        return "这一步现在不待办理，可能已由他人办理，请刷新页面。"
    if actor.organ != step.organ_id:
        return "这一步由其他人民检察院办理。"
    if actor.away:
        return "您已登记不在岗，请先在“不在岗与委托”中结束不在岗，再办理。"
    mine, mandates = own(actor, step), [m for m in actor.mandates if _covers(m, step)]
    if not mine and not mandates:
        if not actor.duties & _names(step):
            return f"这一步由{duty_label(step.duty)}办理（规定第二十一条），您没有这一职责。"
        return "这一步由承办部门的负责人办理。"
    did = acted(step.chain)
    if actor.staff_id in did:
        return "您已在本流程中办理过一步，同一人不得办理两步，也不得审批自己拟制的文书。"
    if mine or any(m.giver_id not in did for m in mandates):
        return None
    return f"委托您的{mandates[0].giver}已在本流程中办理过一步，受托人不得替其再办理一步。"


def _names(step: Step) -> set[str]:
    return set(HOLDERS.get(step.duty, (step.duty,)))


def own(actor: Actor, step: Step) -> bool:
    """Whether the step belongs to a duty the actor holds in their own name."""
    department = step.chain.department_id
    if step.duty == Duty.DEPARTMENT_HEAD and department and department not in actor.own_headed:
        return False
    return bool(actor.own_duties & _names(step))


def _covers(mandate: Mandate, step: Step) -> bool:
    department = step.chain.department_id
    if step.duty == Duty.DEPARTMENT_HEAD and department and department != mandate.department_id:
        return False
    return mandate.duty in _names(step)


def giver(actor: Actor, step: Step) -> int | None:
    """For whom the actor takes the step; None when it is their own duty."""
    if own(actor, step):
        return None
    did = acted(step.chain)
    return next((m.giver_id for m in actor.mandates if _covers(m, step) and m.giver_id not in did), None)


def open_step(chain: Chain) -> Step | None:
    """The step that waits now."""
    return chain.steps.filter(state=Step.State.OPEN).first()


def waiting_for(actor: Actor) -> QuerySet[Step]:
    """Open steps this actor could take now, in the own name or for somebody else."""
    rows = Step.objects.filter(state=Step.State.OPEN, chain__state=Chain.State.OPEN, organ_id=actor.organ)
    if actor.away or actor.is_system:
        return rows.none()
    claim = _claim(actor.own_duties, actor.own_headed)
    for mandate in actor.mandates:
        headed = [mandate.department_id] if mandate.duty == Duty.DEPARTMENT_HEAD else []
        claim |= _claim({mandate.duty}, headed) & _untouched_by(mandate.giver_id)
    return rows.filter(claim & _untouched_by(actor.staff_id)).select_related("chain", "organ", "on_behalf_of")


def _claim(duties: Collection[str], headed: Collection[int | None]) -> Q:
    names = set(duties)
    if names & set(HOLDERS[LEADER]):
        names.add(LEADER)
    mine = Q(chain__department=None) | ~Q(duty=Duty.DEPARTMENT_HEAD) | Q(chain__department__in=list(headed))
    return mine & Q(duty__in=names)


def _untouched_by(staff_id: int | None) -> Q:
    did = Step.objects.filter(Q(actor_id=staff_id) | Q(on_behalf_of_id=staff_id), chain=OuterRef("chain"))
    return ~Q(Exists(did)) & ~Q(chain__involved__contains=[staff_id])


def returned_step(subject: str, subject_id: int) -> Step | None:
    """The step that sent a subject back last, with its reason; None when its newest chain was not returned."""
    newest = Chain.objects.filter(subject=subject, subject_id=subject_id).order_by("-pk").first()
    if newest is None or newest.state != Chain.State.RETURNED:
        return None
    return newest.steps.filter(state=Step.State.RETURNED).select_related("actor").first()
