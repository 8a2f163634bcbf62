"""What may be seen of cases. Every list starts from ``visible_to``."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from anxin.inner.actor import Actor, NotAllowed
from anxin.inner.cases.models import Case
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import note
from anxin.inner.organs.duties import Duty

WHOLE_ORGAN = {Duty.CASE_MANAGEMENT, Duty.DEPUTY_CHIEF, Duty.CHIEF, Duty.SECRECY}
"""Duties that need every case of their own organ; others see their department's or their own."""


def visible_to(actor: Actor) -> QuerySet[Case]:
    """Cases this person's duties need: own, own department's as its head, or the organ's. Administrators see none."""
    cases = Case.objects.filter(organ_id=actor.organ).select_related("organ", "department", "handler")
    if actor.duties & WHOLE_ORGAN:
        return cases
    mine = Q(pk__in=[])
    if Duty.HANDLER in actor.duties:
        mine |= Q(handler_id=actor.staff_id)
    if actor.headed:
        mine |= Q(department_id__in=actor.headed)
    return cases.filter(mine)


def get(actor: Actor, case_id: int) -> Case:
    """One visible case, with the look recorded; ``Case.DoesNotExist`` when it isn't there for this person."""
    case = visible_to(actor).get(pk=case_id)
    note(actor, Event.VIEWED_CASE, "case", case.pk, organ=case.organ_id)
    return case


def find(actor: Actor, text: str) -> QuerySet[Case]:
    """Visible cases whose number, name, people or documents match; brackets of numbers may differ in style."""
    cases = visible_to(actor)
    for word in text.split():
        loose = word.translate(str.maketrans("（）()[]", "〔〕〔〕〔〕"))
        cases = cases.filter(
            Q(number__icontains=word) | Q(number__icontains=loose.replace("〔", "[").replace("〕", "]"))
            | Q(name__icontains=word) | Q(charge__icontains=word) | Q(participants__name__icontains=word)
            | Q(documents__number__icontains=word) | Q(documents__number__icontains=loose)
        )  # fmt: skip
    return cases.distinct().order_by("-accepted_on", "-pk")


def editable(actor: Actor, case_id: int) -> Case:
    """The case under row lock, for its handler, its department's head or case management."""
    try:
        case = visible_to(actor).select_related(None).select_for_update().get(pk=case_id)
    except Case.DoesNotExist:
        raise NotAllowed("没有这一案件，或者它不在您的职责范围内。") from None
    own = case.handler_id == actor.staff_id or case.department_id in actor.headed
    if not own and Duty.CASE_MANAGEMENT not in actor.duties:
        raise NotAllowed("案件数据由承办人、承办部门负责人或者案件管理部门登记、更正。")
    return case
