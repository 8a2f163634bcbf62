"""Small readings for the pages, built on what the documents room hands out (already limited to the actor)."""

from __future__ import annotations

from django.db.models import QuerySet

from anxin.inner.actor import Actor
from anxin.inner.documents.models import Draft, LegalDocument
from anxin.inner.documents.queries import documents


def referred(actor: Actor) -> QuerySet[LegalDocument]:
    """Documents whose secrecy review waits for the secrecy department (Art 4)."""
    waiting = Draft.objects.filter(secrecy=Draft.Secrecy.REFER, secrecy_answer="", state=Draft.State.WORK)
    return documents(actor).filter(drafts__in=waiting).distinct()
