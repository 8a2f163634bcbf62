"""Who may ask about which case: answers by staff, codes, licences, the end (Art 3, 8, 10)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from anxin.inner.inquiry import bindings, queries
from anxin.inner.inquiry import looks as answers
from anxin.inner.ledger.queries import of_subject
from anxin.inner.organs.duties import Duty
from anxin.inner.workbench import policy
from anxin.inner.workbench.forms.inquiry import AnswerForm, EndForm, FindForm, LicenceForm
from anxin.inner.workbench.paging import page
from anxin.inner.workbench.respond import done, form_page, posted, try_form
from anxin.inner.workbench.views.inquiries import code_page

METHODS = ["GET", "HEAD", "POST"]
ENDED = "查询资格已经终止，网上查询、下载和通知随即停止。"


@policy.open_to(Duty.CASE_MANAGEMENT)
@require_safe
def entitlements(request: HttpRequest) -> HttpResponse:
    """Live ones, those that run out soon, or those that have ended."""
    which = request.GET.get("which", "live")
    rows = queries.bindings(request.actor).filter(ended_at__isnull=which != "ended")
    if which == "expiring":
        rows = rows.filter(pk__in=[row.pk for _, row in queries.expiring(request.actor)])
    elif which == "asked":
        rows = rows.exclude(inquirer__asked="")
    context = {"page": page(request, rows), "which": which}
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
        "licence": lambda data: bindings.check_licence(request.actor, binding.pk, data["on"], data["until"]),
    }
    if act in forms and try_form(request, forms[act], actions[act], ("binding", binding.pk)):
        if act == "answer":
            slip = {"binding": binding, "record": made[0][1], "data": forms[act].cleaned_data}
            return render(request, "workbench/slip.html", slip)
        return done(request, ENDED if act == "end" else "已登记复核。", "entitlement", binding.pk)
    if act == "code":
        return code_page(request, binding.inquirer, ("binding", binding.pk), "entitlement", binding.pk)
    context = {
        "binding": binding, **forms, "form": forms.get(act),
        "looks": binding.looks.select_related("staff").order_by("-at")[:100], "last_day": bindings.last_day(binding),
        "events": of_subject(request.actor, "binding", binding.pk).order_by("-seq")[:50],
    }  # fmt: skip
    return render(request, "workbench/entitlement.html", context, status=422 if request.method == "POST" else 200)
