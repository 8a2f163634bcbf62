"""Sampling inspections (Art 5, 23): drawn with a recorded seed, checked item by item, findings to orders."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from anxin.inner.actor import Actor
from anxin.inner.organs.duties import Duty
from anxin.inner.supervision import inspections as actions
from anxin.inner.supervision import orders, queries
from anxin.inner.supervision.models import Inspection, Sample
from anxin.inner.workbench import acts, policy
from anxin.inner.workbench.acts import Act
from anxin.inner.workbench.forms import supervision as forms
from anxin.inner.workbench.paging import page
from anxin.inner.workbench.respond import done, form_page, posted, try_form
from anxin.inner.workbench.views.complaints import sheet
from anxin.regulation.rules import load

METHODS = ["GET", "HEAD", "POST"]
INSPECT = (Duty.CASE_MANAGEMENT, Duty.CHIEF, Duty.SUPERVISOR, Duty.SECRECY)


@policy.open_to(*INSPECT)
@require_http_methods(METHODS)
def inspections(request: HttpRequest) -> HttpResponse:
    """The list, and the form that draws a new sample."""
    actor = request.actor
    purposes = [p for p, duties in actions.MAY.items() if actor.duties & duties]
    types = [e.title for e in load("2014-trial").table("document_type") if e.get("audience") == "internet"]
    form = forms.InspectionForm(posted(request), actor=actor, types=types, purposes=purposes)
    if request.method == "POST":
        made: list[Inspection] = []
        if try_form(request, form, lambda d: made.append(actions.open_one(actor, **d)), ("inspection", "")):
            return done(request, f"已抽取{made[0].samples.count()}份，随机种子已经记录。", "inspection", made[0].pk)
    return form_page(request, "workbench/inspections.html", form, page=page(request, queries.inspections(actor)))


def _open(actor: Actor, row: Inspection) -> bool:
    return row.closed_at is None and not row.samples.filter(checked_at=None).exists()


CLOSING = (
    Act("close", "结束检查", "结束检查", forms.RemarkForm, lambda a, pk, d: actions.close(a, pk, d["remark"]),
        "检查已经结束。", _open, hint="写明检查的结论；发现的问题另以监督通知要求整改。"),
)  # fmt: skip


@policy.open_to(*INSPECT)
@require_http_methods(METHODS)
def inspection(request: HttpRequest, inspection_id: int) -> HttpResponse:
    row = queries.inspections(request.actor).get(pk=inspection_id)

    def context() -> dict[str, Any]:
        samples = row.samples.select_related("organ", "publication__document", "checked_by").prefetch_related("orders")
        return {"samples": samples, "same": actions.drawn_again(row)}

    return acts.page(request, row, CLOSING, "workbench/inspection.html", "inspection", "inspection", context)


def _checks(actor: Actor, row: Sample) -> bool:
    return row.inspection.closed_at is None


def _orders(actor: Actor, row: Sample) -> bool:
    return bool(row.failed) and orders.may_order(actor, row.organ_id)


def _check(actor: Actor, pk: int, data: dict[str, Any]) -> None:
    actions.check(actor, pk, {k: v for k, v in data.items() if k != "note"}, data["note"])


def _order(actor: Actor, pk: int, data: dict[str, Any]) -> None:
    row = queries.sample(actor, pk)
    about = {"sample": row, "publication": row.publication}
    orders.issue(actor, row.organ_id, data["kind"], data["text"], data["article"], **about)


CHECKING = (
    Act("check", "逐项检查", "记录检查情况", forms.CheckForm, _check, "已记录。", _checks),
    Act("order", "发出监督通知", "发出", forms.FindingOrderForm, _order, "监督通知已经发出。", _orders, danger=True),
)  # fmt: skip


@policy.open_to(*INSPECT)
@require_http_methods(METHODS)
def sample(request: HttpRequest, sample_id: int) -> HttpResponse:
    """One drawn document beside its original; the look is recorded in its organ's ledger."""
    row = queries.sample(request.actor, sample_id)

    def context() -> dict[str, Any]:
        return {"sheet": sheet(row.publication), "orders": row.orders.all(),
                "next": row.inspection.samples.filter(checked_at=None).exclude(pk=row.pk).first()}  # fmt: skip

    return acts.page(request, row, CHECKING, "workbench/sample.html", "inspection", "sample", context)
