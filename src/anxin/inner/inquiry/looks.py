"""Every look is kept: those outside come in over the corridor, answers of staff are given here (Art 3, 8)."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, QuerySet
from django.utils import timezone

from anxin.exchange.package import Item
from anxin.inner.actor import Actor, Refused
from anxin.inner.inquiry import bindings, identity, law, told
from anxin.inner.inquiry.models import CHANNELS, Alarm, Binding, Look
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import Duty
from anxin.inner.organs.models import Organ
from anxin.regulation import inquiry

log = logging.getLogger("anxin.inquiry")
WATCHERS = {Duty.CASE_MANAGEMENT, Duty.AUDITOR}


def take(item: Item) -> None:
    """Corridor kind ``look``; once, whatever comes twice."""
    seen = item.payload
    binding = Binding.objects.select_related("case").filter(pk=seen["binding"], inquirer_id=seen["account"]).first()
    if binding is None:
        log.error("a look at an unknown binding came in: %s", item.id)
        return
    organ = binding.case.organ_id
    with operation(Actor.system("网上查询", organ), organ) as op:
        facts = {"binding": binding, "at": datetime.fromisoformat(seen["at"]), "what": seen["what"]}
        look, new = Look.objects.get_or_create(id=item.id, defaults=facts)
        if new:
            op.note(Event.INQUIRY_LOOKED, "binding", binding.pk, look=str(look.pk), what=look.what)


def find(actor: Actor, id_type: str, number: str) -> QuerySet[Binding]:
    """The live bindings of a verified person in the own organ, by identity number; the search is recorded."""
    actor.require(Duty.CASE_MANAGEMENT, actor.organ)
    with operation(actor) as op:
        op.note(Event.IDENTITY_SEARCHED, "organ", actor.organ)
    wanted = Binding.objects.filter(inquirer__id_hash=identity.id_hash(id_type, number), case__organ_id=actor.organ)
    return wanted.filter(ended_at=None).select_related("case__organ", "case__department", "inquirer")


def answer(actor: Actor, binding_id: Any, channel: str, checked_how: str) -> tuple[Binding, dict[str, Any]]:
    """Answer at the window, by telephone or letter: a query like any other, limited to a verified person (Art 3, 8)."""
    found = Binding.objects.select_related("case__organ", "case__department", "inquirer").get(pk=binding_id)
    organ = found.case.organ
    actor.require(Duty.CASE_MANAGEMENT, organ.pk)
    if channel not in CHANNELS or channel == "internet":
        raise Refused("请选择答复的方式：电话、邮件或者检察服务窗口（规定第三条）。")
    law.require_check(organ, channel, checked_how)
    with operation(actor) as op:
        binding = Binding.objects.select_for_update(of=("self",)).select_related("case__organ").get(pk=binding_id)
        if binding.ended_at:
            raise Refused("这项查询资格已经终止，不能答复（规定第十条）。")
        last = bindings.last_day(binding)
        if last and last < timezone.localdate():
            raise Refused("这项查询资格已经期满，不能答复（规定第十条）。")
        if not binding.online and channel != "window":
            raise Refused("这一案件只能在检察服务窗口当面答复（规定第四条、第七条）。")
        look = Look.objects.create(binding=binding, at=timezone.now(), what="record", channel=channel,
                                   staff_id=actor.staff_id, checked_how=checked_how)  # fmt: skip
        told.staff_looked(actor, [binding], "answer", channel)
        op.note(Event.INQUIRY_ANSWERED, "binding", binding.pk, channel=channel, checked=checked_how, look=str(look.pk))
        return binding, bindings.record_of(binding)


def watch() -> None:
    """Raise an alarm for unusual reading of today and yesterday (Art 4); thresholds are rule data."""
    today = timezone.localdate()
    for day in (today - timedelta(days=1), today):
        looks = Look.objects.filter(at__date=day)
        by_account = looks.filter(staff=None).values("binding__case__organ", "binding__inquirer")
        for row in by_account.annotate(count=Count("pk")):
            account = row["binding__inquirer"]
            _alarm(day, row["binding__case__organ"], "looks_per_day", row["count"], inquirer_id=account)
        by_staff = looks.exclude(staff=None).values("binding__case__organ", "staff")
        for row in by_staff.annotate(count=Count("binding__inquirer", distinct=True)):
            _alarm(day, row["binding__case__organ"], "answers_per_day", row["count"], staff_id=row["staff"])


def _alarm(day: Any, code: str, parameter: str, count: int, **whom: Any) -> None:
    organ = Organ.objects.get(pk=code)
    if count < inquiry.number(parameter, law.rules_of(organ)):
        return
    with operation(Actor.system("异常查询", code), code) as op:
        alarm, new = Alarm.objects.update_or_create(organ=organ, day=day, **whom, defaults={"count": count})
        if new:
            op.note(Event.READING_ALARM, "organ", code, alarm=alarm.pk, count=count)


def settle_alarm(actor: Actor, alarm_id: int, finding: str) -> Alarm:
    """Write down what was found out about an alarm; not by the person it is about."""
    alarm = Alarm.objects.get(pk=alarm_id, organ_id=actor.organ)
    if not actor.duties & WATCHERS or alarm.staff_id == actor.staff_id:
        raise Refused("异常查询由案件管理部门或者审计管理员核实，本人不能核实自己（规定第四条）。")
    if not finding.strip():
        raise Refused("请写明核实的情况。")
    with operation(actor) as op:
        alarm.finding, alarm.seen_by_id, alarm.seen_at = finding.strip(), actor.staff_id, timezone.now()
        alarm.save()
        op.note(Event.READING_ALARM, "organ", actor.organ, alarm=alarm.pk, settled=True)
        return alarm
