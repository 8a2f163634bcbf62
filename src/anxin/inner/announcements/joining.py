"""A superior organ publishes an approved item with its subordinate, before the release or after it (Art 13)."""

from __future__ import annotations

from django.utils import timezone

from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.announcements import drafts, flow, law, release, requests
from anxin.inner.announcements.models import Announcement, Publisher, Version
from anxin.inner.approvals.queries import is_last, open_step
from anxin.inner.approvals.rebuilding import undone
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import Duty
from anxin.inner.organs.queries import is_below
from anxin.inner.post.actions import enqueue

MAY_JOIN = {Duty.PRESS, Duty.CASE_MANAGEMENT, Duty.DEPUTY_CHIEF, Duty.CHIEF}


def join(actor: Actor, announcement_id: int) -> Publisher:
    """One item more publisher: with the release that waits, or at once where it is public already.

    From then on a hiding, a correction and a withdrawal reach it like the others.
    """
    with operation(actor) as op:
        item, newest = drafts.locked(announcement_id)
        if not is_below(item.organ_id, actor.organ):
            raise NotAllowed("只有上级人民检察院可以与下级人民检察院同步发布（规定第十三条）。")
        if not actor.duties & MAY_JOIN:
            raise NotAllowed("同步发布由新闻宣传部门或者案件管理部门办理（规定第十四条）。")
        public = item.versions.select_for_update().filter(state=Version.State.PUBLIC).first()
        if public:
            public.announcement = item
            _approved_as_it_stands(public)
        elif not waits(newest):
            raise Refused("只有已经获得批准、等待发布或者正在公开的案件信息可以同步发布（规定第十三条）。")
        if item.publishers.filter(organ_id=actor.organ).exists():
            raise Refused("本院已经决定同步发布。")
        made: Publisher = Publisher.objects.create(announcement=item, organ_id=actor.organ, by_id=actor.staff_id)
        op.note(Event.PUBLISHER_JOINED, drafts.SUBJECT, item.pk, organ=actor.organ, article="13")
        if public:
            enqueue("publishers", item.public_id, public.number, {
                "id": item.public_id, "version": public.number, "organ": actor.organ,
                "at": timezone.now().isoformat(), "publishers": release.publishers(item),
            })  # fmt: skip
        return made


def may_join(actor: Actor, item: Announcement, newest: Version) -> bool:
    """Whether the page offers it; the reasons against are said by ``join``."""
    able = is_below(item.organ_id, actor.organ) and bool(actor.duties & MAY_JOIN)
    open_now = able and (waits(newest) or item.versions.filter(state=Version.State.PUBLIC).exists())
    return open_now and not item.publishers.filter(organ_id=actor.organ).exists()


def waits(version: Version) -> bool:
    """Whether everything but the release has been approved."""
    chain = flow.of(version) if version.state == Version.State.CHAIN else None
    step = open_step(chain) if chain else None
    return step is not None and is_last(step)


def _approved_as_it_stands(public: Version) -> None:
    """Refuse what would not be released the same today: the rules of the approval are those of the release."""
    found = requests.changed(public)
    chain = flow.of(public)
    left = undone(chain, law.chain(public.announcement)) if chain else []
    if left:
        found = f"还缺少：{left[0]['action']}"
    if found:
        raise Refused(f"情况有变，不能加入发布：{found}（规定第十三条）。")
