"""The history of a case as its pages show it: the case, its documents and what was asked for in it."""

from __future__ import annotations

from anxin.inner.actor import Actor
from anxin.inner.cases.models import Case
from anxin.inner.documents.models import Draft, LegalDocument, Request
from anxin.inner.ledger.models import Entry
from anxin.inner.ledger.queries import of_subject


def events_of(actor: Actor, case: Case, document: LegalDocument | None = None) -> list[Entry]:
    """Newest first; with ``document`` only what concerns that one. The caller has checked that the case is visible."""
    documents = [document] if document else list(case.documents.all())
    subjects = [("document", d.pk) for d in documents]
    subjects += [("draft", pk) for pk in Draft.objects.filter(document__in=documents).values_list("pk", flat=True)]
    requests = Request.objects.filter(case=case)
    requests = requests.filter(document=document) if document else requests
    subjects += [("request", pk) for pk in requests.values_list("pk", flat=True)]
    if document is None:
        subjects.append(("case", case.pk))
    found = [entry for subject, pk in subjects for entry in of_subject(actor, subject, pk)]
    return sorted(found, key=lambda e: e.seq, reverse=True)
