"""Who may ask about which case: answers by staff, codes, licences, the end (Art 3, 8, 10)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from anxin.inner.actor import NotAllowed, Refused
from anxin.inner.inquiry import accounts, bindings, queries
from anxin.inner.inquiry import looks as answers
from anxin.inner.ledger.queries import of_subject
from anxin.inner.organs.duties import Duty
from anxin.inner.workbench import policy
from anxin.inner.workbench.forms.inquiry import AnswerForm, EndForm, FindForm, LicenceForm
from anxin.inner.workbench.paging import page
from anxin.inner.workbench.respond import done, form_page, posted, sorry, try_form

METHODS = ["GET", "HEAD", "POST"]
ENDED = "查询资格已经终止，网上查询、下载和通知随即停止。"


@policy.open_to(Duty.CASE_MANAGEMENT)
@require_safe
def entitlements(request: HttpRequest) -> HttpResponse:
    rows, live = queries.bindings(request.actor), request.GET.get("ended") != "1"
    context = {"page": page(request, rows.filter(ended_at__isnull=live)), "live": live}
    return render(request, "workbench/entitlements.html", context)


@policy.open_to(Duty.CASE_MANAGEMENT)
@require_http_methods(METHODS)
def find(request: HttpRequest) -> HttpResponse:
    """A verified person stands at the window or is on the telephone: find what they may ask."""
    form, found = FindForm(posted(request)), None
    if form.is_bound and form.is_valid():
        found = answers.find(request.actor, form.cleaned_data["id_type"], form.cleaned_data["id_number"])
    return form_page(request, "workbench/entitlement_find.html", form, found=found)


@policy.open_to(Duty.CASE_MANAGEMENT)
@require_http_methods(METHODS)
def entitlement(request: HttpRequest, binding_id: Any) -> HttpResponse:
    """One entitlement: who looked, and what may be done with it."""
    binding = queries.bindings(request.actor).get(pk=binding_id)
    organ, act = binding.case.organ, request.POST.get("act", "") if request.method == "POST" else ""
    forms = {
        "end": EndForm(posted(request), organ=organ), "answer": AnswerForm(posted(request), organ=organ),
        "licence": LicenceForm(posted(request)),
    }  # fmt: skip
    made: list[Any] = []
    actions = {
        "end": lambda data: bindings.end(request.actor, binding.pk, data["ground"], data["reason"]),
        "answer": lambda data: made.append(answers.answer(request.actor, binding.pk, **data)),
        "licence": lambda data: bindings.check_licence(request.actor, binding.pk, data["on"]),
    }
    if act in forms and try_form(request, forms[act], actions[act], ("binding", binding.pk)):
        if act == "answer":
            slip = {"binding": binding, "record": made[0][1], "data": forms[act].cleaned_data}
            return render(request, "workbench/slip.html", slip)
        return done(request, ENDED if act == "end" else "已登记复核。", "entitlement", binding.pk)
    if act == "code":
        return _code(request, binding)
    context = {
        "binding": binding, **forms, "form": forms.get(act), "older": queries.older_defenders(binding),
        "looks": binding.looks.select_related("staff").order_by("-at")[:100], "last_day": bindings.last_day(binding),
        "events": of_subject(request.actor, "binding", binding.pk).order_by("-seq")[:50],
    }  # fmt: skip
    return render(request, "workbench/entitlement.html", context, status=422 if request.method == "POST" else 200)


def _code(request: HttpRequest, binding: Any) -> HttpResponse:
    """The one-time code, on the answer to this request and nowhere else."""
    try:
        code = accounts.issue_code(request.actor, binding.inquirer_id)
    except (Refused, NotAllowed) as error:
        return sorry(request, error, ("binding", binding.pk), "entitlement", binding.pk)
    binding.inquirer.refresh_from_db()
    return render(request, "workbench/code.html", {"binding": binding, "code": code})
