"""Papers of an application: what is there, what is missing, since when the time for the answer runs (Art 8, 9)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils import timezone

from anxin.exchange.refused import Refused as Unreadable
from anxin.inner.inquiry import identity, law
from anxin.inner.inquiry.models import Application, Assistance, Paper
from anxin.inner.organs import calendar
from anxin.regulation import inquiry


def attach(application: Application, ticket: str, kinds: Sequence[str], digests: Sequence[str]) -> None:
    """Keep sealed papers with an application; raises ``exchange.refused.Refused`` when list and files differ.

    Those of an application that another organ passed on belong to what it answers for.
    """
    if len(kinds) != len(digests):
        raise Unreadable("材料的清单与材料的份数不符。")
    Paper.objects.bulk_create(
        Paper(application=application, kind=kind, ticket=ticket, part=f"paper-{n}", digest=digest)
        for n, (kind, digest) in enumerate(zip(kinds, digests, strict=True), 1)
    )
    passed_on = Assistance.objects.filter(application=application).exclude(forwarded_at=None)
    passed_on.update(manifest=identity.manifest(application))


def missing(application: Application) -> list[str]:
    """Which papers the nearest complete set still lacks (Art 8)."""
    given = {paper.kind for paper in application.papers.all()}
    return inquiry.missing_papers(application.applicant, given, law.rules_of(application.organ))


def reckon(application: Application) -> None:
    """The time starts today: for the answer, or for telling what is missing; not before an assisting organ is done."""
    today, helped = timezone.localdate(), Assistance.objects.filter(application=application).first()
    application.complete_on, application.due = None if missing(application) else today, None
    if helped is None or helped.forwarded_at:
        rules, days = law.rules_of(application.organ), calendar.current()
        decision = inquiry.answer_by(application.applicant, today, helped is not None, rules, days)
        application.due = date.fromisoformat(decision.details["deadline"])
    application.save(update_fields=["complete_on", "due"])
