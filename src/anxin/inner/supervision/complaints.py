"""反映 (Art 23(P2)): from the ticket to the answer. Case management leads, the department verifies.

What the complainant is told goes out with the change itself and never holds more than what staff wrote for them.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from anxin.exchange.refused import Refused as BadForm
from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.announcements.queries import title_of
from anxin.inner.documents import takedown
from anxin.inner.documents.models import Publication
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import Duty
from anxin.inner.organs.models import Department, Organ
from anxin.inner.post.submissions import Submission
from anxin.inner.supervision import clocks, disputes
from anxin.inner.supervision.disputes import SUBJECT, tell
from anxin.inner.supervision.models import Complaint
from anxin.regulation.calendar import in_words

State, Result, Kind = Complaint.State, Complaint.Result, Complaint.Kind
LENGTHS = {"place": 300, "text": 4000, "contact": 200, "item": 64}
LEAK = "反映泄露应当保护的信息，先行隐藏核实"


@transaction.atomic
def take(submission: Submission) -> None:
    """A complaint, or a dispute of an answer, as it came in; once per ticket. Raises ``BadForm`` for another form."""
    body = submission.body
    if any(not isinstance(body.get(name, ""), str) or len(body.get(name, "")) > most for name, most in LENGTHS.items()):
        raise BadForm("反映的内容不合规范。")
    if not body.get("text", "").strip() or body.get("kind", "other") not in Kind.values:
        raise BadForm("反映没有写明问题。")
    if "about" in body:
        disputes.dispute(submission)
    elif not Complaint.objects.filter(ticket=submission.ticket).exists():
        _open(submission)


def _open(submission: Submission) -> None:
    body, item = submission.body, _item(submission.body)
    organ = item.document.case.organ if item else Organ.objects.filter(pk=submission.organ).first()
    if organ is None:
        raise BadForm("没有这个人民检察院。")
    day = timezone.localdate(submission.received_at)
    keys = ("complaint_acknowledgement", "complaint_result", "complaint_limit")
    limits = {key: clocks.limit(organ, key, day) for key in keys}
    days = [clocks.last_day(limits[key]) for key in keys]
    with operation(Actor.system("收到反映", organ.pk)) as op:
        row = Complaint.objects.create(
            ticket=submission.ticket, organ=organ, kind=body.get("kind", Kind.OTHER), publication=item,
            place=_place(body, item), text=body["text"].strip(), contact=body.get("contact", ""),
            received_at=submission.received_at, acknowledge_by=days[0], due_on=days[1], limit_on=days[2],
            reckoning=limits["complaint_result"].to_json(),
        )  # fmt: skip
        op.note(Event.COMPLAINT_RECEIVED, SUBJECT, row.pk, kind=row.kind, publication=item.pk if item else None,
                due=row.due_on.isoformat(), article="23(P2)")  # fmt: skip
        sentence = f"{organ.name}案件管理部门已经收到，最迟{in_words(row.due_on)}答复处理结果（规定第二十三条）。"
        tell(row, "已收到", sentence)


def _place(body: dict[str, Any], item: Publication | None) -> str:
    """Where in the item; an announcement is no document, so its title says which it is."""
    title = "" if item else title_of(body.get("item", ""))
    return f"重要案件信息“{title}”　{body.get('place', '')}".strip()[:200] if title else body.get("place", "")


def _item(body: dict[str, Any]) -> Publication | None:
    rows = Publication.objects.filter(public_id=body.get("item", "")).select_related("document__case__organ")
    version = body.get("version")
    return (rows.filter(version=version).first() if isinstance(version, int) else None) or rows.order_by(
        "-version"
    ).first()


def locked(pk: int) -> Complaint:
    return Complaint.objects.select_for_update(of=("self",)).select_related("organ", "publication__document").get(pk=pk)


def forward(actor: Actor, pk: int, department_id: int, note: str = "") -> Complaint:
    """Accept a complaint and hand it to the department that shall verify it; it may be handed on again."""
    with operation(actor) as op:
        row = locked(pk)
        actor.require(Duty.CASE_MANAGEMENT, row.organ_id)
        if not row.unanswered:
            raise Refused("这件反映已经答复。")
        department = Department.objects.filter(pk=department_id, organ_id=row.organ_id).first()
        if department is None:
            raise Refused("请选择本院的部门。")
        first = row.accepted_at is None
        row.department, row.state = department, State.FORWARDED
        row.accepted_at = row.accepted_at or timezone.now()
        row.save(update_fields=["department", "state", "accepted_at"])
        op.note(Event.COMPLAINT_FORWARDED, SUBJECT, row.pk, department=department.pk, note=len(note))
        if first:
            tell(row, "已受理", f"已受理，正由{department.name}核实，最迟{in_words(row.due_on)}答复处理结果。")
        return row


def identify(actor: Actor, pk: int, number: str) -> Complaint:
    """Case management finds out which item a complaint is about that named none."""
    with operation(actor) as op:
        row = locked(pk)
        actor.require(Duty.CASE_MANAGEMENT, row.organ_id)
        found = Publication.objects.filter(document__number=number.strip(), document__case__organ_id=row.organ_id)
        item = found.order_by("-version", "-pk").first()
        if row.publication or not row.unanswered:
            raise Refused("这件反映已经指明文书，或者已经答复。")
        if item is None:
            raise Refused("本院没有公开过这一文号的文书，请核对文号。")
        row.publication = item
        row.save(update_fields=["publication"])
        op.note(Event.COMPLAINT_FORWARDED, SUBJECT, row.pk, publication=item.pk)
        return row


def report(actor: Actor, pk: int, finding: str) -> Complaint:
    """The department says what it found; case management answers."""
    with operation(actor) as op:
        row = locked(pk)
        if not may_report(actor, row):
            raise NotAllowed("这件反映由受交办的部门核实。")
        if row.state != State.FORWARDED:
            raise Refused("这件反映现在不待部门核实。")
        if not finding.strip():
            raise Refused("请写明核实的经过和结论。")
        row.finding, row.found_by_id, row.state = finding.strip(), actor.staff_id, State.REPORTED
        row.save(update_fields=["finding", "found_by", "state"])
        op.note(Event.COMPLAINT_REPORTED, SUBJECT, row.pk, department=row.department_id)
        return row


def may_report(actor: Actor, row: Complaint) -> bool:
    """Whether the actor works in the department that verifies: case handlers by their department, heads as such."""
    mine = row.department_id is not None and row.department_id in {actor.department_id, *actor.headed}
    return mine and row.organ_id == actor.organ and bool(actor.duties - {Duty.ADMIN, Duty.AUDITOR})


def hide(actor: Actor, pk: int) -> Publication:
    """A leak stops first: hide the item from its ticket (Art 4); what follows is decided afterwards."""
    with operation(actor) as op:
        row = locked(pk)
        if row.publication is None:
            raise Refused("这件反映没有指明公开的文书，请先查明是哪一份。")
        newest = row.publication.document.publications.order_by("-version")[0]
        item = takedown.hide(actor, newest.pk, LEAK)
        op.note(Event.COMPLAINT_FORWARDED, SUBJECT, row.pk, hidden=item.pk)
        if row.unanswered:
            tell(row, "已暂停公开", f"所反映的文书已经暂停公开，正在核实，最迟{in_words(row.due_on)}答复处理结果。")
        return item


def answer(actor: Actor, pk: int, result: str, reason: str, number: str = "") -> Complaint:
    """Answer with a result that the system can see for itself: corrected, withdrawn, published, or nothing to correct.

    ``number`` names the document where the complaint named no item. Raises ``Refused`` when the result is not there.
    """
    with operation(actor) as op:
        row = locked(pk)
        actor.require(Duty.CASE_MANAGEMENT, row.organ_id)
        if not row.unanswered:
            raise Refused("这件反映已经答复。")
        if not reason.strip():
            raise Refused("请写明答复的理由，反映人将看到。")
        row.outcome = _outcome(row, result, number.strip())
        row.result, row.reason, row.state = result, reason.strip(), State.ANSWERED
        row.answered_by_id, row.answered_at = actor.staff_id, timezone.now()
        row.accepted_at = row.accepted_at or row.answered_at
        row.save()
        op.note(Event.COMPLAINT_ANSWERED, SUBJECT, row.pk, result=result, article="23(P2)",
                publication=row.outcome.pk if row.outcome else None)  # fmt: skip
        until = clocks.last_day(clocks.limit(row.organ, "complaint_dispute"))
        remedy = f"对答复有异议的，可以在{in_words(until)}以前凭本回执提请上级人民检察院复查一次（规定第二十三条）。"
        tell(row, f"已答复：{Result(result).label}", row.reason, [remedy])
        return row


def _outcome(row: Complaint, result: str, number: str) -> Publication | None:
    """The item that shows the result; raises ``Refused`` when there is none."""
    newest = _newest(row, number)
    if result == Result.UNFOUNDED:
        if row.publication and newest and newest.state == Publication.State.HIDDEN:
            raise Refused("文书还在隐藏状态，请先由承办人报请恢复公开或者撤回，再答复。")
        return None
    if newest is None:
        raise Refused("请填写处理后的文书的文号。")
    since = row.publication.version if row.publication else 1
    shown = {
        Result.CORRECTED: newest.state == Publication.State.PUBLIC and newest.version > since,
        Result.WITHDRAWN: newest.state == Publication.State.WITHDRAWN,
        Result.PUBLISHED: newest.state == Publication.State.PUBLIC,
    }
    if not shown.get(Result(result), False):
        now = f"{newest.title}现在是{newest.get_state_display()}（第{newest.version}版）"
        raise Refused(f"系统中还没有这一结果（{Result(result).label}）：{now}。请办理完毕以后再答复。")
    return newest


def _newest(row: Complaint, number: str) -> Publication | None:
    rows = Publication.objects.select_for_update(of=("self",)).order_by("-version", "-pk")
    if row.publication:
        return rows.filter(document_id=row.publication.document_id).first()
    return rows.filter(document__number=number, document__case__organ_id=row.organ_id).first() if number else None
