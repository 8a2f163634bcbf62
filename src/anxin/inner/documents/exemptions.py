"""Not publishing a document that is due: only by its own chain, with ground and review date (Art 4, 18)."""

from __future__ import annotations

from datetime import date

from django.db import models

from anxin.inner.actor import Actor
from anxin.inner.approvals.models import Chain
from anxin.inner.documents import law, requests
from anxin.inner.documents.models import LegalDocument, Request
from anxin.inner.documents.requests import SUBJECT, approve

__all__ = ["SUBJECT", "approve", "in_force", "request"]


def request(actor: Actor, document_id: int, ground: str, reason: str, review_on: date) -> Chain:
    """Ask for a document not to be published; the obligation stays due until the chain is complete."""
    document = LegalDocument.objects.select_related("case__organ").get(pk=document_id)
    entry = law.exemption_grounds(document.case).get(ground)
    return requests.ask(
        actor, document.case_id, Request.Kind.EXEMPTION, document_id=document_id, ground=ground,
        article=entry.article if entry else "4", reason=reason, review_on=review_on,
    )  # fmt: skip


def in_force(document: LegalDocument) -> models.QuerySet[Request]:
    """Approved exemptions of a document."""
    return document.requests.filter(kind=Request.Kind.EXEMPTION, state=Request.State.APPROVED)
