"""What became of an application or a complaint: by its ticket and code, which never stand in an address."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from anxin.outer.publications import queries
from anxin.outer.submissions.queries import status

KINDS = {
    "application": "案件查询申请", "application_supplement": "补充材料", "application_withdrawn": "撤回申请",
    "complaint": "意见反映",
}  # fmt: skip


@csrf_exempt  # it changes nothing, and a page without a session has no token to lose
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tickets(request: HttpRequest) -> HttpResponse:
    """The form, and after a POST the newest answer."""
    context = {"here": "tickets", "ticket": "", "asked": request.method == "POST"}
    if request.method == "POST":
        context["ticket"] = request.POST.get("ticket", "")[:20]
        found = status(context["ticket"], request.POST.get("code", ""))
        if found:
            context |= {
                "found": found, "kind": KINDS.get(found.ticket.kind, ""), "organ": queries.organ(found.ticket.organ),
                "code": request.POST.get("code", "")[:40],
            }  # fmt: skip
    return render(request, "portal/tickets.html", context)
