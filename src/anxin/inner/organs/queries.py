"""What others may ask about organs and staff."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.utils import timezone

from anxin.inner.organs.duties import HOLDERS, Duty
from anxin.inner.organs.models import Department, Organ, Staff, StaffDuty


def duties_now(staff: Staff) -> QuerySet[StaffDuty]:
    """Duties this person holds at this moment; none when not in post."""
    now = timezone.now()
    held = StaffDuty.objects.filter(Q(until=None) | Q(until__gt=now), since__lte=now, staff=staff)
    return held if staff.is_active else held.none()


def holders(duty: str, organ: str, department_id: int | None = None, without: Iterable[int] = ()) -> QuerySet[Staff]:
    """Staff who may take a step of ``duty`` in an organ now, without those who acted already.

    Handlers and department heads count only in the given department.
    """
    now = timezone.now()
    names = HOLDERS.get(duty, (duty,))
    current = Q(duties__until=None) | Q(duties__until__gt=now)
    query = Q(duties__duty__in=names, duties__since__lte=now)
    if duty in (Duty.HANDLER, Duty.DEPARTMENT_HEAD) and department_id:
        query &= Q(duties__department_id=department_id)
    return (
        Staff.objects.filter(query & current, organ_id=organ, is_active=True)
        .exclude(pk__in=list(without))
        .distinct()
        .order_by("pk")
    )


def superior(organ: str) -> str | None:
    """Code of the direct superior organ, None for the Supreme People's Procuratorate."""
    return Organ.objects.values_list("parent_id", flat=True).get(pk=organ)


def department(organ: str, kind: str) -> Department | None:
    """The organ's department of a kind, if it has one."""
    return Department.objects.filter(organ_id=organ, kind=kind).order_by("pk").first()


def is_below(organ: str, superior_code: str) -> bool:
    """Whether an organ lies below another one (Art 23); an organ is not below itself."""
    parent = superior(organ)
    while parent:
        if parent == superior_code:
            return True
        parent = superior(parent)
    return False


def subtree(code: str) -> list[str]:
    """An organ and every organ below it (Art 23): four levels, so at most four questions."""
    found, level = [code], [code]
    while level := list(Organ.objects.filter(parent_id__in=level).order_by("pk").values_list("pk", flat=True)):
        found += level
    return found
