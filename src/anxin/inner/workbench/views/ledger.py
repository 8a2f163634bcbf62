"""The ledger, and the proof that nobody changed it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from anxin.inner.ledger import queries
from anxin.inner.ledger.events import Event
from anxin.inner.organs.queries import subtree
from anxin.inner.workbench import policy
from anxin.inner.workbench.paging import page


@policy.open_to(*queries.READERS)
@require_safe
def ledger(request: HttpRequest) -> HttpResponse:
    rows = queries.entries(request.actor)
    chosen = {name: request.GET.get(name, "").replace("\0", "") for name in ("event", "who", "subject")}
    if chosen["event"] in Event.values:
        rows = rows.filter(event=chosen["event"])
    if chosen["who"]:
        rows = rows.filter(actor_name__icontains=chosen["who"][:80])
    if chosen["subject"]:
        rows = rows.filter(subject_id=chosen["subject"][:60])
    context = {"page": page(request, rows), "events": Event.choices, "chosen": chosen}
    return render(request, "workbench/ledger.html", context)


@policy.open_to(*queries.READERS)
@require_safe
def verify(request: HttpRequest) -> HttpResponse:
    """Walk the chains of the own organ and of those below it; names the first bad entry of each."""
    found = list(queries.breaks(of=subtree(request.actor.organ)))
    return render(request, "workbench/ledger_verify.html", {"breaks": found})
