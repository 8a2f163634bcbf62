"""Important case information: the list, a new draft, the page of one item (Art 11-14)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from anxin.inner import filestore
from anxin.inner.announcements import drafts, flags, gate, joining, law, press, queries, release, requests
from anxin.inner.announcements.models import Version
from anxin.inner.cases import queries as cases
from anxin.inner.organs.duties import Duty
from anxin.inner.organs.models import Organ
from anxin.inner.workbench import policy
from anxin.inner.workbench.forms import announcements as f
from anxin.inner.workbench.paging import page
from anxin.inner.workbench.respond import form_page, posted, try_form
from anxin.regulation import chains, publicity

READERS = (*policy.READERS, Duty.PRESS, Duty.OFFICE)
FORM_METHODS = ["GET", "HEAD", "POST"]


@policy.open_to(*READERS)
@require_safe
def announcements(request: HttpRequest) -> HttpResponse:
    """What this person may see, what waits for them first."""
    rows = queries.visible_to(request.actor)
    chosen = {"category": request.GET.get("category", ""), "state": request.GET.get("state", "")}
    if chosen["category"] in law.categories():
        rows = rows.filter(category=chosen["category"])
    if chosen["state"] in Version.State.values:
        rows = rows.filter(versions__state=chosen["state"]).distinct()
    shown = page(request, rows.prefetch_related("publishers__organ"))
    context = {
        "page": shown, "hang": queries.hang_at(list(shown)),
        "categories": law.categories(), "states": Version.State.choices, "chosen": chosen,
        "waiting": queries.waiting_for(request.actor), "may_draft": Duty.HANDLER in request.actor.duties,
    }  # fmt: skip
    return render(request, "workbench/announcements.html", context)


@policy.open_to(Duty.HANDLER)
@require_http_methods(FORM_METHODS)
def new(request: HttpRequest) -> HttpResponse:
    """Draft from the standard wording, with fields drawn from the case."""
    own = cases.visible_to(request.actor).filter(handler_id=request.actor.staff_id).order_by("-pk")
    codes = chains.superiors(request.actor.organ, law.OrganTree())
    above = list(Organ.objects.filter(pk__in=codes).order_by("-code").values_list("code", "name"))
    initial = {"case": request.GET.get("case"), "kind": request.GET.get("kind")}
    form = f.NewForm(posted(request), cases=list(own[:300]), above=above, initial=initial)
    made: list[Version] = []

    def action(data: dict[str, Any]) -> None:
        made.append(drafts.start(request.actor, *data["kind"], data["case"], data["assigned_by"] or None))

    if request.method == "POST" and try_form(request, form, action, ("page", "announcement_new")):
        return redirect("announcement", made[0].announcement_id)
    return form_page(request, "workbench/announcement_new.html", form)


@policy.open_to(*READERS)
@require_safe
def announcement(request: HttpRequest, announcement_id: int) -> HttpResponse:
    return show(request, announcement_id)


@policy.open_to(*READERS)
@require_safe
def picture(request: HttpRequest, announcement_id: int, picture_id: int) -> HttpResponse:
    view = queries.view(request.actor, announcement_id)
    row = view.version.pictures.get(pk=picture_id)
    return HttpResponse(filestore.load(row.digest), content_type="image/png")


def show(
    request: HttpRequest, announcement_id: int, act: str = "", refused: forms.Form | None = None
) -> HttpResponse:
    """The page, with one refused form in its place when there is one."""
    actor = request.actor
    view = queries.view(actor, announcement_id)
    item, version, wording = view.item, view.version, view.wording
    text = wording.public
    offices = [p.title for p in item.case.participants.all()] if item.case else []
    raised, marked = law.flags_of(item), item.flags.select_related("organ", "added_by", "removed_by").order_by("pk")
    suggested = [s for s in publicity.suggestions(text, offices, law.rules_of(item.organ)) if s.flag not in raised]
    context = {
        "view": view, "item": item, "version": version, "wording": wording, "pieces": _pieces(wording),
        "category": law.categories()[item.category], "suggested": suggested,
        "flags": [(one, flags.may_remove(actor, one, item, version)) for one in marked],
        "case_flags": sorted(raised - {one.name for one in marked if not one.removed_at}),
        "may_mark": version.state in ("work", "chain") and flags.takes_part(actor, item),
        "levels": _levels(item, view.chain), "publishers": release.publisher_names(item),
        "forms": _forms(view) | {act.replace("-", "_"): refused},
        "press": [press.difference(row) for row in item.press.all()],
        "may_press": actor.organ == item.organ_id and bool(actor.duties & {Duty.PRESS, Duty.OFFICE}),
        "may_justify": actor.staff_id not in (item.drafter_id, version.asked_by_id) and version.state == "work"
        and actor.organ == item.organ_id and bool(actor.duties & drafts.JUSTIFY),
        "may_answer": Duty.SECRECY in actor.duties and version.secrecy == "refer" and not version.secrecy_answer,
        "may_join": joining.may_join(actor, item, version), "compared": gate.comparing(wording),
        "events": queries.history(item),
        "may_form": bool(actor.duties & set(policy.READERS)),
        "refused": refused, "asked": requests.asked(view.request) if view.request else None,
        "request_name": requests.name(view.request) if view.request else "",
    }  # fmt: skip
    return render(request, "workbench/announcement.html", context, status=422 if refused else 200)


def _forms(view: queries.View) -> dict[str, forms.Form]:
    version, seen = view.version, {"seen_hash": view.wording.content_hash}
    revision = {"revision": version.revision}
    secrecy = {"outcome": version.secrecy, "checks": version.secrecy_checks, "note": version.secrecy_note}
    return {
        "edit": f.EditForm(initial=revision | {"title": version.title, "text": version.text}),
        "secrecy": f.SecrecyForm(initial=revision | secrecy), "referral": f.ReferralForm(),
        "picture": f.PictureForm(initial=revision), "flag": f.FlagForm(), "submit": f.SeenForm(initial=seen),
        "approve": f.ApproveForm(initial=seen), "return": f.BackForm(), "plan": f.PlanForm(initial=seen),
        "release": f.SeenForm(initial=seen), "hide": f.HideForm(), "withdraw": f.WithdrawForm(),
        "correct": f.CorrectForm(), "press": f.PressForm(), "restore": f.RestoreForm(), "request_return": f.BackForm(),
        "request_agree": f.SignForm(initial={"seen_hash": view.request.content_hash if view.request else ""}),
    }  # fmt: skip


def _pieces(wording: Any) -> list[dict[str, Any]]:
    """The public title and body in stretches, with what is said against each."""
    shift, text = len(wording.title) + 1, wording.public
    found = sorted(((o.start + shift, o.end + shift, o) for o in wording.objections if o.end > o.start),
                   key=lambda one: one[:2])  # fmt: skip
    pieces, at = [], 0
    for start, end, objection in found:
        if start < at:
            continue
        pieces += [{"text": text[at:start]}, {
            "text": text[start:end], "objection": objection,
            "held": wording.version.justified.get(objection.text), "number": len(pieces) // 2 + 1,
        }]  # fmt: skip
        at = end
    return [*pieces, {"text": text[at:]}]


def _levels(item: Any, chain: Any) -> list[dict[str, Any]]:
    """The organs from below to the top, and what each did or has to do; before the report, what it will have to do."""
    steps = list(chain.steps.select_related("organ", "actor", "on_behalf_of")) if chain else []
    planned = [] if chain else law.chain(item).details["steps"]
    codes = [item.organ_id, *chains.superiors(item.organ_id, law.OrganTree())]
    names = dict(Organ.objects.filter(pk__in=codes).values_list("code", "name"))
    joint = set(item.publishers.values_list("organ_id", flat=True))
    return [
        {"name": names[code], "steps": [s for s in steps if s.organ_id == code], "joint": code in joint,
         "planned": [p for p in planned if p["organ"] == code]}
        for code in codes
    ]  # fmt: skip
