"""Signing in and out."""

from __future__ import annotations

from django import forms
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from anxin.inner.actor import Actor
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import note
from anxin.inner.organs.models import Staff
from anxin.inner.workbench import policy, sessions
from anxin.inner.workbench.throttle import THROTTLE
from anxin.web.throttle import WAIT

WRONG = "登录名或者密码不正确。请核对后再试，忘记密码请联系本院技术信息部门。"


class SignInForm(forms.Form):
    username = forms.CharField(label="登录名", max_length=150, widget=forms.TextInput({"autocomplete": "username"}))
    password = forms.CharField(
        label="密码", max_length=1024, strip=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )  # fmt: skip


@policy.anyone
@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    """The one page a visitor sees before signing in."""
    if request.method == "POST":
        return _attempt(request)
    if request.user.is_authenticated:
        return HttpResponseRedirect("/")
    return _page(request, SignInForm(), 200)


def _attempt(request: HttpRequest) -> HttpResponse:
    form = SignInForm(request.POST)
    if not form.is_valid():
        return _page(request, form, 422)
    username = form.cleaned_data["username"]
    attempt = THROTTLE.begin(request, username)
    if attempt.wait:
        form.add_error(None, WAIT.format(attempt.wait))
        return _page(request, form, 429)
    staff = authenticate(request, username=username, password=form.cleaned_data["password"])
    if staff is None:
        _record_failure(username)
        form.add_error(None, WRONG)
        return _page(request, form, 422)
    attempt.succeeded()
    sessions.begin(request, staff)
    note(Actor.of(staff), Event.SIGNED_IN, "staff", staff.pk)
    response = HttpResponseRedirect(_next(request))
    THROTTLE.remember_device(request, response, username)
    return response


def _record_failure(username: str) -> None:
    """One ledger entry in either case; a name nobody has is not kept, it may be a mistyped password."""
    known = Staff.objects.filter(username=username).first()
    actor = Actor.system("登录", known.organ_id) if known else Actor.system("登录")
    note(actor, Event.SIGN_IN_FAILED, "staff", known.pk if known else "")


def _next(request: HttpRequest) -> str:
    target = request.POST.get("next", "")
    local = target.startswith("/") and url_has_allowed_host_and_scheme(target, allowed_hosts=None)
    return target if local else "/"


def _page(request: HttpRequest, form: SignInForm, status: int) -> HttpResponse:
    target = request.POST.get("next") or request.GET.get("next", "")
    return render(request, "workbench/sign_in.html", {"form": form, "next": target}, status=status)


@policy.staff
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    note(request.actor, Event.SIGNED_OUT, "staff", request.actor.staff_id)
    sessions.end(request)
    return HttpResponseRedirect("/sign-in/")
