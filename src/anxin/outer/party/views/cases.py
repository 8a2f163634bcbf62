"""The own cases (Art 7): the list, one case with its course, and who looked. Every look is written down."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from anxin.exchange.schemas_inquiry import ITEMS
from anxin.outer.party import acts, policy, queries
from anxin.web import wording

PER_PAGE, MOST = 50, 100
APART = ("办案期限", "强制措施")
GONE = "已终止的查询资格"


@policy.signed_in
@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    account = request.account
    rows = queries.cases(account.pk)
    for one in rows:
        acts.note(request, account.pk, "look", "list", one.binding.pk)
    return render(request, "party/cases.html", {"here": "cases", "cases": rows, "ended": queries.ended(account.pk)})


@policy.signed_in
@require_safe
def case(request: HttpRequest, key: UUID) -> HttpResponse:
    """Where the case stands, its course, the time limit with its reckoning, the own measures, the result."""
    found = _look(request, key, "record")
    context = {"here": "cases", "case": found, "items": _items(found), "gaps": _course(found),
               "documents": queries.documents(found)}  # fmt: skip
    return render(request, "party/case.html", context)


def _look(request: HttpRequest, key: UUID, what: str) -> queries.Case:
    account = request.account
    found = queries.case(account.pk, key)
    if found is None:
        raise Http404
    acts.note(request, account.pk, "look", what, key)
    return found


def _items(found: queries.Case) -> list[tuple[str, list[dict[str, Any]]]]:
    """The fields under the items of Article 7, in its order, without what has a part of the page to itself."""
    fields = (found.record or {}).get("fields", [])
    grouped = [(item, [f for f in fields if f["item"] == item]) for item in ITEMS if item not in APART]
    return [(item, rows) for item, rows in grouped if rows]


def _course(found: queries.Case) -> list[dict[str, Any]]:
    """The steps, each with the days since the one before."""
    rows: list[dict[str, Any]] = []
    for step in (found.record or {}).get("timeline", []):
        on = date.fromisoformat(step["on"])
        after = (on - rows[-1]["on"]) // timedelta(days=1) if rows else 0
        rows.append({"on": on, "step": step["step"], "after": after})
    return rows


@policy.signed_in
@require_safe
def download(request: HttpRequest, key: UUID) -> HttpResponse:
    """The same as a text file, to keep."""
    found = _look(request, key, "download")
    if found.record is None:
        raise Http404
    text = "\r\n".join(_lines(found.record))
    response = HttpResponse("\ufeff" + text + "\r\n", content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="case-information.txt"'
    return response


def _lines(record: dict[str, Any]) -> list[str]:
    """The record in words."""
    lines = ["案件程序性信息", "", f"案件编号：{record['number']}", f"办案机关：{record['organ_name']}"]
    lines += [f"案件类型：{record['case_type']}"]
    lines += [f"{field['label']}：{field['value']}" for field in record["fields"]]
    lines += ["", "办案进程"] + [f"{wording.day(step['on'])}　{step['step']}" for step in record["timeline"]]
    if record["measures"]:
        lines += ["", f"强制措施（{record['person']}）"]
        for one in record["measures"]:
            end = f"，{wording.day(one['ended_on'])}止" if one["ended_on"] else ""
            lines.append(f"{one['kind']}　{wording.day(one['executed_on'])}起{end}")
    if record["limit"]:
        lines += ["", "办案期限", record["limit"]["sentence"], *record["limit"]["steps"]]
    return [*lines, "", f"数据截至{wording.moment(record['as_of'])}。以办案机关送达的文书为准。"]


@policy.signed_in
@require_safe
def looks(request: HttpRequest) -> HttpResponse:
    """Who looked, from where, when: the own account, and what staff did with the right."""
    account = request.account
    names = {one.binding.pk: (one.record or {}).get("number", "") for one in queries.cases(account.pk)}
    page = Paginator(queries.acts(account.pk).filter(kind="look"), PER_PAGE).get_page(request.GET.get("page"))
    rows = [{"act": act, "what": acts.LOOKS[act.what], "number": names.get(act.binding, GONE)} for act in page]
    staff = [{"look": look, "what": acts.STAFF_LOOKS[look.what], "channel": acts.CHANNELS.get(look.channel, ""),
              "number": names.get(look.binding, GONE)} for look in queries.staff_looks(account.pk)[:MOST]]  # fmt: skip
    return render(request, "party/looks.html", {"here": "looks", "rows": rows, "page": page, "staff": staff})
