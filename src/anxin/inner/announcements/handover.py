"""A case goes to another handler, and its announcements with it (Art 14)."""

from __future__ import annotations

from typing import Any

from anxin.inner.announcements import drafts, flow, requests
from anxin.inner.announcements.models import Announcement, Version
from anxin.inner.cases.models import Case
from anxin.inner.documents.handover import goes_on
from anxin.inner.organs.models import Staff


def hand_over(op: Any, case: Case, taker: Staff, moved: bool) -> None:
    """Items of a locked case follow it; ``moved``: to another department. What the taker answered for falls away."""
    for pk in Announcement.objects.filter(case=case).order_by("pk").values_list("pk", flat=True):
        item, version = drafts.locked(pk)
        item.drafter, item.department = taker, taker.department
        item.hands = sorted({*item.hands, taker.pk})
        item.save(update_fields=["drafter", "department", "hands"])
        own = [text for text, held in version.justified.items() if held["staff"] == taker.pk]
        ends = moved or bool(own)
        if version.state == Version.State.CHAIN and not goes_on(op, drafts.WORDING, version.pk, taker, ends):
            flow.back_to_work(version)
        if version.state == Version.State.WORK and own:
            version.justified = {text: held for text, held in version.justified.items() if text not in own}
            drafts.touch(version)
        request = requests.of_item(item)
        if request:
            goes_on(op, requests.SUBJECT, request.subject_id, taker, moved)
