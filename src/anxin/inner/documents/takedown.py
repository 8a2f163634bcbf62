"""After publication: hide at once (one person), withdraw on a ground by the chain of a request (Art 4, 23).

Hiding goes by the corridor's hide lane, before everything else. Nothing here waits for a worker.
"""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.documents import obligations
from anxin.inner.documents.models import Obligation, Publication
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import Duty
from anxin.inner.post.actions import enqueue

MAY_HIDE = {Duty.CASE_MANAGEMENT, Duty.DEPUTY_CHIEF, Duty.CHIEF, Duty.SECRECY, Duty.DEPARTMENT_HEAD, Duty.HANDLER}
"""Anyone who works on documents may stop a leak; withdrawing and restoring go through a whole chain (``requests``)."""

LONGEST_GROUND = 200


def _locked(actor: Actor, publication_id: int) -> Publication:
    publication = Publication.objects.select_for_update().get(pk=publication_id)
    if not actor.is_system and publication.document.case.organ_id != actor.organ:
        raise NotAllowed("这不是本院发布的文书。")
    return publication


def hide(actor: Actor, publication_id: int, ground: str) -> Publication:
    """Take an item off every public place at once; nothing else is decided by this."""
    if not ground.strip():
        raise Refused("请写明隐藏的理由。")
    with operation(actor) as op:
        publication = _locked(actor, publication_id)
        if not actor.is_system and not actor.duties & MAY_HIDE:
            raise NotAllowed("您的职责不能隐藏已公开的文书。")
        if publication.state != Publication.State.PUBLIC:
            raise Refused("这份文书现在不是公开状态。")
        _end(publication, Publication.State.HIDDEN, ground, "23")
        op.note(
            Event.HIDDEN, "document", publication.document_id, publication=publication.pk, version=publication.version
        )
        return publication


def no_withdrawal(publication: Publication, ground: str) -> str | None:
    """Why an item can't be withdrawn now, None when it can."""
    if len(ground) > LONGEST_GROUND:
        return f"撤回的理由公众看得到，请写在{LONGEST_GROUND}字以内。"
    if publication.state not in (Publication.State.PUBLIC, Publication.State.HIDDEN):
        return "这份文书已经撤回或者已被新版本取代。"
    return None


def end_for_good(op: Any, publication: Publication, ground: str, article: str) -> None:
    """The withdrawal itself, as the last step of its chain (Art 23(P2))."""
    _end(publication, Publication.State.WITHDRAWN, ground, article)
    obligations.set_state(op, publication.document, Obligation.State.WITHDRAWN)
    op.note(Event.WITHDRAWN, "document", publication.document_id, publication=publication.pk,
            version=publication.version, article=article)  # fmt: skip


def _end(publication: Publication, state: str, ground: str, article: str) -> None:
    publication.state, publication.ended_at = state, timezone.now()
    publication.ground, publication.article = ground.strip(), article
    publication.save(update_fields=["state", "ended_at", "ground", "article"])
    kind = "hide" if state == Publication.State.HIDDEN else "withdrawal"
    item = {
        "id": publication.public_id, "version": publication.version, "at": publication.ended_at.isoformat(),
        "ground": publication.ground, "article": article, "organ": publication.document.case.organ_id,
    }  # fmt: skip
    enqueue(kind, publication.public_id, publication.version, item, lane="hide")
