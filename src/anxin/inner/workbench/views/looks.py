"""Who looked, what was unusual, and who is told of news (Art 3, 4)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from anxin.inner.actor import NotAllowed, Refused
from anxin.inner.inquiry import bindings, queries
from anxin.inner.inquiry import looks as actions
from anxin.inner.organs.duties import Duty
from anxin.inner.workbench import policy
from anxin.inner.workbench.paging import page
from anxin.inner.workbench.respond import done, sorry

METHODS = ["GET", "HEAD", "POST"]


def _number(request: HttpRequest, name: str) -> int:
    text = request.POST.get(name, "")
    return int(text) if text.isdigit() and len(text) < 18 else 0


@policy.open_to(Duty.CASE_MANAGEMENT, Duty.AUDITOR)
@require_http_methods(METHODS)
def looks(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        alarm = queries.alarms(request.actor).filter(pk=_number(request, "alarm"), seen_at=None).first()
        try:
            if alarm is None:
                raise Refused("没有这条待核实的提醒。")
            actions.settle_alarm(request.actor, alarm.pk, request.POST.get("finding", "")[:300])
        except (Refused, NotAllowed) as error:
            return sorry(request, error, ("organ", request.actor.organ), "looks")
        return done(request, "核实情况已经记下。", "looks")
    context = {"page": page(request, queries.looks(request.actor)), "alarms": queries.alarms(request.actor)[:30]}
    return render(request, "workbench/looks.html", context)


@policy.open_to(Duty.CASE_MANAGEMENT)
@require_http_methods(METHODS)
def notices(request: HttpRequest) -> HttpResponse:
    """Confirm that somebody is told; nothing of the case is in the message."""
    if request.method == "POST":
        notice = queries.notices(request.actor).filter(pk=_number(request, "notice")).first()
        try:
            if notice is None:
                raise Refused("没有这条待确认的通知。")
            bindings.decide_notice(request.actor, notice.pk, request.POST.get("act") == "send")
        except (Refused, NotAllowed) as error:
            return sorry(request, error, ("organ", request.actor.organ), "notices")
        return done(request, "已处理。", "notices")
    return render(request, "workbench/notices.html", {"page": page(request, queries.notices(request.actor))})
