"""What the handler decides on a draft: spans, doubts, the secrecy review (Art 4, 19-21)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.documents import corrections
from anxin.inner.documents.drafts import locked, open_draft, touch
from anxin.inner.documents.models import Draft
from anxin.inner.documents.processing import Processing, Unreadable
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import Duty

ACTIONS = ("accept", "reject", "change", "add")
NEEDS_REASON = ("reject", "change")

SECRECY_CHECKS = {
    "state_secret": "国家秘密",
    "work_secret": "工作秘密",
    "commercial_secret": "商业秘密",
    "privacy": "个人隐私",
    "minor": "未成年人",
    "informant": "举报人",
    "technical_measures": "技术侦查措施和侦查手段",
    "at_large": "在逃同案犯",
    "inference": "可以推理出应屏蔽信息的内容",
}


def decide(actor: Actor, draft_id: int, revision: int, decision: Mapping[str, Any]) -> Draft:
    """Record one decision on a place of the text; ``add`` hides every other mention of the same words too."""
    if decision.get("action") not in ACTIONS:
        raise Refused("请选择对这一处的处理方式。")
    reason = str(decision.get("reason") or "").strip()
    if decision["action"] in NEEDS_REASON and not reason:
        raise Refused("不屏蔽或者改变替代文字，须写明理由（规定第二十二条）。")
    with operation(actor) as op:
        draft = open_draft(actor, draft_id, revision)
        start, end = int(decision["start"]), int(decision["end"])
        expected = draft.document.text[start:end]
        if not 0 <= start < end <= len(draft.document.text) or expected != decision.get("expected"):
            raise Refused("所选文字与原文不符，请刷新页面后重新选择。")
        kept = [d for d in draft.decisions if (d["start"], d["end"]) != (start, end)]
        draft.decisions = [*kept, {
            "start": start, "end": end, "expected": expected, "action": decision["action"],
            "replacement": str(decision.get("replacement") or ""), "kind": str(decision.get("kind") or "other"),
            "article": str(decision.get("article") or "20(6)"), "reason": reason, "by": actor.name,
        }]  # fmt: skip
        _still_applies(draft)
        touch(draft)
        made = draft.decisions[-1]
        corrections.of_decision(actor, draft, made)
        op.note(Event.MASKING_DECIDED, "document", draft.document_id, draft=draft.pk, start=start, end=end,
                action=made["action"], kind=made["kind"], article=made["article"])  # fmt: skip
        return draft


def undo(actor: Actor, draft_id: int, revision: int, start: int, end: int) -> Draft:
    """Take back one decision; the engine's finding stands again."""
    with operation(actor) as op:
        draft = open_draft(actor, draft_id, revision)
        draft.decisions = [d for d in draft.decisions if (d["start"], d["end"]) != (start, end)]
        touch(draft)
        corrections.forget(draft, start, end)
        op.note(
            Event.MASKING_DECIDED, "document", draft.document_id, draft=draft.pk, start=start, end=end, action="undo"
        )
        return draft


def answer(actor: Actor, draft_id: int, revision: int, index: int, mask: bool, reason: str = "") -> Draft:
    """Answer one doubt: hide the place, or leave it readable with a reason."""
    if not mask and not reason.strip():
        raise Refused("保留原文须写明理由（规定第二十条）。")
    with operation(actor) as op:
        draft = open_draft(actor, draft_id, revision)
        if not 0 <= index < len(draft.doubts):
            raise Refused("没有这一疑点，请刷新页面。")
        draft.answers = draft.answers | {str(index): {"mask": mask, "reason": reason.strip(), "by": actor.name}}
        _still_applies(draft)
        touch(draft)
        corrections.of_answer(actor, draft, draft.doubts[index], mask)
        op.note(Event.DOUBT_ANSWERED, "document", draft.document_id, draft=draft.pk, doubt=index,
                type=draft.doubts[index]["type"], mask=mask)  # fmt: skip
        return draft


def _still_applies(draft: Draft) -> None:
    try:
        _ = Processing(draft).public_text
    except Unreadable as error:
        raise Refused(f"这一处理与其他屏蔽位置冲突：{error.__cause__}") from error


def review_secrecy(
    actor: Actor, draft_id: int, revision: int, outcome: str, checks: Sequence[str], note: str = ""
) -> Draft:
    """Record the secrecy review with one of its four outcomes (Art 4, 21). All items must have been checked."""
    if outcome not in Draft.Secrecy.values:
        raise Refused("请选择保密审查结论（规定第四条）。")
    missing = [label for key, label in SECRECY_CHECKS.items() if key not in checks]
    if missing:
        raise Refused(f"还有未核对的保密审查事项：{'、'.join(missing)}（规定第四条）。")
    if outcome in (Draft.Secrecy.CLOSED, Draft.Secrecy.REFER) and not note.strip():
        raise Refused("不得公开或者不能确定的，须写明理由（规定第四条）。")
    with operation(actor) as op:
        draft = open_draft(actor, draft_id, revision)
        draft.secrecy, draft.secrecy_checks, draft.secrecy_note = outcome, sorted(checks), note.strip()
        draft.secrecy_answer = ""
        touch(draft)
        op.note(Event.SECRECY_REVIEWED, "document", draft.document_id, draft=draft.pk, outcome=outcome)
        if outcome == Draft.Secrecy.REFER:
            op.note(Event.REFERRED, "document", draft.document_id, draft=draft.pk, article="4")
        return draft


def answer_referral(actor: Actor, draft_id: int, outcome: str, note: str) -> Draft:
    """The secrecy department determines what the handler could not (Art 4); the clock ran on meanwhile."""
    if outcome not in (Draft.Secrecy.OPEN, Draft.Secrecy.PROCESSED, Draft.Secrecy.CLOSED):
        raise Refused("请选择可以公开、经技术处理后可以公开或者不得公开。")
    if not note.strip():
        raise Refused("请写明确定意见的理由。")
    with operation(actor) as op:
        draft = locked(draft_id)
        actor.require(Duty.SECRECY, draft.document.case.organ_id)
        if draft.secrecy != Draft.Secrecy.REFER or draft.secrecy_answer or draft.state != Draft.State.WORK:
            raise Refused("这份文书没有等待保密部门确定的事项。")
        if draft.handler_id == actor.staff_id:
            raise NotAllowed("承办人不能确定自己报请的事项。")
        draft.secrecy_answer = outcome
        draft.secrecy_note = f"{draft.secrecy_note}\n保密部门：{note.strip()}"
        touch(draft)
        op.note(Event.SECRECY_REVIEWED, "document", draft.document_id, draft=draft.pk, outcome=outcome, by="secrecy")
        return draft
