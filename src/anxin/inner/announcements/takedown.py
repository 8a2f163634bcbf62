"""After release: hide at once, withdraw on a ground, correct with a new version (Art 4, 23)."""

from __future__ import annotations

from django.utils import timezone

from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.announcements import drafts
from anxin.inner.announcements.models import Version
from anxin.inner.announcements.wording import process
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import Duty
from anxin.inner.post.actions import enqueue

MAY_HIDE = {Duty.PRESS, Duty.CASE_MANAGEMENT, Duty.DEPUTY_CHIEF, Duty.CHIEF, Duty.SECRECY, Duty.DEPARTMENT_HEAD,
            Duty.HANDLER}  # fmt: skip
MAY_WITHDRAW = {Duty.PRESS, Duty.CASE_MANAGEMENT}


def hide(actor: Actor, announcement_id: int, ground: str) -> Version:
    """Take the item off every public place, at all its publishers, at once."""
    with operation(actor) as op:
        version = _public(actor, announcement_id, (Version.State.PUBLIC,), MAY_HIDE, ground)
        _end(version, Version.State.HIDDEN, ground, "23")
        op.note(Event.HIDDEN, drafts.SUBJECT, announcement_id, version=version.number)
        return version


def withdraw(actor: Actor, announcement_id: int, ground: str, article: str = "23") -> Version:
    """Withdraw for good; a page with time, article and ground stays."""
    with operation(actor) as op:
        states = (Version.State.PUBLIC, Version.State.HIDDEN)
        version = _public(actor, announcement_id, states, MAY_WITHDRAW, ground)
        _end(version, Version.State.WITHDRAWN, ground, article)
        op.note(Event.WITHDRAWN, drafts.SUBJECT, announcement_id, version=version.number, article=article)
        return version


def correct(actor: Actor, announcement_id: int, note: str) -> Version:
    """Begin a corrected version; it goes through the whole chain and replaces the public one at every publisher."""
    if not note.strip() or len(note) > 200:
        raise Refused("请写明更正说明（200字以内），公众将看到这一说明。")
    with operation(actor) as op:
        item, newest = drafts.locked(announcement_id)
        if item.drafter_id != actor.staff_id:
            raise NotAllowed("更正由拟制人办理（规定第十四条）。")
        if newest.state not in (Version.State.PUBLIC, Version.State.HIDDEN, Version.State.WITHDRAWN):
            raise Refused("这一案件信息正在办理，或者还没有发布。")
        version = Version(announcement=item, number=newest.number + 1, title=newest.title, text=newest.text,
                          correction=note.strip())  # fmt: skip
        process(version)
        version.save()
        op.note(Event.ANNOUNCEMENT_DRAFTED, drafts.SUBJECT, item.pk, version=version.number, corrects=newest.number)
        return version


def _public(actor: Actor, announcement_id: int, states: tuple[str, ...], duties: set[Duty], ground: str) -> Version:
    if not ground.strip() or len(ground) > 200:
        raise Refused("请写明理由（200字以内），公众看得到撤回的理由。")
    item, _ = drafts.locked(announcement_id)
    joint = item.publishers.filter(organ_id=actor.organ).exists()
    if not actor.is_system:
        if actor.organ != item.organ_id and not joint:
            raise NotAllowed("这不是本院发布的案件信息。")
        if not actor.duties & duties:
            raise NotAllowed("您的职责不能办理这一事项（规定第五条、第十四条）。")
    version = item.versions.select_for_update().filter(state__in=states).order_by("-number").first()
    if version is None:
        raise Refused("这一案件信息现在不是公开状态。")
    version.announcement = item
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
