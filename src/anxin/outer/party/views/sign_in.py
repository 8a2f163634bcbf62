"""Signing in and out, opening an account, a lost password, a lost second factor."""

from __future__ import annotations

from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from anxin.outer.party import accounts, acts, policy, queries, second_factor, sessions, walls
from anxin.outer.party.forms import account as forms
from anxin.outer.party.models import Account
from anxin.outer.party.throttle import THROTTLE
from anxin.web.throttle import WAIT

WRONG = "登录名或者密码不正确。请核对后再试。"
BAD_CODE = (
    "登录名或者激活码不正确，或者激活码已经用过、已经过期。激活码过期的，请与办案机关案件管理部门联系补发。"
)
SALT, PENDING = "anxin.party.second", 300


@policy.anyone
@sensitive_post_parameters()
def sign_in(request: HttpRequest) -> HttpResponse:
    form = forms.SignIn(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, "party/sign_in.html", form)
    login = form.cleaned_data["login"]
    attempt = THROTTLE.begin(request, login)
    if attempt.wait:
        form.add_error(None, WAIT.format(attempt.wait))
        return _page(request, "party/sign_in.html", form, 429)
    account = accounts.prove(login, form.cleaned_data["password"])
    if account is None:
        form.add_error(None, WRONG)
        return _page(request, "party/sign_in.html", form)
    attempt.succeeded()
    if account.closed_at or queries.is_dead(account.pk):
        return _over(request, account)
    if account.totp:
        token = signing.dumps([str(account.pk), account.password[-16:]], salt=SALT)
        walls.nobody()
        return render(request, "party/second_factor.html", {"form": forms.SecondFactor(), "token": token})
    return _enter(request, account)


def _over(request: HttpRequest, account: Account) -> HttpResponse:
    """The password was right, and nothing can be seen any more: why, in the words of the handling organ (Art 10)."""
    context = {"ended": queries.ended(account.pk), "given_back": account.closed_at}
    return render(request, "party/over.html", context)


def _enter(request: HttpRequest, account: Account, opened: bool = False) -> HttpResponse:
    """Begin a session; in a browser that was not used before the person is told, save when the account is opened."""
    if not opened and not THROTTLE.knows(request, account.login):
        acts.ask_worker("device", str(account.pk))
    response = HttpResponseRedirect("/cases/")
    sessions.begin(request, response, account.pk)
    THROTTLE.remember_device(request, response, account.login)
    return response


def _pending(request: HttpRequest) -> Account | None:
    """The account whose password was right less than five minutes ago, locked."""
    try:
        number, mark = signing.loads(request.POST.get("token", ""), salt=SALT, max_age=PENDING)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    walls.claim(number)
    account = Account.objects.filter(pk=number, closed_at=None).first()
    if account is None or account.password[-16:] != mark:
        return None
    walls.identify(account.pk)
    account = Account.objects.select_for_update().get(pk=account.pk)
    return None if queries.is_dead(account.pk) else account


@policy.anyone
@require_POST
@sensitive_post_parameters()
def second(request: HttpRequest) -> HttpResponse:
    """The second factor, or a recovery code in its place."""
    account, form = _pending(request), forms.SecondFactor(request.POST)
    if account is None:
        return HttpResponseRedirect("/sign-in/")
    attempt = THROTTLE.begin(request, f"{account.login}/second")
    if attempt.wait:
        form.add_error(None, WAIT.format(attempt.wait))
    elif form.is_valid() and account.totp and second_factor.check(account, form.cleaned_data["code"]):
        attempt.succeeded()
        return _enter(request, account)
    else:
        form.add_error("code", "口令不正确，或者已经用过。请等下一个口令再试。")
    walls.nobody()
    context = {"form": form, "token": request.POST.get("token", "")}
    return render(request, "party/second_factor.html", context, status=422)


@policy.anyone
@require_POST
def lost_factor(request: HttpRequest) -> HttpResponse:
    """Neither device nor recovery codes: the handling organ checks the identity anew and gives a new code."""
    account = _pending(request)
    if account is None:
        return HttpResponseRedirect("/sign-in/")
    attempt = THROTTLE.begin(request, f"{account.login}/lost")
    if not attempt.wait:
        acts.note(request, account.pk, "account_event", "second_factor_lost")
    return render(request, "party/lost_factor.html", {})


@policy.signed_in
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    sessions.end(request.account.pk, request.session_row.key_hash)
    response = HttpResponseRedirect("/")
    response.delete_cookie(sessions.COOKIE, samesite="Strict")
    return response


@policy.anyone
@sensitive_post_parameters()
def activate(request: HttpRequest) -> HttpResponse:
    """Opening an account with the one-time code from the handling organ."""
    form = forms.Activate(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, "party/activate.html", form)
    attempt = THROTTLE.begin(request, f"{form.cleaned_data['login']}/activate", guessable=False)
    if attempt.wait:
        form.add_error(None, WAIT.format(attempt.wait))
        return _page(request, "party/activate.html", form, 429)
    given = form.cleaned_data
    account = accounts.open_account(request, given["login"], given["code"], given["password"])
    if account is None:
        form.add_error(None, BAD_CODE)
        return _page(request, "party/activate.html", form)
    attempt.succeeded()
    if queries.is_dead(account.pk):
        return _over(request, account)
    return _enter(request, account, opened=True)


@policy.anyone
def lost_password(request: HttpRequest) -> HttpResponse:
    """The same words for every login, whether or not anybody has it."""
    form = forms.Lost(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, "party/lost_password.html", form)
    attempt = THROTTLE.begin(request, f"{form.cleaned_data['login']}/lost")
    if attempt.wait:
        form.add_error(None, f"尝试次数过多，请在{attempt.wait}分钟以后再试。")
        return _page(request, "party/lost_password.html", form, 429)
    acts.ask_worker("reset", form.cleaned_data["login"])
    return render(request, "party/lost_password.html", {"sent": True})


@policy.anyone
@sensitive_post_parameters()
def reset(request: HttpRequest, token: str) -> HttpResponse:
    """A new password by the link; a link that is no good answers as no page at all."""
    form = forms.NewPassword(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if account := accounts.reset_password(token, form.cleaned_data["password"]):
            response = _told(request, "密码已经重新设置", "请用新密码登录。其他地方的登录都已退出。")
            THROTTLE.remember_device(request, response, account.login)
            return response
        form.add_error(None, "链接已经失效，请重新申请找回密码。")
    return _page(request, "party/reset.html", form)


@policy.anyone
def confirm_email(request: HttpRequest, token: str) -> HttpResponse:
    """Confirming an address takes a press of the button: mail programs open links by themselves."""
    if request.method != "POST":
        return render(request, "party/confirm_email.html", {})
    if accounts.confirm_email(token):
        return _told(request, "邮箱已经确认", "今后的通知将发到这个邮箱，通知里不写案件内容。")
    return _told(request, "链接已经失效", "请登录以后在“通知设置”里重新填写邮箱。", 422)


def _told(request: HttpRequest, title: str, sentence: str, status: int = 200) -> HttpResponse:
    return render(request, "party/told.html", {"title": title, "sentence": sentence}, status=status)


def _page(request: HttpRequest, template: str, form: object, status: int = 422) -> HttpResponse:
    return render(request, template, {"form": form}, status=status if getattr(form, "errors", None) else 200)
