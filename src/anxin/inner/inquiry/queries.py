"""What may be seen of applications, bindings and looks. Every list starts from one limited to the actor's organ."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import Q, QuerySet

from anxin.files import image
from anxin.files.refused import Refused as Unreadable
from anxin.inner.actor import Actor, Refused
from anxin.inner.inquiry import bindings as entitlements
from anxin.inner.inquiry import identity, told
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
    """Papers of the own queue, and of those whom the own organ assists until they were passed on (Art 9)."""
    mine = Paper.objects.filter(application__organ_id=actor.organ)
    helped = {"application__assistance__organ_id": actor.organ, "application__assistance__forwarded_at": None}
    return (mine | Paper.objects.filter(**helped)).select_related("application")


def picture(actor: Actor, paper_id: int, number: int) -> bytes | None:
    """A page of a paper as a picture drawn anew in the sandbox, None past the last; the look is recorded.

    Raises ``Refused``, of the actor's or of ``files``."""
    paper = papers(actor).get(pk=paper_id)
    with operation(actor) as op:
        op.note(Event.PAPER_VIEWED, "application", paper.application_id, paper=paper.pk, page=number)
        if number == 1:
            told.staff_looked(actor, paper.application.bindings.filter(ended_at=None), "papers")
    drawn = image.pictures(identity.open_paper(paper))
    return drawn[number - 1] if 1 <= number <= len(drawn) else None


def pages(paper: Paper) -> range:
    """The numbers of its pages. Empty for a file that cannot be drawn, or is not the one that was handed in."""
    return range(1, _count(paper.pk, paper.digest) + 1)


@lru_cache(maxsize=2000)
def _count(paper_id: int, digest: str) -> int:
    """How many pages the sandbox draws; a number is kept, no picture."""
    try:
        return len(image.pictures(identity.open_paper(Paper.objects.get(pk=paper_id, digest=digest))))
    except (Refused, Unreadable):
        return 0


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


def expiring(actor: Actor) -> list[tuple[date, Binding]]:
    """Live entitlements of the own organ that run out within the days of the rules, the nearest first (Art 10)."""
    may = ~Q(licence_checked_on=None) | ~Q(licence_until=None) | ~Q(case__concluded_on=None)
    rows = Binding.objects.filter(may, case__organ_id=actor.organ, ended_at=None)
    found = [(last, row) for row in rows.select_related("case__organ", "inquirer")
             if (last := entitlements.last_day(row)) and entitlements.expires_soon(row, last)]  # fmt: skip
    return sorted(found, key=lambda pair: (pair[0], pair[1].pk))


def made_of(application: Application) -> Binding | None:
    """The entitlement that came of an application."""
    return application.bindings.select_related("case", "inquirer").first()


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
