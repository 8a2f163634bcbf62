"""The worker's part: acts are sent inside, errands of the door are run, what is over is forgotten."""

from __future__ import annotations

from datetime import time, timedelta
from uuid import UUID, uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Q
from django.utils import timezone

from anxin.outer.party import links, messages
from anxin.outer.party.models import Account, Act, Activation, Attempt, Binding, Errand, Message, Session, StaffLook
from anxin.outer.party.queries import is_dead
from anxin.outer.party.sealed import unseal
from anxin.outer.post.actions import enqueue
from anxin.regulation import inquiry
from anxin.regulation.rules import load
from anxin.work.schedule import register

AT_ONCE = 200
TOLD = ("changed", "device")
ACTS_KEPT, ERRANDS_KEPT, SESSIONS_KEPT = timedelta(days=730), timedelta(days=7), timedelta(days=1)


def send_acts() -> int:
    """Hand the oldest acts to the corridor, each once; how many."""
    rows = list(Act.objects.filter(sent_at=None).order_by("at").select_for_update(skip_locked=True)[:AT_ONCE])
    for row in rows:
        payload: dict[str, object] = {"account": str(row.account), "at": row.at.isoformat()}
        if row.kind == "look":
            payload |= {"binding": str(row.binding), "what": row.what}
        elif row.kind == "activation_done":
            payload |= {"version": int(row.what)}
        else:
            payload |= {"event": row.what}
        enqueue(row.kind, str(row.pk), 1, payload)
        row.sent_at = timezone.now()
        row.save(update_fields=["sent_at"])
    return len(rows)


def run_errands() -> int:
    """Do what the door asked for; how many."""
    rows = list(Errand.objects.filter(done_at=None).order_by("at").select_for_update(skip_locked=True)[:AT_ONCE])
    for row in rows:
        target = unseal(f"errand {row.pk}", row.target)
        if row.kind in TOLD:
            messages.queue(UUID(target), row.kind, str(row.pk))
        else:
            {"reset": _reset, "confirm": _confirm}[row.kind](target, str(row.pk))
        row.done_at, row.target = timezone.now(), b""
        row.save()
    return len(rows)


def _reset(login: str, key: str) -> None:
    """A link to the confirmed address; without one the handling organ is told, which checks identity anew."""
    account = Account.objects.filter(login=login, closed_at=None).first()
    if account is None or is_dead(account.pk):
        return
    email = unseal(f"email {account.pk}", account.email)
    if email and account.email_confirmed and account.has_usable_password():
        link = f"{settings.PARTY_ADDRESS}/reset/{links.make('reset', account, email)}/"
        messages.add(account.pk, "email", "reset", key, email, link)
        return
    act = Act(id=uuid4(), account=account.pk, kind="account_event", what="password_reset_requested", at=timezone.now())
    act.save(force_insert=True)


def _confirm(target: str, key: str) -> None:
    """A link to an address that its owner has still to confirm."""
    number, _, email = target.partition(" ")
    account = Account.objects.filter(pk=UUID(number), closed_at=None).first()
    try:
        validate_email(email)
    except ValidationError:
        return
    if account and not is_dead(account.pk):
        link = f"{settings.PARTY_ADDRESS}/confirm/{links.make('confirm', account, email)}/"
        messages.add(account.pk, "email", "confirm", key, email, link)


def forget_people() -> int:
    """Delete accounts a term after their last right ended (Art 8); the ended rights stay, so that none comes back."""
    term = timedelta(days=inquiry.number("identity_retention_days", load(settings.RULES)))
    over = Q(ended_at__lt=timezone.now() - term) | Q(ended_at=None, valid_until__lt=timezone.now() - term)
    gone = 0
    for number in Binding.objects.filter(over).order_by().values_list("account", flat=True).distinct():
        if not Binding.objects.filter(account=number).exclude(over).exists():
            for model in (Activation, Session, StaffLook, Message):
                model.objects.filter(account=number).delete()
            gone += Account.objects.filter(pk=number).delete()[0]
    return gone


def forget() -> int:
    """Delete what nobody needs any more; how many rows."""
    now = timezone.now()
    return sum((
        forget_people(),
        messages.forget_sent(),
        Errand.objects.filter(done_at__lt=now - ERRANDS_KEPT).delete()[0],
        Session.objects.filter(began_at__lt=now - SESSIONS_KEPT).delete()[0],
        Attempt.objects.filter(at__lt=now - SESSIONS_KEPT).delete()[0],
        Act.objects.filter(at__lt=now - ACTS_KEPT).exclude(sent_at=None).delete()[0],
    ))  # fmt: skip


register("查看记录转入工作网", send_acts, every=timedelta(seconds=1))
register("当事人入口的待办", run_errands, every=timedelta(seconds=1))
register("当事人入口的清理", forget, at=time(3, 10))
