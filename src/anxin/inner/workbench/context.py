"""What every page of the workbench shows around its content: who is signed in, and where they may go."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.urls import resolve, reverse

from anxin.inner.organs.duties import duty_label
from anxin.inner.workbench import policy

Place = tuple[str, str]
PLACES: tuple[Place, ...] = (
    ("today", "今日"),
    ("cases", "案件"),
    ("obligations", "公开义务"),
    ("signing", "审批"),
    ("publications", "已公开"),
    ("kiosk", "触摸屏"),
    ("announcements", "重要案件信息"),
    ("inquiries", "查询"),
)
"""Every day's work, always in sight."""

FOLDED: tuple[tuple[str, tuple[Place, ...]], ...] = (
    ("监督与统计", (
        ("complaints", "反映"), ("supervision", "监督"), ("opinions", "舆情"), ("statistics", "统计"),
        ("circulars", "通报"),
    )),
    ("内务", (
        ("desk", "移交"), ("away", "不在岗与委托"), ("corrections", "人工更正"), ("law", "查规则"), ("days", "工作日"),
        ("ledger", "日志"),
    )),
)  # fmt: skip
"""What is opened now and then: one name, under which its places unfold."""


def workbench(request: HttpRequest) -> dict[str, Any]:
    """Names: ``staff``, ``duties`` in words, ``places`` and ``folded`` of the navigation that this person may open."""
    actor = getattr(request, "actor", None)
    if actor is None:
        return {}
    here = request.resolver_match.url_name if request.resolver_match else ""

    def open_to_me(places: Iterable[Place]) -> list[tuple[str, str, bool]]:
        return [(reverse(name), label, name == here) for name, label in places if may_open(name, actor)]

    folded = [(label, shown, any(p[2] for p in shown)) for label, places in FOLDED if (shown := open_to_me(places))]
    return {"staff": request.user, "duties": [duty_label(d) for d in sorted(actor.duties)],
            "places": open_to_me(PLACES), "folded": folded}  # fmt: skip


def may_open(name: str, actor: Any) -> bool:
    """Whether this person may open the page of that name."""
    rule = policy.of(resolve(reverse(name)).func)
    return bool(rule and rule.admits(actor))
