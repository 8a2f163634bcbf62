"""The chain of Article 21: submit, approve, send back. Release is in ``release``."""

from __future__ import annotations

from django.utils import timezone

from anxin.inner.actor import Actor, Refused
from anxin.inner.approvals import actions as approvals
from anxin.inner.approvals.conditions import missing
from anxin.inner.approvals.models import Chain
from anxin.inner.approvals.queries import is_last, open_step
from anxin.inner.documents import drafts, gate, law, obligations
from anxin.inner.documents.models import Draft, Obligation
from anxin.inner.documents.processing import Processing
from anxin.inner.ledger.record import operation


def submit(actor: Actor, draft_id: int, seen_hash: str) -> Chain:
    """Report a processed document for review and approval. Raises ``Refused`` with everything that is missing."""
    with operation(actor):
        draft = drafts.open_draft(actor, draft_id)
        processing = Processing(draft)
        if processing.content_hash != seen_hash:
            raise Refused("文书在您打开之后被改动，请刷新核对后再报请审批。")
        lacking = missing(gate.to_submit(processing))
        if lacking:
            raise Refused(f"还不能报请审批：{lacking}")
        case = draft.document.case
        purpose = "kiosk" if law.for_kiosk(draft.document) else "document"
        chain = approvals.submit(
            actor, purpose=purpose, subject=drafts.SUBJECT, subject_id=draft.pk, title=str(draft.document),
            organ=case.organ_id, department_id=case.department_id, decision=law.chain_for(case, purpose),
            content_hash=seen_hash, involved=draft.hands,
        )  # fmt: skip
        draft.state = Draft.State.CHAIN
        draft.save(update_fields=["state", "updated_at"])
        _mark_submitted(draft)
        return chain


def _mark_submitted(draft: Draft) -> None:
    live = draft.document.obligations.filter(superseded=False).first()
    if live and live.submitted_at is None:
        live.submitted_at = timezone.now()
        live.save(update_fields=["submitted_at"])


def locked(chain_id: int) -> tuple[Chain, Draft]:
    """A document chain and its draft under row lock, after their case (the order every action takes)."""
    pk = Chain.objects.values_list("subject_id", flat=True).get(pk=chain_id, subject=drafts.SUBJECT)
    draft = drafts.locked(pk)
    return Chain.objects.select_for_update().get(pk=chain_id), draft


def approve(actor: Actor, chain_id: int, seen_hash: str, comment: str = "") -> Chain:
    """Review or approve what was seen. The recheck is taken with the release (``release.publish``)."""
    with operation(actor):
        chain, draft = locked(chain_id)
        step = open_step(chain)
        if step and is_last(step):
            raise Refused("案件管理部门的复核与发布一并办理，请使用“复核并发布”。")
        return approvals.approve(actor, chain.pk, seen_hash, Processing(draft).content_hash, comment)


def send_back(actor: Actor, chain_id: int, reason: str) -> Chain:
    """Return a document to its handler with a reason; it can be changed and submitted again."""
    with operation(actor) as op:
        chain, draft = locked(chain_id)
        chain = approvals.send_back(actor, chain.pk, reason)
        draft.state = Draft.State.WORK
        drafts.touch(draft)
        obligations.set_state(op, draft.document, Obligation.State.RETURNED)
        return chain
