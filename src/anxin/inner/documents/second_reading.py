"""A second person of the department reads a processed document before it is reported (Art 20, 21; rule data).

The handler asks a colleague; the colleague confirms exactly what was seen, or says what is wrong. Every later change
of the processing voids the confirmation. Whoever read approves nothing of it.
"""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils import timezone

from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.cases.models import Case
from anxin.inner.documents import law
from anxin.inner.documents.drafts import locked, open_draft, touch
from anxin.inner.documents.models import Draft
from anxin.inner.documents.processing import Processing
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import Duty
from anxin.inner.organs.models import Staff
from anxin.inner.organs.queries import holders
from anxin.regulation.rules import Entry


def rule(processing: Processing) -> Entry | None:
    """The rule that asks for a second reading of this document; None when none does."""
    hidden = sum(person.decision == "mask" for person in processing.people)
    return law.second_reading(processing.draft.document.case, hidden)


def candidates(case: Case, without: int | None) -> QuerySet[Staff]:
    """Who may read: the department's other handlers and its head; where there is nobody, the organ's handlers."""
    readers = Q(pk__in=holders(Duty.HANDLER, case.organ_id, case.department_id).values("pk"))
    readers |= Q(pk__in=holders(Duty.DEPARTMENT_HEAD, case.organ_id, case.department_id).values("pk"))
    found = Staff.objects.filter(readers).exclude(pk=without)
    if not found.exists():
        found = holders(Duty.HANDLER, case.organ_id).exclude(pk=without)
    return found.order_by("pk")


def confirmed(processing: Processing) -> bool:
    """Whether somebody other than the handler read exactly this."""
    draft = processing.draft
    return (
        draft.second_reader_id is not None
        and draft.second_reader_id != draft.handler_id
        and draft.second_hash == processing.content_hash
    )


def ask(actor: Actor, draft_id: int, revision: int, reader_id: int) -> Draft:
    """Ask a colleague to read. Raises ``Refused`` for somebody who may not."""
    with operation(actor) as op:
        draft = open_draft(actor, draft_id, revision)
        if not candidates(draft.document.case, draft.handler_id).filter(pk=reader_id).exists():
            raise Refused("复读人须为本部门的另一名承办人或者部门负责人。")
        draft.second_reader_id, draft.second_hash, draft.second_at, draft.second_note = reader_id, "", None, ""
        touch(draft)
        op.note(Event.SECOND_READING_ASKED, "document", draft.document_id, draft=draft.pk, reader=reader_id)
        return draft


def confirm(actor: Actor, draft_id: int, seen_hash: str, note: str = "") -> Draft:
    """Confirm what was seen; void as soon as anything of it changes."""
    return _read(actor, draft_id, seen_hash, note, agreed=True)


def object_to(actor: Actor, draft_id: int, seen_hash: str, note: str) -> Draft:
    """Say what is wrong; the handler corrects it and asks again."""
    if not note.strip():
        raise Refused("请写明哪一处需要修改。")
    return _read(actor, draft_id, seen_hash, note, agreed=False)


def _read(actor: Actor, draft_id: int, seen_hash: str, note: str, agreed: bool) -> Draft:
    with operation(actor) as op:
        draft = locked(draft_id)
        if draft.second_reader_id != actor.staff_id or actor.staff_id == draft.handler_id:
            raise NotAllowed("复读由承办人送请的另一人办理，承办人不能复读自己处理的文书。")
        if draft.state != Draft.State.WORK:
            raise Refused("这份文书已报请审批，复读已经结束。")
        processing = Processing(draft)
        if processing.content_hash != seen_hash:
            raise Refused("您看到的内容已被改动，请重新打开核对。")
        draft.second_hash = seen_hash if agreed else ""
        draft.second_at, draft.second_note = timezone.now(), note.strip()
        if actor.staff_id not in draft.hands:
            draft.hands = [*draft.hands, actor.staff_id]
        touch(draft)
        op.note(Event.SECOND_READING_DONE, "document", draft.document_id, draft=draft.pk, agreed=agreed,
                content=seen_hash)  # fmt: skip
        return draft


def waiting_for(actor: Actor) -> QuerySet[Draft]:
    """Drafts that this person was asked to read and did not answer yet."""
    rows = Draft.objects.filter(state=Draft.State.WORK, second_reader_id=actor.staff_id, second_at=None)
    return rows.select_related("document__case", "handler").order_by("pk")
