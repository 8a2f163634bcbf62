"""Reminders before and after deadlines, and the way up (Art 21, 23): each sent once and kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from anxin.inner.actor import Actor
from anxin.inner.approvals import queries as approvals
from anxin.inner.approvals.models import Step
from anxin.inner.cases.models import Case
from anxin.inner.documents import law
from anxin.inner.documents.models import Draft, LegalDocument, Obligation, Reminder, Request
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import Duty
from anxin.inner.organs.queries import superior
from anxin.regulation import reminders as rules

About = Reminder.About
DONE = (Obligation.State.PUBLISHED, Obligation.State.EXEMPT, Obligation.State.WITHDRAWN)


@dataclass(frozen=True)
class Occasion:
    """Something that people are reminded of, with the day that the reminders count from."""

    about: str
    subject_id: int
    on: date
    case: Case
    document: LegalDocument | None
    title: str


def remind_all(today: date | None = None) -> int:
    """Send every reminder that is due and was not sent; returns how many. Also catches up after days without a run."""
    today = today or timezone.localdate()
    return sum(_remind(occasion, today) for occasion in occasions(today))


def occasions(today: date) -> Iterator[Occasion]:
    """Open obligations whose clock runs, steps that rest, exemptions in force with their review date."""
    rows = Obligation.objects.filter(superseded=False, trigger_on__lte=today).exclude(state__in=DONE)
    for row in rows.select_related("document__case__organ").order_by("pk"):
        yield Occasion(About.OBLIGATION, row.pk, row.deadline, row.document.case, row.document, str(row.document))
    for step in Step.objects.filter(state=Step.State.OPEN, chain__state="open").select_related("chain").order_by("pk"):
        model = {"draft": Draft, "request": Request}.get(step.chain.subject)
        found = model.objects.filter(pk=step.chain.subject_id).first() if model else None  # type: ignore[attr-defined]
        if found is not None and step.opened_at:
            case = found.document.case if isinstance(found, Draft) else found.case
            on = timezone.localdate(step.opened_at)
            yield Occasion(About.STEP, step.pk, on, case, found.document, step.chain.title)
    exempt = Request.objects.filter(kind=Request.Kind.EXEMPTION, state=Request.State.APPROVED, review_on__isnull=False)
    for request in exempt.filter(document__obligations__in=_exempt()).select_related("case__organ", "document"):
        yield Occasion(About.REVIEW, request.pk, request.review_on, request.case, request.document, str(request))


def _exempt() -> QuerySet[Obligation]:
    return Obligation.objects.filter(superseded=False, state=Obligation.State.EXEMPT)


def _remind(occasion: Occasion, today: date) -> int:
    entries = rules.due(occasion.about, occasion.on, today, law.rules_for(occasion.case))
    sent = 0
    organ = occasion.case.organ_id
    with operation(Actor.system("提醒", organ), organ) as op:
        for entry, audience in ((e, a) for e in entries for a in e.values["to"]):
            to = superior(organ) if audience == "superior" else organ
            if to is None:
                continue
            row, new = Reminder.objects.get_or_create(
                about=occasion.about, subject_id=occasion.subject_id, entry=entry.id, audience=audience, on=occasion.on,
                defaults={"case": occasion.case, "document": occasion.document, "organ_id": to,
                          "sentence": f"{occasion.title}：{entry.sentence}"[:300], "sent_at": timezone.now()},
            )  # fmt: skip
            if new:
                sent += 1
                op.note(Event.REMINDED, *_subject(occasion), reminder=row.pk, audience=audience, entry=entry.reference,
                        article=entry.article)  # fmt: skip
    return sent


def _subject(occasion: Occasion) -> tuple[str, int]:
    if occasion.document is not None:
        return "document", occasion.document.pk
    return "case", occasion.case.pk


def shown_to(actor: Actor, most: int = 20) -> list[Reminder]:
    """What this person is reminded of and is still open, the newest for each matter, newest first."""
    mine = Q(audience="handler", case__handler_id=actor.staff_id)
    if actor.headed:
        mine |= Q(audience="department_head", case__department_id__in=actor.headed)
    if Duty.CASE_MANAGEMENT in actor.duties:
        mine |= Q(audience="case_management")
    if actor.duties & {Duty.SUPERVISOR, Duty.CASE_MANAGEMENT}:
        mine |= Q(audience="superior")
    steps = approvals.waiting_for(actor).values("pk")
    mine |= Q(audience="holder", about=About.STEP, subject_id__in=steps)
    there = Q(organ_id=actor.organ) | Q(audience="holder")
    rows = Reminder.objects.filter(mine & there).filter(_still_open()).select_related("case", "organ")
    newest: dict[tuple[str, int], Reminder] = {}
    for row in rows.order_by("-sent_at", "-pk")[: most * 5]:
        newest.setdefault((row.about, row.subject_id), row)
    return list(newest.values())[:most]


def _still_open() -> Q:
    due = Obligation.objects.filter(superseded=False).exclude(state__in=DONE)
    steps = Step.objects.filter(state=Step.State.OPEN, chain__state="open")
    exempt = Request.objects.filter(state=Request.State.APPROVED, document__obligations__in=_exempt())
    return (
        Q(about=About.OBLIGATION, subject_id__in=due.values("pk"))
        | Q(about=About.STEP, subject_id__in=steps.values("pk"))
        | Q(about=About.REVIEW, subject_id__in=exempt.values("pk"))
    )
