"""What staff see of this chapter. Outside one's own organ and the organs below it there is nothing."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.utils import timezone

from anxin.inner.actor import Actor, NotAllowed
from anxin.inner.documents.models import Publication
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import note
from anxin.inner.organs.duties import Duty
from anxin.inner.organs.models import Organ
from anxin.inner.organs.queries import subtree
from anxin.inner.supervision.inspections import MAY
from anxin.inner.supervision.models import Complaint, Inspection, Opinion, Order, Sample, Site
from anxin.inner.supervision.opinion import may_keep
from anxin.inner.supervision.orders import ISSUERS

LEADERS = frozenset({Duty.CASE_MANAGEMENT, Duty.CHIEF, Duty.DEPUTY_CHIEF, Duty.SECRECY})
OPEN = (Complaint.State.RECEIVED, Complaint.State.FORWARDED, Complaint.State.REPORTED)


def scope(actor: Actor) -> list[str]:
    """The organs whose work this person supervises: the own one and those below; none without the duty."""
    return subtree(actor.organ) if actor.duties & ISSUERS else []


def complaints(actor: Actor) -> QuerySet[Complaint]:
    """Complaints this person may see, leaks that are still public first, then by deadline."""
    mine = Q(organ_id=actor.organ, department_id__in={actor.department_id, *actor.headed} - {None})
    if actor.duties & LEADERS:
        mine |= Q(organ_id=actor.organ)
    if actor.duties & ISSUERS:
        mine |= Q(organ_id__in=scope(actor))
    leak = Q(kind=Complaint.Kind.LEAK, state__in=OPEN) & ~Q(publication__state__in=["hidden", "withdrawn"])
    open_ones = Q(state__in=[*OPEN, Complaint.State.REVIEW, Complaint.State.ORDERED])
    order = Case(When(leak, then=Value(0)), When(open_ones, then=Value(1)), default=Value(2),
                  output_field=IntegerField())  # fmt: skip
    rows = Complaint.objects.filter(mine).annotate(place_in_line=order)
    related = rows.select_related("organ", "department", "superior", "publication__document__case")
    return _light(related, "publication").order_by("place_in_line", "due_on", "pk")


def _light(rows: QuerySet[Any], publication: str) -> QuerySet[Any]:
    """A list reads no text; a page that shows one reads it then."""
    heavy = ("text", "spans", "document__text", "document__model")
    return rows.defer(*(f"{publication}__{name}" for name in heavy))


def emergencies(actor: Actor) -> QuerySet[Complaint]:
    """Leaks of the own organ that everybody can still read."""
    return complaints(actor).filter(place_in_line=0, organ_id=actor.organ)


def complaint(actor: Actor, pk: int) -> Complaint:
    """One complaint; where its original is shown beside the public text, the look is recorded (Art 23)."""
    return complaints(actor).get(pk=pk)


def look(actor: Actor, row: Complaint) -> Publication | None:
    """The public version complained of with its original, for those of its own organ; recorded (Art 4)."""
    if row.publication is None:
        return None
    document = row.publication.document
    note(actor, Event.VIEWED_ORIGINAL, "document", document.pk, organ=document.case.organ_id, complaint=row.pk)
    return row.publication


def orders(actor: Actor) -> QuerySet[Order]:
    """Orders received by the own organ and orders it issued, open ones first by deadline."""
    mine = Q(pk__in=[])
    if actor.duties & LEADERS:
        mine |= Q(organ_id=actor.organ)
    if actor.duties & (ISSUERS | {Duty.SECRECY}):
        mine |= Q(issuer_id=actor.organ)
    done = Case(When(state__in=["issued", "answered"], then=Value(0)), default=Value(1), output_field=IntegerField())
    rows = Order.objects.filter(mine).annotate(done=done).order_by("done", "due_on", "-pk")
    related = rows.select_related("organ", "issuer", "document", "publication__document", "sample__inspection",
                                  "complaint", "issued_by", "answered_by", "closed_by")  # fmt: skip
    return _light(related, "publication").defer("document__text", "document__model")


def inspections(actor: Actor) -> QuerySet[Inspection]:
    """Inspections of the own organ that this person's duties carry out, newest first."""
    purposes = [purpose for purpose, duties in MAY.items() if actor.duties & duties]
    rows = Inspection.objects.filter(organ_id=actor.organ, purpose__in=purposes)
    return rows.select_related("root", "opened_by").order_by("-pk")


def sample(actor: Actor, pk: int) -> Sample:
    """One drawn document of an inspection, with its original; the look is recorded in its organ's ledger (Art 4)."""
    rows = Sample.objects.filter(inspection__in=inspections(actor))
    found = rows.select_related("inspection", "organ", "publication__document__case", "checked_by").get(pk=pk)
    document = found.publication.document
    note(actor, Event.VIEWED_ORIGINAL, "document", document.pk, organ=found.organ_id, inspection=found.inspection_id)
    return found


def opinions(actor: Actor) -> QuerySet[Opinion]:
    """The register of the own organ for those who keep it and its leaders; a department sees what was handed to it."""
    rows = Opinion.objects.filter(organ_id=actor.organ)
    if not may_keep(actor) and not actor.duties & LEADERS:
        rows = rows.filter(steps__department_id__in={actor.department_id, *actor.headed} - {None}).distinct()
    return rows.select_related("owner", "publication", "feed", "organ", "caused").order_by("-found_at", "-pk")


def sites(actor: Actor) -> list[tuple[Organ, Site | None]]:
    """Every organ supervised (or the own one) with its site, those without a link first (Art 3)."""
    organs = Organ.objects.filter(pk__in=scope(actor) or [actor.organ]).select_related("site").order_by("pk")
    rows = [(organ, getattr(organ, "site", None)) for organ in organs]
    return sorted(rows, key=lambda row: (row[1] is not None and bool(row[1].linked), row[1] is None, row[0].pk))


def own_publication(actor: Actor, number: str) -> Publication | None:
    """The newest version of a published document of the own organ by its number; None for an empty number."""
    if not number.strip():
        return None
    rows = Publication.objects.filter(document__number=number.strip(), document__case__organ_id=actor.organ)
    found = rows.select_related("document__case").order_by("-version", "-pk").first()
    if found is None:
        raise NotAllowed("本院没有公开过这一文号的文书，请核对文号。")
    return found


def late(row: Any) -> bool:
    """Whether an open complaint or order has passed its deadline, or was answered after it."""
    if isinstance(row, Complaint):
        answered, waiting = row.answered_at, row.unanswered
    else:
        answered, waiting = row.answered_at, row.state == Order.State.ISSUED
    if waiting:
        return timezone.localdate() > row.due_on
    return answered is not None and timezone.localdate(answered) > row.due_on


def complaint_counts(organs: list[str]) -> dict[str, int]:
    """Complaints of some organs: received, answered, late, upheld, escalated, disputed (for the figures of Art 25)."""
    rows = Complaint.objects.filter(organ_id__in=organs)
    today = timezone.localdate()
    upheld = [Complaint.Result.CORRECTED, Complaint.Result.WITHDRAWN, Complaint.Result.PUBLISHED]
    return {
        "received": rows.count(),
        "answered": rows.exclude(answered_at=None).count(),
        "late": rows.filter(state__in=OPEN, due_on__lt=today).count(),
        "upheld": rows.filter(result__in=upheld).count(),
        "escalated": rows.filter(overdue=True).count(),
        "disputed": rows.exclude(disputed_at=None).count(),
    }
