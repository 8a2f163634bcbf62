"""A clerk takes in a case by hand: case data, people, and the Word file as served."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from anxin.inner.actor import NotAllowed, Refused
from anxin.inner.cases.intake import IntakeRefused, take_data
from anxin.inner.cases.models import Case
from anxin.inner.organs.duties import Duty
from anxin.inner.organs.queries import holders
from anxin.inner.workbench import policy
from anxin.inner.workbench.forms.intake import IntakeForm, PeopleForms, package, show_faults
from anxin.inner.workbench.respond import done, posted, refused


@policy.open_to(Duty.HANDLER, Duty.CASE_MANAGEMENT)
def new_case(request: HttpRequest) -> HttpResponse:
    handlers = holders(Duty.HANDLER, request.actor.organ)
    mine = request.user.username if Duty.HANDLER in request.actor.duties else ""
    form = IntakeForm(posted(request), request.FILES or None, handlers=handlers, initial={"handler": mine})
    people = PeopleForms(posted(request), prefix="people")
    if request.method == "POST":
        case = _take(request, form, people)
        if case:
            return done(request, "案件和文书已收入。请核对诉讼参与人，登记生效裁判或者办结。", "case", case.pk)
        if any(people.errors):
            form.add_error(None, "诉讼参与人填写有误，见下面标出的各处。")
    status = 422 if request.method == "POST" else 200
    return render(request, "workbench/intake.html", {"form": form, "people": people}, status=status)


def _take(request: HttpRequest, form: IntakeForm, people: Any) -> Case | None:
    if not (form.is_valid() & people.is_valid()):
        return None
    data, files = package(form, people, request.actor)
    try:
        return take_data(data, files, request.actor)
    except IntakeRefused as error:
        show_faults(form, people, error.faults)
    except (Refused, NotAllowed) as error:
        form.add_error(None, refused(request, error, "case", ""))
    return None
