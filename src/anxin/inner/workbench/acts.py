"""Pages on which one thing is shown with what may be done to it now: one card with a form for each act."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from anxin.inner.actor import Actor
from anxin.inner.workbench.respond import done, try_form


class ActForm(forms.Form):
    """A form that knows who fills it in and what it is about."""

    def __init__(self, *args: Any, actor: Actor, row: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.prepare(actor, row)

    def prepare(self, actor: Actor, row: Any) -> None:
        """Fill in choices and first values."""


def always(actor: Actor, row: Any) -> bool:
    return True


@dataclass(frozen=True)
class Act:
    """``do(actor, id, data)`` is the room's action; ``when(actor, row)``: whether to offer it; the action checks."""

    name: str
    title: str
    button: str
    form: type[ActForm]
    do: Callable[[Actor, int, dict[str, Any]], Any]
    said: str
    when: Callable[[Actor, Any], bool] = always
    danger: bool = False
    hint: str = ""
    menu: bool = False  # folded away until asked for
    urgent: bool = False  # stands on top of the page


NOT_NOW = "现在不能办理这一事项，可能他人刚刚办理，请看页面上的最新情况。"


def page(
    request: HttpRequest, row: Any, acts: Sequence[Act], template: str, subject: str, to: str,
    context: Callable[[], Mapping[str, Any]],
) -> HttpResponse:
    """GET shows the thing, POST does the act that its button names; refused, what was typed stands there still."""
    refused = None
    if request.method == "POST":
        act = next((a for a in acts if a.name == request.POST.get("act") and a.when(request.actor, row)), None)
        if act is None:
            messages.error(request, NOT_NOW)
            return redirect(to, row.pk)
        form = _form(act, request, row, request.POST)
        if try_form(request, form, lambda data: act.do(request.actor, row.pk, data), (subject, row.pk)):
            return done(request, act.said, to, row.pk)
        refused = (act.name, form)
    offered = [a for a in acts if a.when(request.actor, row)]
    cards = [(a, refused[1] if refused and refused[0] == a.name else _form(a, request, row)) for a in offered]
    shown = {"row": row, "cards": [c for c in cards if not c[0].urgent], "urgent": [c for c in cards if c[0].urgent],
             "refused": refused[1] if refused else None, **context()}  # fmt: skip
    return render(request, template, shown, status=422 if refused else 200)


def _form(act: Act, request: HttpRequest, row: Any, data: Any = None) -> ActForm:
    return act.form(data, actor=request.actor, row=row, auto_id=f"id_{act.name}_%s")
