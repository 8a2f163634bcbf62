"""Releasing for the organ's own touch screen, hiding, taking down (Art 17). Nothing of it enters the corridor."""

from __future__ import annotations

import secrets
from typing import Any

from django.utils import timezone

from anxin.files import codec
from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.approvals import actions as approvals
from anxin.inner.approvals.conditions import missing
from anxin.inner.approvals.models import Chain
from anxin.inner.documents import flow, gate
from anxin.inner.documents.models import Draft
from anxin.inner.documents.processing import Processing
from anxin.inner.documents.takedown import LONGEST_GROUND, MAY_HIDE
from anxin.inner.kiosk.models import Release, Screen
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import Duty

PURPOSE = "kiosk"
State = Release.State


def release(actor: Actor, chain_id: int, seen_hash: str, comment: str = "") -> Release:
    """Recheck what was seen and put it on the screen, as one act. Raises ``Refused`` with what is missing."""
    if actor.is_system:
        raise NotAllowed("系统不能发布文书。")
    with operation(actor) as op:
        chain, draft = flow.locked(chain_id)
        if chain.purpose != PURPOSE:
            raise Refused("这份文书应当在案件信息公开系统上发布，不走触摸显示屏的流程（规定第十七条、第十八条）。")
        processing = Processing(draft)
        if processing.content_hash != seen_hash:
            raise Refused("您看到的内容已被改动，请重新打开核对（规定第二十一条）。")
        lacking = missing(gate.to_release(processing, chain))
        if lacking:
            raise Refused(f"还不能提供查阅：{lacking}")
        chain = approvals.approve(actor, chain.pk, seen_hash, processing.content_hash, comment)
        if chain.state != Chain.State.COMPLETE:
            raise Refused("审批流程还有没有办理的步骤，不得提供查阅。")
        row = _write(actor, draft, processing)
        op.note(Event.KIOSK_SHOWN, "document", draft.document_id, release=row.pk, public_id=row.public_id,
                version=row.version, text=row.text_hash, content=row.content_hash)  # fmt: skip
        return row


def _write(actor: Actor, draft: Draft, processing: Processing) -> Release:
    document, now = draft.document, timezone.now()
    case = document.case
    earlier = Release.objects.select_for_update().filter(document_id=document.pk).order_by("-version").first()
    Release.objects.filter(document_id=document.pk, state=State.SHOWN).update(state=State.REPLACED, ended_at=now)
    draft.state = Draft.State.PUBLISHED
    draft.save(update_fields=["state", "updated_at"])
    row = Release.objects.create(
        case_id=case.pk, document_id=document.pk, draft_id=draft.pk, organ=case.organ_id,
        public_id=earlier.public_id if earlier else secrets.token_urlsafe(12),
        version=earlier.version + 1 if earlier else 1, doc_type=document.doc_type, number=document.number,
        title=processing.public_title, text=processing.public_text, text_hash=processing.public_hash,
        spans=[s.to_json() for s in processing.spans], content_hash=processing.content_hash, ruleset=draft.ruleset,
        released_by=actor.name, released_at=now,
    )  # fmt: skip
    Screen.objects.update_or_create(public_id=row.public_id, defaults={
        "organ": row.organ, "organ_name": case.organ.name, "doc_type": row.doc_type, "title": row.title,
        "number": row.number, "concluded_on": document.concluded_on, "shown_at": now,
        "document": codec.to_json(processing.public_document), "sha256": row.text_hash,
    })  # fmt: skip
    return row


def hide(actor: Actor, release_id: int, ground: str) -> Release:
    """Take a document off the screen at once; one person suffices. It comes back only through a new chain."""
    if not ground.strip():
        raise Refused("请写明隐藏的理由。")
    with operation(actor) as op:
        row = _locked(actor, release_id)
        if not actor.is_system and not actor.duties & MAY_HIDE:
            raise NotAllowed("您没有隐藏文书的职责。")
        if row.state != State.SHOWN:
            raise Refused("这份文书现在不在触摸显示屏上。")
        _end(op, row, State.HIDDEN, ground, "")
        return row


def withdraw(actor: Actor, release_id: int, ground: str, article: str) -> Release:
    """Take a document down for good, with its ground."""
    if not ground.strip():
        raise Refused("请写明撤下的理由。")
    if len(ground) > LONGEST_GROUND:
        raise Refused(f"撤下的理由请写在{LONGEST_GROUND}字以内。")
    with operation(actor) as op:
        row = _locked(actor, release_id)
        actor.require(Duty.CASE_MANAGEMENT, row.organ)
        if row.state not in (State.SHOWN, State.HIDDEN):
            raise Refused("这份文书已经撤下或者已被新版本取代。")
        _end(op, row, State.WITHDRAWN, ground, article)
        return row


def _locked(actor: Actor, release_id: int) -> Release:
    row = Release.objects.select_for_update().get(pk=release_id)
    if not actor.is_system and row.organ != actor.organ:
        raise NotAllowed("这不是本院触摸显示屏上的文书。")
    return row


def _end(op: Any, row: Release, state: str, ground: str, article: str) -> None:
    row.state, row.ended_at, row.ground, row.article = state, timezone.now(), ground.strip(), article
    row.save(update_fields=["state", "ended_at", "ground", "article"])
    Screen.objects.filter(public_id=row.public_id).delete()
    op.note(Event.KIOSK_ENDED, "document", row.document_id, release=row.pk, version=row.version, change=state,
            article=article)  # fmt: skip
