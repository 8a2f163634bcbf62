"""What changed facts of a case mean for its announcements: tasks, names, and what may no longer be public."""

from __future__ import annotations

from typing import Any

from anxin.inner.actor import Actor
from anxin.inner.announcements import flags, flow, law, takedown, tasks
from anxin.inner.announcements.models import Version
from anxin.inner.announcements.wording import Wording, process
from anxin.inner.cases.models import Case


def changed(op: Any, case: Case) -> None:
    """Called inside the operation that changed the case, which is locked."""
    tasks.reconcile(op, case)
    open_states = (Version.State.WORK, Version.State.CHAIN)
    rows = Version.objects.select_for_update(of=("self",)).select_related("announcement__organ")
    for version in rows.filter(announcement__case=case, state__in=(*open_states, Version.State.PUBLIC)):
        item = version.announcement
        item.case = case
        before = version.spans
        process(version)
        if version.state == Version.State.PUBLIC:
            reason = outdated(version)
            if reason:
                takedown.hide(Actor.system("案件事实变更", item.organ_id), item.pk, f"{reason}，先行隐藏核实。")
        elif version.spans == before:
            flags.follow(op, item, version)
        elif version.state == Version.State.CHAIN:
            flow.void(version)
        else:
            version.save()


def outdated(version: Version) -> str | None:
    """Why a wording, read anew, could not be released as the case is now; None when it could."""
    wording = Wording(version)
    if law.refusal(version.announcement.case, wording.facts):
        return "案件情况变更，不再符合公开条件"
    if wording.public != version.public_text:
        return "案件情况变更，称谓应当变更"
    return "案件重新进入办理程序" if wording.unresolved else None
