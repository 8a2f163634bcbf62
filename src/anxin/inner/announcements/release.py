"""Release (Art 12-14): now or at a planned minute, by the press department, with every condition looked at again."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import DatabaseError
from django.utils import timezone

from anxin.files import codec
from anxin.inner import filestore
from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.announcements import drafts, flow, gate, law, tasks
from anxin.inner.announcements.models import Announcement, Version
from anxin.inner.announcements.wording import Wording
from anxin.inner.approvals import actions as approvals
from anxin.inner.approvals.conditions import missing
from anxin.inner.approvals.models import Chain
from anxin.inner.approvals.queries import is_last, objection, open_step
from anxin.inner.documents.served import digest
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.models import Organ
from anxin.inner.post.actions import enqueue


def schedule(
    actor: Actor, chain_id: int, seen_hash: str, at: datetime, embargo_until: datetime | None = None
) -> Version:
    """Plan the release for a minute; what was planned outside the system is planned for the same one (Art 12)."""
    at = at.replace(second=0, microsecond=0)
    with operation(actor) as op:
        chain, version = flow.locked(chain_id)
        _releasable(actor, chain, version, seen_hash)
        if at <= timezone.now():
            raise Refused("定时发布的时间应当晚于现在；需要立即发布的，请直接发布。")
        if embargo_until and at < embargo_until:
            raise Refused("定时发布的时间不得早于约定的时间。")
        _same_time(version, at)
        version.planned_at, version.planned_by_id, version.plan_failed = at, actor.staff_id, ""
        version.embargo_until = embargo_until
        version.save()
        op.note(Event.RELEASE_PLANNED, drafts.SUBJECT, version.announcement_id, at=at.isoformat())
        return version


def _same_time(version: Version, at: datetime, *, to_come: bool = False) -> None:
    """Refuse a release at another minute than the one outside the system (Art 12); ``to_come``: than a later one."""
    organ = version.announcement.organ
    for record in version.announcement.press.filter(actual_at=None, cancelled_at=None):
        apart = (record.planned_at - at).total_seconds()
        if abs(apart) > 60 * law.tolerance(organ) and (apart > 0 or not to_come):
            planned = timezone.localtime(record.planned_at)
            raise Refused(f"已登记{record.form}的计划时间为{planned:%Y年%-m月%-d日%H:%M}，应当同时在系统上发布"
                          "（规定第十二条）；对外发布改期或者不办的，先取消登记。")  # fmt: skip


def cancel(actor: Actor, chain_id: int) -> Version:
    """Call a planned release off; the item waits for its release as before."""
    with operation(actor) as op:
        chain, version = flow.locked(chain_id)
        step = open_step(chain)
        reason = objection(actor, step) if step else "这一流程已经结束。"
        if reason:
            raise NotAllowed(reason)
        if version.planned_at is None:
            raise Refused("没有定时发布的安排。")
        version.planned_at = version.planned_by_id = None
        version.save()
        op.note(Event.RELEASE_CANCELLED, drafts.SUBJECT, version.announcement_id)
        return version


def publish(actor: Actor, chain_id: int, seen_hash: str, comment: str = "") -> Version:
    """Release what was seen, at all its publishers at once. Raises ``Refused`` with every condition missing."""
    if actor.is_system:
        raise NotAllowed("系统不能自行发布案件信息。")
    with operation(actor) as op:
        chain, version = flow.locked(chain_id)
        wording = _releasable(actor, chain, version, seen_hash)
        if version.embargo_until and timezone.now() < version.embargo_until:
            raise Refused("约定的时间还没有到，不得提前发布。")
        if version.planned_at is None:
            _same_time(version, timezone.now(), to_come=True)
        approvals.approve(actor, chain.pk, seen_hash, wording.content_hash, comment)
        item = version.announcement
        for earlier in item.versions.exclude(pk=version.pk).filter(
            state__in=[Version.State.PUBLIC, Version.State.HIDDEN]
        ):
            earlier.state, earlier.ended_at = Version.State.REPLACED, timezone.now()
            earlier.ground = version.correction
            earlier.save()
        version.state, version.plan_failed = Version.State.PUBLIC, ""
        version.published_at, version.published_by_id = timezone.now(), actor.staff_id
        version.public_text, version.text_hash = wording.public, digest(wording.body)
        version.content_hash, version.planned_at = wording.content_hash, None
        version.save()
        tasks.done(op, item)
        op.note(Event.PUBLISHED, drafts.SUBJECT, item.pk, version=version.number, text=version.text_hash,
                content=version.content_hash, public_id=item.public_id, category=item.category,
                level=_highest(chain))  # fmt: skip
        blobs = {f"picture{i}": filestore.load(p.digest) for i, p in enumerate(version.pictures.all(), 1)}
        enqueue("announcement", item.public_id, version.number, payload(version, wording), blobs)
        return version


def _highest(chain: Chain) -> str:
    """The level of the highest organ that approved (Art 13)."""
    levels = list(Organ.Level)
    return str(min((step.organ.level for step in chain.steps.select_related("organ")), key=levels.index))


def _releasable(actor: Actor, chain: Chain, version: Version, seen_hash: str) -> Wording:
    step = open_step(chain)
    if step is None or chain.state != Chain.State.OPEN:
        raise Refused("这一流程已经结束，可能他人刚刚办理，请刷新页面。")
    reason = objection(actor, step)
    if reason:
        raise NotAllowed(reason)
    wording = Wording(version)
    if wording.content_hash != seen_hash:
        raise Refused("您看到的内容已被改动，请重新打开核对（规定第十四条）。")
    lacking = missing(gate.to_release(wording, chain))
    if lacking or not is_last(step):
        raise Refused(f"还不能发布：{lacking or '审批还没有完成。'}")
    return wording


def payload(version: Version, wording: Wording) -> dict[str, Any]:
    """The item of the corridor: nothing in it but what the public may see."""
    item = version.announcement
    category = law.categories()[item.category]
    return {
        "id": item.public_id, "version": version.number, "organ": item.organ_id, "organ_name": item.organ.name,
        "publishers": publishers(item),
        "category": item.category, "category_name": category.title, "event": item.event, "title": wording.title,
        "text": wording.body, "document": codec.to_json(wording.document), "sha256": digest(wording.body),
        "article": category.article, "ruleset": item.organ.ruleset, "published_at": version.published_at.isoformat(),
        "correction": version.correction,
        "pictures": [{"name": f"picture{i}", "sha256": p.digest, "alt": p.alt}
                     for i, p in enumerate(version.pictures.all(), 1)],
    }  # fmt: skip


def release_due() -> int:
    """Every few seconds: what is planned is released in the name of who planned it; what fails says why and stays."""
    count = 0
    waiting = Version.objects.filter(state=Version.State.CHAIN, planned_at__lte=timezone.now())
    for version in list(waiting.select_related("announcement", "planned_by").order_by("planned_at", "pk")):
        chain = flow.of(version)
        try:
            if chain is None or version.planned_by is None:
                raise Refused("没有审批流程。")
            publish(Actor.of(version.planned_by), chain.pk, chain.content_hash, "定时发布")
            count += 1
        except (Refused, NotAllowed) as error:
            _failed(version, str(error))
        except DatabaseError:  # nothing was decided: it is tried again
            raise
        except Exception as error:  # one item that breaks must not keep back the others
            _failed(version, f"发布未能完成（{type(error).__name__}），请核对后重新安排。")
    return count


def _failed(version: Version, sentence: str) -> None:
    Version.objects.filter(pk=version.pk).update(planned_at=None, planned_by=None, plan_failed=sentence[:500])


def publishers(item: Announcement) -> list[dict[str, str]]:
    """The superior organs that publish the item too, for the corridor."""
    rows = item.publishers.select_related("organ").order_by("organ_id")
    return [{"code": p.organ_id, "name": p.organ.name} for p in rows]


def publisher_names(item: Announcement) -> list[str]:
    return [item.organ.name, *item.publishers.values_list("organ__name", flat=True)]
