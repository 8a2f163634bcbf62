"""What is public, hidden or withdrawn; hiding in two clicks. Withdrawing and restoring are asked for (Art 23)."""

from __future__ import annotations

from django import forms
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from anxin.inner.actor import NotAllowed, Refused
from anxin.inner.documents import actions, compare, queries
from anxin.inner.documents.models import Publication
from anxin.inner.workbench import policy, searches
from anxin.inner.workbench.history import events_of
from anxin.inner.workbench.paging import page
from anxin.inner.workbench.respond import done, sorry

GROUNDS = (
    ("屏蔽有遗漏，先行隐藏核实", "屏蔽有遗漏"),
    ("公开了不应当公开的内容，先行隐藏核实", "公开了不应当公开的内容"),
    ("当事人反映信息不准确，先行隐藏核实", "当事人反映信息不准确"),
    ("其他紧急情况，先行隐藏核实", "其他紧急情况"),
)


class HideForm(forms.Form):
    ground = forms.ChoiceField(label="隐藏的理由", choices=GROUNDS, initial=GROUNDS[0][0])


@policy.open_to(*policy.READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def publications(request: HttpRequest) -> HttpResponse:
    rows = queries.publications(request.actor)
    if request.method == "POST":
        return searches.keep(request)
    chosen = {"state": request.GET.get("state", ""), "q": searches.words(request)}
    if chosen["state"] in Publication.State.values:
        rows = rows.filter(state=chosen["state"])
    if chosen["q"]:
        rows = rows.filter(Q(document__number__icontains=chosen["q"]) | Q(document__case__name__icontains=chosen["q"]))
    context = {"page": page(request, rows), "states": Publication.State.choices, "chosen": chosen, "hide": HideForm()}
    return render(request, "workbench/publications.html", context)


@policy.open_to(*policy.READERS)
@require_safe
def publication(request: HttpRequest, publication_id: int) -> HttpResponse:
    item = queries.publications(request.actor).get(pk=publication_id)
    context = {
        "item": item,
        "hide": HideForm(),
        "may_hide": item.state == "public",
        "may_ask": item.document.case.handler_id == request.actor.staff_id,
        "compared": item.version > 1 or compare.previous(item.draft) is not None,
        "events": events_of(request.actor, item.document.case, item.document),
    }
    return render(request, "workbench/publication.html", context)


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
