"""Fictional organs and staff for the inner wing's tests."""

from __future__ import annotations

from django.test import Client
from django.utils import timezone

from anxin.inner.actor import Actor
from anxin.inner.organs.duties import DepartmentKind, Duty
from anxin.inner.organs.models import Department, Organ, Staff, StaffDuty

SUPREME, PROVINCE, CITY, COUNTY, SIBLING = "100000", "340000", "341000", "341023", "341024"


def organs() -> dict[str, Organ]:
    """Four levels and a sibling county, each with its departments."""
    rows = [
        (SUPREME, "最高人民检察院", "高检", None, "supreme"),
        (PROVINCE, "安徽省人民检察院", "皖检", SUPREME, "provincial"),
        (CITY, "黄山市人民检察院", "黄检", PROVINCE, "municipal"),
        (COUNTY, "黟县人民检察院", "黟检", CITY, "county"),
        (SIBLING, "祁门县人民检察院", "祁检", CITY, "county"),
    ]
    made = {}
    for code, name, short, parent, level in rows:
        made[code] = Organ.objects.create(code=code, name=name, short=short, parent_id=parent, level=level)
        for kind in DepartmentKind:
            Department.objects.create(organ=made[code], kind=kind, name=kind.label)
    return made


def staff(username: str, duty: str, organ: str = COUNTY, kind: str = DepartmentKind.HANDLING) -> Staff:
    """One member of staff with one duty in one department."""
    department = Department.objects.get(organ_id=organ, kind=kind)
    person = Staff.objects.create(username=username, name=f"职员{username}", organ_id=organ, department=department)
    StaffDuty.objects.create(staff=person, duty=duty, department=department)
    return person


def desk(organ: str = COUNTY) -> dict[str, Actor]:
    """One actor for each duty of an organ, by duty."""
    kinds = {
        Duty.CASE_MANAGEMENT: DepartmentKind.CASE_MANAGEMENT, Duty.PRESS: DepartmentKind.PRESS,
        Duty.SECRECY: DepartmentKind.SECRECY, Duty.OFFICE: DepartmentKind.OFFICE,
        Duty.TECHNICAL: DepartmentKind.TECHNICAL,
    }  # fmt: skip
    return {
        duty.value: Actor.of(staff(f"{duty.value}{organ}", duty, organ, kinds.get(duty, DepartmentKind.HANDLING)))
        for duty in Duty
    }


def browser(duty: str, organ: str = COUNTY) -> Client:
    """The workbench, signed in as the holder of a duty from ``desk``."""
    client = Client()
    client.force_login(Staff.objects.get(username=f"{duty}{organ}"))
    session = client.session
    session["since"] = session["seen"] = timezone.now().timestamp()
    session.save()
    return client
