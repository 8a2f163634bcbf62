"""What a person does with the own account: open it, prove who they are, change it, give it back (Art 8, 10)."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.hashers import check_password, make_password
from django.http import HttpRequest
from django.utils import timezone

from anxin.exchange import codes
from anxin.outer.party import acts, links, sessions, walls
from anxin.outer.party.models import Account, Activation
from anxin.outer.party.sealed import seal, unseal

NOBODY = UUID(int=0)
_DUMMY = make_password("nobody has this password")


def open_account(request: HttpRequest, login: str, code: str, password: str) -> Account | None:
    """Set the password with a one-time code that is fresh and unused; None for anything else.

    The same work is done for a login that nobody has.
    """
    walls.claim(login)
    row = Activation.objects.filter(login=login).first()
    fits = codes.code_fits(str(row.account if row else NOBODY), code, row.code_hash if row else "0" * 64)
    encoded = make_password(password)
    if row is None or not fits:
        return None
    walls.identify(row.account)
    row = Activation.objects.select_for_update().get(pk=row.account)
    if row.used_at or row.expires <= timezone.now() or not codes.code_fits(str(row.account), code, row.code_hash):
        return None
    row.used_at = timezone.now()
    row.save(update_fields=["used_at"])
    account = Account.objects.select_for_update().get(pk=row.account)
    account.password = encoded
    account.save(update_fields=["password"])
    sessions.end_all(account.pk)
    acts.note(request, account.pk, "activation_done", str(account.version))
    if account.email:
        acts.ask_worker("confirm", f"{account.pk} {unseal(f'email {account.pk}', account.email)}")
    return account


def prove(login: str, password: str) -> Account | None:
    """The account with this login and password, identified; None otherwise, with the same work done."""
    walls.claim(login)
    account = Account.objects.filter(login=login).first()
    if not check_password(password, account.password if account and account.has_usable_password() else _DUMMY):
        return None
    if account is None or not account.has_usable_password():
        return None
    walls.identify(account.pk)
    return Account.objects.select_for_update().get(pk=account.pk)


def change_password(account: Account, password: str, keep: str = "") -> None:
    """A new password ends every other session, and the person is told."""
    account.password = make_password(password)
    account.save(update_fields=["password"])
    sessions.end_all(account.pk, but=keep)
    acts.ask_worker("changed", str(account.pk))


def reset_password(token: str, password: str) -> Account | None:
    """A new password by the link that was sent to the confirmed address; None for a link that is no good."""
    account = account_of_link("reset", token)
    if account is None or not account.email_confirmed:
        return None
    walls.identify(account.pk)
    change_password(Account.objects.select_for_update().get(pk=account.pk), password)
    return account


def confirm_email(token: str) -> bool:
    """The address to which the link was sent is the person's; notices go there from now on."""
    account, read = account_of_link("confirm", token), links.read("confirm", token)
    if account is None or read is None:
        return False
    walls.identify(account.pk)
    account.email, account.email_confirmed = seal(f"email {account.pk}", read[1]), True
    account.save(update_fields=["email", "email_confirmed"])
    return True


def account_of_link(kind: str, token: str) -> Account | None:
    read = links.read(kind, token)
    walls.claim(str(read[0] if read else NOBODY))
    account = Account.objects.filter(pk=read[0] if read else NOBODY, closed_at=None).first()
    return account if account and read and links.fits(read[2], account) else None


def give_back(request: HttpRequest, account: Account) -> None:
    """The person gives the access back: nothing is shown from now on, and the inner wing ends the bindings."""
    acts.note(request, account.pk, "account_event", "closed")
    account.closed_at = timezone.now()
    account.save(update_fields=["closed_at"])
    sessions.end_all(account.pk)
