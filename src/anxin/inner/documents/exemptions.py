"""Not publishing a document that is due: only by its own chain, with ground and review date (Art 4, 18)."""

from __future__ import annotations

from datetime import date

from django.db import models

from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.approvals import actions as approvals
from anxin.inner.approvals.models import Chain
from anxin.inner.documents import drafts, law, obligations
from anxin.inner.documents.models import Exemption, LegalDocument, Obligation
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import Duty

SUBJECT = "exemption"


def request(actor: Actor, document_id: int, ground: str, reason: str, review_on: date) -> Chain:
    """Ask for a document not to be published; the obligation stays due until the chain is complete."""
    if not reason.strip():
        raise Refused("请写明不公开的具体理由。")
    with operation(actor):
        document = LegalDocument.objects.get(pk=document_id)
        case = drafts.lock_case(document.case_id)
        actor.require(Duty.HANDLER, case.organ_id)
        if case.handler_id != actor.staff_id:
            raise NotAllowed("不公开由本案承办人报请。")
        grounds = law.exemption_grounds(case)
        if ground not in grounds:
            raise Refused("请选择不公开的理由（规定第四条、第十八条）。")
        live = document.obligations.filter(superseded=False).first()
        if live is None or live.done:
            raise Refused("这份文书现在没有待履行的公开义务。")
        exemption = Exemption.objects.create(
            document=document,
            ground=ground,
            article=grounds[ground].article,
            reason=reason.strip(),
            review_on=review_on,
        )
        return approvals.submit(
            actor, purpose="exemption", subject=SUBJECT, subject_id=exemption.pk, title=f"不公开：{document}",
            organ=case.organ_id, department_id=case.department_id, decision=law.chain_for(case, "exemption"),
            content_hash=exemption.content_hash,
        )  # fmt: skip


def approve(actor: Actor, chain_id: int, seen_hash: str, comment: str = "") -> Chain:
    """Take the open step; with the last one the document is exempt."""
    with operation(actor) as op:
        chain = Chain.objects.select_for_update().get(pk=chain_id, subject=SUBJECT)
        exemption = Exemption.objects.select_for_update().get(pk=chain.subject_id)
        chain = approvals.approve(actor, chain.pk, seen_hash, exemption.content_hash, comment)
        if chain.state == Chain.State.COMPLETE:
            obligations.set_state(op, exemption.document, Obligation.State.EXEMPT)
            exemption.approved = True
            exemption.save(update_fields=["approved"])
        return chain


def in_force(document: LegalDocument) -> models.QuerySet[Exemption]:
    """Approved exemptions of a document."""
    return document.exemptions.filter(approved=True)
