"""The first page: what waits for me, what came back, what I handed on."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from anxin.inner.documents import queries, reminders, second_reading
from anxin.inner.organs.duties import Duty
from anxin.inner.organs.mandates import of_person
from anxin.inner.supervision.queries import emergencies
from anxin.inner.workbench import elsewhere, policy
from anxin.inner.workbench.documents import referred


@policy.staff
@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """Open to everybody who signed in: somebody without casework sees where to go instead."""
    actor = request.actor
    context = {
        "tasks": queries.waiting_for(actor),
        "handed_on": queries.handed_on(actor),
        "referred": referred(actor) if Duty.SECRECY in actor.duties else [],
        "emergencies": emergencies(actor), "supervised": elsewhere.waiting_for(actor),
        "reminders": reminders.shown_to(actor),
        "readings": second_reading.waiting_for(actor),
        "mandates": of_person(actor.staff_id),
        "casework": bool(actor.duties & set(policy.READERS)),
    }
    return render(request, "workbench/today.html", context)
