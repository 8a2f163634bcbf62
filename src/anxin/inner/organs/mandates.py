"""Who is away, and who acts for whom meanwhile (Art 5, 21): recorded, limited in time, never passed on.

Entered by the person, the head of the person's department or the chief, in their own name. Open steps follow at once.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.approvals.placing import settle_all
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import Duty, duty_label
from anxin.inner.organs.models import Absence, Delegation, Organ, Staff, StaffDuty
from anxin.inner.organs.queries import duties_now, in_force
from anxin.regulation import delegation, rules


def enter_absence(actor: Actor, staff_id: int, since: datetime, until: datetime, reason: str) -> Absence:
    """Register that somebody is away. Raises ``Refused`` for a time that is over, endless or already registered."""
    with operation(actor) as op:
        person = _colleague(actor, staff_id)
        _may_register(actor, person)
        _check_time(actor, since, until, reason)
        if Absence.objects.filter(staff=person, ended_at=None, since__lt=until, until__gt=since).exists():
            raise Refused("这段时间已经登记过不在岗。")
        row = Absence.objects.create(
            staff=person, since=since, until=until, reason=reason.strip(), entered_by_id=actor.staff_id
        )
        op.note(Event.ABSENCE_ENTERED, "staff", person.pk, absence=row.pk, since=since.isoformat(),
                until=until.isoformat())  # fmt: skip
    settle_all([actor.organ])
    return row


def end_absence(actor: Actor, absence_id: int) -> None:
    """The person is back before the time that was registered."""
    with operation(actor) as op:
        row = Absence.objects.select_for_update().get(pk=absence_id, staff__organ_id=actor.organ)
        _may_register(actor, _colleague(actor, row.staff_id))
        _end(row)
        op.note(Event.ABSENCE_ENDED, "staff", row.staff_id, absence=row.pk)
    settle_all([actor.organ])


def delegate(
    actor: Actor, giver_id: int, taker_id: int, duty: str, since: datetime, until: datetime, reason: str,
    department_id: int | None = None,
) -> Delegation:  # fmt: skip
    """Give one duty of somebody to a colleague for a time. Refused for a duty that is only lent, or not to be lent."""
    with operation(actor) as op:
        giver, taker = _colleague(actor, giver_id), _colleague(actor, taker_id)
        _may_register(actor, giver)
        _check_time(actor, since, until, reason)
        _check_pair(actor, giver, taker, duty, department_id)
        _check_limit(actor, duty, since, until)
        if Delegation.objects.filter(giver=giver, duty=duty, department_id=department_id, ended_at=None,
                                     since__lt=until, until__gt=since).exists():  # fmt: skip
            raise Refused("这一职责在这段时间已经委托，请先结束原委托。")
        if Absence.objects.filter(staff=taker, ended_at=None, since__lte=since, until__gt=since).exists():
            raise Refused(f"{taker.name}在委托开始时已登记不在岗。")
        row = Delegation.objects.create(
            giver=giver, taker=taker, duty=duty, department_id=department_id, since=since, until=until,
            reason=reason.strip(), entered_by_id=actor.staff_id,
        )  # fmt: skip
        op.note(Event.DELEGATED, "staff", giver.pk, delegation=row.pk, taker=taker.pk, duty=duty,
                since=since.isoformat(), until=until.isoformat())  # fmt: skip
    settle_all([actor.organ])
    return row


def end_delegation(actor: Actor, delegation_id: int) -> None:
    """End a delegation early; by who entered it could, or by the one who took it."""
    with operation(actor) as op:
        row = Delegation.objects.select_for_update().get(pk=delegation_id, giver__organ_id=actor.organ)
        if actor.staff_id != row.taker_id:
            _may_register(actor, _colleague(actor, row.giver_id))
        _end(row)
        op.note(Event.DELEGATION_ENDED, "staff", row.giver_id, delegation=row.pk, taker=row.taker_id, duty=row.duty)
    settle_all([actor.organ])


def _colleague(actor: Actor, staff_id: int) -> Staff:
    person = Staff.objects.filter(pk=staff_id, organ_id=actor.organ, is_active=True).first()
    if person is None:
        raise NotAllowed("本院没有这位在岗人员。")
    return person


def may_register(actor: Actor, person: Staff) -> bool:
    """The person, the head of the person's department, the chief; nobody by a duty that is only lent to them."""
    head = person.department_id is not None and person.department_id in actor.own_headed
    return actor.staff_id == person.pk or head or Duty.CHIEF in actor.own_duties


def _may_register(actor: Actor, person: Staff) -> None:
    if actor.organ != person.organ_id or not may_register(actor, person):
        raise NotAllowed("不在岗和委托由本人、其部门负责人或者检察长登记；受委托的职责不得转委托。")


def _check_time(actor: Actor, since: datetime, until: datetime, reason: str) -> None:
    if not reason.strip():
        raise Refused("请写明事由。")
    if not since < until or until <= timezone.now():
        raise Refused("结束时间应当晚于开始时间和现在。")


def _check_pair(actor: Actor, giver: Staff, taker: Staff, duty: str, department_id: int | None) -> None:
    if giver.pk == taker.pk:
        raise Refused("委托人和受托人不能是同一人。")
    if taker.pk == actor.staff_id and giver.pk != actor.staff_id:
        raise NotAllowed("任何人不得把他人的职责委托给自己。")
    held = duties_now(giver).filter(duty=duty)
    if department_id is not None or duty == Duty.DEPARTMENT_HEAD:
        held = held.filter(department_id=department_id)
    if not held.exists():
        raise Refused(f"{giver.name}本人没有{duty_label(duty)}这一职责；受委托的职责不得转委托。")
    if duties_now(taker).filter(duty__in=[Duty.ADMIN, Duty.AUDITOR]).exists():
        raise Refused("系统管理员、审计管理员不得受托办理业务。")


def _check_limit(actor: Actor, duty: str, since: datetime, until: datetime) -> None:
    limit = delegation.limit(duty, rules.load(Organ.objects.get(pk=actor.organ).ruleset, actor.organ))
    if limit is None:
        raise Refused(f"{duty_label(duty)}的职责不能委托。承办人不在岗的，请移交案件。")
    if until - since > timedelta(days=limit):
        raise Refused(f"一次委托最长{limit}日。")


def _end(row: Absence | Delegation) -> None:
    if row.ended_at or row.until <= timezone.now():
        raise Refused("已经结束，请刷新页面。")
    row.ended_at = timezone.now()
    row.save(update_fields=["ended_at"])


def running(organ: str) -> tuple[list[Absence], list[Delegation]]:
    """What runs now or begins later in an organ, the soonest end first."""
    now = timezone.now()
    away = Absence.objects.filter(staff__organ_id=organ, ended_at=None, until__gt=now)
    lent = Delegation.objects.filter(giver__organ_id=organ, ended_at=None, until__gt=now)
    return (list(away.select_related("staff", "entered_by").order_by("until")),
            list(lent.select_related("giver", "taker", "department", "entered_by").order_by("until")))  # fmt: skip


def of_person(staff_id: int) -> tuple[list[Absence], list[Delegation]]:
    """What concerns one person now: own absences, and delegations given or taken."""
    now = timezone.now()
    away = Absence.objects.filter(in_force(now), staff_id=staff_id)
    given = Delegation.objects.filter(in_force(now), giver_id=staff_id)
    taken = Delegation.objects.filter(in_force(now), taker_id=staff_id)
    return list(away), list((given | taken).select_related("giver", "taker").distinct().order_by("pk"))


def lendable(organ: str, ruleset: str) -> list[StaffDuty]:
    """Duties held in an organ now that may be delegated at all, for the form."""
    now = timezone.now()
    allowed = [d for d in Duty.values if delegation.limit(d, rules.load(ruleset, organ)) is not None]
    rows = StaffDuty.objects.filter(staff__organ_id=organ, staff__is_active=True, duty__in=allowed, since__lte=now)
    return [d for d in rows.select_related("staff", "department").order_by("staff_id") if not d.until or d.until > now]
