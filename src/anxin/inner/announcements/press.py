"""Releases outside the system, and how far they lie from the system's own (Art 12)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.announcements import drafts, flow, law
from anxin.inner.announcements.models import Announcement, PressRecord
from anxin.inner.approvals.models import Step
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import Duty
from anxin.regulation import vocabulary


def forms() -> tuple[str, ...]:
    """Spokesperson, press conference, press copy (Art 12)."""
    return vocabulary.values(law.load("2014-trial"), "vocabulary.press_release")


def _may(actor: Actor, item: Announcement) -> None:
    duties = {Duty.PRESS} if item.organ.has_press else {Duty.OFFICE}
    if actor.organ != item.organ_id or not actor.duties & duties:
        who = "新闻宣传部门" if item.organ.has_press else "办公室或者其他指定的部门"
        raise NotAllowed(f"对外发布由本院{who}负责（规定第十四条）。")


def record(
    actor: Actor, announcement_id: int, form: str, outlet: str, planned_at: datetime, actual_at: datetime | None = None
) -> PressRecord:
    """Enter an external release against its item, with planned and, when it took place, actual time."""
    if form not in forms() or not outlet.strip():
        raise Refused("请选择对外发布的方式并填写场合或者媒体（规定第十二条）。")
    if actual_at and actual_at > timezone.now():
        raise Refused("实际时间不能晚于现在。")
    with operation(actor) as op:
        item, version = drafts.locked(announcement_id)
        _may(actor, item)
        if version.planned_at and actual_at is None and version.planned_at != planned_at:
            raise Refused("系统已安排在另一时间发布；应当同时发布，请先取消定时发布（规定第十二条）。")
        row: PressRecord = PressRecord.objects.create(
            announcement=item, form=form, outlet=outlet.strip()[:100], planned_at=planned_at, actual_at=actual_at,
            by_id=actor.staff_id,
        )  # fmt: skip
        op.note(Event.PRESS_RECORDED, drafts.SUBJECT, item.pk, record=row.pk, planned=planned_at.isoformat())
        return row


def took_place(actor: Actor, record_id: int, actual_at: datetime) -> PressRecord:
    """Enter when an external release really took place."""
    with operation(actor) as op:
        item_id = PressRecord.objects.values_list("announcement_id", flat=True).get(pk=record_id)
        item, _ = drafts.locked(item_id)
        _may(actor, item)
        row: PressRecord = PressRecord.objects.select_for_update().get(pk=record_id)
        if row.actual_at or row.cancelled_at:
            raise Refused("实际时间已经登记，或者登记已经取消，不再变更。")
        if actual_at > timezone.now():
            raise Refused("实际时间不能晚于现在。")
        row.actual_at = actual_at
        row.save(update_fields=["actual_at"])
        op.note(Event.PRESS_RECORDED, drafts.SUBJECT, item.pk, record=row.pk, actual=actual_at.isoformat())
        return row


def cancel(actor: Actor, record_id: int, reason: str) -> PressRecord:
    """An external release that was planned is put off or does not take place; the record stays, with the reason."""
    if not reason.strip():
        raise Refused("请写明改期或者不办的理由。")
    with operation(actor) as op:
        item_id = PressRecord.objects.values_list("announcement_id", flat=True).get(pk=record_id)
        item, _ = drafts.locked(item_id)
        _may(actor, item)
        row: PressRecord = PressRecord.objects.select_for_update().get(pk=record_id)
        if row.actual_at or row.cancelled_at:
            raise Refused("已经对外发布，或者已经取消，不能取消。")
        row.cancelled_at, row.cancelled_reason = timezone.now(), reason.strip()[:200]
        row.save(update_fields=["cancelled_at", "cancelled_reason"])
        op.note(Event.PRESS_RECORDED, drafts.SUBJECT, item.pk, record=row.pk, cancelled=True)
        return row


@dataclass(frozen=True)
class Difference:
    """``minutes``: positive when the system came after; None while one of the two has not taken place."""

    record: PressRecord
    minutes: int | None
    breach: bool
    sentence: str


def difference(row: PressRecord) -> Difference:
    """How far the system's release lies from this one, by whole minutes (Art 12)."""
    item = row.announcement
    if row.cancelled_at:
        return Difference(row, None, False, f"已取消：{row.cancelled_reason}")
    first = item.versions.exclude(published_at=None).order_by("number").first()
    if row.actual_at is None:
        return Difference(row, None, False, "对外发布还没有进行，或者还没有登记实际时间。")
    early = "" if _approved_before(item, row.actual_at) else "对外发布时还没有获得批准（违反规定第十三条、第十四条）。"
    if first is None or first.published_at is None:
        return Difference(row, None, True, f"已经对外发布，系统上还没有发布（违反规定第十二条）。{early}")
    minute = {"second": 0, "microsecond": 0}
    minutes = int((first.published_at.replace(**minute) - row.actual_at.replace(**minute)).total_seconds()) // 60
    breach = abs(minutes) > law.tolerance(item.organ)
    if not minutes:
        return Difference(row, 0, bool(early), f"与系统发布同时。{early}")
    words = f"系统发布{'晚' if minutes > 0 else '早'}于对外发布{abs(minutes)}分钟"
    words += "，不是同时发布（规定第十二条）。" if breach else "。"
    return Difference(row, minutes, breach or bool(early), words + early)


def _approved_before(item: Announcement, moment: datetime) -> bool:
    """Whether every approval (all but the release itself) of some version was given by then."""
    for version in item.versions.all():
        chain = flow.of(version)
        *before, _ = chain.steps.all() if chain else [None]
        if before and all(s.state == Step.State.DONE and s.acted_at and s.acted_at <= moment for s in before):
            return True
    return False


def differences(organs: list[str]) -> list[Difference]:
    """All external releases of some organs, newest first."""
    rows = PressRecord.objects.filter(announcement__organ_id__in=organs).select_related("announcement__organ", "by")
    return [difference(row) for row in rows.order_by("-planned_at", "-pk")]

