"""Text quality of a document as served: found with the engine, answered by the handler, seen by the approvers.

The served text is never changed here (Art 22): an answer says why it stands as it does, or that it was corrected by a
new document.
"""

from __future__ import annotations

from typing import Any

from anxin.inner.actor import Actor, Refused
from anxin.inner.documents.drafts import open_draft, touch
from anxin.inner.documents.models import Draft
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation

READY = ("原件如此，经核对无误", "原件笔误，不影响事实认定，依规定第二十二条保持一致", "系统误报")
"""Reasons that are given again and again."""


def open_findings(draft: Draft) -> list[dict[str, Any]]:
    """What nobody answered yet."""
    return [f for f in draft.quality if f["key"] not in draft.quality_answers]


def answered(draft: Draft) -> list[dict[str, Any]]:
    """Findings with their answers, in the order of the text."""
    return [f | draft.quality_answers[f["key"]] for f in draft.quality if f["key"] in draft.quality_answers]


def answer(actor: Actor, draft_id: int, revision: int, key: str, reason: str) -> Draft:
    """Answer one finding with a reason (Art 22). Raises ``Refused`` without one or for an unknown place."""
    if not reason.strip():
        raise Refused("请说明这一处为什么保持原文（规定第二十二条）。")
    with operation(actor) as op:
        draft = open_draft(actor, draft_id, revision)
        found = next((f for f in draft.quality if f["key"] == key), None)
        if found is None:
            raise Refused("没有这一处提示，请刷新页面。")
        draft.quality_answers = draft.quality_answers | {key: {"reason": reason.strip(), "by": actor.name}}
        touch(draft)
        op.note(Event.QUALITY_ANSWERED, "document", draft.document_id, draft=draft.pk, kind=found["kind"],
                start=found["start"])  # fmt: skip
        return draft

