"""What others may ask about organs and staff."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from anxin.inner.organs.duties import HOLDERS, Duty
from anxin.inner.organs.models import Absence, Delegation, Department, Organ, Staff, StaffDuty


def duties_now(staff: Staff) -> QuerySet[StaffDuty]:
    """Duties this person holds at this moment; none when not in post."""
    now = timezone.now()
    held = StaffDuty.objects.filter(Q(until=None) | Q(until__gt=now), since__lte=now, staff=staff)
    return held if staff.is_active else held.none()


def in_force(now: datetime) -> Q:
    """Absences and delegations that run at a moment."""
    return Q(since__lte=now, until__gt=now, ended_at=None)


def holders(
    duty: str, organ: str, department_id: int | None = None, without: Iterable[int] = (), *, away_too: bool = False
) -> QuerySet[Staff]:
    """Staff who may take a step of ``duty`` in an organ now, without those who acted already.

    By their own duty or for somebody who delegated it to them and did not act either. Whoever is away counts only
    with ``away_too``. Handlers and department heads count only in the given department.
    """
    now, without = timezone.now(), list(without)
    held = _held(duty, department_id, now).filter(staff=OuterRef("pk"))
    giver_holds = StaffDuty.objects.filter(_current(now), staff=OuterRef("giver"), duty=OuterRef("duty"))
    lent = (
        Delegation.objects.filter(in_force(now), _fits(duty, department_id), taker=OuterRef("pk"))
        .filter(Exists(giver_holds), giver__is_active=True)
        .exclude(giver_id__in=without)
    )
    found = Staff.objects.filter(Q(Exists(held)) | Q(Exists(lent)), organ_id=organ, is_active=True)
    if not away_too:
        found = found.exclude(Exists(Absence.objects.filter(in_force(now), staff=OuterRef("pk"))))
    return found.exclude(pk__in=without).order_by("pk")


def _current(now: datetime) -> Q:
    return Q(until=None, since__lte=now) | Q(until__gt=now, since__lte=now)


def _fits(duty: str, department_id: int | None) -> Q:
    fits = Q(duty__in=HOLDERS.get(duty, (duty,)))
    if duty in (Duty.HANDLER, Duty.DEPARTMENT_HEAD) and department_id:
        fits &= Q(department_id=department_id)
    return fits


def _held(duty: str, department_id: int | None, now: datetime) -> QuerySet[StaffDuty]:
    return StaffDuty.objects.filter(_current(now), _fits(duty, department_id))


def lent_to(staff: Staff) -> list[Delegation]:
    """Delegations under which this person may act now: running, and the giver still holds the duty."""
    now = timezone.now()
    if not staff.is_active:
        return []
    held = StaffDuty.objects.filter(_current(now), staff=OuterRef("giver"), duty=OuterRef("duty"))
    rows = Delegation.objects.filter(in_force(now), Exists(held), taker=staff, giver__is_active=True)
    return list(rows.select_related("giver").order_by("pk"))


def is_away(staff_id: int) -> bool:
    """Whether somebody is registered as absent at this moment."""
    return Absence.objects.filter(in_force(timezone.now()), staff_id=staff_id).exists()


def subtree(organ: str) -> list[str]:
    """An organ's code and those of every organ below it."""
    found, level = [organ], [organ]
    while level:
        level = list(Organ.objects.filter(parent_id__in=level).values_list("pk", flat=True))
        found += level
    return found


def parents() -> dict[str, str | None]:
    """Every organ's code with that of its direct superior."""
    return dict(Organ.objects.values_list("pk", "parent_id"))


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
