"""Everything the masking review shows, put together for its template. One page for handler, approver and reader."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from anxin.inner.actor import Refused
from anxin.inner.approvals.queries import is_last, objection, open_step
from anxin.inner.documents import compare, queries, second_reading, text_quality
from anxin.inner.documents.models import Draft
from anxin.inner.organs.duties import Duty
from anxin.inner.workbench.forms import review as forms
from anxin.inner.workbench.sidebyside import rows
from anxin.redaction.model import Span

AROUND = 36


def show(request: HttpRequest, draft_id: int, refused: Form | None = None) -> HttpResponse:
    """The page; ``refused`` is a bound form that could not be carried out and is shown again with its errors."""
    try:
        view = queries.draft_view(request.actor, draft_id)
    except Refused as error:  # what is stored does not fit the served text
        return render(request, "workbench/unreadable.html", {"sentence": str(error)}, status=409)
    doubts = [(i, view.processing.doubts[i]) for i in view.processing.open_doubts]
    context = {
        "view": view,
        "draft": view.draft,
        "document": view.draft.document,
        "case": view.draft.document.case,
        "rows": rows(view.processing.original, view.processing.spans, doubts),
        "open_doubts": doubts,
        "answered": _answered(view),
        "people": view.processing.people,
        "counts": sorted(Counter(s.article for s in view.processing.spans).items()),
        "ready": all(c.holds for c in view.conditions),
        "keep_reasons": list(enumerate(forms.KEEP_REASONS)),
        "findings": text_quality.open_findings(view.draft),
        "explained": text_quality.answered(view.draft),
        "ready_reasons": text_quality.READY,
        "compared": compare.previous(view.draft),
        **_reading(request, view),
        **_chosen(request, view, doubts),
        **_forms(request, view),
        **_signing(request, view),
    }
    if refused is not None:
        context |= {refused.slot: refused, "refused": refused}
    return render(request, "workbench/review.html", context, status=422 if refused is not None else 200)


def _answered(view: queries.DraftView) -> list[dict[str, Any]]:
    answers = view.draft.answers
    return [{"doubt": d, **answers[str(i)]} for i, d in enumerate(view.processing.doubts) if str(i) in answers]


def _chosen(request: HttpRequest, view: queries.DraftView, doubts: list[tuple[int, Any]]) -> dict[str, Any]:
    """The place the panel speaks of: the one asked for, else the first open doubt."""
    at = request.POST.get("start") or request.GET.get("at", "")
    span = _span_at(view.processing.spans, at)
    if span:
        return {"span": span, "quote": quote(view.processing.original, span.start, span.end)}
    asked = request.POST.get("index") or request.GET.get("doubt", "")
    index, doubt = next(((i, d) for i, d in doubts if str(i) == asked), doubts[0] if doubts else (None, None))
    if doubt is None:
        return {}
    return {"doubt": doubt, "doubt_index": index, "quote": quote(view.processing.original, doubt.start, doubt.end)}


def _span_at(spans: list[Span], at: str) -> Span | None:
    return next((s for s in spans if str(s.start) == at), None)


def quote(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The words with a little of what stands around them."""
    return text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND]


def _forms(request: HttpRequest, view: queries.DraftView) -> dict[str, Form]:
    draft = view.draft
    seen = {"seen_hash": view.processing.content_hash}
    referred = draft.secrecy == Draft.Secrecy.REFER and not draft.secrecy_answer and draft.state == Draft.State.WORK
    made: dict[str, Form] = {}
    if view.may_edit:
        revision = {"revision": draft.revision}
        secrecy = {"outcome": draft.secrecy, "checks": draft.secrecy_checks, "note": draft.secrecy_note}
        made |= {
            "answer_form": forms.AnswerForm(initial=revision),
            "decide_form": forms.DecideForm(initial=revision),
            "add_form": forms.AddForm(initial=revision),
            "secrecy_form": forms.SecrecyForm(initial=revision | secrecy),
            "submit_form": forms.SubmitForm(initial=seen),
        }
    if referred and Duty.SECRECY in request.actor.duties and draft.handler_id != request.actor.staff_id:
        made["referral_form"] = forms.ReferralForm()
    return made


def _reading(request: HttpRequest, view: queries.DraftView) -> dict[str, Any]:
    """The second reading: who is asked, who may be asked, and the form for the reader."""
    draft = view.draft
    asked = second_reading.rule(view.processing)
    found: dict[str, Any] = {"reading_rule": asked, "read": second_reading.confirmed(view.processing)}
    if view.may_edit and asked:
        people = second_reading.candidates(draft.document.case, draft.handler_id)
        found["ask_form"] = forms.AskReaderForm(initial={"revision": draft.revision}, people=people)
    if draft.second_reader_id == request.actor.staff_id and draft.state == Draft.State.WORK:
        found["reader_form"] = forms.ReaderForm(initial={"seen_hash": view.processing.content_hash})
    return found


def _signing(request: HttpRequest, view: queries.DraftView) -> dict[str, Any]:
    """The step that waits, and the forms to take it when this person may."""
    step = open_step(view.chain) if view.chain else None
    if step is None:
        return {}
    why_not = objection(request.actor, step)
    if why_not:
        return {"step": step, "why_not": why_not}
    initial = {"seen_hash": view.processing.content_hash, "chain": view.chain.pk}
    return {
        "step": step,
        "releasing": is_last(step),
        "sign_form": forms.SignForm(initial=initial),
        "send_back_form": forms.SendBackForm(initial=initial),
    }
