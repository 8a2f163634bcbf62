"""Cases and documents found by number and name."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from anxin.inner.cases import queries
from anxin.inner.documents.queries import documents
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import note
from anxin.inner.workbench import policy, searches
from anxin.inner.workbench.paging import page

DOCUMENTS_SHOWN = 10


@policy.open_to(*policy.READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def cases(request: HttpRequest) -> HttpResponse:
    """The cases this person may see; with words, those that match, and the documents whose number matches."""
    if request.method == "POST":
        return searches.keep(request)
    text = searches.words(request)
    found = queries.find(request.actor, text)
    hits = documents(request.actor).filter(number__icontains=text).order_by("-pk")[:DOCUMENTS_SHOWN] if text else []
    if text:
        note(request.actor, Event.SEARCHED, "case", "", length=len(text))
    return render(request, "workbench/cases.html", {"page": page(request, found), "text": text, "documents": hits})
