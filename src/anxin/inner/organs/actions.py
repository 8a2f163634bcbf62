"""Setting up organs, departments and staff. Nobody grants a duty to themself."""

from __future__ import annotations

from django.utils import timezone

from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import DepartmentKind, Duty
from anxin.inner.organs.models import Department, Organ, Staff, StaffDuty
from anxin.regulation.organs import Tree

DEPARTMENTS = {
    DepartmentKind.HANDLING: ("公诉部门", "控告申诉检察部门"),
    DepartmentKind.CASE_MANAGEMENT: ("案件管理部门",),
    DepartmentKind.PRESS: ("新闻宣传部门",),
    DepartmentKind.OFFICE: ("办公室",),
    DepartmentKind.SECRECY: ("保密部门",),
    DepartmentKind.TECHNICAL: ("技术信息部门",),
}
"""The departments of Article 5; names may be changed locally."""

EXCLUSIVE = ({Duty.ADMIN}, {Duty.AUDITOR})
"""Duties that exclude every other one: administrators and auditors do no casework."""


def load_tree() -> int:
    """Bring the national tree of procuratorates and their departments into the database; returns how many organs."""
    organs = list(Tree.default().organs.values())
    Organ.objects.bulk_create(
        [
            Organ(code=o.code, name=o.name, short=o.short, parent_id=o.parent or None, level=o.level,
                  has_press=o.has_press)
            for o in organs
        ],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name", "short", "parent", "level"],
    )
    Department.objects.bulk_create(
        [
            Department(organ_id=o.code, kind=kind, name=name)
            for o in organs
            for kind, names in DEPARTMENTS.items()
            if kind != DepartmentKind.PRESS or o.has_press
            for name in names
        ],
        ignore_conflicts=True,
    )
    return len(organs)


def add_staff(actor: Actor, username: str, name: str, organ: str, department_id: int | None, password: str) -> Staff:
    """Register a member of staff without any duty yet."""
    _may_administer(actor, organ)
    if Staff.objects.filter(username=username).exists():
        raise Refused(f"登录名{username}已被使用。")
    with operation(actor, organ) as op:
        staff = Staff(username=username, name=name, organ_id=organ, department_id=department_id)
        staff.set_password(password)
        staff.save()
        op.note(Event.DUTY_GRANTED, "staff", staff.pk, duty="")
        return staff


def grant_duty(actor: Actor, staff_id: int, duty: str, department_id: int | None = None) -> StaffDuty:
    """Give a duty from now on."""
    staff = Staff.objects.get(pk=staff_id)
    _may_administer(actor, staff.organ_id)
    if staff.pk == actor.staff_id:
        raise NotAllowed("任何人不得给自己授予职责。")
    with operation(actor, staff.organ_id) as op:
        held = {d.duty for d in StaffDuty.objects.select_for_update().filter(staff=staff, until=None)}
        if any((({duty} & one) and held - one) or ((held & one) and {duty} - one) for one in EXCLUSIVE):
            raise Refused("系统管理员、审计管理员不得兼任其他职责。")
        row = StaffDuty.objects.create(staff=staff, duty=duty, department_id=department_id)
        op.note(Event.DUTY_GRANTED, "staff", staff.pk, duty=duty, department=department_id)
        return row


def end_duty(actor: Actor, duty_id: int) -> None:
    """End a duty now; the next request of that person no longer has it."""
    row = StaffDuty.objects.select_related("staff").get(pk=duty_id)
    _may_administer(actor, row.staff.organ_id)
    with operation(actor, row.staff.organ_id) as op:
        StaffDuty.objects.filter(pk=duty_id, until=None).update(until=timezone.now())
        op.note(Event.DUTY_ENDED, "staff", row.staff_id, duty=row.duty)


def _may_administer(actor: Actor, organ: str) -> None:
    if not actor.is_system:
        actor.require(Duty.ADMIN, organ)
