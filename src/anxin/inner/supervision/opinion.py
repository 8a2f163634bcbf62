"""舆情 (Art 5, 24): collected by hand or from feeds, judged, handed to departments, answered, closed with a lesson."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from anxin.exchange.package import Item
from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.documents.models import Publication
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import DepartmentKind, Duty
from anxin.inner.organs.models import Department, Organ, Staff
from anxin.inner.organs.queries import department
from anxin.inner.supervision import clocks
from anxin.inner.supervision.models import Feed, Opinion, OpinionStep
from anxin.regulation import vocabulary

SUBJECT = "opinion"
State, Kind = Opinion.State, OpinionStep.Kind


def levels(organ: Organ) -> tuple[str, ...]:
    """The levels of the organ's rule set, the lightest first (data: ``opinion.levels``)."""
    return vocabulary.values(clocks.rules_of(organ), "opinion.levels")


def may_keep(actor: Actor) -> bool:
    """The press department keeps the register; without one the office or case management does (Art 14, 24)."""
    if Duty.PRESS in actor.duties:
        return True
    without = department(actor.organ, DepartmentKind.PRESS) is None
    return without and bool(actor.duties & {Duty.OFFICE, Duty.CASE_MANAGEMENT})


def _keeper(actor: Actor, organ: str) -> None:
    if actor.organ != organ or not may_keep(actor):
        raise NotAllowed("舆情由本院新闻宣传部门或者其他指定部门收集、研判（规定第二十四条）。")


def add(actor: Actor, **given: Any) -> Opinion:
    """Enter something found by hand. ``given``: platform, title, link, summary, published_at, publication."""
    with operation(actor) as op:
        _keeper(actor, actor.organ)
        _own(actor.organ, given.get("publication"))
        row = Opinion.objects.create(
            organ_id=actor.organ, found_at=timezone.now(), found_by_id=actor.staff_id, **given
        )
        op.note(Event.OPINION_FOUND, SUBJECT, row.pk, publication=row.publication_id)
        return row


def take(item: Item) -> None:
    """Corridor kind ``opinion``: one hit of a feed, once per organ; a feed that is not followed any more is ignored."""
    payload = item.payload
    feed = Feed.objects.filter(pk=int(payload["feed"]), active=True).first()
    if feed is None or Opinion.objects.filter(organ_id=feed.organ_id, key=payload["key"]).exists():
        return
    with operation(Actor.system("舆情收集", feed.organ_id)) as op:
        published = payload.get("published_at")
        row = Opinion.objects.create(
            organ_id=feed.organ_id, feed=feed, key=payload["key"], platform=feed.name, link=payload["link"],
            title=payload["title"], summary=payload["summary"], found_at=timezone.now(),
            published_at=datetime.fromisoformat(published) if published else None,
        )  # fmt: skip
        op.note(Event.OPINION_FOUND, SUBJECT, row.pk, feed=feed.pk)


def assess(actor: Actor, pk: int, level: str, owner_id: int, publication: Publication | None = None) -> Opinion:
    """Judge an entry: its level, who answers for it, and what it is about."""
    with operation(actor) as op:
        row = _locked(actor, pk)
        if level not in levels(row.organ):
            raise Refused("请选择舆情等级。")
        if not Staff.objects.filter(pk=owner_id, organ_id=row.organ_id, is_active=True).exists():
            raise Refused("请选择本院的负责人。")
        _own(row.organ_id, publication)
        row.level, row.owner_id, row.state = level, owner_id, State.HANDLING
        if publication is not None:
            row.publication, row.case = publication, publication.document.case
        row.save()
        op.note(Event.OPINION_CHANGED, SUBJECT, row.pk, level=level, owner=owner_id)
        return row


def step(actor: Actor, pk: int, kind: str, text: str, department_id: int | None = None) -> OpinionStep:
    """A measure taken, a reply to the public, or a hand-over to a department."""
    if not text.strip():
        raise Refused("请写明内容。")
    with operation(actor) as op:
        row = _locked(actor, pk)
        if row.state != State.HANDLING:
            raise Refused("请先研判，确定等级和负责人。")
        if kind not in (Kind.MEASURE, Kind.REPLY, Kind.HAND_OVER):
            raise Refused("请选择处置的种类。")
        there = Department.objects.filter(pk=department_id, organ_id=row.organ_id).first() if department_id else None
        if kind == Kind.HAND_OVER and there is None:
            raise Refused("请选择转交的部门。")
        made = OpinionStep.objects.create(
            opinion=row, kind=kind, department=there, text=text.strip(), by_id=actor.staff_id, at=timezone.now()
        )
        op.note(Event.OPINION_CHANGED, SUBJECT, row.pk, kind=kind, department=department_id)
        return made


def answer(actor: Actor, pk: int, text: str) -> OpinionStep:
    """The department to which an entry was handed over says what it did."""
    if not text.strip():
        raise Refused("请写明办理的情况。")
    with operation(actor) as op:
        row = Opinion.objects.select_for_update(of=("self",)).get(pk=pk)
        mine = {actor.department_id, *actor.headed}
        open_steps = row.steps.filter(kind=Kind.HAND_OVER, done=False, department_id__in=mine)
        asked = open_steps.first()
        if asked is None or row.organ_id != actor.organ:
            raise NotAllowed("没有转交您所在部门办理的事项。")
        open_steps.update(done=True)
        made = OpinionStep.objects.create(
            opinion=row, kind=Kind.ANSWER, department=asked.department, text=text.strip(), by_id=actor.staff_id,
            at=timezone.now(), done=True,
        )  # fmt: skip
        op.note(Event.OPINION_CHANGED, SUBJECT, row.pk, kind=Kind.ANSWER, department=asked.department_id)
        return made


def close(actor: Actor, pk: int, lesson: str, caused: Publication | None = None) -> Opinion:
    """End an entry with its lesson, and the corrected or withdrawn item that it led to."""
    with operation(actor) as op:
        row = _locked(actor, pk)
        if row.state != State.HANDLING:
            raise Refused("请先研判，确定等级和负责人。")
        if row.steps.filter(kind=Kind.HAND_OVER, done=False).exists():
            raise Refused("转交的部门还没有全部回复。")
        if not lesson.strip():
            raise Refused("请写明教训，没有的写“无”。")
        _own(row.organ_id, caused)
        if caused is not None and caused.state != Publication.State.WITHDRAWN and caused.version == 1:
            raise Refused("这份文书没有更正或者撤回过。")
        row.state, row.lesson, row.caused, row.closed_at = State.CLOSED, lesson.strip(), caused, timezone.now()
        row.save()
        op.note(Event.OPINION_CLOSED, SUBJECT, row.pk, caused=caused.pk if caused else None)
        return row


def _own(organ: str, publication: Publication | None) -> None:
    if publication is not None and publication.document.case.organ_id != organ:
        raise Refused("请选择本院公开的文书。")


def _locked(actor: Actor, pk: int) -> Opinion:
    row = Opinion.objects.select_for_update(of=("self",)).select_related("organ").get(pk=pk)
    _keeper(actor, row.organ_id)
    if row.state == State.CLOSED:
        raise Refused("这件舆情已经办结。")
    return row
