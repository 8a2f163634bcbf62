"""Circulars (Art 25): the list, drafting, editing, signing, and the notice as Word with its tables as Excel."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from anxin.figures.period import Period
from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.ledger.queries import of_subject
from anxin.inner.organs.duties import Duty
from anxin.inner.organs.models import Organ
from anxin.inner.statistics import circulars, papers
from anxin.inner.statistics.models import Circular
from anxin.inner.workbench import acts, policy
from anxin.inner.workbench.acts import Act, ActForm
from anxin.inner.workbench.paging import page
from anxin.inner.workbench.respond import done, sorry
from anxin.inner.workbench.views.statistics import READ
from anxin.web.tables import DOCX, XLSX, attachment

READERS = (*READ, Duty.DEPARTMENT_HEAD)


class Revised(ActForm):
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def prepare(self, actor: Actor, row: Any) -> None:
        self.initial["revision"] = row.revision


class EditForm(Revised):
    title = forms.CharField(label="标题", max_length=120)
    text = forms.CharField(label="正文", max_length=20_000, widget=forms.Textarea({"rows": 22}),
                           help_text="每段一行；“一、”“（一）”开头的自动排成标题。")  # fmt: skip

    def prepare(self, actor: Actor, row: Any) -> None:
        self.initial |= {"revision": row.revision, "title": row.title, "text": row.text}


class SubmitForm(Revised):
    comment = forms.CharField(label="说明", max_length=500, required=False)


class SignForm(ActForm):
    seen_hash = forms.CharField(max_length=64, widget=forms.HiddenInput)
    comment = forms.CharField(label="意见", max_length=500, required=False)

    def prepare(self, actor: Actor, row: Any) -> None:
        self.initial["seen_hash"] = papers.content_hash(row)


class BackForm(ActForm):
    reason = forms.CharField(label="退回的理由", max_length=500, widget=forms.Textarea({"rows": 2}))


def _drafts(actor: Actor, row: Any) -> bool:
    own = row.organ_id == actor.organ and Duty.CASE_MANAGEMENT in actor.duties
    return bool(own and row.state == Circular.State.DRAFT)


def _signs(actor: Actor, row: Any) -> bool:
    return circulars.why_not(actor, row) is None


ACTS = (
    Act("approve", "签批", "同意", SignForm, lambda a, pk, d: circulars.approve(a, pk, **d), "已同意。", _signs),
    Act("send_back", "退回", "退回案件管理部门", BackForm, lambda a, pk, d: circulars.send_back(a, pk, **d),
        "已退回。", _signs, menu=True),
    Act("edit", "修改", "保存", EditForm, lambda a, pk, d: circulars.edit(a, pk, **d), "已保存。", _drafts,
        hint="表中的数字由系统统计，不能修改。"),
    Act("submit", "报请审核、签发", "报请", SubmitForm, lambda a, pk, d: circulars.submit(a, pk, **d),
        "已报请，由案件管理部门负责人审核、院领导签发。", _drafts),
    Act("redraft", "重新统计", "重新统计并起草", Revised, lambda a, pk, d: circulars.redraft(a, pk, **d),
        "已按最新数字重新起草。", _drafts, menu=True, hint="按现在的数字重新起草，已作的修改不保留。"),
    Act("drop", "作废", "作废", Revised, lambda a, pk, d: circulars.drop(a, pk, **d), "已作废。", _drafts, danger=True,
        menu=True, hint="作废以后可以重新起草这一期间的通报。"),
)  # fmt: skip


@policy.open_to(*READERS)
@require_safe
def circular_list(request: HttpRequest) -> HttpResponse:
    """The own organ's, and what was signed below and above."""
    today, actor = timezone.localdate(), request.actor
    period = circulars.last_period(Organ.objects.get(pk=actor.organ), today)
    rows = circulars.visible_to(actor).exclude(state=Circular.State.DROPPED).order_by("-drafted_at")
    lacking = not rows.filter(organ=actor.organ, period=period.code).exists()
    context = {"page": page(request, rows), "period": period,
               "may_draft": lacking and Duty.CASE_MANAGEMENT in actor.duties}  # fmt: skip
    return render(request, "workbench/circulars.html", context)


@policy.open_to(Duty.CASE_MANAGEMENT)
@require_POST
def circular_new(request: HttpRequest) -> HttpResponse:
    """Draft the circular of one period from its figures."""
    actor = request.actor
    try:
        row = circulars.draft(actor, actor.organ, Period.parse(request.POST.get("period", "")[:7]))
    except (Refused, NotAllowed, ValueError) as error:
        return sorry(request, error, ("page", "circular_new"), "circulars")
    return done(request, "已按统计数字起草，请核对、修改以后报请签发。", "circular", row.pk)


@policy.open_to(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def circular(request: HttpRequest, circular_id: int) -> HttpResponse:
    """One circular as it will be sent, with what may be done to it now."""
    row = circulars.visible_to(request.actor).get(pk=circular_id)

    def context() -> dict[str, Any]:
        chain, own = circulars.chain_of(row), row.organ_id == request.actor.organ
        return {"letter": papers.letter(row), "report": papers.report_of(row), "chain": chain if own else None,
                "why_not": circulars.why_not(request.actor, row) if own and row.state == "chain" else "",
                "events": of_subject(request.actor, "circular", row.pk).order_by("-seq") if own else []}  # fmt: skip

    return acts.page(request, row, ACTS, "workbench/circular.html", "circular", "circular", context)


@policy.open_to(*READERS)
@require_safe
def circular_word(request: HttpRequest, circular_id: int) -> HttpResponse:
    """The notice."""
    row = circulars.visible_to(request.actor).get(pk=circular_id)
    return attachment(papers.word(row), DOCX, f"{row.title}.docx")


@policy.open_to(*READERS)
@require_safe
def circular_excel(request: HttpRequest, circular_id: int) -> HttpResponse:
    """Its tables."""
    row = circulars.visible_to(request.actor).get(pk=circular_id)
    return attachment(papers.excel(row), XLSX, f"{row.title}（数据表）.xlsx")
