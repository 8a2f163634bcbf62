"""What changed facts and the nightly proof mean for the touch screen: what may not or cannot stay is hidden at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import transaction

from anxin.files import codec
from anxin.inner.actor import Actor
from anxin.inner.cases.models import Case
from anxin.inner.documents import drafts, law, served
from anxin.inner.documents.models import Draft, LegalDocument
from anxin.inner.documents.processing import Processing
from anxin.inner.kiosk import actions
from anxin.inner.kiosk.models import Release, Screen
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.redaction.apply import ApplyError, apply
from anxin.redaction.model import Span


def after_change(op: Any, case: Case) -> None:
    """Look at everything of the case that is on the screen; called inside the operation that changed its facts."""
    for row in Release.objects.select_for_update().filter(case_id=case.pk, state=Release.State.SHOWN):
        reason = _objection(row, case)
        if reason:
            actions.hide(Actor.system("案件事实变更", row.organ), row.pk, reason)


def _objection(row: Release, case: Case) -> str | None:
    document = LegalDocument.objects.get(pk=row.document_id)
    document.case = case
    decision = law.disclosure_of(document)
    if decision.outcome != "kiosk":
        return f"案件情况变更，不再符合提供查阅的条件：{decision.sentence}"[:200]
    old = Draft.objects.get(pk=row.draft_id)
    fresh = Draft(document=document, handler_id=old.handler_id)
    drafts.run_engine(fresh)
    if drafts_kept(old) - drafts_kept(fresh):
        return "案件情况变更，已显示的姓名应当匿名（规定第十九条）。"
    return None


def drafts_kept(draft: Draft) -> set[str]:
    """Keys of the people who appear under their own name."""
    return {p["key"] for p in draft.people if p["decision"] == "keep"}


def failures(row: Release) -> Iterator[str]:
    """What no longer holds of one document on the screen; nothing when the proof succeeds (Art 22)."""
    draft = Draft.objects.select_related("document__case__organ").get(pk=row.draft_id)
    document = draft.document
    if served.digest(document.text) != document.text_hash:
        yield "送达文书的全文与收入时的哈希不符。"
    if served.digest(row.text) != row.text_hash:
        yield "公开文本与发布时的哈希不符。"
    try:
        if apply([Span.from_json(s) for s in row.spans], document.text) != row.text:
            yield "除屏蔽处外，公开文本与送达文书不一致。"
    except ApplyError:
        yield "屏蔽位置与送达文书的原文对不上。"
    if Processing(draft).content_hash != row.content_hash:
        yield "公开内容与审批人所见的内容不一致。"
    screen = Screen.objects.filter(public_id=row.public_id).first()
    if screen is None or codec.from_json(screen.document).text != row.text or screen.sha256 != row.text_hash:
        yield "屏上的文字与经批准的文字不一致。"


def prove_all() -> dict[int, list[str]]:
    """Nightly: everything on the screen; what fails is hidden at once. Returns what failed, by release."""
    rows = Release.objects.filter(state=Release.State.SHOWN).order_by("pk").values_list("pk", flat=True)
    return {pk: found for pk in list(rows) if (found := _prove(pk))}


def _prove(release_id: int) -> list[str]:
    with transaction.atomic():
        row = Release.objects.get(pk=release_id)
        try:
            found = list(failures(row))
        except Exception as error:  # fail closed: what can't be proved is not shown
            found = [f"证明未能完成（{type(error).__name__}）。"]
        if found:
            actor = Actor.system("触摸显示屏一致性证明", row.organ)
            with operation(actor) as op:
                actions.hide(actor, row.pk, "一致性证明未通过，系统先行隐藏，待核实。")
                op.note(Event.PROOF_FAILED, "document", row.document_id, release=row.pk, found=found)
        return found
