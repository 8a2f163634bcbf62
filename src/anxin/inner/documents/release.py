"""Recheck and release by the case management department (Art 21), and the proof of Article 22 at that moment."""

from __future__ import annotations

import secrets

from django.utils import timezone

from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.approvals import actions as approvals
from anxin.inner.approvals.conditions import missing
from anxin.inner.approvals.models import Chain
from anxin.inner.approvals.queries import objection, open_step
from anxin.inner.documents import artefacts, flow, gate, obligations
from anxin.inner.documents.models import Draft, LegalDocument, Obligation, Publication
from anxin.inner.documents.processing import Processing
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.post.actions import enqueue


def publish(actor: Actor, chain_id: int, seen_hash: str, comment: str = "") -> Publication:
    """Recheck what was seen and release it, as one act. Raises ``Refused`` with every condition that is missing."""
    if actor.is_system:
        raise NotAllowed("系统不能发布文书。")
    made = _prepare(actor, chain_id, seen_hash)
    files = made.save()  # durable before the transaction that names them
    with operation(actor) as op:
        chain, draft = flow.locked(chain_id)
        document = draft.document
        processing = Processing(draft)
        if processing.content_hash != made.content_hash:
            raise Refused("文本在复核之后被改动，不得发布，须退回重新报批（规定第二十一条）。")
        lacking = missing(gate.to_release(processing, chain))
        if lacking:
            raise Refused(f"还不能发布：{lacking}")
        _finish_chain(actor, chain, seen_hash, processing.content_hash, comment)
        publication = _write(actor, document, draft, processing, files)
        live = document.obligations.filter(superseded=False).first()
        obligations.set_state(op, document, Obligation.State.PUBLISHED, published_at=publication.published_at)
        op.note(Event.PUBLISHED, "document", document.pk, publication=publication.pk, public_id=publication.public_id,
                version=publication.version, text=publication.text_hash, content=publication.content_hash)  # fmt: skip
        enqueue("publication", publication.public_id, publication.version,
                artefacts.payload(publication, processing, live), {"docx": made.docx, "pdf": made.pdf})  # fmt: skip
        return publication


def _prepare(actor: Actor, chain_id: int, seen_hash: str) -> artefacts.Artefacts:
    """Check who asks and what is asked before the costly work; everything is checked again under lock."""
    chain = Chain.objects.get(pk=chain_id, subject="draft")
    if chain.purpose != "document":
        raise Refused("这份文书只在本院触摸显示屏上提供查阅，不得在互联网发布（规定第十七条）。")
    step = open_step(chain)
    if step is None:
        raise Refused("这一流程已经结束，可能他人刚刚办理，请刷新页面。")
    draft = Draft.objects.get(pk=chain.subject_id)
    processing = Processing(draft)
    reason = objection(actor, step)
    if reason:
        raise NotAllowed(reason)
    if processing.content_hash != seen_hash:
        raise Refused("您看到的内容已被改动，请重新打开核对（规定第二十一条）。")
    lacking = missing(gate.to_release(processing, chain))
    if lacking:
        raise Refused(f"还不能发布：{lacking}")
    return artefacts.build(processing)


def _finish_chain(actor: Actor, chain: Chain, seen: str, current: str, comment: str) -> None:
    """Take the last step: the recheck, which this release carries out."""
    chain = approvals.approve(actor, chain.pk, seen, current, comment)
    if chain.state != Chain.State.COMPLETE:
        raise Refused("审批流程还有没有办理的步骤，不得发布（规定第二十一条）。")


def _write(
    actor: Actor, document: LegalDocument, draft: Draft, processing: Processing, files: dict[str, str]
) -> Publication:
    earlier = document.publications.order_by("-version").first()
    document.publications.filter(state=Publication.State.PUBLIC).update(
        state=Publication.State.REPLACED, ended_at=timezone.now()
    )
    draft.state = Draft.State.PUBLISHED
    draft.save(update_fields=["state", "updated_at"])
    return Publication.objects.create(
        document=document, draft=draft, public_id=earlier.public_id if earlier else secrets.token_urlsafe(12),
        version=earlier.version + 1 if earlier else 1, title=processing.public_title, text=processing.public_text,
        text_hash=processing.public_hash, spans=[s.to_json() for s in processing.spans],
        content_hash=processing.content_hash, files=files, ruleset=draft.ruleset, published_by_id=actor.staff_id,
        published_at=timezone.now(),
    )  # fmt: skip
