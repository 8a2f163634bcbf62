"""The approval form of a chain as a Word file, for the paper file of the case."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from anxin.inner.actor import Refused
from anxin.inner.approvals.models import Chain
from anxin.inner.documents import approval_form, queries
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import note
from anxin.inner.workbench import policy

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@policy.open_to(*policy.READERS)
@require_safe
def download(request: HttpRequest, chain_id: int) -> HttpResponse:
    """Whoever may see the chain's subject may take its form; taking it is recorded."""
    chain = Chain.objects.get(pk=chain_id, subject__in=("draft", "request"))
    try:
        data = _made(request, chain)
    except Refused as error:
        return render(request, "workbench/unreadable.html", {"sentence": str(error)}, status=409)
    note(request.actor, Event.DOWNLOADED, "chain", chain_id, organ=chain.organ_id, form="approval")
    answer = HttpResponse(data, content_type=WORD)
    answer["Content-Disposition"] = f'attachment; filename="approval-form-{chain_id}.docx"'
    return answer


def _made(request: HttpRequest, chain: Chain) -> bytes:
    if chain.subject == "draft":
        return approval_form.of_draft(chain, queries.draft_view(request.actor, chain.subject_id).processing)
    return approval_form.of_request(chain, queries.request_view(request.actor, chain.pk).request)
