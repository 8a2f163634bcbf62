"""The duty to publish starts with a legal fact, not with an upload (Art 18, 21).

``reconcile`` derives from the facts of a case which obligations it must have. It is called after every change of
the facts and every night, and is idempotent: a missed call heals itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from anxin.inner.actor import Actor
from anxin.inner.cases.models import Case
from anxin.inner.documents import law
from anxin.inner.documents.models import LegalDocument, Obligation
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation

JUDGMENT, CONCLUDED, FILING_REVIEW, FACTS_CHANGED = "judgment", "concluded", "filing_review", "facts_changed"
LABELS = {
    JUDGMENT: "收到生效判决、裁定（收到日与生效日中较晚的一日）",
    CONCLUDED: "案件办结",
    FILING_REVIEW: "备案审查结束",
    FACTS_CHANGED: "公开之后案件情况变更",
}


@dataclass(frozen=True)
class Trigger:
    kind: str
    on: date


def trigger_of(document: LegalDocument) -> Trigger | None:
    """The legal fact that starts the clock for this document (Art 21), None while there is none."""
    case = document.case
    if not law.is_published_type(document.doc_type, case):
        return None
    decision = law.clock(document.doc_type, case)
    if decision.outcome != "start":
        return None
    judged = "effective" in law.clock_facts(case) and law.waits_for_judgment(document.doc_type, case)
    kind = FILING_REVIEW if case.filing_review else JUDGMENT if judged else CONCLUDED
    return Trigger(kind, date.fromisoformat(decision.details["trigger"]))


def reconcile(op: Any, case: Case) -> None:
    """Give every document of the case the obligation its facts demand."""
    for document in case.documents.all():
        _reconcile_document(op, document)


def _reconcile_document(op: Any, document: LegalDocument) -> None:
    live = document.obligations.select_for_update().filter(superseded=False).first()
    if live and live.trigger == FACTS_CHANGED:
        return _reckon_again(op, live)
    trigger = trigger_of(document)
    if live and (live.done or (trigger and (live.trigger, live.trigger_on) == (trigger.kind, trigger.on))):
        return _reckon_again(op, live)
    if live and (trigger or document.case.filing_review):
        live.superseded = True
        live.save(update_fields=["superseded"])
        op.note(Event.OBLIGATION_CHANGED, "document", document.pk, obligation=live.pk, change="superseded")
    if trigger is None:
        return
    reckoning = law.deadline(trigger.on, document.case)
    fields = {
        "organ_id": document.case.organ_id, "superseded": False, "reckoning": reckoning.to_json(),
        "deadline": date.fromisoformat(reckoning.details["deadline"]),
        "state": live.state if live else Obligation.State.DUE, "submitted_at": live.submitted_at if live else None,
    }  # fmt: skip
    row, _ = Obligation.objects.update_or_create(
        document=document, trigger=trigger.kind, trigger_on=trigger.on, defaults=fields
    )
    op.note(Event.OBLIGATION_OPENED, "document", document.pk, obligation=row.pk, trigger=trigger.kind,
            type=document.doc_type, on=trigger.on.isoformat(), deadline=row.deadline.isoformat(),
            article=reckoning.article)  # fmt: skip


def _reckon_again(op: Any, live: Obligation) -> None:
    """An open obligation follows the calendar: holidays entered since may have moved its last day."""
    if live.done:
        return
    reckoning = law.deadline(live.trigger_on, live.document.case)
    deadline = date.fromisoformat(reckoning.details["deadline"])
    if deadline != live.deadline:
        live.deadline, live.reckoning = deadline, reckoning.to_json()
        live.save(update_fields=["deadline", "reckoning"])
        op.note(Event.OBLIGATION_CHANGED, "document", live.document_id, obligation=live.pk, change="deadline",
                deadline=deadline.isoformat())  # fmt: skip


def missing() -> Iterator[LegalDocument]:
    """Documents whose facts have started a clock and that have no obligation in force; the nightly work opens it."""
    rows = LegalDocument.objects.exclude(obligations__in=Obligation.objects.filter(superseded=False))
    for document in rows.select_related("case__organ").order_by("pk").iterator(chunk_size=500):
        if trigger_of(document) is not None:
            yield document


def set_state(op: Any, document: LegalDocument, state: str, ground: str = "", **fields: Any) -> None:
    """Move the live obligation of a document, if there is one; ``ground``: why it is exempt."""
    live = document.obligations.select_for_update().filter(superseded=False).first()
    if live and live.state != state:
        live.state = state
        for name, value in fields.items():
            setattr(live, name, value)
        live.save()
        op.note(Event.OBLIGATION_CHANGED, "document", document.pk, obligation=live.pk, change=state,
                **({"ground": ground} if ground else {}))  # fmt: skip


def reconcile_all() -> int:
    """Nightly: every case gets the obligations its facts demand. Returns how many cases were looked at."""
    count = 0
    for pk in Case.objects.values_list("pk", flat=True).iterator():
        with transaction.atomic():
            case = Case.objects.select_for_update().select_related("organ").get(pk=pk)
            with operation(Actor.system("公开义务核对", case.organ_id), case.organ_id) as op:
                reconcile(op, case)
        count += 1
    return count


def is_late(obligation: Obligation, today: date | None = None) -> bool:
    """Late: published after the deadline, or not yet done when it has passed (Art 21)."""
    if obligation.published_at:
        return timezone.localdate(obligation.published_at) > obligation.deadline
    return not obligation.done and (today or timezone.localdate()) > obligation.deadline


def live(organs: list[str] | None = None) -> QuerySet[Obligation]:
    """Obligations in force, all organs or some."""
    rows = Obligation.objects.filter(superseded=False).select_related("document__case__handler", "organ")
    return rows if organs is None else rows.filter(organ_id__in=organs)
