"""How a page answers after an action: done and redirected, or refused with what was typed still there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render

from anxin.inner.actor import NotAllowed, Refused
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import note

REFUSED = 409


def posted(request: HttpRequest) -> Any:
    """What a form is bound to: the posted data, also when nothing was filled in; None when the page is only opened."""
    return request.POST if request.method == "POST" else None


def done(request: HttpRequest, sentence: str, to: str, *args: Any, fragment: str = "", **query: Any) -> HttpResponse:
    """Say what was done and go on (POST, redirect, GET)."""
    messages.success(request, sentence)
    target = redirect(to, *args).url
    asked = "&".join(f"{k}={v}" for k, v in query.items() if v is not None)
    return HttpResponseRedirect(target + (f"?{asked}" if asked else "") + (f"#{fragment}" if fragment else ""))


def sorry(request: HttpRequest, error: Exception, subject: tuple[str, Any], to: str, *args: Any) -> HttpResponse:
    """A refused action that had nothing typed in it: say why, and show the page as it is now."""
    messages.error(request, refused(request, error, *subject))
    return redirect(to, *args)


def refused(request: HttpRequest, error: Exception, subject: str, subject_id: Any) -> str:
    """Record a refused attempt on something visible; the sentence for the screen."""
    note(request.actor, Event.REFUSED, subject, subject_id, page=request.resolver_match.url_name)
    return str(error)


def try_form(
    request: HttpRequest, form: Form, action: Callable[[dict[str, Any]], Any], subject: tuple[str, Any]
) -> bool:
    """Run the action on a valid form. A refusal becomes the form's own error, so nothing typed is lost."""
    if not form.is_valid():
        return False
    try:
        action(form.cleaned_data)
    except (Refused, NotAllowed) as error:
        form.add_error(None, refused(request, error, *subject))
        return False
    return True


def form_page(request: HttpRequest, template: str, form: Form, **context: Any) -> HttpResponse:
    """A page with one form; a refused form answers with 422."""
    status = 422 if form.is_bound and form.errors else 200
    return render(request, template, {"form": form, **context}, status=status)
