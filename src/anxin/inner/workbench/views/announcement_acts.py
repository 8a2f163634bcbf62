"""What staff do on the page of one announcement: one address per act, one form per act, the actions of the room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from anxin.inner.actor import Actor
from anxin.inner.announcements import drafts, flags, flow, joining, press, queries, release, requests, takedown
from anxin.inner.workbench import policy
from anxin.inner.workbench.forms import announcements as f
from anxin.inner.workbench.respond import done, try_form
from anxin.inner.workbench.views.announcements import READERS, show

Data = dict[str, Any]


@dataclass(frozen=True)
class Act:
    """``run`` gets the actor, the item's view and the cleaned data; ``sentence`` is said when it is done."""

    form: type[forms.Form]
    run: Callable[[Actor, queries.View, Data], Any]
    sentence: str


def _chain(view: queries.View) -> int:
    if view.chain is None:
        raise Http404
    return int(view.chain.pk)


def _request(view: queries.View) -> int:
    if view.request is None:
        raise Http404
    return int(view.request.pk)


ACTS: dict[str, Act] = {
    "edit": Act(f.EditForm, lambda a, v, d: drafts.edit(a, v.item.pk, d["revision"], d["title"], d["text"]), "已存。"),
    "justify": Act(
        f.JustifyForm, lambda a, v, d: drafts.justify(a, v.item.pk, d["revision"], d["text"], d["reason"]),
        "已记录保留的理由。",
    ),
    "secrecy": Act(
        f.SecrecyForm,
        lambda a, v, d: drafts.review_secrecy(a, v.item.pk, d["revision"], d["outcome"], d["checks"], d["note"]),
        "已作出保密审查结论。",
    ),
    "referral": Act(
        f.ReferralForm, lambda a, v, d: drafts.answer_referral(a, v.item.pk, d["outcome"], d["note"]),
        "已答复承办部门。",
    ),
    "picture": Act(
        f.PictureForm,
        lambda a, v, d: drafts.add_picture(a, v.item.pk, d["revision"], d["file"].read(), d["alt"], d["transcript"],
                                           wordless=d["wordless"]),
        "已加入图片。",
    ),
    "drop-picture": Act(
        f.DropPictureForm, lambda a, v, d: drafts.remove_picture(a, v.item.pk, d["revision"], d["picture"]),
        "已去掉图片。",
    ),
    "flag": Act(f.FlagForm, lambda a, v, d: flags.add(a, v.item.pk, d["name"], d["reason"]), "已标识。"),
    "unflag": Act(f.UnflagForm, lambda a, v, d: flags.remove(a, d["flag"], d["reason"]), "已取消标识，理由记录在案。"),
    "submit": Act(f.SeenForm, lambda a, v, d: flow.submit(a, v.item.pk, d["seen_hash"]), "已报请审批。"),
    "approve": Act(
        f.ApproveForm,
        lambda a, v, d: flow.approve(a, _chain(v), d["seen_hash"], d["comment"], compared=d["compared"]),
        "已同意，转入下一步。",
    ),
    "return": Act(f.BackForm, lambda a, v, d: flow.send_back(a, _chain(v), d["reason"]), "已退回拟制人。"),
    "refuse": Act(f.BackForm, lambda a, v, d: flow.refuse(a, _chain(v), d["reason"]), "已作出不同意发布的决定。"),
    "plan": Act(
        f.PlanForm, lambda a, v, d: release.schedule(a, _chain(v), d["seen_hash"], d["at"], d["embargo_until"]),
        "已安排定时发布。",
    ),
    "cancel-plan": Act(f.EmptyForm, lambda a, v, d: release.cancel(a, _chain(v)), "已取消定时发布。"),
    "release": Act(
        f.SeenForm, lambda a, v, d: release.publish(a, _chain(v), d["seen_hash"]), "已发布，公众网站随即可见。"
    ),
    "join": Act(f.EmptyForm, lambda a, v, d: joining.join(a, v.item.pk), "本院与下级院同步发布。"),
    "hide": Act(f.HideForm, lambda a, v, d: takedown.hide(a, v.item.pk, d["ground"]), "已隐藏，请尽快核实。"),
    "withdraw": Act(
        f.WithdrawForm,
        lambda a, v, d: requests.ask(a, v.item.pk, "withdrawal", d["reason"], d["article"]),
        "已报请撤回，各步办理完毕以后生效；不能等待的，请先隐藏。",
    ),
    "restore": Act(
        f.RestoreForm, lambda a, v, d: requests.ask(a, v.item.pk, "restoration", d["reason"]),
        "已报请恢复公开，与发布经过同样的审批。",
    ),
    "request-agree": Act(
        f.SignForm, lambda a, v, d: requests.approve(a, _request(v), d["seen_hash"], d["comment"]), "已同意。"
    ),
    "request-return": Act(
        f.BackForm, lambda a, v, d: requests.send_back(a, _request(v), d["reason"]), "已退回报请人。"
    ),
    "request-refuse": Act(
        f.BackForm, lambda a, v, d: requests.refuse(a, _request(v), d["reason"]), "已作出不同意的决定。"
    ),
    "correct": Act(
        f.CorrectForm, lambda a, v, d: takedown.correct(a, v.item.pk, d["note"]), "已转拟制人修改，修改后重新报请审批。"
    ),
    "press": Act(
        f.PressForm,
        lambda a, v, d: press.record(a, v.item.pk, d["form"], d["outlet"], d["planned_at"], d["actual_at"]),
        "已登记对外发布。",
    ),
    "took-place": Act(
        f.TookPlaceForm, lambda a, v, d: press.took_place(a, d["record"], d["actual_at"]), "已登记实际时间。"
    ),
    "cancel-press": Act(
        f.CancelPressForm, lambda a, v, d: press.cancel(a, d["record"], d["reason"]), "已取消，登记和理由保留。"
    ),
}


@policy.open_to(*READERS)
@require_POST
def act(request: HttpRequest, announcement_id: int, name: str) -> HttpResponse:
    """Do one thing; refused, the page says why beside the form with what was typed."""
    view = queries.view(request.actor, announcement_id)
    chosen = ACTS.get(name)
    if chosen is None or not _belongs(view, request.POST):
        raise Http404
    form = chosen.form(request.POST, request.FILES)
    subject = ("announcement", announcement_id)
    if try_form(request, form, lambda data: chosen.run(request.actor, view, data), subject):
        return done(request, chosen.sentence, "announcement", announcement_id)
    return show(request, announcement_id, name, form)


def _belongs(view: queries.View, given: Any) -> bool:
    """Whether the flag or record named in a form is this item's."""
    named = {"flag": view.item.flags, "record": view.item.press}
    return all(
        not given.get(name, "").isdecimal() or rows.filter(pk=int(given[name][:15])).exists()
        for name, rows in named.items()
    )
