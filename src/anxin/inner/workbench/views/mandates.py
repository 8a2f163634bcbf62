"""Who is away and who acts for whom (Art 5, 21): entered, shown, ended early."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from anxin.inner.actor import NotAllowed, Refused
from anxin.inner.organs import mandates
from anxin.inner.organs.models import Organ, Staff
from anxin.inner.workbench import policy
from anxin.inner.workbench.forms.mandates import AbsenceForm, DelegationForm
from anxin.inner.workbench.respond import done, form_page, posted, sorry, try_form


@policy.staff
@require_http_methods(["GET", "HEAD", "POST"])
def away(request: HttpRequest) -> HttpResponse:
    """The page, and registering that somebody is away."""
    form = _absence_form(request, posted(request))
    if request.method == "POST" and try_form(
        request, form,
        lambda d: mandates.enter_absence(request.actor, d["staff"], d["since"], d["until"], d["reason"]),
        ("staff", request.actor.staff_id),
    ):  # fmt: skip
        return done(request, "已登记不在岗；等其办理的事项随之改由受托人或者上一职责办理。", "away")
    return _page(request, form, _delegation_form(request, None))


@policy.staff
@require_POST
def delegate(request: HttpRequest) -> HttpResponse:
    """Give a duty to a colleague for a time."""
    form = _delegation_form(request, request.POST)

    def action(d: dict[str, Any]) -> None:
        duty = form.duties[d["duty"]]
        mandates.delegate(request.actor, duty.staff_id, d["taker"], duty.duty, d["since"], d["until"], d["reason"],
                          duty.department_id)  # fmt: skip

    if try_form(request, form, action, ("staff", request.actor.staff_id)):
        return done(request, "已委托；受托人办理的，审批记录写明“受委托办理”。", "away")
    return _page(request, _absence_form(request, None), form)


@policy.staff
@require_POST
def end_absence(request: HttpRequest, absence_id: int) -> HttpResponse:
    return _end(request, mandates.end_absence, absence_id, "已结束不在岗。")


@policy.staff
@require_POST
def end_delegation(request: HttpRequest, delegation_id: int) -> HttpResponse:
    return _end(request, mandates.end_delegation, delegation_id, "已结束委托。")


def _end(request: HttpRequest, action: Callable[..., None], row_id: int, sentence: str) -> HttpResponse:
    try:
        action(request.actor, row_id)
    except (Refused, NotAllowed) as error:
        return sorry(request, error, ("staff", request.actor.staff_id), "away")
    return done(request, sentence, "away")


def _colleagues(request: HttpRequest) -> list[Staff]:
    return list(Staff.objects.filter(organ_id=request.actor.organ, is_active=True).select_related("department"))


def _absence_form(request: HttpRequest, data: Any) -> AbsenceForm:
    people = [p for p in _colleagues(request) if mandates.may_register(request.actor, p)]
    return AbsenceForm(data, people=sorted(people, key=lambda p: p.pk != request.actor.staff_id))


def _delegation_form(request: HttpRequest, data: Any) -> DelegationForm:
    ruleset = Organ.objects.get(pk=request.actor.organ).ruleset
    duties = mandates.lendable(request.actor.organ, ruleset)
    mine = [d for d in duties if mandates.may_register(request.actor, d.staff)]
    return DelegationForm(data, duties=mine, people=_colleagues(request), auto_id="id_lend_%s")


def _page(request: HttpRequest, absence: AbsenceForm, lending: DelegationForm) -> HttpResponse:
    away_rows, lent_rows = mandates.running(request.actor.organ)
    me = request.actor
    context = {
        "absences": [(row, mandates.may_register(me, row.staff)) for row in away_rows],
        "delegations": [(r, mandates.may_register(me, r.giver) or r.taker_id == me.staff_id) for r in lent_rows],
        "lending": lending,
    }
    answer = form_page(request, "workbench/away.html", absence, **context)
    if lending.is_bound and lending.errors:
        answer.status_code = 422
    return answer
