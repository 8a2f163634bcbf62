"""After release: hide at once, correct with a new version, and what the chain of a request decided (Art 23)."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.announcements import drafts
from anxin.inner.announcements.models import Announcement, Picture, Version
from anxin.inner.announcements.wording import process
from anxin.inner.documents.takedown import LONGEST_GROUND
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import Duty
from anxin.inner.post.actions import enqueue

MAY_HIDE = {Duty.PRESS, Duty.CASE_MANAGEMENT, Duty.DEPUTY_CHIEF, Duty.CHIEF, Duty.SECRECY, Duty.DEPARTMENT_HEAD,
            Duty.HANDLER}  # fmt: skip


NOT_YOURS = ("更正、撤回、恢复公开由拟制人、承办部门负责人，或者发布院的新闻宣传部门、案件管理部门提出"
             "（规定第十四条）；不能等待的，先行隐藏。")  # fmt: skip
MAY_ASK = {Duty.PRESS, Duty.CASE_MANAGEMENT}


def may_ask(actor: Actor, item: Announcement) -> bool:
    """Who asks for a correction, a withdrawal, a restoration: the drafter, the head of the handling department, press
    and case management at each of its publishers (Art 14, 15). Whoever asks approves nothing of it.
    """
    if actor.is_system:
        return False
    if item.drafter_id == actor.staff_id or (actor.organ == item.organ_id and item.department_id in actor.headed):
        return True
    return _publishes(actor, item) and bool(actor.duties & MAY_ASK)


def _publishes(actor: Actor, item: Announcement) -> bool:
    return actor.organ == item.organ_id or item.publishers.filter(organ_id=actor.organ).exists()


def may_hide(actor: Actor, item: Announcement) -> bool:
    """Anyone who works on announcements at one of its publishers may stop a leak."""
    return _publishes(actor, item) and bool(actor.duties & MAY_HIDE)


def hide(actor: Actor, announcement_id: int, ground: str) -> Version:
    """Take the item off every public place, at all its publishers, at once."""
    if not ground.strip() or len(ground) > LONGEST_GROUND:
        raise Refused(f"请写明隐藏的理由（{LONGEST_GROUND}字以内）。")
    with operation(actor) as op:
        item, _ = drafts.locked(announcement_id)
        if not actor.is_system and not may_hide(actor, item):
            raise NotAllowed("这不是本院发布的案件信息，或者您的职责不能隐藏（规定第五条、第十四条）。")
        version = item.versions.select_for_update().filter(state=Version.State.PUBLIC).first()
        if version is None:
            raise Refused("这一案件信息现在不是公开状态。")
        version.announcement = item
        _end(version, Version.State.HIDDEN, ground, "23")
        op.note(Event.HIDDEN, drafts.SUBJECT, announcement_id, version=version.number)
        return version


def end_for_good(op: Any, version: Version, ground: str, article: str) -> None:
    """The withdrawal itself, as the last step of its chain; a page with time, article and ground stays."""
    _end(version, Version.State.WITHDRAWN, ground, article)
    op.note(Event.WITHDRAWN, drafts.SUBJECT, version.announcement_id, version=version.number, article=article)


def restore(op: Any, version: Version) -> None:
    """The hidden wording is public again at all its publishers, as the last step of its chain."""
    version.state, version.ended_at, version.ground, version.article = Version.State.PUBLIC, None, "", ""
    version.save(update_fields=["state", "ended_at", "ground", "article"])
    item = version.announcement
    enqueue("restore", item.public_id, version.number, {
        "id": item.public_id, "version": version.number, "at": timezone.now().isoformat(), "organ": item.organ_id,
    })  # fmt: skip
    op.note(Event.RESTORED, drafts.SUBJECT, item.pk, version=version.number)


def correct(actor: Actor, announcement_id: int, note: str) -> Version:
    """Begin a corrected version, which the drafter writes; it goes through the whole chain and replaces the public one
    at every publisher. Who asked for it approves nothing of it.
    """
    if not note.strip() or len(note) > LONGEST_GROUND:
        raise Refused(f"请写明更正说明（{LONGEST_GROUND}字以内），公众将看到这一说明。")
    with operation(actor) as op:
        item, newest = drafts.locked(announcement_id)
        if not may_ask(actor, item):
            raise NotAllowed(NOT_YOURS)
        if newest.state not in (Version.State.PUBLIC, Version.State.HIDDEN, Version.State.WITHDRAWN):
            raise Refused("这一案件信息正在办理，或者还没有发布。")
        version = Version(announcement=item, number=newest.number + 1, title=newest.title, text=newest.text,
                          correction=note.strip(), asked_by_id=actor.staff_id)  # fmt: skip
        process(version)
        version.save()
        Picture.objects.bulk_create(
            Picture(version=version, digest=p.digest, alt=p.alt, transcript=p.transcript, wordless=p.wordless)
            for p in newest.pictures.all()
        )
        op.note(Event.ANNOUNCEMENT_DRAFTED, drafts.SUBJECT, item.pk, version=version.number, corrects=newest.number)
        return version


def _end(version: Version, state: str, ground: str, article: str) -> None:
    version.state, version.ended_at, version.ground, version.article = state, timezone.now(), ground.strip(), article
    version.save(update_fields=["state", "ended_at", "ground", "article"])
    item = version.announcement
    kind = "hide" if state == Version.State.HIDDEN else "withdrawal"
    enqueue(kind, item.public_id, version.number, {
        "id": item.public_id, "version": version.number, "at": version.ended_at.isoformat(),
        "ground": version.ground, "article": article, "organ": item.organ_id,
    }, lane="hide")  # fmt: skip
