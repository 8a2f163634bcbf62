"""The gate of a release, for documents and announcements alike: named conditions, each with its article and a sentence.

A room lists its checks; what a chain and a secrecy review must hold is said here once (Art 4, 13, 14, 21).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from anxin.inner.approvals.models import Chain, Step
from anxin.regulation.rules import article_label

NATIONAL = "2014-trial"
S = TypeVar("S")


@dataclass(frozen=True)
class Condition:
    key: str
    holds: bool
    article: str
    sentence: str  # what holds, or what is missing and what to do


def run(checks: Iterable[Callable[[S], Condition]], subject: S, article: str) -> list[Condition]:
    """Every check's answer. Fail closed: a check that breaks does not hold, on ``article``."""
    found = []
    for check in checks:
        try:
            found.append(check(subject))
        except Exception as error:
            sentence = f"检查未能完成（{type(error).__name__}），因此不得发布。"
            found.append(Condition(check.__name__, False, article, sentence))
    return found


def missing(conditions: Iterable[Condition]) -> str:
    """The conditions that do not hold, as sentences with their articles."""
    return "".join(f"{c.sentence}（{article_label(c.article, NATIONAL)}）" for c in conditions if not c.holds)


def secrecy(row: Any, closed: str) -> Condition:
    """The secrecy review of a draft or version (Art 4); ``closed``: what to do when it may not be disclosed."""
    result = row.secrecy_answer or row.secrecy
    if not result:
        return Condition("secrecy", False, "4", "承办人还没有作出保密审查结论。")
    if result == row.Secrecy.REFER:
        return Condition("secrecy", False, "4", "已报保密部门确定，正在等待答复；期限照常计算。")
    if result == row.Secrecy.CLOSED:
        return Condition("secrecy", False, "4", f"保密审查结论为不得公开，{closed}")
    return Condition("secrecy", True, "4", f"保密审查结论：{row.Secrecy(result).label}。")


def same_text(chain: Chain | None, now: str, article: str) -> Condition:
    """Whether everybody who acted in the chain saw what ``now`` is the hash of."""
    same = chain is not None and chain.content_hash == now and all(
        step.content_hash == now for step in chain.steps.all() if step.state == Step.State.DONE
    )
    sentence = "文本与各审批人所见一致。" if same else "文本在审批之后被改动，审批无效，须退回重新报批。"
    return Condition("same_text", same, article, sentence)


def different_people(chain: Chain | None, article: str) -> Condition:
    """Whether nobody took two steps, in the own name or for somebody else."""
    steps = chain.steps.all() if chain else []
    who = [one for step in steps for one in (step.actor_id, step.on_behalf_of_id) if one]
    ok = bool(who) and len(who) == len(set(who))
    return Condition("people", ok, article, "各步由不同的人办理。" if ok else "有人办理了两步，须重新报批。")
