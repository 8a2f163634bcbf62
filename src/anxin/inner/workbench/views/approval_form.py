"""The approval form of a chain as a Word file, for the paper file of the case."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from anxin.inner.actor import Actor, Refused
from anxin.inner.announcements import approval_form as announcement_form
from anxin.inner.announcements import queries as announcements
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
    chain = Chain.objects.get(pk=chain_id, subject__in=MADE)
    try:
        data = MADE[chain.subject](request.actor, chain)
    except Refused as error:
        return render(request, "workbench/unreadable.html", {"sentence": str(error)}, status=409)
    note(request.actor, Event.DOWNLOADED, "chain", chain_id, organ=chain.organ_id, form="approval")
    answer = HttpResponse(data, content_type=WORD)
    answer["Content-Disposition"] = f'attachment; filename="approval-form-{chain_id}.docx"'
    return answer


def _of_version(actor: Actor, chain: Chain) -> bytes:
    return announcement_form.of_version(chain, announcements.version_of(actor, chain))


def _of_request(actor: Actor, chain: Chain) -> bytes:
    return announcement_form.of_request(chain, announcements.version_of(actor, chain))


MADE: dict[str, Callable[[Actor, Chain], bytes]] = {
    "draft": lambda a, c: approval_form.of_draft(c, queries.draft_view(a, c.subject_id).processing),
    "request": lambda a, c: approval_form.of_request(c, queries.request_view(a, c.pk).request),
    "announcement_version": _of_version, "announcement_request": _of_request,
}  # fmt: skip
