"""What approved requests do, and what stands against each kind now (a sentence for the clerk, None for nothing)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from anxin.inner.documents import drafts, facts, followups, law, obligations, proof, takedown
from anxin.inner.documents.models import Obligation, Publication, Request
from anxin.inner.ledger.events import Event
from anxin.inner.post.actions import enqueue


def no_exemption(request: Request) -> str | None:
    if request.ground not in law.exemption_grounds(request.case):
        return "请选择不公开的理由（规定第四条、第十八条）。"
    live = request.document.obligations.filter(superseded=False).first()
    return "这份文书现在没有待履行的公开义务。" if live is None or live.done else None


def exempt(op: Any, request: Request) -> None:
    """The obligation ends, and with it any draft of the document (Art 4, 18)."""
    drafts.drop(request.document)
    obligations.set_state(op, request.document, Obligation.State.EXEMPT, request.ground)


def no_withdrawal(request: Request) -> str | None:
    return takedown.no_withdrawal(request.publication, request.reason)


def withdraw(op: Any, request: Request) -> None:
    takedown.end_for_good(op, request.publication, request.reason, request.article)


def no_restoration(request: Request) -> str | None:
    """Only what was published whole, still may be, and would be published the same today comes back."""
    publication = request.publication
    publication.document.case = request.case
    if publication.state != Publication.State.HIDDEN:
        return "这份文书现在不是隐藏状态。"
    if publication.document.publications.filter(version__gt=publication.version).exists():
        return "已有新版本，旧版本不再恢复。"
    if followups.change(publication):
        return "案件情况已经变更，原公开文本不能恢复，请按现在的情况重新办理公开（规定第十九条、第二十二条）。"
    found = list(proof.failures(publication))
    return f"一致性证明未通过，不能恢复：{''.join(found)}" if found else None


def restore(op: Any, request: Request) -> None:
    """The hidden version is public again, here and outside."""
    publication = request.publication
    publication.state, publication.ended_at = Publication.State.PUBLIC, None
    publication.ground = publication.article = ""
    publication.save(update_fields=["state", "ended_at", "ground", "article"])
    item = {"id": publication.public_id, "version": publication.version, "at": timezone.now().isoformat(),
            "organ": request.case.organ_id}  # fmt: skip
    enqueue("restore", publication.public_id, publication.version, item)
    op.note(Event.RESTORED, "document", publication.document_id, publication=publication.pk,
            version=publication.version)  # fmt: skip


def no_name(request: Request) -> str | None:
    person = request.case.participants.filter(key=request.person).first()
    if person is None:
        return "本案没有登记这一人。"
    if person.minor or under_age(person.birth, timezone.localdate()):
        return "未成年人的姓名不得公开，本人申请的也不得公开（规定第十九条、第二十条）。"
    if person.consent_to_name:
        return "这个人的姓名已经批准公开。"
    return None if request.paper else "请附上本人的书面申请（规定第十九条第二款）。"


def under_age(birth: str, today: date) -> bool:
    """Whether a person born then (1990, 1990-03 or 1990-03-15; counted as late as it may be) may be under eighteen."""
    latest = birth + "-12-31"[len(birth) - 4 :] if birth else ""
    return latest > f"{today.year - 18:04}-{today:%m-%d}"


def disclose_name(op: Any, request: Request) -> None:
    set_consent(op, request.case, request.person, True)


def set_consent(op: Any, case: Any, key: str, consent: bool) -> None:
    """The person's wish becomes a fact of the case; drafts and what is public follow (Art 19(P2))."""
    case.participants.filter(key=key).update(consent_to_name=consent)
    op.note(Event.CASE_CORRECTED, "case", case.pk, participant=key, consent=consent)
    facts.changed(op, case)
