"""What waits for one person in the rooms that have their own pages: chapters 2, 3 and 5, circulars."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from anxin.inner.actor import Actor
from anxin.inner.announcements import queries as announcements
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


def _circulars(actor: Actor) -> Iterator[Waiting]:
    for row in circulars.waiting_for(actor):
        yield Waiting("circular", row.pk, row.title, "核对、修改，报请签发" if row.state == "draft" else "签批", None)
