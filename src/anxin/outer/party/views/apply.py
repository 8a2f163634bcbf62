"""Applying to follow a case (Art 8, 9): who you are, which organ, the papers; a ticket at the end."""

from __future__ import annotations

import secrets
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from anxin.exchange.refused import Refused
from anxin.exchange.schemas_inquiry import KINDS
from anxin.outer.party import policy
from anxin.outer.party.forms.apply import Application, Supplement, Withdraw
from anxin.outer.party.throttle import THROTTLE
from anxin.outer.publications.models import Organ
from anxin.outer.submissions import actions
from anxin.outer.submissions.queries import Status, status
from anxin.regulation.rules import load

COOKIE, SALT, SHOWN = "anxin_receipt", "anxin.party.receipt", 900
FOUND = 40


def _kinds() -> list[dict[str, Any]]:
    rules = load(settings.RULES)
    return [{"kind": kind, "title": entry.title, "sentence": entry.sentence, "options": entry.values["papers"]}
            for kind in KINDS for entry in rules.table("applicant") if entry.values["kind"] == kind]  # fmt: skip


def _kind(kind: str) -> dict[str, Any]:
    found = [one for one in _kinds() if one["kind"] == kind]
    if not found:
        raise Http404
    return found[0]


@policy.anyone
@require_safe
def who(request: HttpRequest) -> HttpResponse:
    """Step one: who asks, and which papers each has to present."""
    return render(request, "party/apply_who.html", {"kinds": _kinds()})


@policy.anyone
@require_safe
def where(request: HttpRequest, kind: str) -> HttpResponse:
    """Step two: the organ that handles the case."""
    asked = request.GET.get("q", "").strip()[:40].replace("\0", "")
    rows = list(Organ.objects.filter(name__contains=asked)[: FOUND + 1]) if asked else []
    context = {"kind": _kind(kind), "q": asked, "organs": rows[:FOUND], "more": len(rows) > FOUND}
    return render(request, "party/apply_where.html", context)


@policy.anyone
def fill(request: HttpRequest, kind: str, code: str) -> HttpResponse:
    """Step three: the application with its papers. A second press of the button is not a second application."""
    chosen, organ = _kind(kind), Organ.objects.filter(code=code).first()
    if organ is None:
        raise Http404
    form = Application(kind, organ, request.POST or None, request.FILES or None, initial={"once": secrets.token_hex(8)})
    if request.method == "POST" and form.is_valid():
        done = _receipt(request)
        if form.cleaned_data["once"] and done.get("once") == form.cleaned_data["once"]:
            return HttpResponseRedirect("/apply/done/")
        try:
            made = actions.receive("application", organ.code, form.body(), form.scans())
            return _done(made, "application", form.cleaned_data["once"], request)
        except Refused as refused:
            form.add_error(None, str(refused))
    context = {"kind": chosen, "organ": organ, "form": form}
    return render(request, "party/apply_fill.html", context, status=422 if form.errors else 200)


def _receipt(request: HttpRequest) -> dict[str, str]:
    try:
        return dict(signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=SHOWN))
    except (signing.BadSignature, ValueError, TypeError):
        return {}


def _done(made: actions.Receipt, kind: str, once: str, request: HttpRequest) -> HttpResponse:
    """To the receipt, which this browser can show again for a quarter of an hour."""
    response = HttpResponseRedirect("/apply/done/")
    value = signing.dumps({"ticket": made.ticket, "code": made.code, "kind": kind, "once": once}, salt=SALT)
    response.set_cookie(COOKIE, value, max_age=SHOWN, path="/apply/", httponly=True, samesite="Strict",
                        secure=request.is_secure())  # fmt: skip
    return response


@policy.anyone
@require_safe
def done(request: HttpRequest) -> HttpResponse:
    """The receipt, to keep or print."""
    receipt = _receipt(request)
    if not receipt:
        raise Http404
    return render(request, "party/apply_done.html", {"receipt": receipt})


@policy.anyone
def withdraw(request: HttpRequest) -> HttpResponse:
    """Taking an application back, by ticket and code."""
    form = Withdraw(request.POST or None)
    if request.method == "POST" and form.is_valid():
        found = _held(request, form)
        if found:
            body = {"ticket": found.ticket.ticket, "reason": form.cleaned_data["reason"]}
            made = actions.receive("application_withdrawn", found.ticket.organ, body)
            return _done(made, "application_withdrawn", "", request)
    return render(request, "party/withdraw.html", {"form": form}, status=422 if form.errors else 200)


@policy.anyone
def supplement(request: HttpRequest, kind: str) -> HttpResponse:
    """Sending in what was missing."""
    chosen, form = _kind(kind), Supplement(kind, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        found = _held(request, form)
        if found:
            try:
                body = {"ticket": found.ticket.ticket, "papers": form.kinds()}
                made = actions.receive("application_supplement", found.ticket.organ, body, form.scans())
                return _done(made, "application_supplement", "", request)
            except Refused as refused:
                form.add_error(None, str(refused))
    return render(request, "party/supplement.html", {"form": form, "kind": chosen}, status=422 if form.errors else 200)


@policy.anyone
@require_safe
def supplement_who(request: HttpRequest) -> HttpResponse:
    return render(request, "party/supplement_who.html", {"kinds": _kinds()})


def _held(request: HttpRequest, form: Any) -> Status | None:
    """The application of this ticket and code; a wrong pair says the same whatever is wrong."""
    ticket = form.cleaned_data["ticket"].strip().upper()
    attempt = THROTTLE.begin(request, f"ticket {ticket}")
    if attempt.wait:
        form.add_error(None, f"尝试次数过多，请在{attempt.wait}分钟以后再试。")
        return None
    found = status(ticket, form.cleaned_data["code"])
    if found is None or found.ticket.kind != "application":
        form.add_error(None, "没有查到这份申请。请核对回执上的回执号和查询码，两者都要填写正确。")
        return None
    attempt.succeeded()
    return found
