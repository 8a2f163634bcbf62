"""Technical processing of one document: opening a draft, running the engine, following changed facts."""

from __future__ import annotations

from typing import Any

from anxin.files.write.masked import without_running_heads
from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.approvals import actions as approvals
from anxin.inner.approvals.models import Chain
from anxin.inner.cases.keyed import keyed
from anxin.inner.cases.models import Case
from anxin.inner.documents import law, obligations, served
from anxin.inner.documents.models import Draft, LegalDocument, Obligation, Symbol
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import Duty
from anxin.redaction.engine import analyse
from anxin.redaction.model import Analysis

SUBJECT = "draft"


def start(actor: Actor, document_id: int) -> Draft:
    """Begin the technical processing of a due document (Art 21); an open draft is simply given back."""
    with operation(actor) as op:
        document = LegalDocument.objects.get(pk=document_id)
        document.case = lock_case(document.case_id)
        _require_handler(actor, document.case)
        existing = document.drafts.filter(state__in=[Draft.State.WORK, Draft.State.CHAIN]).first()
        if existing:
            return existing
        live = document.obligations.filter(superseded=False).first()
        if live is None and not law.for_kiosk(document):
            raise Refused("这份文书还没有产生公开义务：尚未登记生效裁判或者办结（规定第十八条、第二十一条）。")
        if live and live.state in (Obligation.State.PUBLISHED, Obligation.State.EXEMPT):
            raise Refused("这份文书已经公开或者已经批准不公开。")
        draft = Draft(document=document, handler_id=actor.staff_id, hands=[actor.staff_id],
                      ruleset=law.rules_for(document.case).id)  # fmt: skip
        run_engine(draft)
        draft.save()
        obligations.set_state(op, document, Obligation.State.IN_WORK)
        op.note(Event.MASKING_STARTED, "document", document.pk, draft=draft.pk, ruleset=draft.ruleset,
                spans=len(draft.found), doubts=len(draft.doubts))  # fmt: skip
        return draft


def open_draft(actor: Actor, draft_id: int, revision: int | None = None) -> Draft:
    """The draft under row lock, for the handler while it is in work and nobody else changed it since."""
    draft = locked(draft_id)
    _require_handler(actor, draft.document.case)
    if draft.state != Draft.State.WORK:
        raise Refused("这份文书已报请审批，不能再改；需要修改的，请审批人退回。")
    if revision is not None and revision != draft.revision:
        raise Refused("这份文书刚刚被另一处修改，请刷新页面后再办理。")
    return draft


def lock_case(case_id: int) -> Case:
    """The case under row lock. Every action of this chapter takes it first, so that two never wait for each other."""
    return Case.objects.select_for_update(of=("self",)).select_related("organ").get(pk=case_id)


def locked(draft_id: int) -> Draft:
    """A draft and its case, both under row lock."""
    case_id = Draft.objects.values_list("document__case_id", flat=True).get(pk=draft_id)
    case = lock_case(case_id)
    draft = Draft.objects.select_for_update(of=("self",)).select_related("document").get(pk=draft_id)
    draft.document.case = case
    return draft


def touch(draft: Draft) -> None:
    """Save a changed draft under the next revision number."""
    draft.revision += 1
    draft.save()


def _require_handler(actor: Actor, case: Case) -> None:
    actor.require(Duty.HANDLER, case.organ_id)
    if case.handler_id != actor.staff_id:
        raise NotAllowed("技术处理由本案承办人办理（规定第二十一条）。")


def run_engine(draft: Draft) -> None:
    """Fill a draft with what the engine says of its document today."""
    document = draft.document
    case = document.case
    known = dict(case.symbols.values_list("person", "symbol"))
    model = served.model_of(document)
    analysis = analyse(
        without_running_heads(model),
        document.doc_type,
        case.facts(),
        law.rules_for(case),
        known,
        title=document.title,
        document_number=document.number,
        case_key=keyed("people", case).encode(),
    )
    _keep_symbols(case, known, analysis)
    draft.gate = analysis.gate.to_json()
    draft.people = [vars(person) for person in analysis.people]
    draft.found = [span.to_json() for span in (*served.running_head_spans(model), *analysis.spans)]
    draft.doubts = [doubt.to_json() for doubt in analysis.doubts]
    draft.quality = [found.to_json() for found in law.text_quality(document)]
    if law.shown_unmasked(document):
        draft.people = [p | {"symbol": "", "decision": "keep"} for p in draft.people]
        draft.found, draft.doubts = [s.to_json() for s in served.running_head_spans(model)], []


def _keep_symbols(case: Case, known: dict[str, str], analysis: Analysis) -> None:
    Symbol.objects.bulk_create(
        Symbol(case=case, person=person, symbol=symbol)
        for person, symbol in analysis.symbols.items()
        if person not in known and symbol
    )


def facts_changed(op: Any, case: Case) -> None:
    """Changed facts void what rests on the old ones: open chains end, drafts are masked anew.

    Answers and decisions of people stay where the text they rest on is still in doubt or masked.
    """
    for draft in (
        Draft.objects.select_for_update(of=("self",))
        .select_related("document")
        .filter(document__case=case, state__in=[Draft.State.WORK, Draft.State.CHAIN])
    ):
        before = (draft.gate, draft.people, draft.found, draft.doubts, draft.quality)
        doubts = [(d["type"], d["start"], d["end"]) for d in draft.doubts]
        run_engine(draft)
        if (draft.gate, draft.people, draft.found, draft.doubts, draft.quality) == before:
            continue
        kept = {doubts[int(index)]: answer for index, answer in draft.answers.items()}
        places = [(d["type"], d["start"], d["end"]) for d in draft.doubts]
        draft.answers = {str(i): kept[place] for i, place in enumerate(places) if place in kept}
        keys = {found["key"] for found in draft.quality}
        draft.quality_answers = {key: answer for key, answer in draft.quality_answers.items() if key in keys}
        if draft.state == Draft.State.CHAIN:
            back_to_work(op, draft)
        touch(draft)
        op.note(Event.MASKING_STARTED, "document", draft.document_id, draft=draft.pk, reason="facts changed")


def drop(document: LegalDocument) -> None:
    """End the open draft of a document that will not be published; its chain is void."""
    open_states = (Draft.State.WORK, Draft.State.CHAIN)
    for draft in Draft.objects.select_for_update().filter(document=document, state__in=open_states):
        _void_chains(draft)
        draft.state = Draft.State.DROPPED
        draft.save(update_fields=["state", "updated_at"])


def _void_chains(draft: Draft) -> None:
    for chain in Chain.objects.filter(subject=SUBJECT, subject_id=draft.pk, state=Chain.State.OPEN):
        approvals.void(chain.pk)


def back_to_work(op: Any, draft: Draft) -> None:
    """Void the open chain of a locked draft; the caller saves it."""
    _void_chains(draft)
    draft.state = Draft.State.WORK
    obligations.set_state(op, draft.document, Obligation.State.IN_WORK)
