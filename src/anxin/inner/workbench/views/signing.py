"""Signing: the list with the reasons beside each item, approving, returning, rechecking and publishing (Art 21)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from anxin.inner.actor import Refused
from anxin.inner.announcements import queries as announcements
from anxin.inner.approvals.queries import is_last
from anxin.inner.documents import actions, batch, queries
from anxin.inner.kiosk import actions as kiosk
from anxin.inner.organs.duties import Duty
from anxin.inner.workbench import policy, review_page
from anxin.inner.workbench.forms import review as forms
from anxin.inner.workbench.paging import page
from anxin.inner.workbench.respond import done, try_form


@policy.open_to(*policy.APPROVERS, Duty.PRESS)
@require_safe
def signing(request: HttpRequest) -> HttpResponse:
    """What waits for this person's signature. Showing real names beside their reasons is a look, and recorded."""
    steps = [t for t in queries.waiting_for(request.actor) if t.step]
    shown = page(request, [t for t in steps if t.draft], per_page=10)
    items = [_item(request, task) for task in shown]
    others, told = [t for t in steps if t.request], announcements.waiting_for(request.actor)
    context = {
        "page": shown, "items": items, "others": others, "told": told, "total": len(steps) + len(told),
        "together": sum("view" in item and item["unfit"] is None for item in items),
    }  # fmt: skip
    return render(request, "workbench/signing.html", context)


def _item(request: HttpRequest, task: queries.Task) -> dict[str, Any]:
    """One item as stored. The whole gate is not reckoned here: the action reckons it when somebody signs."""
    try:
        view = queries.draft_view(request.actor, task.draft.pk)
    except Refused as error:
        return {"task": task, "sentence": str(error)}
    initial = {"seen_hash": view.processing.content_hash, "chain": task.step.chain_id}
    prefix = f"id_{task.step.chain_id}_%s"
    return {
        "task": task, "view": view, "releasing": (last := is_last(task.step)),
        "unfit": batch.fit(view.draft, last),
        "pick": f"{task.step.chain_id}:{view.processing.content_hash}",
        "sign_form": forms.SignForm(initial=initial, auto_id=prefix),
        "send_back_form": forms.SendBackForm(initial=initial, auto_id=prefix + "_back"),
    }  # fmt: skip


@policy.open_to(*policy.APPROVERS)
@require_POST
def together(request: HttpRequest) -> HttpResponse:
    """Sign what was ticked: each by itself, each with its own answer."""
    picked = [value.partition(":") for value in request.POST.getlist("item")]
    chosen = [(int(pk), seen) for pk, _, seen in picked if pk.isdecimal() and len(pk) < 12]
    try:
        results = batch.sign(request.actor, chosen, request.POST.get("comment", "").strip()[:500])
    except Refused as error:
        messages.error(request, str(error))
        return redirect("signing")
    for result in results:
        (messages.success if result.done else messages.error)(request, f"{result.title}：{result.sentence}")
    return redirect("signing")


@policy.open_to(*policy.APPROVERS)
@require_POST
def approve(request: HttpRequest, draft_id: int) -> HttpResponse:
    form = forms.SignForm(request.POST)
    if try_form(
        request, form,
        lambda d: actions.approve(request.actor, d["chain"], d["seen_hash"], d["comment"]), ("draft", draft_id),
    ):  # fmt: skip
        return done(request, "已同意，转入下一步。", "signing")
    return review_page.show(request, draft_id, refused=form)


@policy.open_to(*policy.APPROVERS)
@require_POST
def send_back(request: HttpRequest, draft_id: int) -> HttpResponse:
    form = forms.SendBackForm(request.POST)
    if try_form(
        request, form, lambda d: actions.send_back(request.actor, d["chain"], d["reason"]), ("draft", draft_id)
    ):
        return done(request, "已退回承办人。", "signing")
    return review_page.show(request, draft_id, refused=form)


@policy.open_to(*policy.APPROVERS)
@require_POST
def publish(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Recheck and release in one act: to the public, or to the touch screen (Art 17)."""
    form = forms.SignForm(request.POST)
    act = kiosk.release if queries.is_for_kiosk(draft_id) else actions.publish
    if try_form(
        request, form,
        lambda d: act(request.actor, d["chain"], d["seen_hash"], d["comment"]), ("draft", draft_id),
    ):  # fmt: skip
        if act is kiosk.release:
            return done(request, "已复核，文书已在本院触摸显示屏上提供查阅。", "kiosk")
        return done(request, "已复核并发布，公众网站随即可见。", "publications")
    return review_page.show(request, draft_id, refused=form)
