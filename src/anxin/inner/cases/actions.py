"""What staff do to a case by hand. Each function is one transaction with its ledger entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.utils import timezone

from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.cases import fields, judgments
from anxin.inner.cases.models import Case, Judgment, Participant
from anxin.inner.cases.queries import editable
from anxin.inner.documents import facts, handover
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import Duty
from anxin.inner.organs.models import Staff
from anxin.regulation.case import ROLES


def correct(actor: Actor, case_id: int, changes: Mapping[str, Any]) -> Case:
    """Correct case data, named as in the intake's JSON. A draft in work is masked anew."""
    with operation(actor) as op:
        case = editable(actor, case_id)
        columns = fields.case_columns(changes)
        if "flags" in changes:
            columns["flags"] = list(changes["flags"])  # may be emptied
        for name, value in columns.items():
            setattr(case, name, value)
        case.save()
        op.note(Event.CASE_CORRECTED, "case", case.pk, fields=sorted(columns))
        facts.changed(op, case)
        return case


def save_participant(actor: Actor, case_id: int, key: str | None, data: Mapping[str, Any]) -> Participant:
    """Enter or correct one person of the case. Consent to one's own name has its own chain and is not set here."""
    if not str(data.get("name") or "").strip():
        raise Refused("请填写姓名。")
    if data.get("role") not in ROLES:
        raise Refused("请选择诉讼身份。")
    with operation(actor) as op:
        case = editable(actor, case_id)
        key = key or _new_key(case)
        person, _ = Participant.objects.update_or_create(case=case, key=key, defaults=fields.participant_columns(data))
        op.note(Event.CASE_CORRECTED, "case", case.pk, participant=key)
        facts.changed(op, case)
        return person


def _new_key(case: Case) -> str:
    taken = set(case.participants.values_list("key", flat=True))
    return next(k for k in (f"p{n}" for n in range(1, len(taken) + 2)) if k not in taken)


def register_judgment(
    actor: Actor,
    case_id: int,
    *,
    court: str,
    number: str,
    received_on: date,
    effective_on: date,
    sentences: Mapping[str, Mapping[str, Any]],
) -> Judgment:
    """Register an effective judgment with each defendant's sentence; opens the duty to publish (Art 18(1), 21)."""
    if not court.strip() or not number.strip():
        raise Refused("请填写作出裁判的法院和裁判文书号。")
    if received_on > timezone.localdate():
        raise Refused("收到裁判的日期不能晚于今天。")
    with operation(actor) as op:
        case = editable(actor, case_id)
        unknown = set(sentences) - set(case.participants.values_list("key", flat=True))
        if unknown:
            raise Refused("所登记的刑罚有不属于本案的人员，请重新打开页面。")
        given = {key: dict(value) for key, value in sentences.items()}
        for one in given.values():
            if one.get("habitual") and not str(one.get("habitual_reason") or "").strip():
                raise Refused("认定惯犯须写明理由（规定第十九条第一款第（三）项）。")
        judgment = judgments.record(op, case, court.strip(), number.strip(), received_on, effective_on, given)
        facts.changed(op, case)
        return judgment


def conclude(actor: Actor, case_id: int, on: date) -> Case:
    """Register that the case is concluded; opens the duty for non-prosecution and review decisions (Art 21)."""
    if on > timezone.localdate():
        raise Refused("办结日期不能晚于今天。")
    with operation(actor) as op:
        case = editable(actor, case_id)
        if case.accepted_on and on < case.accepted_on:
            raise Refused("办结日期不能早于受理日期。")
        case.concluded_on = on
        case.save(update_fields=["concluded_on"])
        op.note(Event.CASE_CONCLUDED, "case", case.pk, on=on.isoformat())
        facts.changed(op, case)
        return case


def finish_filing_review(actor: Actor, case_id: int, on: date) -> Case:
    """Register that the superior's filing review ended; its ten days replace the first clock (Art 21(P2))."""
    if on > timezone.localdate():
        raise Refused("备案审查结束日期不能晚于今天。")
    with operation(actor) as op:
        case = editable(actor, case_id)
        if not case.filing_review:
            raise Refused("本案没有登记需要报上级人民检察院备案审查。")
        case.filing_reviewed_on = on
        case.save(update_fields=["filing_reviewed_on"])
        op.note(Event.CASE_CORRECTED, "case", case.pk, filing_reviewed_on=on.isoformat())
        facts.changed(op, case)
        return case


def hand_over(actor: Actor, case_ids: Iterable[int], to_staff_id: int, reason: str) -> int:
    """Give cases with their work in hand to another handler; by the department's head or case management."""
    if not reason.strip():
        raise Refused("请写明移交原因。")
    with operation(actor) as op:
        taker = Staff.objects.filter(pk=to_staff_id, organ_id=actor.organ, is_active=True).first()
        if taker is None or not taker.duties.filter(duty=Duty.HANDLER, until=None).exists():
            raise Refused("接收人须为本院在岗的承办人。")
        ids = sorted(set(case_ids))  # one order for everybody
        for case_id in ids:
            case = editable(actor, case_id)
            if Duty.CASE_MANAGEMENT not in actor.duties and case.department_id not in actor.headed:
                raise NotAllowed("案件由承办部门负责人或者案件管理部门移交。")
            op.note(Event.CASE_HANDED_OVER, "case", case.pk, from_staff=case.handler_id, to_staff=taker.pk)
            moved = case.department_id != taker.department_id
            case.handler, case.department = taker, taker.department
            case.save(update_fields=["handler", "department"])
            handover.hand_over(op, case, taker, moved)
        return len(ids)
