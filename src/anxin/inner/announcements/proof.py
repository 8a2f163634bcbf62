"""The proof over every public wording, every night: its chain, its text, its masked places (Art 13, 14, 20)."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction

from anxin.inner import filestore
from anxin.inner.actor import Actor
from anxin.inner.announcements import flow, takedown
from anxin.inner.announcements.models import Version
from anxin.inner.announcements.wording import Wording
from anxin.inner.approvals.models import Chain, Step
from anxin.inner.documents.served import digest
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.redaction.apply import ApplyError


def without_chain() -> list[int]:
    """Public versions whose chain is not complete on their content: always empty."""
    public = Version.objects.filter(state=Version.State.PUBLIC)
    return [version.pk for version in public if not approved(version)]


def approved(version: Version) -> bool:
    """Whether every step of the version's chain was taken on exactly the content that was released."""
    chain = flow.of(version)
    if chain is None or chain.state != Chain.State.COMPLETE:
        return False
    steps = list(chain.steps.values_list("state", "content_hash"))
    return bool(steps) and set(steps) == {(Step.State.DONE, version.content_hash)}


def failures(version: Version) -> Iterator[str]:
    """What no longer holds of a released wording; nothing when the proof succeeds. Names no protected value."""
    if not approved(version):
        yield "没有对应的、已办完的审批流程，或者与经批准的内容不一致。"
    wording = Wording(version)
    try:
        if wording.public != version.public_text or digest(wording.body) != version.text_hash:
            yield "公开文本与发布时的文本、哈希不一致。"
        if wording.content_hash != version.content_hash:
            yield "公开内容与审批人所见的内容不一致。"
        if not wording.equal:
            yield "除屏蔽处外，公开文本与拟制的文本不一致。"
        if wording.residue:
            yield "公开文本中还能读出应当匿名、屏蔽的内容。"
    except ApplyError:
        yield "屏蔽位置与拟制的文本对不上。"
    if any(not span.article for span in wording.spans):
        yield "有屏蔽处没有写明依据的条文。"
    for picture in wording.pictures:
        try:
            filestore.load(picture.digest)
        except (OSError, ValueError):
            yield "公开的图片缺失或者被改动。"


def prove(version_id: int) -> list[str]:
    """Prove one public wording; hide it and record why when the proof fails."""
    with transaction.atomic():
        version = Version.objects.select_related("announcement__organ", "announcement__case__organ").get(pk=version_id)
        if version.state != Version.State.PUBLIC:
            return []
        try:
            found = list(failures(version))
        except Exception as error:  # fail closed: what can't be proved is not public
            found = [f"证明未能完成（{type(error).__name__}）。"]
        if found:
            item = version.announcement
            actor = Actor.system("一致性证明", item.organ_id)
            with operation(actor) as op:
                takedown.hide(actor, item.pk, "一致性证明未通过，系统先行隐藏，待核实。")
                op.note(Event.PROOF_FAILED, "announcement", item.pk, version=version.number, found=found)
        return found


def prove_all() -> dict[int, list[str]]:
    """Nightly: everything public; returns what failed, by version."""
    rows = Version.objects.filter(state=Version.State.PUBLIC).order_by("pk").values_list("pk", flat=True)
    return {pk: found for pk in list(rows) if (found := prove(pk))}
