"""Assisted verification (Art 9): the organ of habitual residence checks the person, the handling organ decides."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import F, Q
from django.db.models.functions import TruncDate
from django.utils import timezone

from anxin.exchange import sealing
from anxin.inner.actor import Actor, Refused
from anxin.inner.inquiry import identity, law, papers
from anxin.inner.inquiry.models import Application, Assistance
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs import calendar
from anxin.inner.organs.duties import Duty
from anxin.inner.organs.models import Organ
from anxin.regulation import inquiry, periods


def objection(assistant: Organ | None, handling: Organ) -> str | None:
    """Why this organ may not assist in a case of that one; None when it may."""
    if assistant is None:
        return "没有这个协助认证的人民检察院（规定第九条）。"
    return inquiry.assistance(assistant.pk, assistant.level, handling.pk, law.rules_of(handling))


def ask(application: Application, organ: Organ) -> Assistance:
    """Inside the caller's operation: the person is to come to this organ with the papers."""
    rules, today = law.rules_of(organ), timezone.localdate()
    due = periods.deadline(today, rules, calendar.current(), "assistance_forward").details["deadline"]
    return Assistance.objects.create(
        application=application, organ=organ, asked_at=timezone.now(), forward_due=date.fromisoformat(due)
    )


def forward(
    actor: Actor, application_id: int, checked_how: str, kinds: Sequence[str] = (), files: Sequence[bytes] = ()
) -> Assistance:
    """Pass on person and papers with their hash; the time for the answer starts. In person only.

    ``kinds`` and ``files`` are papers scanned here, beside those that the applicant sent before.
    """
    found = Assistance.objects.select_related("organ").get(application_id=application_id)
    actor.require(Duty.CASE_MANAGEMENT, found.organ_id)
    if checked_how != law.listed(found.organ, "identity_check")[0]:
        raise Refused("协助认证应当当面核对证件原件（规定第九条）。")
    with operation(actor) as op:
        query = Application.objects.select_for_update(of=("self",)).select_related("organ")
        application = query.get(pk=application_id)
        help_ = Assistance.objects.select_for_update(of=("self",)).get(application_id=application_id)
        if help_.forwarded_at or not application.open:
            raise Refused("材料已经传输，或者申请已经办结。")
        if refusal := objection(found.organ, application.organ):
            raise Refused(refusal)
        ticket, _ = sealing.new_ticket(timezone.localdate())
        papers.attach(application, ticket, kinds, identity.seal_papers(ticket, list(files)))
        for paper in application.papers.all():
            identity.open_paper(paper)
        help_.manifest, help_.forwarded_at = identity.manifest(application), timezone.now()
        help_.checked_how, help_.checked_by_id = checked_how, actor.staff_id
        help_.save()
        papers.reckon(application)
        op.note(Event.ASSISTANCE_FORWARDED, "application", application.pk, manifest=help_.manifest)
        return help_


def verify(application: Application) -> None:
    """Raise ``Refused`` unless the papers are those that were passed on or handed in afterwards, unchanged."""
    help_ = Assistance.objects.filter(application=application).first()
    if help_ is None:
        return
    if help_.forwarded_at is None:
        raise Refused("协助院还没有核对身份、传输材料，不能审核（规定第九条）。")
    if help_.manifest != identity.manifest(application):
        raise Refused(identity.TAMPERED)


def figures(organ: str) -> dict[str, int]:
    """Both organs' counts (Art 9, 25): forwarded for others, received from others, answered, in time, open."""
    given = Assistance.objects.filter(organ_id=organ).exclude(forwarded_at=None)
    asked = Assistance.objects.filter(application__organ_id=organ).exclude(forwarded_at=None)
    in_time = Q(answered_on__lte=F("application__due"))
    answered = asked.exclude(answered_at=None).annotate(answered_on=TruncDate("answered_at"))
    return {
        "given": given.count(), "given_answered": given.exclude(answered_at=None).count(),
        "received": asked.count(), "answered": answered.count(), "in_time": answered.filter(in_time).count(),
        "open": asked.filter(answered_at=None).count(),
    }  # fmt: skip
