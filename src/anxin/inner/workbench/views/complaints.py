"""反映 (Art 23): the list with leaks on top, and one complaint with everything that may be done about it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from anxin.inner.actor import Actor
from anxin.inner.documents.models import Publication
from anxin.inner.documents.queries import request_chains
from anxin.inner.documents.takedown import MAY_HIDE
from anxin.inner.ledger.queries import whole_history
from anxin.inner.organs.duties import Duty
from anxin.inner.supervision import complaints as actions
from anxin.inner.supervision import queries, reviews
from anxin.inner.supervision.models import Complaint
from anxin.inner.workbench import acts, policy
from anxin.inner.workbench.acts import Act
from anxin.inner.workbench.forms import supervision as forms
from anxin.inner.workbench.paging import page
from anxin.inner.workbench.sidebyside import rows
from anxin.redaction.model import Span

MAY_OPEN = (*policy.READERS, Duty.SUPERVISOR, Duty.PRESS, Duty.OFFICE, Duty.TECHNICAL)


@policy.open_to(*MAY_OPEN)
@require_safe
def complaints(request: HttpRequest) -> HttpResponse:
    found = queries.complaints(request.actor)
    chosen = {name: request.GET.get(name, "").replace("\0", "") for name in ("state", "kind", "organ")}
    if chosen["state"] in Complaint.State.values:
        found = found.filter(state=chosen["state"])
    if chosen["kind"] in Complaint.Kind.values:
        found = found.filter(kind=chosen["kind"])
    if chosen["organ"]:
        found = found.filter(organ_id=chosen["organ"][:6])
    context = {"page": page(request, found), "states": Complaint.State.choices, "kinds": Complaint.Kind.choices,
               "chosen": chosen}  # fmt: skip
    return render(request, "workbench/complaints.html", context)


def _leads(actor: Actor, row: Complaint) -> bool:
    return row.unanswered and row.organ_id == actor.organ and Duty.CASE_MANAGEMENT in actor.duties


def _hides(actor: Actor, row: Complaint) -> bool:
    item = row.publication
    mine = row.organ_id == actor.organ and bool(actor.duties & MAY_HIDE)
    return mine and item is not None and item.state == Publication.State.PUBLIC


def _reviews(actor: Actor, row: Complaint) -> bool:
    may = row.superior_id == actor.organ and bool(actor.duties & reviews.REVIEWERS)
    return may and row.state == Complaint.State.REVIEW and row.answered_by_id != actor.staff_id


def _review(actor: Actor, pk: int, data: dict[str, Any]) -> None:
    upheld = data["verdict"] == "uphold"
    reviews.review(actor, pk, upheld, data["reason"], "" if upheld else data["verdict"])


def _reports(actor: Actor, row: Complaint) -> bool:
    return row.state == Complaint.State.FORWARDED and actions.may_report(actor, row)


ACTS = (
    Act("hide", "紧急隐藏", "确认隐藏", forms.EmptyForm, lambda a, pk, d: actions.hide(a, pk),
        "已隐藏，公众页面、检索和订阅中都不再出现。请尽快核实，办理更正或者撤回。", _hides, danger=True, urgent=True,
        hint="立即从公众页面、检索和订阅中消失，不经审批；恢复要经过全部审批。"),
    Act("report", "核实", "报送核实情况", forms.ReportForm, lambda a, pk, d: actions.report(a, pk, **d),
        "已报送案件管理部门。", _reports, hint="只供本院办理，不直接给反映人。"),
    Act("forward", "受理并转部门核实", "转交", forms.ForwardForm, lambda a, pk, d: actions.forward(a, pk, **d),
        "已受理并转交，反映人在回执页上看到受理情况。", _leads),
    Act("identify", "指明文书", "指明", forms.NumberForm, lambda a, pk, d: actions.identify(a, pk, **d),
        "已指明，下面对照原文和公开文本。", lambda a, row: _leads(a, row) and row.publication is None,
        hint="反映人没有从文书的页面反映的，查明是哪一份以后填写文号。"),
    Act("answer", "答复", "答复反映人", forms.AnswerForm, lambda a, pk, d: actions.answer(a, pk, **d),
        "已答复，反映人在回执页上看到答复。", _leads),
    Act("review", "复查", "作出复查结论", forms.ReviewForm, _review, "已作出复查结论，并告知反映人。", _reviews),
)  # fmt: skip


@policy.open_to(*MAY_OPEN)
@require_http_methods(["GET", "HEAD", "POST"])
def complaint(request: HttpRequest, complaint_id: int) -> HttpResponse:
    """The complaint beside the original and the public text; the look at unmasked text is recorded."""
    row = queries.complaint(request.actor, complaint_id)

    def context() -> dict[str, Any]:
        case = row.publication.document.case if row.publication else None
        asked = request_chains(request.actor, case.pk) if case else []
        return {"sheet": _sheet(request.actor, row), "late": queries.late(row), "orders": row.orders.all(),
                "asked": [(r, c) for r, c in asked if r.document_id == row.publication.document_id],
                "may_ask": case is not None and case.handler_id == request.actor.staff_id,
                "events": whole_history("complaint", row.pk).order_by("-at")}  # fmt: skip

    return acts.page(request, row, ACTS, "workbench/complaint.html", "complaint", "complaint", context)


def _sheet(actor: Actor, row: Complaint) -> list[Any]:
    """Shown to the organ that answers and to the superior that reviews; others see the complaint alone."""
    if actor.organ not in (row.organ_id, row.superior_id):
        return []
    item = queries.look(actor, row)
    return sheet(item) if item else []


def sheet(item: Publication) -> list[Any]:
    """Original and public text of a published version, paragraph by paragraph."""
    return rows(item.document.text, [Span.from_json(s) for s in item.spans], [])
