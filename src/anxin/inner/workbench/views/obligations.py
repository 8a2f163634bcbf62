"""The ledger of obligations: due, done, late, exempt, by organ, type and state."""

from __future__ import annotations

from django.db.models import BooleanField, ExpressionWrapper, F, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from anxin.inner.documents import queries
from anxin.inner.documents.models import Obligation
from anxin.inner.workbench import policy, searches
from anxin.inner.workbench.paging import page

LATE = "late"
OPEN_STATES = (Obligation.State.DUE, Obligation.State.IN_WORK, Obligation.State.RETURNED)
STILL_OPEN = ExpressionWrapper(Q(state__in=OPEN_STATES), BooleanField())


@policy.open_to(*policy.READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def obligations(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return searches.keep(request)
    rows = queries.obligations(request.actor)
    types = list(rows.order_by("document__doc_type").values_list("document__doc_type", flat=True).distinct())
    organs = list(rows.order_by("organ__code").values_list("organ_id", "organ__name").distinct())
    chosen = {name: request.GET.get(name, "") for name in ("state", "type", "organ")} | {
        "q": searches.words(request)
    }
    context = {
        "page": page(request, _filtered(rows, chosen).order_by(STILL_OPEN.desc(), "deadline", "pk")),
        "counts": queries.counts(request.actor),
        "states": [*Obligation.State.choices, (LATE, "超期")],
        "types": types,
        "organs": organs,
        "chosen": chosen,
    }
    return render(request, "workbench/obligations.html", context)


def _filtered(rows: QuerySet[Obligation], chosen: dict[str, str]) -> QuerySet[Obligation]:
    if chosen["state"] == LATE:
        rows = rows.filter(_late())
    elif chosen["state"] in Obligation.State.values:
        rows = rows.filter(state=chosen["state"])
    if chosen["type"]:
        rows = rows.filter(document__doc_type=chosen["type"][:40])
    if chosen["organ"]:
        rows = rows.filter(organ_id=chosen["organ"][:6])
    if text := chosen["q"]:
        rows = rows.filter(Q(document__number__icontains=text) | Q(document__case__name__icontains=text))
    return rows


def _late() -> Q:
    open_late = Q(state__in=OPEN_STATES, deadline__lt=timezone.localdate())
    return open_late | Q(state=Obligation.State.PUBLISHED, published_at__date__gt=F("deadline"))
