"""Reading the ledger: who may see which entries, and the proof that nothing was changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import Count, QuerySet

from anxin.inner.actor import Actor
from anxin.inner.ledger.chain import Break, first_break
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.models import Entry, Head
from anxin.inner.organs.duties import Duty

READERS = {Duty.AUDITOR, Duty.CASE_MANAGEMENT, Duty.CHIEF}


def entries(actor: Actor) -> QuerySet[Entry]:
    """Entries this person may read: the own organ's for auditors and case management, otherwise one's own."""
    rows = Entry.objects.filter(organ=actor.organ).order_by("-seq")
    return rows if actor.duties & READERS else rows.filter(actor_id=actor.staff_id)


def of_subject(actor: Actor, subject: str, subject_id: object) -> QuerySet[Entry]:
    """The history of one thing; the caller has checked that the actor may see the thing itself."""
    return Entry.objects.filter(organ=actor.organ, subject=subject, subject_id=str(subject_id)).order_by("seq")


def whole_history(subject: str, subject_id: object) -> QuerySet[Entry]:
    """What happened to a thing that several organs work on; the caller has checked that it may be seen."""
    return Entry.objects.filter(subject=subject, subject_id=str(subject_id)).order_by("at", "pk")


def breaks(of: Collection[str] | None = None) -> Iterator[Break]:
    """The first break of every organ's chain, or of some organs'; nothing when all chains are whole."""
    with transaction.atomic():
        heads = {head.organ: head for head in Head.objects.all()}
        organs = sorted({*heads, *Entry.objects.order_by().values_list("organ", flat=True).distinct()})
        for organ in (o for o in organs if of is None or o in of):
            rows = Entry.objects.filter(organ=organ).order_by("seq").iterator(chunk_size=2000)
            found = first_break(organ, rows, heads.get(organ))
            if found:
                yield found


LOOKS = (Event.VIEWED_CASE, Event.VIEWED_ORIGINAL)
NO_WORK = (*LOOKS, Event.SEARCHED, Event.DOWNLOADED, Event.REFUSED)


def counted(event: str, organs: Iterable[str]) -> dict[str, int]:
    """How often something happened, by the organ in whose ledger it stands."""
    rows = Entry.objects.filter(event=event, organ__in=list(organs)).order_by()
    return dict(rows.values_list("organ").annotate(Count("pk")))


def looks(organs: Iterable[str], since: datetime) -> set[tuple[int, str, int]]:
    """Who looked at which case or document of some organs since a moment: (staff, "case" or "document", its id)."""
    rows = Entry.objects.filter(event__in=LOOKS, organ__in=list(organs), at__gte=since, actor_id__isnull=False)
    return _on_cases(rows)


def work_on(people: Iterable[int]) -> set[tuple[int, str, int]]:
    """Cases and documents on which these people did something other than looking, ever."""
    return _on_cases(Entry.objects.filter(actor_id__in=list(people)).exclude(event__in=NO_WORK))


def _on_cases(rows: QuerySet[Entry]) -> set[tuple[int, str, int]]:
    found = rows.filter(subject__in=["case", "document"]).order_by().values_list("actor_id", "subject", "subject_id")
    return {(actor, subject, int(key)) for actor, subject, key in found.distinct() if actor and key.isdigit()}
