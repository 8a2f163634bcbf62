"""What should be announced (Art 11, 15): facts of cases open tasks, press and case management remind."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.announcements import law
from anxin.inner.announcements.models import Announcement, Reminder, Task, Version
from anxin.inner.cases.models import Case
from anxin.inner.documents.law import rules_for
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import Duty
from anxin.inner.organs.models import Organ
from anxin.regulation import publicity

SUBJECT = "announcement_task"
REMIND = {Duty.PRESS, Duty.CASE_MANAGEMENT}
"""Who watches what should be announced and reminds (Art 15)."""


def reconcile(op: Any, case: Case) -> None:
    """Open a task for every step of the case that has to be announced; what is there is not opened twice."""
    due = publicity.due_events(case.charge, case.flags, law.steps(case), rules_for(case))
    if due and law.refusal(case):  # nothing of it may be announced (Art 4)
        return
    for entry, on in due:
        row, made = Task.objects.get_or_create(
            case=case, category=entry.values["category"], event=entry.values["name"], happened_on=on,
            defaults={"organ_id": case.organ_id, "deadline": law.deadline(on, case.organ)},
        )  # fmt: skip
        if made:
            op.note(Event.ANNOUNCEMENT_DUE, SUBJECT, row.pk, case=case.pk, article=entry.article)


def reconcile_all() -> int:
    """Nightly: every case opens the tasks its facts demand."""
    count = 0
    for pk in Case.objects.values_list("pk", flat=True).iterator():
        with transaction.atomic():
            case = Case.objects.select_for_update(of=("self",)).select_related("organ").get(pk=pk)
            with operation(Actor.system("应发布事项核对", case.organ_id), case.organ_id) as op:
                reconcile(op, case)
        count += 1
    return count


def done(op: Any, item: Announcement) -> None:
    """The item was released: the tasks of its case, category and event are done."""
    rows = Task.objects.filter(case=item.case, category=item.category, event=item.event, state=Task.State.OPEN)
    if item.case_id:
        rows.update(state=Task.State.DONE, closed_at=timezone.now(), closed_by_id=op.actor.staff_id)


def remind(actor: Actor, task_id: int, note: str) -> Reminder:
    """Press and case management co-ordinate with the handling department, on record (Art 15)."""
    if not note.strip():
        raise Refused("请填写催办意见。")
    with operation(actor) as op:
        task = Task.objects.select_for_update().get(pk=task_id)
        if actor.organ != task.organ_id or not actor.duties & REMIND:
            raise NotAllowed("由本院新闻宣传部门、案件管理部门协调（规定第十五条）。")
        if task.state != Task.State.OPEN:
            raise Refused("这一事项已经办结。")
        row: Reminder = Reminder.objects.create(task=task, note=note.strip()[:200], by_id=actor.staff_id)
        op.note(Event.REMINDED_TO_ANNOUNCE, SUBJECT, task.pk, reminder=row.pk, article="15")
        return row


def dismiss(actor: Actor, task_id: int, reason: str) -> Task:
    """Not to announce, decided by the head of the handling department or a leader, with the reason on record."""
    if not reason.strip():
        raise Refused("请写明不发布的理由（规定第四条、第十一条）。")
    with operation(actor) as op:
        task: Task = Task.objects.select_for_update(of=("self",)).select_related("case").get(pk=task_id)
        head = task.case.department_id in actor.headed
        if actor.organ != task.organ_id or not (head or actor.duties & {Duty.DEPUTY_CHIEF, Duty.CHIEF}):
            raise NotAllowed("由承办部门负责人、分管副检察长或者检察长决定。")
        if task.state != Task.State.OPEN:
            raise Refused("这一事项已经办结。")
        task.state, task.reason = Task.State.DISMISSED, reason.strip()[:500]
        task.closed_by_id, task.closed_at = actor.staff_id, timezone.now()
        task.save()
        op.note(Event.ANNOUNCEMENT_DISMISSED, SUBJECT, task.pk, article="11")
        return task


def visible_to(actor: Actor) -> QuerySet[Task]:
    """Tasks of the actor's organ: all for press, case management and leaders, own cases for a handler."""
    rows = Task.objects.filter(organ_id=actor.organ).select_related("case__handler", "case__department")
    whole = {Duty.PRESS, Duty.CASE_MANAGEMENT, Duty.DEPUTY_CHIEF, Duty.CHIEF}
    if not actor.duties & whole:
        rows = rows.filter(Q(case__handler_id=actor.staff_id) | Q(case__department_id__in=actor.headed))
    return rows.order_by("-state", "deadline", "pk").prefetch_related("reminders__by")


def figures(organ: str) -> list[dict[str, Any]]:
    """Per organ of a subtree: released by category, tasks open and overdue, reminders, corrections."""
    codes = subtree(organ)
    today = timezone.localdate()
    found = []
    for row in Organ.objects.filter(pk__in=codes).order_by("code"):
        versions = Version.objects.filter(announcement__organ=row)
        tasks = Task.objects.filter(organ=row)
        released = versions.exclude(published_at=None)
        one = {
            "organ": row, "released": released.values("announcement").distinct().count(),
            "by_category": dict(released.filter(number=1).values_list("announcement__category").annotate(Count("pk"))),
            "corrections": released.filter(number__gt=1).count(),
            "withdrawn": versions.filter(state=Version.State.WITHDRAWN).count(),
            "open": tasks.filter(state=Task.State.OPEN).count(),
            "overdue": tasks.filter(state=Task.State.OPEN, deadline__lt=today).count(),
            "reminders": Reminder.objects.filter(task__organ=row).count(),
        }  # fmt: skip
        if row.pk == organ or one["released"] or one["open"] or one["reminders"]:
            found.append(one)
    return found


def subtree(organ: str) -> list[str]:
    """The organ and every organ below it."""
    found, level = [organ], [organ]
    while level:
        level = list(Organ.objects.filter(parent_id__in=level).values_list("code", flat=True))
        found += level
    return found
