"""What is on the organ's touch screen (Art 17); hiding in two clicks, taking down with a ground."""

from __future__ import annotations

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from anxin.inner.actor import NotAllowed, Refused
from anxin.inner.kiosk import actions, queries
from anxin.inner.ledger.queries import of_subject
from anxin.inner.organs.duties import Duty
from anxin.inner.workbench import policy
from anxin.inner.workbench.forms.requests import WithdrawForm
from anxin.inner.workbench.paging import page
from anxin.inner.workbench.respond import done, form_page, sorry, try_form
from anxin.inner.workbench.views.publications import GROUNDS, HideForm


@policy.open_to(*policy.READERS)
@require_safe
def kiosk(request: HttpRequest) -> HttpResponse:
    return render(request, "workbench/kiosk.html", {"page": page(request, queries.releases(request.actor))})


@policy.open_to(*policy.READERS)
@require_safe
def release(request: HttpRequest, release_id: int) -> HttpResponse:
    return _page(request, release_id, WithdrawForm())


def _page(request: HttpRequest, release_id: int, form: Form) -> HttpResponse:
    row = queries.releases(request.actor).get(pk=release_id)
    context = {
        "item": row, "hide": HideForm(), "may_hide": row.state == "shown",
        "may_withdraw": row.state in ("shown", "hidden") and Duty.CASE_MANAGEMENT in request.actor.duties,
        "events": of_subject(request.actor, "document", row.document_id).order_by("-seq"),
    }  # fmt: skip
    return form_page(request, "workbench/kiosk_release.html", form, **context)


@policy.open_to(*policy.READERS)
@require_POST
def hide(request: HttpRequest, release_id: int) -> HttpResponse:
    queries.releases(request.actor).get(pk=release_id)
    form = HideForm(request.POST)
    ground = form.cleaned_data["ground"] if form.is_valid() else GROUNDS[-1][0]
    try:
        actions.hide(request.actor, release_id, ground)
    except (Refused, NotAllowed) as error:
        return sorry(request, error, ("release", release_id), "kiosk_release", release_id)
    return done(request, "已隐藏，触摸显示屏上不再出现。", "kiosk_release", release_id)


@policy.open_to(Duty.CASE_MANAGEMENT)
@require_POST
def withdraw(request: HttpRequest, release_id: int) -> HttpResponse:
    queries.releases(request.actor).get(pk=release_id)
    form = WithdrawForm(request.POST)
    if try_form(
        request, form, lambda d: actions.withdraw(request.actor, release_id, d["ground"], d["article"]),
        ("release", release_id),
    ):  # fmt: skip
        return done(request, "已从触摸显示屏撤下。", "kiosk_release", release_id)
    return _page(request, release_id, form)
