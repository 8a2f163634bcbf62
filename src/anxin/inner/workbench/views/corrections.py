"""Where people corrected the engine: too much, too little, by kind (numbers only)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from anxin.inner.documents import corrections, law
from anxin.inner.documents.models import Correction
from anxin.inner.organs.duties import Duty
from anxin.inner.workbench import labels, policy
from anxin.inner.workbench.bars import bars

SERIES = (("under", "漏屏蔽"), ("over", "多屏蔽"), ("changed", "替代文字不当"))


@policy.open_to(*policy.READERS, Duty.TECHNICAL)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    rows = corrections.by_kind(request.actor)
    wrong = [(labels.KINDS.get(r["kind"], "其他"), [r[name] for name, _ in SERIES]) for r in rows]
    chart = bars([row for row in wrong if any(row[1])][:12])
    context = {
        "rows": rows, "chart": chart, "series": [label for _, label in SERIES],
        "rules": [
            (r, labels.DOUBTS.get(r["rule"]) or law.entry_title(r["rule"]), Correction.Direction(r["direction"]).label)
            for r in corrections.by_rule(request.actor)
        ],
    }  # fmt: skip
    return render(request, "workbench/corrections.html", context)
