"""What waits for case management in this chapter, each with its address, words and last day (Art 8-10)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from anxin.inner.actor import Actor
from anxin.inner.inquiry import queries
from anxin.inner.inquiry.models import Application
from anxin.inner.organs.duties import Duty

MOST = 50
Row = tuple[str, Any, str, str, date | None]
"""(page, key or None, title, what is to be done, last day)."""
CHECK = {"received": "审核身份，答复申请", "in_check": "请第二人再次审核"}


def waiting_for(actor: Actor) -> list[Row]:
    """Nothing for anybody else."""
    return list(_rows(actor)) if Duty.CASE_MANAGEMENT in actor.duties else []


def _rows(actor: Actor) -> Iterator[Row]:
    for one in queries.applications(actor).filter(state__in=tuple(CHECK))[:MOST]:
        if one.state == Application.State.RECEIVED or not one.checks.filter(staff_id=actor.staff_id).exists():
            title = f"查询申请：{queries.name_of(one)}（{one.get_applicant_display()}）"
            yield "inquiry", one.pk, title, CHECK[one.state], one.due
    waiting = {"forwarded_at": None, "application__state": Application.State.RECEIVED}
    for help_ in queries.assisted(actor).filter(**waiting)[:MOST]:
        title = f"协助认证：{queries.name_of(help_.application)}"
        yield "assistance", help_.application_id, title, "本人到窗口时当面核对，传输给办理院", help_.forward_due
    for last, row in queries.expiring(actor)[:MOST]:
        what = "复核律师执业证，或者到期终止" if row.licence_checked_on else "查询资格将满"
        yield "entitlement", row.pk, f"查询资格：{queries.name_of(row)}", what, last
    for row in queries.bindings(actor).filter(ended_at=None).exclude(inquirer__asked="")[:MOST]:
        what = f"{row.inquirer.asked}，核实身份后发给新的激活码"
        yield "entitlement", row.pk, f"查询账号求助：{queries.name_of(row)}", what, None
    if count := queries.notices(actor).count():
        yield "notices", None, f"进展通知{count}条", "确认发出或者不发", None
    if count := queries.alarms(actor).filter(seen_at=None).count():
        yield "looks", None, f"异常查询{count}条", "核实并记下情况", None
