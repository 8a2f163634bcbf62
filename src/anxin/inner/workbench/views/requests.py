"""Requests beside a draft: asking for an exemption, a withdrawal, a restoration; the page on which they are signed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from anxin.inner import filestore
from anxin.inner.actor import NotAllowed, Refused
from anxin.inner.approvals.queries import objection, open_step
from anxin.inner.cases import queries as case_queries
from anxin.inner.documents import consent, exemptions, queries, requests
from anxin.inner.documents.models import Request
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import note
from anxin.inner.organs.duties import Duty
from anxin.inner.workbench import policy
from anxin.inner.workbench.forms.requests import (
    AskRestorationForm,
    AskWithdrawalForm,
    ExemptForm,
    NameForm,
    SignRequestForm,
)
from anxin.inner.workbench.respond import done, form_page, posted, sorry, try_form

FORM_METHODS = ["GET", "HEAD", "POST"]
ASKED = "已报请，各步办理完毕以后生效；在此以前原有的期限和公开状态不变。"
SIGNED = {
    "agree": (requests.approve, "已同意。"),
    "return": (requests.send_back, "已退回承办人。"),
    "refuse": (requests.refuse, "已作出不同意的决定。"),
}


@policy.open_to(Duty.HANDLER)
@require_http_methods(FORM_METHODS)
def exempt(request: HttpRequest, document_id: int) -> HttpResponse:
    """Ask for a document not to be published (Art 4, 18)."""
    document = queries.documents(request.actor).get(pk=document_id)
    form = ExemptForm(posted(request), case=document.case)
    heading = f"报请不公开：{document}"
    return _ask(
        request, form, lambda data: exemptions.request(request.actor, document_id, **data), document, heading,
        "不公开由承办人提出，经部门负责人审核、检察长或者分管副检察长批准、案件管理部门复核登记；批准以前期限照常计算。",
    )  # fmt: skip


@policy.open_to(Duty.HANDLER)
@require_http_methods(FORM_METHODS)
def ask_withdrawal(request: HttpRequest, publication_id: int) -> HttpResponse:
    """Ask for the withdrawal of a published version (Art 23)."""
    form = AskWithdrawalForm(posted(request))
    hint = "撤回经批准后，公众页面只保留撤回说明。内容已经泄露、不能等待的，请先在公开文书页面立即隐藏。"
    return _ask_about(request, publication_id, form, Request.Kind.WITHDRAWAL, "报请撤回", hint)


@policy.open_to(Duty.HANDLER)
@require_http_methods(FORM_METHODS)
def ask_restoration(request: HttpRequest, publication_id: int) -> HttpResponse:
    """Ask for a hidden version to be public again: the whole chain of Article 21, nobody alone."""
    form = AskRestorationForm(posted(request))
    hint = "恢复公开与发布经过同样的审批（规定第二十一条）；案件情况已经变更的不能恢复，应当重新办理公开。"
    return _ask_about(request, publication_id, form, Request.Kind.RESTORATION, "报请恢复公开", hint)


def _ask_about(
    request: HttpRequest, publication_id: int, form: forms.Form, kind: str, heading: str, hint: str
) -> HttpResponse:
    item = queries.publications(request.actor).get(pk=publication_id)

    def action(data: dict[str, Any]) -> Any:
        article = data.get("article", "21")
        return requests.about_publication(request.actor, publication_id, kind, article, data["reason"])

    return _ask(request, form, action, item.document, f"{heading}：{item.document}", hint)


def _ask(request: HttpRequest, form: forms.Form, action: Any, document: Any, heading: str, hint: str) -> HttpResponse:
    """One form, one request; asked, the page of its chain."""
    if request.method == "POST" and try_form(request, form, action, ("document", document.pk)):
        return done(request, ASKED, "case", document.case_id, fragment=f"document-{document.pk}")
    context = {"case": document.case, "heading": heading, "hint": hint}
    return form_page(request, "workbench/request_form.html", form, **context)


@policy.open_to(Duty.HANDLER)
@require_http_methods(FORM_METHODS)
def own_name(request: HttpRequest, case_id: int, key: str) -> HttpResponse:
    """A person applies to appear under their own name (Art 19(P2))."""
    case = case_queries.visible_to(request.actor).get(pk=case_id)
    person = case.participants.get(key=key)
    form = NameForm(posted(request), request.FILES or None)

    def action(data: dict[str, Any]) -> Any:
        return consent.apply(request.actor, case_id, key, data["paper"].read(), data["reason"])

    if request.method == "POST" and try_form(request, form, action, ("case", case_id)):
        return done(request, ASKED, "case", case_id, fragment="people")
    hint = "经承办人核实、部门负责人审核、分管副检察长批准，不再匿名（规定第十九条第二款）；未成年人的姓名一律不公开。"
    context = {"case": case, "heading": f"申请公开本人姓名：{person.name}", "hint": hint}
    return form_page(request, "workbench/request_form.html", form, **context)


@policy.open_to(Duty.HANDLER)
@require_POST
def revoke_name(request: HttpRequest, case_id: int, key: str) -> HttpResponse:
    """The person no longer wishes it; the name is masked again at once."""
    case_queries.visible_to(request.actor).get(pk=case_id)
    try:
        consent.revoke(request.actor, case_id, key)
    except (Refused, NotAllowed) as error:
        return sorry(request, error, ("case", case_id), "case", case_id)
    return done(request, "已撤销，姓名重新匿名；已经公开的先行隐藏，请重新办理公开。", "case", case_id)


@policy.open_to(*policy.READERS)
@require_safe
def paper(request: HttpRequest, chain_id: int) -> HttpResponse:
    """The written application, as a picture drawn anew; taking it is recorded."""
    view = queries.request_view(request.actor, chain_id)
    if not view.request.paper:
        raise Http404
    note(request.actor, Event.DOWNLOADED, "request", view.request.pk, file=view.request.paper)
    return HttpResponse(filestore.load(view.request.paper), content_type="image/png")


@policy.open_to(*policy.READERS)
@require_http_methods(FORM_METHODS)
def chain(request: HttpRequest, chain_id: int) -> HttpResponse:
    """One request with its reasons, its text and its steps; whoever has the open step signs here."""
    view = queries.request_view(request.actor, chain_id)
    form = SignRequestForm(posted(request), initial={"seen_hash": view.request.content_hash})
    if request.method == "POST" and try_form(
        request, form, lambda data: _sign(request, chain_id, data), ("request", view.request.pk)
    ):
        return done(request, SIGNED[form.cleaned_data["act"] or "agree"][1], "today")
    step = open_step(view.chain) if view.chain.state == "open" else None
    why_not = objection(request.actor, step) if step else None
    context = {"view": view, "step": step, "why_not": why_not, "may_sign": step and not why_not}
    return form_page(request, "workbench/request.html", form, **context)


def _sign(request: HttpRequest, chain_id: int, data: dict[str, Any]) -> None:
    action, _ = SIGNED[data["act"] or "agree"]
    if action is requests.approve:
        requests.approve(request.actor, chain_id, data["seen_hash"], data["comment"])
    else:
        action(request.actor, chain_id, data["comment"])
