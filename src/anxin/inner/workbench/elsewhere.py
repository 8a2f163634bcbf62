"""What waits for one person in the rooms that have their own pages: chapters 2, 3 and 5, circulars."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils import timezone

from anxin.inner.actor import Actor
from anxin.inner.announcements import queries as announcements
from anxin.inner.announcements import tasks
from anxin.inner.announcements.models import Version
from anxin.inner.approvals.queries import returned_step
from anxin.inner.inquiry import waiting as inquiry
from anxin.inner.statistics import circulars
from anxin.inner.supervision import waiting
from anxin.inner.supervision.waiting import Waiting


def waiting_for(actor: Actor) -> list[Waiting]:
    """Everything, what has a deadline first."""
    found = [*waiting.waiting_for(actor), *_announcements(actor), *_circulars(actor)]
    found += [Waiting(*row) for row in inquiry.waiting_for(actor)]
    return sorted(found, key=lambda one: (one.deadline or date.max, one.page, str(one.pk)))


def _announcements(actor: Actor) -> Iterator[Waiting]:
    for step, item in announcements.waiting_for(actor):
        yield Waiting("announcement", item, f"重要案件信息：{step.chain.title}", step.action, None)
    for version in announcements.in_work(actor):
        yield Waiting("announcement", version.announcement_id, f"重要案件信息：{version.title}", _stands(version), None)
    for version in announcements.referred(actor):
        yield Waiting("announcement", version.announcement_id, f"重要案件信息：{version.title}", "报保密部门确定", None)
    yield from _tasks(actor)


def _stands(version: Version) -> str:
    back = returned_step("announcement_version", version.pk)
    if back is not None:
        return f"已退回：{back.reason}"
    return version.plan_failed or ("等待保密部门答复" if version.secrecy == "refer" else "拟制中")


def _tasks(actor: Actor) -> Iterator[Waiting]:
    """What should be announced: each to its handler; to press and case management what is overdue, as one line."""
    due = tasks.visible_to(actor).filter(state="open")
    for row in due.filter(case__handler_id=actor.staff_id):
        asked = [f"{one.by.name}催办：{one.note}" for one in row.reminders.all()][-1:]
        title = f"应发布重要案件信息：{row.case.name}，{row.event}"
        yield Waiting("announcement_tasks", None, title, asked[0] if asked else "拟制案件信息", row.deadline)
    if actor.duties & tasks.REMIND:
        late = list(due.filter(deadline__lt=timezone.localdate()).order_by("deadline"))
        if late:
            title = f"逾期没有发布的重要案件信息{len(late)}件"
            yield Waiting("announcement_tasks", None, title, "协调承办部门及时发布，催办", late[0].deadline)


def _circulars(actor: Actor) -> Iterator[Waiting]:
    for row in circulars.waiting_for(actor):
        yield Waiting("circular", row.pk, row.title, "核对、修改，报请签发" if row.state == "draft" else "签批", None)
