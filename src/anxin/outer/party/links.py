"""Links sent by e-mail: sealed, so an address tells nothing, with an end, good for one state of the account."""

from __future__ import annotations

import base64
import json
from datetime import timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.crypto import salted_hmac

from anxin.outer.party.models import Account
from anxin.outer.party.sealed import seal, unseal

LIFE = {"reset": timedelta(minutes=30), "confirm": timedelta(days=2)}


def make(kind: str, account: Account, email: str) -> str:
    """A token for this account; void once the password or the address has changed."""
    until = (timezone.now() + LIFE[kind]).timestamp()
    plain = json.dumps([str(account.pk), email, until, _state(account)])
    return base64.urlsafe_b64encode(seal(f"link {kind}", plain)).decode().rstrip("=")


def read(kind: str, token: str) -> tuple[UUID, str, str] | None:
    """(account, e-mail address, state) of a token that has not run out, else None."""
    try:
        data = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
        account, email, until, state = json.loads(unseal(f"link {kind}", data))
        return (UUID(account), email, state) if timezone.now().timestamp() < until else None
    except (ValueError, TypeError):
        return None


def fits(state: str, account: Account) -> bool:
    """Whether the account is still as it was when the link was made."""
    return state == _state(account)


def _state(account: Account) -> str:
    return salted_hmac("anxin.party.link", f"{account.password} {account.version}", algorithm="sha256").hexdigest()
