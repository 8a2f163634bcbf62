"""监督通知 (Art 23): what the own organ was ordered to do, and what it ordered others to do."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from anxin.inner.actor import Actor, Refused
from anxin.inner.documents.models import LegalDocument
from anxin.inner.ledger.queries import whole_history
from anxin.inner.organs.duties import Duty
from anxin.inner.supervision import orders as actions
from anxin.inner.supervision import queries
from anxin.inner.supervision.models import Order
from anxin.inner.workbench import acts, policy
from anxin.inner.workbench.acts import Act
from anxin.inner.workbench.forms import supervision as forms
from anxin.inner.workbench.paging import page
from anxin.inner.workbench.respond import done, form_page, posted, try_form

METHODS = ["GET", "HEAD", "POST"]
MAY_OPEN = (Duty.CASE_MANAGEMENT, Duty.CHIEF, Duty.DEPUTY_CHIEF, Duty.SECRECY, Duty.SUPERVISOR)
ISSUE = (Duty.CASE_MANAGEMENT, Duty.CHIEF, Duty.SECRECY, Duty.SUPERVISOR)


@policy.open_to(*MAY_OPEN)
@require_safe
def orders(request: HttpRequest) -> HttpResponse:
    context = {"page": page(request, queries.orders(request.actor)), "own": request.actor.organ,
               "may_issue": bool(request.actor.duties & set(ISSUE))}  # fmt: skip
    return render(request, "workbench/orders.html", context)


@policy.open_to(*ISSUE)
@require_http_methods(METHODS)
def order_new(request: HttpRequest) -> HttpResponse:
    """Order an organ below to publish, correct, withdraw or put something right."""
    actor = request.actor
    given = {name: request.GET.get(name, "")[:80] for name in ("organ", "number", "kind")}
    form = forms.OrderForm(posted(request), actor=actor, initial={k: v for k, v in given.items() if v})
    made: list[Order] = []
    if request.method == "POST" and try_form(request, form, lambda d: made.append(_issue(actor, d)), ("order", "")):
        return done(request, "监督通知已经发出。", "order", made[0].pk)
    return form_page(request, "workbench/order_form.html", form)


def _issue(actor: Actor, data: dict[str, Any]) -> Order:
    about: dict[str, Any] = {}
    if number := data["number"].strip():
        documents = LegalDocument.objects.filter(number=number, case__organ_id=data["organ"])
        document = documents.order_by("-version").first()
        if document is None or not actions.may_order(actor, data["organ"]):
            raise Refused("该院没有这一文号的文书，请核对文号。")
        about["document"] = document
        about["publication"] = document.publications.order_by("-version").first()
    return actions.issue(actor, data["organ"], data["kind"], data["text"], data["article"], **about)


def _received(actor: Actor, row: Order) -> bool:
    mine = row.organ_id == actor.organ and bool(actor.duties & {Duty.CASE_MANAGEMENT, Duty.CHIEF})
    return mine and row.state == Order.State.ISSUED


def _judges(actor: Actor, row: Order) -> bool:
    return row.issuer_id == actor.organ and actions.may_order(actor, row.organ_id)


def _answered(actor: Actor, row: Order) -> bool:
    return row.state == Order.State.ANSWERED and _judges(actor, row)


def _done(actor: Actor, row: Order) -> bool:
    return _answered(actor, row) and actions.fulfilled(row) is not False


def _open(actor: Actor, row: Order) -> bool:
    return row.open and _judges(actor, row)


ACTS = (
    Act("answer", "回复落实情况", "回复", forms.TextForm, lambda a, pk, d: actions.answer(a, pk, **d), "已回复。",
        _received, hint="公开、更正、撤回要先在系统中办理；发出的院办结时，系统核对是否已经落实。"),
    Act("close", "办结", "办结", forms.RemarkForm, lambda a, pk, d: actions.close(a, pk, **d), "已办结。", _done),
    Act("again", "要求重新落实", "退回重新落实", forms.RemarkForm, lambda a, pk, d: actions.send_again(a, pk, **d),
        "已退回，期限重新计算。", _answered, menu=True),
    Act("revoke", "撤销通知", "撤销", forms.RemarkForm, lambda a, pk, d: actions.revoke(a, pk, **d), "已撤销。", _open,
        danger=True, menu=True),
)  # fmt: skip


@policy.open_to(*MAY_OPEN)
@require_http_methods(METHODS)
def order(request: HttpRequest, order_id: int) -> HttpResponse:
    row = queries.orders(request.actor).get(pk=order_id)

    def context() -> dict[str, Any]:
        return {"fulfilled": actions.fulfilled(row), "late": queries.late(row), "own": request.actor.organ,
                "events": whole_history("order", row.pk).order_by("-at")}  # fmt: skip

    return acts.page(request, row, ACTS, "workbench/order.html", "order", "order", context)
