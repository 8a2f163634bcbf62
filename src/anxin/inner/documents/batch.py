"""Signing several items at once (Art 21): each its own transaction, each exactly what was shown, each its own answer.

Only what has no open doubt and no missing condition; the recheck and release only where the whole gate holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.approvals.conditions import missing
from anxin.inner.approvals.models import Chain
from anxin.inner.approvals.queries import is_last, open_step
from anxin.inner.documents import flow, gate, law, release
from anxin.inner.documents.models import Draft
from anxin.inner.documents.processing import Processing

MOST = 50


@dataclass(frozen=True)
class Result:
    """What became of one item."""

    title: str
    done: bool
    sentence: str


def sign(actor: Actor, picked: Iterable[tuple[int, str]], comment: str = "") -> list[Result]:
    """Sign each (chain, seen hash); what can't be signed is left as it is, with the reason. Raises for too many."""
    items = list(dict.fromkeys(picked))
    if not items:
        raise Refused("请先勾选要一并签批的文书。")
    if len(items) > MOST:
        raise Refused(f"一次最多签批{MOST}件。")
    return [_sign_one(actor, chain_id, seen, comment) for chain_id, seen in items]


def _sign_one(actor: Actor, chain_id: int, seen: str, comment: str) -> Result:
    chain = Chain.objects.filter(pk=chain_id, subject="draft").first()
    if chain is None or (chain.organ_id != actor.organ and open_step(chain) is None):
        return Result("", False, "没有这一事项，请刷新页面。")
    try:
        return Result(chain.title, True, _take(actor, chain, seen, comment))
    except (Refused, NotAllowed) as refusal:
        return Result(chain.title, False, str(refusal))


def _take(actor: Actor, chain: Chain, seen: str, comment: str) -> str:
    step = open_step(chain)
    if step and is_last(step):
        release.publish(actor, chain.pk, seen, comment)
        return "已复核并发布。"
    lacking = missing(gate.to_submit(Processing(Draft.objects.get(pk=chain.subject_id))))
    if lacking:
        raise Refused(f"有没有具备的条件，请打开单独办理：{lacking}")
    flow.approve(actor, chain.pk, seen, comment)
    return "已同意，转入下一步。"


def fit(draft: Draft, releasing: bool = False) -> str | None:
    """Why a draft is not offered for signing together, from what is stored alone; None when it is.

    ``releasing``: the step that waits is the recheck and release.
    """
    if releasing and law.for_kiosk(draft.document):
        return "在触摸显示屏上提供查阅的文书"
    if any(str(i) not in draft.answers for i in range(len(draft.doubts))):
        return "还有没有答复的疑点"
    if any(f["key"] not in draft.quality_answers for f in draft.quality):
        return "还有没有说明的文字质量提示"
    if (draft.secrecy_answer or draft.secrecy) not in (Draft.Secrecy.OPEN, Draft.Secrecy.PROCESSED):
        return "保密审查没有作出可以公开的结论"
    return None
