"""What a new installation needs before anybody can sign in."""

from __future__ import annotations

import secrets

from django.db import transaction

from anxin.inner.actor import Actor, Refused
from anxin.inner.organs import actions, sending
from anxin.inner.organs.duties import Duty
from anxin.inner.organs.models import Department, Organ, Staff

ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789"
IN_DEPARTMENT = {Duty.HANDLER, Duty.DEPARTMENT_HEAD}
"""Duties that are held in one department (Art 21)."""


@transaction.atomic
def ensure_tree() -> int:
    """The national tree, here and on its way outside, once; how many organs were loaded (0: they were here)."""
    if Organ.objects.exists():
        return 0
    count = actions.load_tree()
    sending.send_tree(version=1)
    return count


def add(username: str, name: str, organ: str, duty: str, department: str = "") -> tuple[Staff, str]:
    """Register somebody with a first duty, as the operator of the machine; the password is told once.

    Raises ``Refused`` with a sentence for an unknown organ, duty or department and for a name that is taken.
    """
    if not Organ.objects.filter(pk=organ).exists():
        raise Refused(f"没有编码为{organ}的人民检察院，请用六位单位编码。")
    if duty not in Duty.values:
        raise Refused(f"没有“{duty}”这一职责，可选：{'、'.join(Duty.values)}。")
    place = Department.objects.filter(organ_id=organ, name=department).first()
    if place is None and (department or duty in IN_DEPARTMENT):
        names = Department.objects.filter(organ_id=organ).order_by("pk").values_list("name", flat=True)
        raise Refused(f"请写明本院的部门：{'、'.join(names)}。")
    password = "".join(secrets.choice(ALPHABET) for _ in range(16))
    actor = Actor.system("命令行登记工作人员", organ)
    with transaction.atomic():
        staff = actions.add_staff(actor, username, name, organ, place and place.pk, password)
        actions.grant_duty(actor, staff.pk, duty, place and place.pk)
    return staff, password
