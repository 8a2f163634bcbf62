"""The circular of Article 25: drafted from the figures, edited, checked by the head, signed by a leader, numbered."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from anxin.figures import drafting
from anxin.figures.period import Period, shift
from anxin.inner.actor import Actor, Refused
from anxin.inner.approvals import actions as approvals
from anxin.inner.approvals.models import Chain
from anxin.inner.approvals.queries import objection, open_step
from anxin.inner.documents.law import OrganTree
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import Duty
from anxin.inner.organs.models import Organ
from anxin.inner.organs.queries import department, subtree
from anxin.inner.statistics import papers, reports
from anxin.inner.statistics.models import Cell, Circular
from anxin.regulation import chains, masking
from anxin.regulation.rules import load

SUBJECT = PURPOSE = "circular"
State = Circular.State
MOST = 300
"""Circulars drafted in one night; the next night goes on."""


def draft(actor: Actor, organ: str, period: Period) -> Circular:
    """Draft the circular of a period that has ended; by the case management department, or by the schedule."""
    if not actor.is_system:
        actor.require(Duty.CASE_MANAGEMENT, organ)
    if not period.ended(timezone.localdate()):
        raise Refused(f"{period.label}还没有结束，结束以后再起草通报。")
    with operation(actor, organ) as op:
        here = Organ.objects.select_for_update().get(pk=organ)
        if Circular.objects.filter(organ=here, period=period.code).exclude(state=State.DROPPED).exists():
            raise Refused(f"{period.label}的通报已经起草，请在列表中打开。")
        row = Circular(organ=here, period=period.code, drafted_by_id=actor.staff_id, drafted_at=timezone.now())
        _write(row)
        row.save()
        op.note(Event.CIRCULAR_DRAFTED, SUBJECT, row.pk, period=period.code, content=papers.content_hash(row))
        return row


def _write(row: Circular) -> None:
    """Count anew and state the facts."""
    report = reports.report(row.organ, Period.parse(row.period))
    row.report, row.counted_at = papers.to_json(report), timezone.now()
    row.title, row.text = drafting.title(report), drafting.text(report)


def edit(actor: Actor, pk: int, revision: int, title: str, text: str) -> Circular:
    """Change the words; the numbers of the tables are counted and cannot be edited."""
    with operation(actor) as op:
        row = _draft_of(actor, pk, revision)
        row.title, row.text = title.strip(), text.replace("\r\n", "\n").strip()
        _touch(op, actor, row, change="text")
        return row


def redraft(actor: Actor, pk: int, revision: int) -> Circular:
    """Count again and draft the text anew; what was edited is lost."""
    with operation(actor) as op:
        row = _draft_of(actor, pk, revision)
        _write(row)
        _touch(op, actor, row, change="counted")
        return row


def drop(actor: Actor, pk: int, revision: int) -> Circular:
    """Give up a draft; the period may be drafted again."""
    with operation(actor) as op:
        row = _draft_of(actor, pk, revision)
        row.state = State.DROPPED
        _touch(op, actor, row, change="dropped")
        return row


def submit(actor: Actor, pk: int, revision: int, comment: str = "") -> Chain:
    """Hand the draft to the head of the case management department and on to a leader (Art 25)."""
    with operation(actor) as op:
        row = _draft_of(actor, pk, revision)
        row.state = State.CHAIN
        _touch(op, actor, row, change="submitted")
        rules = load(row.organ.ruleset)
        decision = chains.chain(PURPOSE, row.organ_id, row.organ.has_press, None, {}, rules, OrganTree())
        own = department(row.organ_id, "case_management")
        return approvals.submit(
            actor, purpose=PURPOSE, subject=SUBJECT, subject_id=row.pk, title=row.title, organ=row.organ_id,
            department_id=own.pk if own else None, decision=decision, content_hash=papers.content_hash(row),
            comment=comment, involved=_hands(row),
        )  # fmt: skip


def approve(actor: Actor, pk: int, seen_hash: str, comment: str = "") -> Circular:
    """Take the open step; with the last one the circular is signed and gets its number."""
    with operation(actor) as op:
        row, chain = _in_chain(pk)
        chain = approvals.approve(actor, chain.pk, seen_hash, papers.content_hash(row), comment)
        if chain.state == Chain.State.COMPLETE:
            _sign(op, row)
        return row


def send_back(actor: Actor, pk: int, reason: str) -> Circular:
    """Return it to the case management department with a reason."""
    with operation(actor):
        row, chain = _in_chain(pk)
        approvals.send_back(actor, chain.pk, reason)
        row.state = State.DRAFT
        row.revision += 1
        row.save(update_fields=["state", "revision"])
        return row


def _sign(op: Any, row: Circular) -> None:
    now = timezone.now()
    Organ.objects.select_for_update().get(pk=row.organ_id)  # one number after the other
    year = timezone.localdate(now).year
    last = Circular.objects.filter(organ=row.organ_id, year=year).aggregate(last=Max("seq"))["last"] or 0
    row.state, row.signed_at, row.year, row.seq = State.SIGNED, now, year, last + 1
    row.number = f"{row.organ.short}案管通〔{year}〕{row.seq}号"
    row.save(update_fields=["state", "signed_at", "year", "seq", "number"])
    op.note(Event.CIRCULAR_SIGNED, SUBJECT, row.pk, number=row.seq, year=year, content=papers.content_hash(row))


def _hands(row: Circular) -> set[int]:
    return {*row.editors, *([row.drafted_by_id] if row.drafted_by_id else [])}


def _draft_of(actor: Actor, pk: int, revision: int) -> Circular:
    row = Circular.objects.select_for_update(of=("self",)).select_related("organ").get(pk=pk)
    actor.require(Duty.CASE_MANAGEMENT, row.organ_id)
    if row.state != State.DRAFT:
        raise Refused("这份通报已经报请或者签发，不能再修改；需要修改的，请审批人退回。")
    if row.revision != revision:
        raise Refused("这份通报刚刚由他人修改，请刷新页面核对以后再办理。")
    return row


def _touch(op: Any, actor: Actor, row: Circular, change: str) -> None:
    row.revision += 1
    if actor.staff_id and actor.staff_id not in row.editors:
        row.editors = [*row.editors, actor.staff_id]
    row.save()
    op.note(Event.CIRCULAR_CHANGED, SUBJECT, row.pk, change=change, content=papers.content_hash(row))


def _in_chain(pk: int) -> tuple[Circular, Chain]:
    row = Circular.objects.select_for_update(of=("self",)).select_related("organ").get(pk=pk)
    chain = chain_of(row)
    if row.state != State.CHAIN or chain is None:
        raise Refused("这份通报现在不在审批中，请刷新页面。")
    return row, chain


def chain_of(row: Circular) -> Chain | None:
    """The newest chain of a circular."""
    return Chain.objects.filter(subject=SUBJECT, subject_id=row.pk).order_by("-pk").first()


def why_not(actor: Actor, row: Circular) -> str | None:
    """What stands against the actor's signing now; None when nothing does."""
    chain = chain_of(row)
    step = open_step(chain) if chain and row.state == State.CHAIN else None
    return objection(actor, step) if step else "这份通报现在不待签批。"


def visible_to(actor: Actor) -> QuerySet[Circular]:
    """The own organ's; signed ones of the organs below, and of those above, who send them down (Art 25)."""
    above = chains.superiors(actor.organ, OrganTree())
    sent = Q(state=State.SIGNED) & (Q(organ__in=subtree(actor.organ)) | Q(organ__in=above))
    return Circular.objects.filter(Q(organ=actor.organ) | sent).select_related("organ", "drafted_by")


def waiting_for(actor: Actor) -> list[Circular]:
    """Circulars that wait for this person: drafts of the department, and steps to take."""
    rows = Circular.objects.filter(organ=actor.organ, state__in=[State.DRAFT, State.CHAIN]).order_by("pk")
    return [row for row in rows if (row.state == State.DRAFT and Duty.CASE_MANAGEMENT in actor.duties)
            or (row.state == State.CHAIN and why_not(actor, row) is None)]  # fmt: skip


def last_period(organ: Organ, today: date) -> Period:
    """The last period that has ended, in the rhythm that the rules set (parameter ``circular``)."""
    rhythm = masking.parameters(load(organ.ruleset))["circular"]
    if rhythm == "yearly":
        return Period.parse(str(today.year - 1))
    if rhythm == "monthly":
        return Period(shift(today.replace(day=1), -1), shift(today.replace(day=1), -1))
    return Period.quarter(today).before()


def draft_due() -> int:
    """Draft what is due in every organ that counted something: at night, by the schedule. Returns how many."""
    today, made = timezone.localdate(), 0
    counted = Cell.objects.order_by().values("organ").distinct()
    for organ in Organ.objects.filter(pk__in=counted):
        period = last_period(organ, today)
        filled = Cell.objects.filter(organ=organ.pk, month__range=(period.first, period.last)).exists()
        if not filled or Circular.objects.filter(organ=organ, period=period.code).exists():
            continue
        draft(Actor.system("定期起草通报", organ.pk), organ.pk, period)
        made += 1
        if made == MOST:
            break
    return made
