"""The superior's first page (Art 23): how the organs below do, what to look at, who links (Art 3)."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from anxin.inner.organs.duties import Duty
from anxin.inner.supervision import alarms, outside, queries
from anxin.inner.supervision import overview as rolled
from anxin.inner.workbench import policy
from anxin.inner.workbench.forms.supervision import SiteForm
from anxin.inner.workbench.paging import page
from anxin.inner.workbench.respond import done, form_page, posted, try_form

SUPERVISE = (Duty.CASE_MANAGEMENT, Duty.CHIEF, Duty.SUPERVISOR)
MAY_SET = {Duty.CASE_MANAGEMENT, Duty.TECHNICAL}


@policy.open_to(*SUPERVISE, Duty.DEPUTY_CHIEF, Duty.SECRECY, Duty.TECHNICAL)
@require_safe
def supervision(request: HttpRequest) -> HttpResponse:
    """Rates, lateness, returns, corrections, complaints by organ, with the warnings; ``?organ=`` goes down the tree."""
    if not request.actor.duties & set(SUPERVISE):  # their part of supervision is on another page
        return redirect("sites" if Duty.TECHNICAL in request.actor.duties else "orders")
    at = request.GET.get("organ", "").replace("\0", "")[:6]
    here, lines = rolled.overview(request.actor, at)
    found = alarms.alarms(request.actor, here.pk)
    grouped = [(label, [a for a in found if a.kind == kind]) for kind, label in alarms.KINDS.items()]
    above = here.parent if here.pk != request.actor.organ else None
    total = rolled.Row()
    for _, _, line in lines:
        total += line
    idle = [(organ, deeper) for organ, deeper, line in lines[1:] if line == rolled.Row()]
    busy = [line for line in lines if line[0].pk == here.pk or line[2] != rolled.Row()]
    context = {"here": here, "lines": busy, "idle": idle, "total": total, "above": above,
               "alarms": [g for g in grouped if g[1]]}  # fmt: skip
    return render(request, "workbench/supervision.html", context)


@policy.open_to(*SUPERVISE, Duty.TECHNICAL)
@require_http_methods(["GET", "HEAD", "POST"])
def sites(request: HttpRequest) -> HttpResponse:
    """Article 3: the link for the own site, and which sites below lack it."""
    actor = request.actor
    lines = queries.sites(actor)
    mine = next((site for organ, site in lines if organ.pk == actor.organ), None)
    form = SiteForm(posted(request), initial={"address": mine.address if mine else ""})
    if request.method == "POST" and try_form(
        request, form, lambda data: outside.set_site(actor, data["address"]), ("site", actor.organ)
    ):
        return done(request, "已登记，外网随后检查首页上有没有链接。", "sites")
    link = f"{settings.PORTAL_ADDRESS}/organs/{actor.organ}/"
    context = {"lines": lines, "page": page(request, lines), "mine": mine, "link": link,
               "may_set": bool(actor.duties & MAY_SET),
               "lacking": sum(site is None or not site.linked for _, site in lines)}  # fmt: skip
    return form_page(request, "workbench/sites.html", form, **context)
