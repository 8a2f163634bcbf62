"""This version beside the one published before."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from anxin.inner.actor import Refused
from anxin.inner.documents import compare, queries
from anxin.inner.workbench import policy


@policy.open_to(*policy.READERS)
@require_safe
def compared(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Masks and words that differ. Needs the same right as the review page, and the look is recorded as there."""
    try:
        view = queries.draft_view(request.actor, draft_id)
    except Refused as error:
        return render(request, "workbench/unreadable.html", {"sentence": str(error)}, status=409)
    found = compare.compare(view.draft)
    document = view.draft.document
    context = {"draft": view.draft, "document": document, "case": document.case, "found": found}
    return render(request, "workbench/compare.html", context)
