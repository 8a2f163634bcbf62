"""What changed facts of a case mean for its announcements: tasks, names, and what may no longer be public."""

from __future__ import annotations

from typing import Any

from anxin.inner.actor import Actor
from anxin.inner.announcements import flow, law, takedown, tasks
from anxin.inner.announcements.models import Version
from anxin.inner.announcements.wording import Wording, process
from anxin.inner.cases.models import Case


def changed(op: Any, case: Case) -> None:
    """Called inside the operation that changed the case, which is locked."""
    tasks.reconcile(op, case)
    open_states = (Version.State.WORK, Version.State.CHAIN)
    rows = Version.objects.select_for_update(of=("self",)).select_related("announcement__organ")
    for version in rows.filter(announcement__case=case, state__in=(*open_states, Version.State.PUBLIC)):
        version.announcement.case = case
        before = (version.spans, version.public_text)
        process(version)
        if version.state == Version.State.PUBLIC:
            _look_again(version)
        elif version.spans != before[0]:
            if version.state == Version.State.CHAIN:
                flow.void(version)
            else:
                version.save()


def _look_again(version: Version) -> None:
    """Hide what could not be released as the case is now: excluded, another name to hide, facts of a pending case."""
    wording = Wording(version)
    reason = ""
    if law.refusal(version.announcement.case):
        reason = "案件情况变更，不再符合公开条件，先行隐藏核实。"
    elif wording.public != version.public_text:
        reason = "案件情况变更，称谓应当变更，先行隐藏核实。"
    elif wording.unresolved:
        reason = "案件重新进入办理程序，先行隐藏核实。"
    if reason:
        takedown.hide(Actor.system("案件事实变更", version.announcement.organ_id), version.announcement_id, reason)
