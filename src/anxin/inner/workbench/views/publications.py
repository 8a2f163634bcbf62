"""What is public, hidden or withdrawn; hiding in two clicks, withdrawing with a ground."""

from __future__ import annotations

from django import forms
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from anxin.inner.actor import NotAllowed, Refused
from anxin.inner.documents import actions, queries
from anxin.inner.documents.models import Publication
from anxin.inner.ledger.queries import of_subject
from anxin.inner.organs.duties import Duty
from anxin.inner.workbench import policy
from anxin.inner.workbench.forms.fields import reason
from anxin.inner.workbench.forms.requests import ARTICLES
from anxin.inner.workbench.paging import page
from anxin.inner.workbench.respond import done, form_page, sorry, try_form

GROUNDS = (
    ("屏蔽有遗漏，先行隐藏核实", "屏蔽有遗漏"),
    ("公开了不应当公开的内容，先行隐藏核实", "公开了不应当公开的内容"),
    ("当事人反映信息不准确，先行隐藏核实", "当事人反映信息不准确"),
    ("其他紧急情况，先行隐藏核实", "其他紧急情况"),
)


class HideForm(forms.Form):
    ground = forms.ChoiceField(label="隐藏的理由", choices=GROUNDS, initial=GROUNDS[0][0])


class WithdrawForm(forms.Form):
    article = forms.ChoiceField(label="依据", choices=list(ARTICLES.items()))
    ground = reason("撤回的理由", help_text="公众将在撤回说明页上看到这一理由，请不要写入应当屏蔽的内容。")


@policy.open_to(*policy.READERS)
@require_safe
def publications(request: HttpRequest) -> HttpResponse:
    rows = queries.publications(request.actor)
    chosen = {"state": request.GET.get("state", ""), "q": request.GET.get("q", "").replace("\0", "")[:100].strip()}
    if chosen["state"] in Publication.State.values:
        rows = rows.filter(state=chosen["state"])
    if chosen["q"]:
        rows = rows.filter(Q(document__number__icontains=chosen["q"]) | Q(document__case__name__icontains=chosen["q"]))
    context = {"page": page(request, rows), "states": Publication.State.choices, "chosen": chosen, "hide": HideForm()}
    return render(request, "workbench/publications.html", context)


@policy.open_to(*policy.READERS)
@require_safe
def publication(request: HttpRequest, publication_id: int) -> HttpResponse:
    return _page(request, publication_id, WithdrawForm())


def _page(request: HttpRequest, publication_id: int, form: forms.Form) -> HttpResponse:
    item = queries.publications(request.actor).get(pk=publication_id)
    context = {
        "item": item,
        "hide": HideForm(),
        "may_hide": item.state == "public",
        "may_withdraw": item.state in ("public", "hidden") and Duty.CASE_MANAGEMENT in request.actor.duties,
        "may_ask": item.document.case.handler_id == request.actor.staff_id,
        "events": of_subject(request.actor, "document", item.document_id).order_by("-seq"),
    }
    return form_page(request, "workbench/publication.html", form, **context)


@policy.open_to(*policy.READERS)
@require_POST
def hide(request: HttpRequest, publication_id: int) -> HttpResponse:
    """The second of two clicks; one person suffices, the leak stops first."""
    queries.publications(request.actor).get(pk=publication_id)
    form = HideForm(request.POST)
    ground = form.cleaned_data["ground"] if form.is_valid() else GROUNDS[-1][0]
    try:
        actions.hide(request.actor, publication_id, ground)
    except (Refused, NotAllowed) as error:
        return sorry(request, error, ("publication", publication_id), "publication", publication_id)
    return done(
        request,
        "已隐藏，公众页面、检索和订阅中都不再出现。请尽快核实并办理更正或者撤回。",
        "publication",
        publication_id,
    )


@policy.open_to(Duty.CASE_MANAGEMENT)
@require_POST
def withdraw(request: HttpRequest, publication_id: int) -> HttpResponse:
    queries.publications(request.actor).get(pk=publication_id)
    form = WithdrawForm(request.POST)
    if try_form(
        request, form,
        lambda data: actions.withdraw(request.actor, publication_id, data["ground"], data["article"]),
        ("publication", publication_id),
    ):  # fmt: skip
        return done(request, "已撤回，公众页面保留撤回说明。", "publication", publication_id)
    return _page(request, publication_id, form)
