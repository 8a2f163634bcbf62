"""Participants of a case and their sentences."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from anxin.inner.cases import actions, queries
from anxin.inner.workbench import policy
from anxin.inner.workbench.forms.case import JudgmentForm, ParticipantForm, SentenceForm
from anxin.inner.workbench.respond import done, form_page, posted, try_form


@policy.open_to(*policy.CASEWORK)
def participant(request: HttpRequest, case_id: int, key: str | None = None) -> HttpResponse:
    """Enter or correct one person of the case."""
    case = queries.visible_to(request.actor).get(pk=case_id)
    person = case.participants.get(key=key) if key else None
    form = ParticipantForm.of(person, posted(request))
    if request.method == "POST" and try_form(
        request, form,
        lambda data: actions.save_participant(request.actor, case_id, key, form.data_for_action()), ("case", case_id),
    ):  # fmt: skip
        return done(request, "诉讼参与人已保存。", "case", case_id, fragment="people")
    return form_page(request, "workbench/participant.html", form, case=case, person=person)


@policy.open_to(*policy.CASEWORK)
def judgment(request: HttpRequest, case_id: int) -> HttpResponse:
    """Register an effective judgment with each defendant's sentence (Art 18(1), 21)."""
    case = queries.visible_to(request.actor).get(pk=case_id)
    form = JudgmentForm(posted(request))
    defendants = case.participants.filter(role__in=("defendant", "petitioner"))
    sentences = [SentenceForm(posted(request), person=person) for person in defendants]
    if request.method == "POST":
        complete = [form.is_valid(), *(s.is_valid() for s in sentences)]
        if not all(complete[1:]):
            form.add_error(None, "有人的刑罚没有填全，见下面标出的各处。")
        if try_form(request, form, lambda data: _register(request, case_id, data, sentences), ("case", case_id)):
            return done(request, "生效裁判已登记，公开义务和期限随之更新。", "case", case_id, fragment="documents")
    return form_page(request, "workbench/judgment.html", form, case=case, sentences=sentences)


def _register(request: HttpRequest, case_id: int, data: dict[str, Any], sentences: list[SentenceForm]) -> None:
    given = {form.person.key: form.cleaned_data for form in sentences}
    actions.register_judgment(request.actor, case_id, **data, sentences=given)
