"""The ledger of obligations: due, done, late, exempt, by organ, type and state."""

from __future__ import annotations

from django.db.models import BooleanField, ExpressionWrapper, F, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from anxin.files.write.sheet import Sheet
from anxin.inner.documents import queries
from anxin.inner.documents.models import Obligation
from anxin.inner.documents.obligations import LABELS, is_late
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import note
from anxin.inner.workbench import policy, searches
from anxin.inner.workbench.paging import page
from anxin.web.tables import xlsx_file

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
    found = _filtered(rows, chosen).order_by(STILL_OPEN.desc(), "deadline", "pk")
    if request.GET.get("format") == "xlsx":
        return _file(request, found)
    context = {
        "page": page(request, found),
        "counts": queries.counts(request.actor),
        "states": [*Obligation.State.choices, (LATE, "超期")],
        "types": types,
        "organs": organs,
        "chosen": chosen,
    }
    return render(request, "workbench/obligations.html", context)


def _file(request: HttpRequest, rows: QuerySet[Obligation]) -> HttpResponse:
    """The list as it is filtered, for Excel; taking it is recorded."""
    head = ("院", "文书", "案件", "承办人", "产生原因", "起算日", "期限", "状态", "超期", "发布时间")
    lines = [
        (row.organ.name, str(row.document), row.document.case.name, str(row.document.case.handler or "未分配"),
         LABELS.get(row.trigger, row.trigger), row.trigger_on.isoformat(), row.deadline.isoformat(),
         row.get_state_display(), "是" if is_late(row) else "",
         f"{timezone.localtime(row.published_at):%Y-%m-%d %H:%M}" if row.published_at else "")
        for row in rows.iterator(chunk_size=1000)
    ]  # fmt: skip
    note(request.actor, Event.DOWNLOADED, "organ", request.actor.organ, list="obligations", rows=len(lines))
    title = f"公开义务台账{timezone.localdate():%Y%m%d}"
    return xlsx_file([Sheet("台账", title, head, lines, "案件名称含真实姓名，只供本院办理使用，不得外传。")], title)


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
