"""What the inner wing grants and ends (Art 8, 10). Every function may run twice, late, or before the other.

A binding that has ended stays ended whatever comes later: a new right is a new binding. An account is dead when it
had bindings and none of them is live.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.auth.hashers import make_password

from anxin.exchange.package import Item
from anxin.outer.party import messages
from anxin.outer.party.models import Account, Activation, Binding, Record, Session, StaffLook
from anxin.outer.party.queries import is_dead
from anxin.outer.party.sealed import seal


def import_activation(item: Item) -> None:
    """A new code: password, second factor and sessions that were before are void."""
    payload, account = item.payload, UUID(item.payload["account"])
    row = Account.objects.select_for_update().filter(pk=account).first()
    if row is not None and row.version >= payload["version"]:
        return
    row = row or Account(pk=account)
    row.version, row.login, row.closed_at = payload["version"], payload["login"], None
    row.password, row.totp, row.totp_step, row.recovery = make_password(None), b"", 0, []
    row.email, row.email_confirmed = seal(f"email {account}", payload.get("email", "")), False
    row.phone = seal(f"phone {account}", payload.get("phone", ""))
    row.save()
    code: dict[str, Any] = {
        "login": payload["login"], "code_hash": payload["code_hash"], "used_at": None,
        "expires": datetime.fromisoformat(payload["expires"]),
    }  # fmt: skip
    Activation.objects.update_or_create(account=account, defaults=code)
    Session.objects.filter(account=account).delete()
    messages.queue(account, "activation", f"{account}-{row.version}")


def import_binding(item: Item) -> None:
    """A new or renewed right with its record."""
    payload, key = item.payload, UUID(item.payload["binding"])
    row = Binding.objects.select_for_update().filter(pk=key).first()
    if row is not None and (row.ended_at or row.version >= payload["version"]):
        return
    row = row or Binding(pk=key, account=UUID(payload["account"]))
    until = payload["valid_until"]
    row.version, row.role, row.organ = payload["version"], payload["role"], payload["organ"]
    row.valid_until = datetime.fromisoformat(until) if until else None
    row.lease_hours = payload["lease_hours"]
    row.lease_until = datetime.fromisoformat(payload["issued_at"]) + timedelta(hours=row.lease_hours)
    row.save()
    Record.objects.update_or_create(binding=key, defaults={"account": row.account, "record": payload["record"]})


def import_binding_end(item: Item) -> None:
    """Ended for good, and the person is told; the record is deleted, and with the last binding every session and
    every other message that waits."""
    payload, key = item.payload, UUID(item.payload["binding"])
    row = Binding.objects.select_for_update().filter(pk=key).first()
    if row is not None and row.ended_at:
        return
    row = row or Binding(pk=key, account=UUID(payload["account"]))
    row.version = max(row.version or 0, payload["version"])
    row.ended_at = datetime.fromisoformat(payload["ended_at"])
    row.reason, row.article = payload["reason"], payload["article"]
    row.save()
    Record.objects.filter(binding=key).delete()
    if is_dead(row.account):
        Session.objects.filter(account=row.account).delete()
        messages.drop(row.account)
    messages.queue(row.account, "ended", str(key))


def import_notice(item: Item) -> None:
    """Something to tell the person, in words that say nothing of the case."""
    payload = item.payload
    messages.queue(UUID(payload["account"]), payload["what"], f"{item.id}-{payload['version']}")


def import_staff_look(item: Item) -> None:
    """What staff did with a right, once; for the person's own list."""
    seen = item.payload
    values = {name: seen[name] for name in ("organ_name", "department", "what", "channel")}
    values |= {name: UUID(seen[name]) for name in ("account", "binding")} | {"at": datetime.fromisoformat(seen["at"])}
    StaffLook.objects.update_or_create(pk=UUID(seen["look"]), defaults=values)
