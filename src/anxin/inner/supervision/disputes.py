"""When the answer is late or disputed: the superior organ steps in (Art 23(P1))."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from anxin.inner.actor import Actor
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.models import Organ
from anxin.inner.organs.queries import superior
from anxin.inner.post import answers
from anxin.inner.post.submissions import Submission
from anxin.inner.supervision import clocks
from anxin.inner.supervision.models import Complaint
from anxin.regulation.calendar import in_words

SUBJECT = "complaint"
State = Complaint.State


def dispute(submission: Submission) -> None:
    """The complainant does not accept the answer: once, in time, to the superior organ. Raises no error: the new
    ticket is answered with what became of it."""
    about = Complaint.objects.filter(ticket=str(submission.body.get("about", ""))[:20])
    row = about.select_for_update(of=("self",)).select_related("organ").first()
    against = "没有找到所针对的反映。" if row is None else _against(row, submission)
    if row is None or against:
        answers.send(submission.ticket, SUBJECT, submission.organ, 1, "不能复查", against)
        return
    with operation(Actor.system("反映人提出异议", row.organ_id)) as op:
        above = _above(row)
        row.state, row.superior, row.escalated_at = State.REVIEW, above, row.escalated_at or timezone.now()
        row.dispute, row.disputed_at = submission.body["text"].strip()[:2000], submission.received_at
        row.review_due_on = clocks.last_day(clocks.limit(above, "complaint_review"))
        row.save()
        op.note(Event.COMPLAINT_DISPUTED, SUBJECT, row.pk, superior=above.pk, article="23")
        sentence = f"异议已转{above.name}复查，最迟{in_words(row.review_due_on)}答复。"
        tell(row, "上级院复查中", sentence)
        where = f"{sentence}结果请凭回执{row.ticket}查询。"
        answers.send(submission.ticket, SUBJECT, submission.organ, 1, "已转上级院", where)


def _against(row: Complaint, submission: Submission) -> str:
    if row.disputed_at:
        return "这件反映已经提请复查过一次，不再重复复查。"
    if row.state != State.ANSWERED or row.answered_at is None:
        return "这件反映还没有答复，逾期没有答复的将自动报上级人民检察院。"
    until = clocks.last_day(clocks.limit(row.organ, "complaint_dispute", timezone.localdate(row.answered_at)))
    if timezone.localdate(submission.received_at) > until:
        return f"提请复查的期限已于{in_words(until)}届满，可以就新的情况另行反映。"
    return ""


def _above(row: Complaint) -> Organ:
    """The superior organ; the Supreme People's Procuratorate reviews itself, by another person."""
    return Organ.objects.get(pk=superior(row.organ_id) or row.organ_id)


def tell(row: Complaint, state: str, sentence: str, details: Sequence[str] = ()) -> None:
    """Put the newest answer on the complainant's ticket page, as part of the caller's transaction."""
    row.version += 1
    row.save(update_fields=["version"])
    answers.send(row.ticket, SUBJECT, row.organ_id, row.version, state, sentence, details)


def escalate_late() -> int:
    """Nightly: what was not answered in time goes to the superior organ, once; how many."""
    open_states = [State.RECEIVED, State.FORWARDED, State.REPORTED]
    late = Complaint.objects.filter(state__in=open_states, overdue=False, due_on__lt=timezone.localdate())
    count = 0
    for pk in late.order_by("pk").values_list("pk", flat=True):
        with transaction.atomic():
            row = Complaint.objects.select_for_update(of=("self",)).select_related("organ").get(pk=pk)
            if row.state not in open_states or row.overdue:
                continue
            count += 1
            with operation(Actor.system("反映逾期", row.organ_id)) as op:
                row.superior, row.escalated_at, row.overdue = _above(row), timezone.now(), True
                row.save()
                op.note(Event.COMPLAINT_ESCALATED, SUBJECT, row.pk, superior=row.superior_id, article="23")
                sentence = f"没有在期限以内答复，已报{row.superior.name}督办。{row.organ.name}仍应答复处理结果。"
                tell(row, "已报上级院督办", sentence)
    return count


def after_order(row: Complaint | None, done: bool) -> None:
    """The order that a review led to is closed, or revoked; called inside that operation."""
    if row is None or row.state != State.ORDERED:
        return
    row.state = State.CLOSED if done else State.REVIEW
    row.save(update_fields=["state"])
    sentence = "上级人民检察院的监督通知已经落实。" if done else "上级人民检察院撤销了监督通知，重新复查。"
    tell(row, "已纠正" if done else "上级院复查中", sentence)
