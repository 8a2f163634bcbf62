"""One case: its data, people, judgments, documents with their obligations, and what happened to it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from anxin.inner.cases import actions, queries
from anxin.inner.cases.models import Case
from anxin.inner.documents import served
from anxin.inner.documents.queries import documents, request_chains
from anxin.inner.organs.duties import Duty
from anxin.inner.workbench import policy
from anxin.inner.workbench.forms.case import CaseForm, DateForm, ServiceForm
from anxin.inner.workbench.history import events_of
from anxin.inner.workbench.respond import done, form_page, posted, try_form

ON_THE_PAGE = ("obligations", "drafts", "publications", "services")


def may_edit(request: HttpRequest, case: Case) -> bool:
    """Whether to show the doors to editing; the actions check again."""
    actor = request.actor
    return (
        case.handler_id == actor.staff_id or case.department_id in actor.headed or Duty.CASE_MANAGEMENT in actor.duties
    )


@policy.open_to(*policy.READERS)
@require_safe
def case(request: HttpRequest, case_id: int) -> HttpResponse:
    found = queries.get(request.actor, case_id)
    context = {
        "case": found,
        "documents": found.documents.prefetch_related(*ON_THE_PAGE).order_by("pk"),
        "events": events_of(request.actor, found),
        "requests": request_chains(request.actor, case_id),
        "may_edit": may_edit(request, found),
    }
    return render(request, "workbench/case.html", context)


@policy.open_to(*policy.CASEWORK)
def edit(request: HttpRequest, case_id: int) -> HttpResponse:
    """Correct case data; drafts that rest on it are masked anew."""
    found = queries.visible_to(request.actor).get(pk=case_id)
    form = CaseForm.of(found, posted(request))
    if request.method == "POST" and try_form(
        request, form, lambda data: actions.correct(request.actor, case_id, form.changes()), ("case", case_id)
    ):
        return done(request, "案件数据已更正。", "case", case_id)
    return form_page(request, "workbench/case_edit.html", form, case=found)


@policy.open_to(*policy.CASEWORK)
def conclude(request: HttpRequest, case_id: int) -> HttpResponse:
    """Register that the case is concluded."""
    return _date_page(request, case_id, actions.conclude, "登记办结", "办结日期", "concluded_on")


@policy.open_to(*policy.CASEWORK)
def filing_review(request: HttpRequest, case_id: int) -> HttpResponse:
    """Register the end of the superior's filing review."""
    return _date_page(
        request, case_id, actions.finish_filing_review, "登记备案审查结束", "备案审查结束日期", "filing_reviewed_on"
    )


@policy.open_to(*policy.CASEWORK)
def service(request: HttpRequest, document_id: int) -> HttpResponse:
    """Register that a document was served on somebody (Art 16)."""
    document = documents(request.actor).get(pk=document_id)
    form = ServiceForm(posted(request))
    if request.method == "POST" and try_form(
        request, form, lambda data: served.record_service(request.actor, document_id, **data), ("document", document_id)
    ):
        return done(request, "送达已登记。", "case", document.case_id, fragment=f"document-{document_id}")
    hint = "登记时记下送达文书的全文校验值；公开的文书除屏蔽处外，应当与送达的一致（规定第十六条、第二十二条）。"
    context = {"case": document.case, "heading": f"登记送达：{document}", "hint": hint}
    return form_page(request, "workbench/case_date.html", form, **context)


def _date_page(request: HttpRequest, case_id: int, action, title: str, label: str, field: str) -> HttpResponse:
    found = queries.visible_to(request.actor).get(pk=case_id)
    form = DateForm(posted(request), initial={"on": getattr(found, field)})
    form.fields["on"].label = label
    if request.method == "POST" and try_form(
        request, form, lambda data: action(request.actor, case_id, data["on"]), ("case", case_id)
    ):
        return done(request, f"已{title}，公开义务和期限随之更新。", "case", case_id)
    hint = "公开期限从这一日的次日起算十日，末日是节假日的顺延到其后第一个工作日（规定第二十一条）。"
    return form_page(request, "workbench/case_date.html", form, case=found, heading=title, hint=hint)
