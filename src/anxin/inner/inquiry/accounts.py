"""Accounts: a one-time code opens one, and opens it anew after a loss; its hash alone leaves this function (Art 8)."""

from __future__ import annotations

import logging
import secrets
from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from anxin.exchange.codes import code_hash, new_code
from anxin.exchange.package import Item
from anxin.inner.actor import Actor, Refused
from anxin.inner.inquiry import bindings, identity, law, told
from anxin.inner.inquiry.models import Binding, Inquirer
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import Duty
from anxin.inner.organs.models import Organ
from anxin.inner.post.actions import enqueue
from anxin.regulation import inquiry

log = logging.getLogger("anxin.inquiry")
CONTACT = {"email": "notify_email", "phone": "notify_sms"}
ASKED = {"second_factor_lost": "动态口令遗失", "password_reset_requested": "忘记密码"}


def new_login() -> str:
    """An account number that says nothing about its holder."""
    return next(n for n in iter(lambda: str(secrets.randbelow(9 * 10**9) + 10**9), "")
                if not Inquirer.objects.filter(login=n).exists())  # fmt: skip


def issue_code(actor: Actor, inquirer_id: Any) -> str:
    """A one-time code, shown once to whoever checked the person's identity; an older one is void (Art 8).

    The organ that assisted may hand over the first one, too: the answer goes through either organ (Art 9).
    """
    actor.require(Duty.CASE_MANAGEMENT, actor.organ)
    if not may_issue(actor, inquirer_id):
        raise Refused("此人在本院没有可以网上查询的案件，不能发出激活码（规定第八条、第十条）。")
    with operation(actor) as op:
        inquirer = Inquirer.objects.select_for_update().get(pk=inquirer_id)
        code, contact = new_code(), identity.person(inquirer)
        hours = inquiry.number("activation_hours", law.rules_of(Organ.objects.get(pk=actor.organ)))
        inquirer.version, inquirer.asked = inquirer.version + 1, ""
        inquirer.code_expires, inquirer.activated_at = timezone.now() + timedelta(hours=hours), None
        inquirer.save()
        account = str(inquirer.pk)
        payload = {"account": account, "version": inquirer.version, "login": inquirer.login,
                   "code_hash": code_hash(account, code), "expires": inquirer.code_expires.isoformat()}  # fmt: skip
        payload |= {name: contact[name] for name, wish in CONTACT.items() if contact.get(wish) and contact[name]}
        enqueue("activation", account, inquirer.version, payload)
        told.staff_looked(actor, _live(inquirer_id), "code")
        op.note(Event.CODE_ISSUED, "inquirer", account, version=inquirer.version)
        return code


def may_issue(actor: Actor, inquirer_id: Any) -> bool:
    """The organ of one of the person's cases; before the first sign-in also the organ that checked the person."""
    if _live(inquirer_id).filter(case__organ_id=actor.organ).exists():
        return True
    helped = _live(inquirer_id).filter(application__assistance__organ_id=actor.organ)
    return helped.exists() and Inquirer.objects.filter(pk=inquirer_id, activated_at=None).exists()


def _live(inquirer_id: Any) -> QuerySet[Binding]:
    return Binding.objects.filter(inquirer_id=inquirer_id, online=True, ended_at=None)


def take_activation(item: Item) -> None:
    """Corridor kind ``activation_done``: the code was used, once."""
    moment = parse_datetime(item.payload["at"])
    found = Inquirer.objects.filter(pk=item.payload["account"], version=item.payload["version"])
    if found.update(activated_at=moment):
        _note(item.payload["account"], Event.ACCOUNT_ACTIVATED)


def take_event(item: Item) -> None:
    """Corridor kind ``account_event``: a loss that staff must help with, or the person's own wish to end it all."""
    account, event = item.payload["account"], item.payload["event"]
    if event in ASKED:
        Inquirer.objects.filter(pk=account).update(asked=ASKED[event])
        _note(account, Event.ACCOUNT_EVENT)
        return
    for binding in Binding.objects.filter(inquirer_id=account, ended_at=None).select_related("case"):
        actor = Actor.system("查询人注销账号", binding.case.organ_id)
        bindings.end(actor, binding.pk, bindings.OWN_WISH)


def _note(account: str, event: Event) -> None:
    """In the ledger of every organ where this person has a binding."""
    organs = Binding.objects.filter(inquirer_id=account).values_list("case__organ_id", flat=True).distinct()
    for organ in sorted(organs):
        with operation(Actor.system("查询账号", organ), organ) as op:
            op.note(event, "inquirer", account)
