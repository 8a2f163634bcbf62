"""What a handler may ask for beside a draft's publication: one mechanism, one effect per kind.

A request goes through the chain of its purpose (Art 4, 19, 21, 23); the effect happens with the last step, in the same
transaction, and only when what was asked for is still possible then.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.approvals import actions as approvals
from anxin.inner.approvals.models import Chain
from anxin.inner.cases.models import Case
from anxin.inner.documents import drafts, effects, law
from anxin.inner.documents.models import Publication, Request
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import Duty

SUBJECT = "request"
Kind = Request.Kind


@dataclass(frozen=True)
class Meaning:
    """The chain a kind goes through, what stands against it now, and what it does when approved."""

    purpose: str
    objection: Callable[[Request], str | None]
    effect: Callable[[Any, Request], None]


MEANINGS = {
    Kind.EXEMPTION: Meaning("exemption", effects.no_exemption, effects.exempt),
    Kind.WITHDRAWAL: Meaning("withdrawal", effects.no_withdrawal, effects.withdraw),
    Kind.RESTORATION: Meaning("document", effects.no_restoration, effects.restore),
    Kind.NAME_DISCLOSURE: Meaning("name_disclosure", effects.no_name, effects.disclose_name),
}


def ask(actor: Actor, case_id: int, kind: str, **given: Any) -> Chain:
    """Put a request to its chain. ``given`` are fields of ``Request``, rows by id.

    Raises ``Refused`` when what is asked for can't be had now.
    """
    if not given.get("reason", "").strip():
        raise Refused("请写明具体理由。")
    with operation(actor):
        case = drafts.lock_case(case_id)
        actor.require(Duty.HANDLER, case.organ_id)
        if case.handler_id != actor.staff_id:
            raise NotAllowed("这一事项由本案承办人报请。")
        given["reason"] = given["reason"].strip()
        request = Request(kind=kind, case=case, requested_by_id=actor.staff_id, **given)
        _possible(request)
        same = Request.objects.filter(case=case, kind=kind, state=Request.State.OPEN)
        if same.filter(document=request.document, person=request.person).exists():
            raise Refused("同一事项已经报请，正在审批。")
        request.save()
        decision = law.chain_for(case, MEANINGS[Kind(kind)].purpose)
        return approvals.submit(
            actor, purpose=MEANINGS[Kind(kind)].purpose, subject=SUBJECT, subject_id=request.pk, title=str(request),
            organ=case.organ_id, department_id=case.department_id, decision=decision,
            content_hash=request.content_hash,
        )  # fmt: skip


def about_publication(actor: Actor, publication_id: int, kind: str, article: str, reason: str) -> Chain:
    """Ask for the withdrawal or the restoration of one published version."""
    publication = Publication.objects.select_related("document").get(pk=publication_id)
    return ask(actor, publication.document.case_id, kind, document_id=publication.document_id,
               publication_id=publication_id, article=article, reason=reason)  # fmt: skip


def approve(actor: Actor, chain_id: int, seen_hash: str, comment: str = "") -> Chain:
    """Take the open step; with the last one the request takes effect, or is refused when it no longer can."""
    with operation(actor) as op:
        chain, request = locked(chain_id)
        chain = approvals.approve(actor, chain.pk, seen_hash, request.content_hash, comment)
        if chain.state == Chain.State.COMPLETE:
            _possible(request)
            _end(request, Request.State.APPROVED)
            MEANINGS[Kind(request.kind)].effect(op, request)
        return chain


def send_back(actor: Actor, chain_id: int, reason: str) -> Chain:
    """Return a request to its handler, who may ask again."""
    return _stop(actor, chain_id, reason, approvals.send_back, Request.State.RETURNED)


def refuse(actor: Actor, chain_id: int, reason: str) -> Chain:
    """Refuse what was asked for."""
    return _stop(actor, chain_id, reason, approvals.refuse, Request.State.REFUSED)


def locked(chain_id: int) -> tuple[Chain, Request]:
    """A request and its chain under row lock, after their case (the order every action takes)."""
    pk = Chain.objects.values_list("subject_id", flat=True).get(pk=chain_id, subject=SUBJECT)
    case: Case = drafts.lock_case(Request.objects.values_list("case_id", flat=True).get(pk=pk))
    chain = Chain.objects.select_for_update().get(pk=chain_id)
    request = Request.objects.select_for_update(of=("self",)).select_related("document").get(pk=pk)
    request.case = case
    if request.publication_id:  # hiding and withdrawing take this lock alone
        rows = Publication.objects.select_for_update(of=("self",)).select_related("document", "draft")
        request.publication = rows.get(pk=request.publication_id)
    return chain, request


def _possible(request: Request) -> None:
    sentence = MEANINGS[Kind(request.kind)].objection(request)
    if sentence:
        raise Refused(sentence)


def _stop(actor: Actor, chain_id: int, reason: str, stop: Callable[..., Chain], state: str) -> Chain:
    with operation(actor):
        chain, request = locked(chain_id)
        chain = stop(actor, chain.pk, reason)
        _end(request, state)
        return chain


def _end(request: Request, state: str) -> None:
    request.state = state
    request.save(update_fields=["state"])
