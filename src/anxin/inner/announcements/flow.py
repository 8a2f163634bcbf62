"""The chain of Articles 13 and 14: submit, approve, send back, refuse. Release is in ``release``."""

from __future__ import annotations

from anxin.inner.actor import Actor, Refused
from anxin.inner.announcements import drafts, flags, gate, law
from anxin.inner.announcements.models import Version
from anxin.inner.announcements.wording import Wording
from anxin.inner.approvals import actions as approvals
from anxin.inner.approvals.conditions import missing
from anxin.inner.approvals.models import Chain
from anxin.inner.approvals.queries import is_last, open_step
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation


def submit(actor: Actor, announcement_id: int, seen_hash: str) -> Chain:
    """Report an item for approval. Raises ``Refused`` with everything that is missing."""
    with operation(actor) as op:
        version = drafts.in_work(actor, announcement_id)
        wording = Wording(version)
        if wording.content_hash != seen_hash:
            raise Refused("在您打开之后被改动，请刷新核对后再报请审批。")
        lacking = missing(gate.to_submit(wording))
        if lacking:
            raise Refused(f"还不能报请审批：{lacking}")
        item = version.announcement
        flags.hold(op, item)
        chain: Chain = approvals.submit(
            actor, purpose="announcement", subject=drafts.WORDING, subject_id=version.pk, title=version.title[:200],
            organ=item.organ_id, department_id=item.department_id, decision=law.chain(item), content_hash=seen_hash,
            involved={*item.hands, *([version.asked_by_id] if version.asked_by_id else [])},
        )  # fmt: skip
        version.state = Version.State.CHAIN
        version.save(update_fields=["state"])
        return chain


def locked(chain_id: int) -> tuple[Chain, Version]:
    """A chain and its version under row lock, after item and case."""
    version_id = Chain.objects.values_list("subject_id", flat=True).get(pk=chain_id, subject=drafts.WORDING)
    _, version = drafts.locked(Version.objects.values_list("announcement_id", flat=True).get(pk=version_id))
    chain = Chain.objects.select_for_update().get(pk=chain_id)
    if version.pk != version_id:
        raise Refused("已有更新的版本，这一流程不再办理。")
    return chain, version


def of(version: Version) -> Chain | None:
    """The newest chain of a version."""
    return Chain.objects.filter(subject=drafts.WORDING, subject_id=version.pk).order_by("-pk").first()


def approve(actor: Actor, chain_id: int, seen_hash: str, comment: str = "", *, compared: bool = False) -> Chain:
    """Approve what was seen; the last step is taken with the release.

    ``compared``: the approver compared the pictures with their transcripts, which the first of them must (Art 11, 14).
    """
    with operation(actor) as op:
        chain, version = locked(chain_id)
        step = open_step(chain)
        if step and is_last(step):
            raise Refused("最后一步与发布一并办理，请使用“发布”或者“定时发布”。")
        wording = Wording(version)
        lacking = missing(gate.to_submit(wording))
        if lacking:
            raise Refused(f"还不能同意：{lacking}请退回拟制人。")
        if wording.pictures and not compared and not gate.comparing(wording):
            raise Refused("请逐幅核对图片与图中文字，勾选后再同意；不一致的，退回拟制人（规定第十四条）。")
        if wording.pictures and compared:
            seen = {"by": actor.name, "staff": actor.staff_id, "hash": wording.content_hash}
            version.compared = [*version.compared, seen]
            version.save(update_fields=["compared"])
            op.note(Event.PICTURES_COMPARED, drafts.SUBJECT, version.announcement_id, version=version.number)
        return approvals.approve(actor, chain.pk, seen_hash, wording.content_hash, comment)


def send_back(actor: Actor, chain_id: int, reason: str) -> Chain:
    """Return an item to its drafter; a planned release is off."""
    with operation(actor):
        chain, version = locked(chain_id)
        chain = approvals.send_back(actor, chain.pk, reason)
        _back(version, Version.State.WORK)
        return chain


def refuse(actor: Actor, chain_id: int, reason: str) -> Chain:
    """Refuse the publication; the version ends."""
    with operation(actor):
        chain, version = locked(chain_id)
        chain = approvals.refuse(actor, chain.pk, reason)
        _back(version, Version.State.REFUSED)
        return chain


def void(version: Version) -> None:
    """End the open chain of a version whose case changed; it is in work again."""
    chain = of(version)
    if chain:
        approvals.void(chain.pk)
    back_to_work(version)


def back_to_work(version: Version) -> None:
    """A version whose chain ended without a decision may be changed again."""
    _back(version, Version.State.WORK)


def _back(version: Version, state: str) -> None:
    version.state, version.planned_at, version.planned_by_id = state, None, None
    drafts.touch(version)
