"""The queue of applications, verification beside the papers, assistance to other organs (Art 8, 9)."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from anxin.inner.actor import NotAllowed, Refused
from anxin.inner.cases.models import Case
from anxin.inner.inquiry import accounts, applications, checks, identity, law, papers, queries
from anxin.inner.inquiry import assistance as help_
from anxin.inner.inquiry.models import Application
from anxin.inner.ledger.queries import of_subject
from anxin.inner.organs.duties import Duty
from anxin.inner.workbench import policy
from anxin.inner.workbench.forms.inquiry import CheckForm, EnterForm, PapersForm, RefuseForm
from anxin.inner.workbench.paging import page
from anxin.inner.workbench.respond import done, form_page, posted, refused, sorry, try_form
from anxin.regulation import inquiry as rules

METHODS = ["GET", "HEAD", "POST"]


@policy.open_to(Duty.CASE_MANAGEMENT)
@require_safe
def inquiries(request: HttpRequest) -> HttpResponse:
    """Everything that waits for an answer, the nearest time limit first."""
    rows, state = queries.applications(request.actor), request.GET.get("state", "open")
    if state == "open":
        rows = rows.filter(state__in=("received", "papers_missing", "in_check"))
    elif state in Application.State.values:
        rows = rows.filter(state=state)
    context = {"page": page(request, rows), "state": state, "states": Application.State.choices}
    return render(request, "workbench/inquiries.html", context)


@policy.open_to(Duty.CASE_MANAGEMENT)
@require_http_methods(METHODS)
def inquiry_new(request: HttpRequest) -> HttpResponse:
    """Enter what came by telephone, letter or at the window; the ticket's code is shown once."""
    form = EnterForm(posted(request), request.FILES or None, organ=request.user.organ)
    made: list[Any] = []

    def action(data: dict[str, Any]) -> None:
        _, files = form.papers()
        made.extend(applications.enter(
            request.actor, data["organ"].pk, data["channel"], data["checked_how"], form.body(), files
        ))  # fmt: skip

    if request.method == "POST" and try_form(request, form, action, ("organ", request.actor.organ)):
        return render(request, "workbench/inquiry_entered.html", {"application": made[0], "code": made[1]})
    return form_page(request, "workbench/inquiry_new.html", form)


@policy.open_to(Duty.CASE_MANAGEMENT)
@require_http_methods(METHODS)
def inquiry(request: HttpRequest, application_id: int) -> HttpResponse:
    """Papers beside the case's participants, and the decision."""
    application = queries.applications(request.actor).get(pk=application_id)
    organ = application.organ
    forms = {
        "check": CheckForm(posted(request)), "refuse": RefuseForm(posted(request), organ=organ),
        "supplement": PapersForm(posted(request), request.FILES or None, organ=organ),
    }  # fmt: skip
    act = request.POST.get("act", "") if request.method == "POST" else ""
    if act in forms:
        sentence = _decide(request, application, act, forms[act])
        if sentence:
            return done(request, sentence, "inquiry", application_id)
    elif request.method == "POST":
        return _simple(request, application, act)
    return _page(request, application, forms, act)


def _decide(request: HttpRequest, application: Application, act: str, form: Any) -> str:
    """What was done in words, empty when the form or the rules refused it."""
    actor, made = request.actor, []

    def check(data: dict[str, Any]) -> None:
        case_id, key = data["whose"]
        made.append(checks.check(actor, application.pk, case_id, key, data["reason"], data["licence_until"]))

    actions = {
        "check": check,
        "refuse": lambda data: checks.refuse(actor, application.pk, data["ground"], data["reason"]),
        "supplement": lambda data: applications.supplement(actor, application.pk, *form.papers()),
    }
    if not try_form(request, form, actions[act], ("application", application.pk)):
        return ""
    granted = "已同意，查询资格已经生效。" if made and made[0] else "第一人审核完毕，请另一名工作人员再次审核。"
    words = {"refuse": "已不予同意，理由和救济途径已经告知。", "supplement": "补交的材料已经登记。"}
    return words.get(act, granted)


def _simple(request: HttpRequest, application: Application, act: str) -> HttpResponse:
    try:
        if act == "missing":
            applications.tell_missing(request.actor, application.pk, request.POST.getlist("unclear")[:12])
        elif act == "withdraw":
            applications.withdraw(request.actor, application.pk)
        else:
            raise Refused("请选择要办理的事项。")
    except (Refused, NotAllowed) as error:
        return sorry(request, error, ("application", application.pk), "inquiry", application.pk)
    return done(request, "已一次性告知。" if act == "missing" else "已登记撤回。", "inquiry", application.pk)


def _page(request: HttpRequest, application: Application, forms: dict[str, Any], act: str) -> HttpResponse:
    found = checks.candidates(application)
    if number := request.GET.get("case", "").strip()[:60]:
        more = Case.objects.filter(organ_id=application.organ_id, number=number)
        more = more.exclude(pk__in=[case.pk for case, _ in found])
        found += [(case, checks.suggested(case, identity.said(application))) for case in more]
    context = {
        "application": application, "said": identity.said(application), "candidates": found,
        "missing": papers.missing(application) if application.open else [], **forms,
        "lawyer": application.applicant in rules.LAWYERS, "made": queries.made_of(application),
        "may_check": application.state in ("received", "in_check") and checks.may_check(request.actor, application),
        "form": forms.get(act), "asked": number,
        "events": of_subject(request.actor, "application", application.pk).order_by("-seq"),
    }  # fmt: skip
    return render(request, "workbench/inquiry.html", context, status=422 if act else 200)


@policy.open_to(Duty.CASE_MANAGEMENT)
@require_safe
def inquiry_paper(request: HttpRequest, paper_id: int, number: int) -> HttpResponse:
    """One page of a paper, as a picture drawn anew in the sandbox; the look is recorded."""
    from anxin.files.refused import Refused as FileRefused

    try:
        picture = queries.picture(request.actor, paper_id, number)
    except (Refused, FileRefused) as error:
        subject = queries.papers(request.actor).get(pk=paper_id).application_id
        return HttpResponse(refused(request, error, "application", subject), "text/plain; charset=utf-8", status=409)
    if picture is None:
        raise Http404
    return HttpResponse(picture, "image/png")


@policy.open_to(Duty.CASE_MANAGEMENT)
@require_safe
def assistances(request: HttpRequest) -> HttpResponse:
    """Whom the own organ helps, and the figures of both sides (Art 9)."""
    context = {"page": page(request, queries.assisted(request.actor)), "figures": help_.figures(request.actor.organ)}
    return render(request, "workbench/assistances.html", context)


@policy.open_to(Duty.CASE_MANAGEMENT)
@require_http_methods(METHODS)
def assistance(request: HttpRequest, application_id: int) -> HttpResponse:
    """The person and the papers, never the case: passing them on, and the answer of the handling organ (Art 9)."""
    row = queries.assisted(request.actor).get(application_id=application_id)
    application, actor = row.application, request.actor
    form = PapersForm(posted(request), request.FILES or None, organ=row.organ)
    in_person = law.listed(row.organ, "identity_check")[0]
    acts = {
        "forward": lambda _: applications.forward(actor, application_id, in_person, *form.papers()),
        "supplement": lambda _: applications.supplement(actor, application_id, *form.papers()),
    }
    said = {"forward": "已核对身份，材料已经传输给办理院。", "supplement": "补交的材料已经传输给办理院。"}
    act = request.POST.get("act", "")
    if act == "code":
        return code_page(request, application.inquirer, ("application", application_id), "assistance", application_id)
    if act in acts and try_form(request, form, acts[act], ("application", application_id)):
        return done(request, said[act], "assistance", application_id)
    context = {
        "row": row, "application": application, "said": identity.said(application),
        "missing": papers.missing(application) if application.open else [],
        "remedy": law.rules_of(application.organ).entry("vocabulary.inquiry_refusal").sentence,
        "may_issue": application.state == "granted" and accounts.may_issue(actor, application.inquirer_id),
    }  # fmt: skip
    return form_page(request, "workbench/assistance.html", form, **context)


def code_page(request: HttpRequest, inquirer: Any, subject: tuple[str, Any], back: str, key: Any) -> HttpResponse:
    """The one-time code, on the answer to this request and nowhere else."""
    try:
        if inquirer is None:
            raise Refused("申请还没有获得同意，不能发出激活码（规定第八条、第九条）。")
        code = accounts.issue_code(request.actor, inquirer.pk)
    except (Refused, NotAllowed) as error:
        return sorry(request, error, subject, back, key)
    inquirer.refresh_from_db()
    context = {"inquirer": inquirer, "name": identity.person(inquirer).get("name"), "code": code,
               "back": reverse(back, args=[key])}  # fmt: skip
    return render(request, "workbench/code.html", context)
