"""What every page of the workbench shows around its content: who is signed in, and where they may go."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import resolve, reverse

from anxin.inner.organs.duties import duty_label
from anxin.inner.workbench import policy

PLACES = (
    ("today", "今日"),
    ("cases", "案件"),
    ("obligations", "公开义务"),
    ("signing", "审批"),
    ("publications", "已公开"),
    ("announcements", "重要案件信息"),
    ("kiosk", "触摸屏"),
    ("desk", "移交"),
    ("away", "不在岗与委托"),
    ("inquiries", "查询"),
    ("complaints", "反映"),
    ("supervision", "监督"),
    ("statistics", "统计"),
    ("circulars", "通报"),
    ("opinions", "舆情"),
    ("corrections", "人工更正"),
    ("law", "查规则"),
    ("days", "工作日"),
    ("ledger", "日志"),
)


def workbench(request: HttpRequest) -> dict[str, Any]:
    """Names: ``staff``, ``duties`` in words, ``places`` of the navigation that this person may open."""
    actor = getattr(request, "actor", None)
    if actor is None:
        return {}
    here = request.resolver_match.url_name if request.resolver_match else ""
    places = [(reverse(name), label, name == here) for name, label in PLACES if may_open(name, actor)]
    return {"staff": request.user, "duties": [duty_label(d) for d in sorted(actor.duties)], "places": places}


def may_open(name: str, actor: Any) -> bool:
    """Whether this person may open the page of that name."""
    rule = policy.of(resolve(reverse(name)).func)
    return bool(rule and rule.admits(actor))
