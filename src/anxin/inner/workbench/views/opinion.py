"""The public opinion register (Art 24): found, judged, handed over, answered, closed; and the feeds it comes from."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from anxin.inner.actor import Actor, NotAllowed
from anxin.inner.ledger.queries import of_subject
from anxin.inner.organs.duties import Duty
from anxin.inner.supervision import opinion as actions
from anxin.inner.supervision import outside, queries
from anxin.inner.supervision.models import Feed, Opinion
from anxin.inner.workbench import acts, policy
from anxin.inner.workbench.acts import Act
from anxin.inner.workbench.forms import supervision as forms
from anxin.inner.workbench.paging import page
from anxin.inner.workbench.respond import done, form_page, posted, try_form

METHODS = ["GET", "HEAD", "POST"]
KEEPERS = (Duty.PRESS, Duty.OFFICE, Duty.CASE_MANAGEMENT)
MAY_OPEN = (*policy.READERS, Duty.PRESS, Duty.OFFICE, Duty.TECHNICAL)


@policy.open_to(*MAY_OPEN)
@require_safe
def opinions(request: HttpRequest) -> HttpResponse:
    rows = queries.opinions(request.actor)
    chosen = {name: request.GET.get(name, "").replace("\0", "") for name in ("state", "level")}
    if chosen["state"] in Opinion.State.values:
        rows = rows.filter(state=chosen["state"])
    if chosen["level"]:
        rows = rows.filter(level=chosen["level"][:20])
    context = {"page": page(request, rows), "states": Opinion.State.choices, "chosen": chosen,
               "levels": actions.levels(request.user.organ), "may_keep": actions.may_keep(request.actor)}  # fmt: skip
    return render(request, "workbench/opinions.html", context)


@policy.open_to(*KEEPERS)
@require_http_methods(METHODS)
def opinion_new(request: HttpRequest) -> HttpResponse:
    """Enter by hand what was found."""
    actor = request.actor
    if not actions.may_keep(actor):
        raise NotAllowed("舆情由本院新闻宣传部门收集（规定第二十四条）。")
    form = forms.OpinionForm(posted(request))
    made: list[Opinion] = []

    def action(data: dict[str, Any]) -> None:
        item = queries.own_publication(actor, data.pop("number"))
        made.append(actions.add(actor, publication=item, case=item.document.case if item else None, **data))

    if request.method == "POST" and try_form(request, form, action, ("opinion", "")):
        return done(request, "已登记，请研判等级并确定负责人。", "opinion", made[0].pk)
    return form_page(request, "workbench/opinion_form.html", form)


def _keeps(actor: Actor, row: Opinion) -> bool:
    return row.state != Opinion.State.CLOSED and actions.may_keep(actor)


def _handles(actor: Actor, row: Opinion) -> bool:
    return row.state == Opinion.State.HANDLING and actions.may_keep(actor)


def _asked(actor: Actor, row: Opinion) -> bool:
    mine = {actor.department_id, *actor.headed} - {None}
    return row.steps.filter(kind="hand_over", done=False, department_id__in=mine).exists()


def _assess(actor: Actor, pk: int, data: dict[str, Any]) -> None:
    item = queries.own_publication(actor, data["number"])
    actions.assess(actor, pk, data["level"], data["owner_id"], item)


def _close(actor: Actor, pk: int, data: dict[str, Any]) -> None:
    actions.close(actor, pk, data["lesson"], queries.own_publication(actor, data["number"]))


ACTS = (
    Act("answer", "部门回复", "回复", forms.TextForm, lambda a, pk, d: actions.answer(a, pk, **d), "已回复。", _asked),
    Act("step", "记录处置", "记录", forms.StepForm, lambda a, pk, d: actions.step(a, pk, **d), "已记录。", _handles),
    Act("assess", "研判", "确定", forms.AssessForm, _assess, "已确定等级和负责人。", _keeps),
    Act("close", "办结", "办结", forms.CloseOpinionForm, _close, "舆情已经办结。", _handles),
)


@policy.open_to(*MAY_OPEN)
@require_http_methods(METHODS)
def opinion(request: HttpRequest, opinion_id: int) -> HttpResponse:
    row = queries.opinions(request.actor).get(pk=opinion_id)

    def context() -> dict[str, Any]:
        return {"steps": row.steps.select_related("by", "department"),
                "events": of_subject(request.actor, "opinion", row.pk).order_by("-seq")}  # fmt: skip

    return acts.page(request, row, ACTS, "workbench/opinion.html", "opinion", "opinion", context)


@policy.open_to(*KEEPERS)
@require_http_methods(METHODS)
def feeds(request: HttpRequest) -> HttpResponse:
    """The feeds that the outer wing fetches for this organ."""
    actor = request.actor
    if not actions.may_keep(actor):
        raise NotAllowed("舆情来源由新闻宣传部门设置（规定第二十四条）。")
    rows = Feed.objects.filter(organ_id=actor.organ).order_by("-active", "pk")
    stopped = request.POST.get("stop", "")
    if stopped.isdigit() and rows.filter(pk=int(stopped[:18])).exists():
        outside.unfollow(actor, int(stopped[:18]))
        return done(request, "不再收取这一来源，已经收到的保留。", "feeds")
    form = forms.FeedForm(posted(request))
    if request.method == "POST" and try_form(request, form, lambda d: outside.follow(actor, **d), ("feed", "")):
        return done(request, "已设置，外网每一刻钟收取一次。", "feeds")
    return form_page(request, "workbench/feeds.html", form, rows=rows)
