"""Releases outside the system, and how far they lie from the system's own (Art 12)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.announcements import drafts, law
from anxin.inner.announcements.models import Announcement, PressRecord, Version
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
        if row.actual_at:
            raise Refused("实际时间已经登记，不再变更。")
        row.actual_at = actual_at
        row.save(update_fields=["actual_at"])
        op.note(Event.PRESS_RECORDED, drafts.SUBJECT, item.pk, record=row.pk, actual=actual_at.isoformat())
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
    first = item.versions.exclude(published_at=None).order_by("number").first()
    if row.actual_at is None:
        return Difference(row, None, False, "对外发布还没有进行，或者还没有登记实际时间。")
    if first is None or first.published_at is None:
        return Difference(row, None, True, "已经对外发布，系统上还没有发布（违反规定第十二条）。")
    minute = {"second": 0, "microsecond": 0}
    minutes = int((first.published_at.replace(**minute) - row.actual_at.replace(**minute)).total_seconds()) // 60
    breach = abs(minutes) > law.tolerance(item.organ)
    if not minutes:
        return Difference(row, 0, False, "与系统发布同时。")
    words = f"系统发布{'晚' if minutes > 0 else '早'}于对外发布{abs(minutes)}分钟"
    return Difference(row, minutes, breach, words + ("，不是同时发布（规定第十二条）。" if breach else "。"))


def differences(organs: list[str]) -> list[Difference]:
    """All external releases of some organs, newest first."""
    rows = PressRecord.objects.filter(announcement__organ_id__in=organs).select_related("announcement__organ", "by")
    return [difference(row) for row in rows.order_by("-planned_at", "-pk")]


def state_of(item: Announcement) -> str:
    return str(Version.State(item.newest.state).label)
