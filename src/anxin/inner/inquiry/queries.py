"""What may be seen of applications, bindings and looks. Every list starts from one limited to the actor's organ."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from anxin.files import image
from anxin.inner.actor import Actor
from anxin.inner.inquiry import identity
from anxin.inner.inquiry.models import Alarm, Application, Assistance, Binding, Look, Notice, Paper
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import Duty


def applications(actor: Actor) -> QuerySet[Application]:
    """The queue of the own organ; one that waits for another organ's help is not in it yet (Art 9)."""
    waiting = Assistance.objects.filter(forwarded_at=None).values("application_id")
    rows = Application.objects.filter(organ_id=actor.organ).exclude(pk__in=waiting)
    return rows.select_related("organ", "assistance__organ").order_by("due", "received_at")


def assisted(actor: Actor) -> QuerySet[Assistance]:
    """What the own organ helps others with: the person and the papers, never the case."""
    rows = Assistance.objects.filter(organ_id=actor.organ).select_related("application__organ")
    return rows.order_by("forwarded_at", "forward_due")


def papers(actor: Actor) -> QuerySet[Paper]:
    """Papers of the own queue and of those whom the own organ assists."""
    mine = Paper.objects.filter(application__organ_id=actor.organ)
    return (mine | Paper.objects.filter(application__assistance__organ_id=actor.organ)).select_related("application")


def pictures(actor: Actor, paper_id: int) -> list[bytes]:
    """A paper as pictures drawn anew in the sandbox; the look is recorded. Raises ``Refused``."""
    paper = papers(actor).get(pk=paper_id)
    with operation(actor) as op:
        op.note(Event.PAPER_VIEWED, "application", paper.application_id, paper=paper.pk)
    return image.pictures(identity.open_paper(paper))


def bindings(actor: Actor) -> QuerySet[Binding]:
    """Who may ask about the own organ's cases, live ones first."""
    rows = Binding.objects.filter(case__organ_id=actor.organ).select_related("case__organ", "inquirer", "application")
    return rows.order_by("-ended_at", "-created_at")


def looks(actor: Actor) -> QuerySet[Look]:
    """Who looked at the own organ's records, the newest first."""
    rows = Look.objects.filter(binding__case__organ_id=actor.organ)
    return rows.select_related("binding__case", "binding__inquirer", "staff").order_by("-at")


def notices(actor: Actor) -> QuerySet[Notice]:
    """News that waits for confirmation."""
    rows = Notice.objects.filter(binding__case__organ_id=actor.organ, decided_at=None)
    return rows.select_related("binding__case", "binding__inquirer").order_by("created_at")


def alarms(actor: Actor) -> QuerySet[Alarm]:
    """Unusual reading in the own organ, what nobody has looked into first."""
    return Alarm.objects.filter(organ_id=actor.organ).select_related("staff", "inquirer").order_by("-seen_at", "-day")


def older_defenders(binding: Binding) -> QuerySet[Binding]:
    """Live bindings of other defenders of the same client: a new one suggests ending the old (Art 10)."""
    same = {"case_id": binding.case_id, "participant": binding.participant, "role": "defender"}
    rows = Binding.objects.filter(**same, ended_at=None)
    return rows.filter(created_at__lt=binding.created_at).exclude(inquirer_id=binding.inquirer_id)


def name_of(binding_or_application: Any) -> str:
    """The person's name, 已删除 after it was erased."""
    if isinstance(binding_or_application, Application):
        return str(identity.said(binding_or_application).get("name") or "已删除")
    return str(identity.person(binding_or_application.inquirer).get("name") or "已删除")


def is_watcher(actor: Actor) -> bool:
    return bool(actor.duties & {Duty.CASE_MANAGEMENT, Duty.AUDITOR})
