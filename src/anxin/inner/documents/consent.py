"""The wish of a person to appear under their own name (Art 19(P2)): written application, chain, revocation."""

from __future__ import annotations

from anxin.files import image
from anxin.files.refused import Refused as NotRead
from anxin.inner import filestore
from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.approvals.models import Chain
from anxin.inner.documents import drafts, effects, requests
from anxin.inner.documents.models import Request
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import Duty


def apply(actor: Actor, case_id: int, person: str, application: bytes, reason: str) -> Chain:
    """Put a person's written application (a picture or a page of PDF) to its chain."""
    try:
        paper = filestore.save(image.reencode(application))  # durable before the transaction that names it
    except NotRead as error:
        raise Refused(error.sentence) from None
    return requests.ask(
        actor, case_id, Request.Kind.NAME_DISCLOSURE, person=person, paper=paper, article="19(P2)", reason=reason
    )


def revoke(actor: Actor, case_id: int, person: str) -> None:
    """End the disclosure at the person's wish: at once, no chain; what is public is hidden and made anew."""
    with operation(actor) as op:
        case = drafts.lock_case(case_id)
        actor.require(Duty.HANDLER, case.organ_id)
        if case.handler_id != actor.staff_id:
            raise NotAllowed("这一事项由本案承办人办理。")
        if not case.participants.filter(key=person, consent_to_name=True).exists():
            raise Refused("这个人的姓名没有经批准公开，不需要撤销。")
        effects.set_consent(op, case, person, False)
