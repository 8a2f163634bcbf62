"""Flags of Article 13: anyone in the chain may add one; taking one off needs a reason on record."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.announcements import drafts, law
from anxin.inner.announcements.models import Announcement, Flag, Version
from anxin.inner.approvals.models import Chain
from anxin.inner.approvals.rebuilding import rebuild
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import Duty
from anxin.inner.organs.queries import is_below
from anxin.regulation.chains import FLAGS

LEADERS = {Duty.DEPUTY_CHIEF, Duty.CHIEF}


def add(actor: Actor, announcement_id: int, name: str, reason: str = "") -> Flag:
    """Mark an item; an open chain grows by the steps the mark asks for."""
    if name not in FLAGS:
        raise Refused("请选择标识（规定第十三条）。")
    with operation(actor) as op:
        item, version = _open_item(announcement_id)
        if not takes_part(actor, item):
            raise NotAllowed("标识由拟制人和审批流程中的人员添加。")
        if item.flags.filter(name=name, removed_at=None).exists():
            raise Refused("已有这一标识。")
        flag: Flag = Flag.objects.create(announcement=item, name=name, reason=reason.strip()[:200],
                                         organ_id=actor.organ, added_by_id=actor.staff_id)  # fmt: skip
        op.note(Event.FLAG_ADDED, drafts.SUBJECT, item.pk, flag=name, article="13")
        follow(op, item, version)
        return flag


def remove(actor: Actor, flag_id: int, reason: str) -> Flag:
    """Take a mark off, on record: by who set it while it is drafted, by a leader of the same organ or a higher one."""
    if not reason.strip():
        raise Refused("取消标识须写明理由，理由记录在案（规定第十三条）。")
    with operation(actor) as op:
        item, version = _open_item(Flag.objects.values_list("announcement_id", flat=True).get(pk=flag_id))
        flag: Flag = Flag.objects.select_for_update().get(pk=flag_id)
        if flag.removed_at:
            raise Refused("这一标识已经取消。")
        if not may_remove(actor, flag, item, version):
            raise NotAllowed("标识由标识院或者其上级院的分管副检察长、检察长取消（规定第十三条）。")
        flag.removed_by_id, flag.removed_at, flag.removed_reason = actor.staff_id, timezone.now(), reason.strip()[:200]
        flag.save()
        op.note(Event.FLAG_REMOVED, drafts.SUBJECT, item.pk, flag=flag.name, set_by=flag.organ_id)
        follow(op, item, version)
        return flag


def may_remove(actor: Actor, flag: Flag, item: Announcement, version: Version) -> bool:
    """Whether a mark in force may be taken off by this person now; a superior's only by that organ or a higher one."""
    if flag.removed_at or version.state not in (Version.State.WORK, Version.State.CHAIN):
        return False
    if flag.added_by_id == actor.staff_id and version.state == Version.State.WORK:
        return True
    level = actor.organ == flag.organ_id or is_below(flag.organ_id, actor.organ)
    return level and bool(actor.duties & LEADERS) and item.drafter_id != actor.staff_id


def _open_item(announcement_id: int) -> tuple[Announcement, Version]:
    item, version = drafts.locked(announcement_id)
    if version.state not in (Version.State.WORK, Version.State.CHAIN):
        raise Refused("已经发布或者办结的案件信息，标识不再变更。")
    return item, version


def takes_part(actor: Actor, item: Announcement) -> bool:
    if actor.staff_id == item.drafter_id:
        return True
    may = LEADERS | {Duty.PRESS, Duty.CASE_MANAGEMENT, Duty.DEPARTMENT_HEAD}
    return bool(actor.duties & may) and (actor.organ == item.organ_id or is_below(item.organ_id, actor.organ))


def follow(op: Any, item: Announcement, version: Version) -> None:
    """What is still to do in an open chain of the version follows the flags as they stand."""
    chain = Chain.objects.select_for_update().filter(
        subject=drafts.WORDING, subject_id=version.pk, state=Chain.State.OPEN
    ).first()  # fmt: skip
    if chain is None:
        return
    decision = law.chain(item)
    if decision.to_json()["details"]["steps"] == chain.decision["details"]["steps"]:
        return
    rebuild(op, chain, decision)
    if version.planned_at:
        version.planned_at, version.planned_by = None, None
        version.plan_failed = "标识变更，审批流程随之变更，定时发布已取消，请在审批完成后重新安排。"
        version.save(update_fields=["planned_at", "planned_by", "plan_failed"])


def hold(op: Any, item: Announcement) -> None:
    """The marks a case is registered with become the item's own: from now on they go only with a reason on record."""
    raised = set(item.case.flags) & set(FLAGS) if item.case else set()
    marked = set(item.flags.filter(removed_at=None).values_list("name", flat=True))
    for name in sorted(raised - marked):
        Flag.objects.create(announcement=item, name=name, reason="案件登记的标识", organ_id=item.organ_id,
                            added_by_id=op.actor.staff_id)  # fmt: skip
        op.note(Event.FLAG_ADDED, drafts.SUBJECT, item.pk, flag=name, article="13")
