"""What should be announced, external releases with their measured difference, figures by organ (Art 12, 15)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from anxin.inner.actor import NotAllowed, Refused
from anxin.inner.announcements import law, press, tasks
from anxin.inner.announcements.models import Task
from anxin.inner.organs.duties import Duty
from anxin.inner.workbench import policy
from anxin.inner.workbench.forms.announcements import DismissForm, RemindForm
from anxin.inner.workbench.paging import page
from anxin.inner.workbench.respond import done, sorry
from anxin.inner.workbench.views.announcements import READERS


@policy.open_to(*READERS)
@require_safe
def announcement_tasks(request: HttpRequest) -> HttpResponse:
    duties, rows = request.actor.duties, tasks.visible_to(request.actor)
    state = request.GET.get("state", "")
    if state == "overdue":
        rows = rows.filter(state=Task.State.OPEN, deadline__lt=timezone.localdate())
    elif state in Task.State.values:
        rows = rows.filter(state=state)
    context = {
        "page": page(request, rows), "today": timezone.localdate(), "state": state,
        "states": [("open", "应发布"), ("overdue", "逾期"), ("done", "已发布"), ("dismissed", "不发布")],
        "categories": {code: e.title for code, e in law.categories().items()},
        "may_remind": bool(duties & tasks.REMIND),
        "may_dismiss": bool(duties & {Duty.DEPARTMENT_HEAD, Duty.DEPUTY_CHIEF, Duty.CHIEF}),
        "may_draft": Duty.HANDLER in duties, "remind": RemindForm(), "dismiss": DismissForm(),
    }  # fmt: skip
    return render(request, "workbench/announcement_tasks.html", context)


@policy.open_to(Duty.PRESS, Duty.CASE_MANAGEMENT, Duty.DEPARTMENT_HEAD, Duty.DEPUTY_CHIEF, Duty.CHIEF)
@require_POST
def announcement_task(request: HttpRequest, task_id: int) -> HttpResponse:
    """Remind, or decide not to announce."""
    tasks.visible_to(request.actor).get(pk=task_id)
    try:
        if "reason" in request.POST:
            tasks.dismiss(request.actor, task_id, request.POST["reason"][:500])
            sentence = "已作出不发布的决定，理由记录在案。"
        else:
            tasks.remind(request.actor, task_id, request.POST.get("note", "")[:200])
            sentence = "已催办，记录在案。"
    except (Refused, NotAllowed) as error:
        return sorry(request, error, ("announcement_task", task_id), "announcement_tasks")
    return done(request, sentence, "announcement_tasks")


@policy.open_to(*READERS)
@require_safe
def announcement_figures(request: HttpRequest) -> HttpResponse:
    """Figures by organ of the subtree, and how far external releases lie from the system's (Art 12)."""
    organ = request.actor.organ
    context = {
        "figures": tasks.figures(organ), "categories": law.categories(),
        "differences": press.differences(tasks.subtree(organ))[:100],
    }  # fmt: skip
    return render(request, "workbench/announcement_figures.html", context)
