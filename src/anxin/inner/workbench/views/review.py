"""The masking review: the page, and each thing the handler decides on it (Art 19-21)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from anxin.inner.actor import NotAllowed, Refused
from anxin.inner.documents import actions, queries, second_reading
from anxin.inner.organs.duties import Duty
from anxin.inner.workbench import policy, review_page
from anxin.inner.workbench.forms import review as forms
from anxin.inner.workbench.respond import done, sorry, try_form


@policy.open_to(*policy.READERS)
@require_safe
def review(request: HttpRequest, draft_id: int) -> HttpResponse:
    return review_page.show(request, draft_id)


@policy.open_to(Duty.HANDLER)
@require_POST
def start(request: HttpRequest, document_id: int) -> HttpResponse:
    """Begin the technical processing of a due document."""
    document = queries.documents(request.actor).get(pk=document_id)
    try:
        draft = actions.start(request.actor, document_id)
    except (Refused, NotAllowed) as error:
        return sorry(request, error, ("document", document_id), "case", document.case_id)
    return redirect("review", draft.pk)


def _take(request: HttpRequest, draft_id: int, form: Form, action: Callable[[dict[str, Any]], Any]) -> HttpResponse:
    """Run one decision; a refusal shows the page again with the form as it was typed."""
    if try_form(request, form, action, ("draft", draft_id)):
        return redirect("review", draft_id)
    return review_page.show(request, draft_id, refused=form)


def _text(request: HttpRequest, draft_id: int) -> str:
    return queries.documents(request.actor).get(drafts=draft_id).text


@policy.open_to(Duty.HANDLER)
@require_POST
def answer(request: HttpRequest, draft_id: int) -> HttpResponse:
    form = forms.AnswerForm(request.POST)
    return _take(
        request, draft_id, form,
        lambda d: actions.answer(request.actor, draft_id, d["revision"], d["index"], *form.answer()),
    )  # fmt: skip


@policy.open_to(Duty.HANDLER)
@require_POST
def decide(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Accept, reject or change one masked place."""

    def action(data: dict[str, Any]) -> None:
        text = _text(request, draft_id)
        decision = {k: data[k] for k in ("action", "start", "end", "replacement", "kind", "article", "reason")}
        decision["expected"] = text[data["start"] : data["end"]]
        actions.decide(request.actor, draft_id, data["revision"], decision)

    return _take(request, draft_id, forms.DecideForm(request.POST), action)


@policy.open_to(Duty.HANDLER)
@require_POST
def add(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Hide words that nobody found; all other mentions follow."""
    form = forms.AddForm(request.POST)
    return _take(
        request, draft_id, form,
        lambda d: actions.decide(request.actor, draft_id, d["revision"], form.decision(_text(request, draft_id))),
    )  # fmt: skip


@policy.open_to(Duty.HANDLER)
@require_POST
def undo(request: HttpRequest, draft_id: int) -> HttpResponse:
    return _take(
        request, draft_id, forms.PlaceForm(request.POST),
        lambda d: actions.undo(request.actor, draft_id, d["revision"], d["start"], d["end"]),
    )  # fmt: skip


@policy.open_to(Duty.HANDLER)
@require_POST
def secrecy(request: HttpRequest, draft_id: int) -> HttpResponse:
    return _take(
        request, draft_id, forms.SecrecyForm(request.POST),
        lambda d: actions.review_secrecy(
            request.actor, draft_id, d["revision"], d["outcome"], d["checks"], d["note"]
        ),
    )  # fmt: skip


@policy.open_to(Duty.SECRECY)
@require_POST
def referral(request: HttpRequest, draft_id: int) -> HttpResponse:
    """The secrecy department's answer to what the handler could not determine (Art 4)."""
    return _take(
        request, draft_id, forms.ReferralForm(request.POST),
        lambda d: actions.answer_referral(request.actor, draft_id, d["outcome"], d["note"]),
    )  # fmt: skip


@policy.open_to(Duty.HANDLER)
@require_POST
def submit(request: HttpRequest, draft_id: int) -> HttpResponse:
    form = forms.SubmitForm(request.POST)
    if try_form(
        request, form, lambda d: actions.submit(request.actor, draft_id, d["seen_hash"]), ("draft", draft_id)
    ):
        return done(request, "已报请审批。", "today")
    return review_page.show(request, draft_id, refused=form)


@policy.open_to(Duty.HANDLER)
@require_POST
def quality(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Answer one finding of the text's quality."""
    return _take(
        request, draft_id, forms.QualityForm(request.POST),
        lambda d: actions.answer_quality(request.actor, draft_id, d["revision"], d["key"], d["reason"]),
    )  # fmt: skip


@policy.open_to(Duty.HANDLER)
@require_POST
def ask_reading(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Ask a colleague for the second reading."""
    case = queries.documents(request.actor).get(drafts=draft_id).case
    form = forms.AskReaderForm(request.POST, people=second_reading.candidates(case, case.handler_id))
    return _take(
        request, draft_id, form,
        lambda d: actions.ask_second_reading(request.actor, draft_id, d["revision"], d["reader"]),
    )  # fmt: skip


@policy.open_to(Duty.HANDLER, Duty.DEPARTMENT_HEAD)
@require_POST
def read(request: HttpRequest, draft_id: int) -> HttpResponse:
    """The second reader's answer."""
    form = forms.ReaderForm(request.POST)

    def action(data: dict[str, Any]) -> None:
        answer = actions.object_to if data["act"] == "object" else actions.confirm_second_reading
        answer(request.actor, draft_id, data["seen_hash"], data["note"])

    if try_form(request, form, action, ("draft", draft_id)):
        return done(request, "复读意见已记录。", "today")
    return review_page.show(request, draft_id, refused=form)
