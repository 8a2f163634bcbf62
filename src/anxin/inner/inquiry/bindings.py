"""Bindings: sent out as leases, renewed while they hold, ended at once by the hide lane (Art 8, 10)."""

from __future__ import annotations

import hashlib
import json
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from anxin.inner.actor import Actor, Refused
from anxin.inner.cases.models import Case
from anxin.inner.inquiry import law, record
from anxin.inner.inquiry.models import Binding, Notice
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs import calendar
from anxin.inner.organs.duties import Duty
from anxin.inner.post.actions import enqueue
from anxin.regulation import inquiry

OWN_WISH = "本人申请注销"


def record_of(binding: Binding) -> dict[str, Any]:
    """What this binding shows now (Art 7)."""
    case = binding.case
    role, as_of = binding.get_role_display(), timezone.localtime().isoformat(timespec="seconds")
    return record.record(
        law.view_of(case), binding.participant, role, law.rules_of(case.organ), calendar.current(), as_of
    )


def last_day(binding: Binding) -> date | None:
    """The last day of the entitlement: the archive term, the licence's own validity and its yearly check (Art 10)."""
    rules, days = law.rules_of(binding.case.organ), calendar.current()
    ends = [inquiry.ends_on(binding.role, binding.case.concluded_on, rules, days)]
    if binding.licence_checked_on:
        ends.append(inquiry.recheck_by(binding.licence_checked_on, rules, days))
    ends.append(binding.licence_until)
    return min((end for end in ends if end), default=None)


def refresh(binding: Binding, force: bool = False) -> bool:
    """Send the record out when it changed, or as a renewed lease with ``force``; whether its content is new."""
    shown = record_of(binding)
    content = json.dumps({k: v for k, v in shown.items() if k != "as_of"}, ensure_ascii=False, sort_keys=True)
    digest = hashlib.sha256(content.encode()).hexdigest()
    changed = digest != binding.record_hash
    if binding.online and (changed or force):
        binding.version, binding.sent_at = binding.version + 1, timezone.now()
        enqueue("binding", str(binding.pk), binding.version, _payload(binding, shown))
    binding.record_hash = digest
    binding.save(update_fields=["version", "sent_at", "record_hash"])
    return changed


def _payload(binding: Binding, shown: dict[str, Any]) -> dict[str, Any]:
    until = last_day(binding)
    zone = timezone.get_current_timezone()
    end = datetime.combine(until + timedelta(days=1), time(), zone).isoformat() if until else None
    return {
        "binding": str(binding.pk), "account": str(binding.inquirer_id), "version": binding.version,
        "role": binding.role, "organ": binding.case.organ_id, "valid_until": end,
        "issued_at": timezone.now().isoformat(),
        "lease_hours": inquiry.number("binding_lease_hours", law.rules_of(binding.case.organ)), "record": shown,
    }  # fmt: skip


def end(actor: Actor, binding_id: Any, ground: str, reason: str = "") -> Binding:
    """End an entitlement at once (Art 10): one action, before everything else on its way out."""
    found = Binding.objects.select_related("case__organ").get(pk=binding_id)
    if not actor.is_system:
        actor.require(Duty.CASE_MANAGEMENT, found.case.organ_id)
    if ground not in (*law.listed(found.case.organ, "binding_end"), OWN_WISH):
        raise Refused("请选择查询资格终止的原因（规定第十条）。")
    with operation(actor, found.case.organ_id) as op:
        Case.objects.select_for_update().get(pk=found.case_id)
        binding = Binding.objects.select_for_update().get(pk=binding_id)
        if binding.ended_at:
            raise Refused("这项查询资格已经终止。")
        close(op, binding, ground, reason, "10")
        return binding


def close(op: Any, binding: Binding, ground: str, reason: str, article: str) -> None:
    """The end itself, inside the caller's operation; the row and what was seen stay."""
    binding.ended_at, binding.ended_by_id = timezone.now(), op.actor.staff_id
    binding.ground, binding.reason, binding.version = ground, reason.strip(), binding.version + 1
    binding.save()
    Notice.objects.filter(binding=binding, decided_at=None).update(decided_at=binding.ended_at)
    if binding.online:
        payload = {
            "binding": str(binding.pk), "account": str(binding.inquirer_id), "version": binding.version,
            "reason": ground, "article": article, "ended_at": binding.ended_at.isoformat(),
        }  # fmt: skip
        enqueue("binding_end", str(binding.pk), binding.version, payload, lane="hide")
    op.note(Event.BINDING_ENDED, "binding", binding.pk, case=binding.case_id, article=article)


def expires_soon(binding: Binding, last: date) -> bool:
    """Whether the last day is so near that the rules want it announced (Art 10)."""
    days = inquiry.number("expiry_notice_days", law.rules_of(binding.case.organ))
    return last <= timezone.localdate() + timedelta(days=days)


def announce_end(op: Any, binding: Binding, last: date) -> None:
    """Tell the person that the entitlement runs out, once for each last day; inside the caller's operation."""
    binding.reminded_of = last
    binding.save(update_fields=["reminded_of"])
    payload = {"account": str(binding.inquirer_id), "version": 1, "what": "expiring", "at": timezone.now().isoformat()}
    enqueue("notice", f"expiring-{binding.pk}-{last:%Y%m%d}", 1, payload)
    op.note(Event.NOTICE_SENT, "binding", binding.pk, until=last.isoformat())


def check_licence(actor: Actor, binding_id: Any, on: date, until: date | None = None) -> Binding:
    """The yearly check of a lawyer's licence (Art 10); ``until``: to which day the licence itself says it is valid."""
    binding = Binding.objects.select_related("case__organ", "application").get(pk=binding_id)
    actor.require(Duty.CASE_MANAGEMENT, binding.case.organ_id)
    if binding.application.applicant not in inquiry.LAWYERS:
        raise Refused("只有律师需要复核执业证。")
    if on > timezone.localdate():
        raise Refused("复核日期不能晚于今天。")
    valid_until(until)
    with operation(actor) as op:
        binding = Binding.objects.select_for_update().select_related("case__organ").get(pk=binding_id)
        if binding.ended_at:
            raise Refused("这项查询资格已经终止。")
        binding.licence_checked_on, binding.licence_until = on, until
        binding.save(update_fields=["licence_checked_on", "licence_until"])
        refresh(binding, force=True)
        op.note(Event.LICENCE_CHECKED, "binding", binding.pk, on=on.isoformat())
        return binding


def valid_until(until: date | None) -> date | None:
    """The licence's own last day. Raises ``Refused`` when it is over."""
    if until and until < timezone.localdate():
        raise Refused("律师执业证已经过了有效期，不能据以查询（规定第八条、第十条）。")
    return until


def decide_notice(actor: Actor, notice_id: int, send: bool) -> Notice:
    """Staff confirm (or drop) that the person is told of news (Art 3); nothing of the case is in the message."""
    found = Notice.objects.select_related("binding__case").get(pk=notice_id)
    actor.require(Duty.CASE_MANAGEMENT, found.binding.case.organ_id)
    with operation(actor) as op:
        notice = Notice.objects.select_for_update().select_related("binding").get(pk=notice_id)
        if notice.decided_at:
            raise Refused("这条通知已经处理。")
        settle(op, notice, send)
        return notice


def settle(op: Any, notice: Notice, send: bool) -> None:
    """Record the decision and, with ``send``, hand the notice to the other wing."""
    notice.decided_at, notice.decided_by_id, notice.sent = timezone.now(), op.actor.staff_id, send
    notice.save()
    if send and notice.binding.online and not notice.binding.ended_at:
        payload = {"account": str(notice.binding.inquirer_id), "version": 1, "what": "progress",
                   "at": notice.decided_at.isoformat()}  # fmt: skip
        enqueue("notice", f"notice-{notice.pk}", 1, payload)
        op.note(Event.NOTICE_SENT, "binding", notice.binding_id)
