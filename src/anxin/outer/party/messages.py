"""E-mails and text messages: written as rows, sent by the worker, without a word of any case.

A message names neither person nor number, and what is sent stops with the last binding.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.module_loading import import_string

from anxin.outer.party.models import Account, Message
from anxin.outer.party.queries import is_dead
from anxin.outer.party.sealed import seal, unseal

log = logging.getLogger("anxin.messages")
SUBJECT = "人民检察院案件信息公开：通知"
TEXTS = {
    "progress": "您关注的事项有新的进展，请登录人民检察院案件信息公开网查看。",
    "ended": "您的网上查询资格有变动，请登录人民检察院案件信息公开网查看说明。",
    "expiring": "您的网上查询资格将要到期，请登录人民检察院案件信息公开网查看，或者联系办案机关案件管理部门办理。",
    "activation": "您的网上查询账号可以激活了，请按办案机关告知的方式领取激活码。",
    "confirm": "请打开下面的链接确认这个邮箱，链接两天内有效。不是您本人操作的，不必理会。",
    "reset": "请打开下面的链接重新设置登录密码，链接三十分钟内有效，只能使用一次。不是您本人操作的，不必理会。",
    "device": "您的账号刚刚在一台没有用过的设备上登录。不是您本人操作的，请立即更改密码，并联系案件管理部门。",
    "changed": "您的登录密码或者两步验证已经变更。不是您本人操作的，请尽快联系办案机关的案件管理部门。",
}
AFTER_DEATH = ("ended",)
MOST_ATTEMPTS, LONGEST = 12, 3600.0
KEPT = timedelta(days=30)


def queue(account: UUID, what: str, key: str) -> None:
    """Tell a person by every way they chose; each key once."""
    row = Account.objects.filter(pk=account).first()
    if row is None or row.closed_at or (is_dead(account) and what not in AFTER_DEATH):
        return
    email, phone = unseal(f"email {account}", row.email), unseal(f"phone {account}", row.phone)
    if email and row.email_confirmed and row.notify_email:
        add(account, "email", what, key, email)
    if phone and row.notify_sms:
        add(account, "sms", what, key, phone)


def add(account: UUID, channel: str, what: str, key: str, address: str, link: str = "") -> None:
    """One message to one address."""
    key = f"{channel}-{what}-{key}"[:120]
    row = Message(key=key, account=account, channel=channel, what=what, created_at=timezone.now(),
                  address=seal(f"to {key}", address), link=seal(f"link {key}", link))  # fmt: skip
    Message.objects.bulk_create([row], ignore_conflicts=True)


def drop(account: UUID) -> None:
    """Nothing more is sent, save that the right has ended."""
    waiting = Message.objects.filter(account=account, sent_at=None).exclude(what__in=AFTER_DEATH)
    waiting.update(dropped=True, address=b"", link=b"")


def deliver() -> int:
    """Send what waits, each message in a transaction of its own; how many were sent. The first failure ends the pass,
    so a mail server that hangs costs the worker one time-out."""
    sent = 0
    while (done := _deliver_one()) is not None:
        if not done:
            break
        sent += 1
    return sent


@transaction.atomic
def _deliver_one() -> bool | None:
    now = timezone.now()
    ready = Q(retry_at=None) | Q(retry_at__lte=now)
    waiting = Message.objects.filter(ready, sent_at=None, dropped=False).order_by("created_at")
    row = waiting.select_for_update(skip_locked=True).first()
    if row is None:
        return None
    try:
        with transaction.atomic():
            _send(row)
    except Exception:
        log.exception("message %s was not sent", row.what)
        row.attempts += 1
        row.retry_at = now + timedelta(seconds=min(2.0**row.attempts, LONGEST))
        row.dropped = row.attempts >= MOST_ATTEMPTS
        row.save()
        return False
    row.sent_at, row.address, row.link = now, b"", b""
    row.save()
    return True


def _send(row: Message) -> None:
    address, link = unseal(f"to {row.key}", row.address), unseal(f"link {row.key}", row.link)
    lines = [TEXTS[row.what], link or settings.PARTY_ADDRESS]
    if row.channel == "sms":
        import_string(settings.SMS_PROVIDER)().send(address, lines[0])
        return
    EmailMessage(SUBJECT, "\n\n".join(line for line in lines if line), to=[address]).send()


def forget_sent() -> int:
    """Delete what was sent or dropped a month ago."""
    return Message.objects.filter(created_at__lt=timezone.now() - KEPT).delete()[0]
