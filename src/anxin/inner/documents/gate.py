"""The release gate: named conditions, each with its article and a sentence. A document is published when all hold.

The conditions that a draft must meet before it is submitted are a part of those for release.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils import timezone

from anxin.inner import filestore
from anxin.inner.approvals import conditions
from anxin.inner.approvals.conditions import Condition
from anxin.inner.approvals.models import Chain, Step
from anxin.inner.documents import law, second_reading, served, text_quality
from anxin.inner.documents.models import Draft
from anxin.inner.documents.processing import Processing


@dataclass(frozen=True)
class Subject:
    """What the conditions look at."""

    processing: Processing
    chain: Chain | None = None

    @property
    def draft(self) -> Draft:
        return self.processing.draft


Check = Callable[[Subject], Condition]


def disclosure(s: Subject) -> Condition:
    decision = law.disclosure_of(s.draft.document)
    wanted = "kiosk" if law.for_kiosk(s.draft.document) else "publish"
    return Condition("disclosure", decision.outcome == wanted, decision.article, decision.sentence)


def obligation(s: Subject) -> Condition:
    if law.for_kiosk(s.draft.document):
        return Condition("obligation", True, "17", "在本院触摸显示屏上提供查阅，没有十日期限。")
    live = s.draft.document.obligations.filter(superseded=False).first()
    if live is None:
        return Condition("obligation", False, "21", "还没有产生公开义务：尚未登记生效裁判或者办结。")
    if live.trigger_on > timezone.localdate():
        return Condition("obligation", False, "18(1)", "裁判尚未生效，生效之前应当等待。")
    return Condition("obligation", True, "21", "公开义务已经产生。")


def secrecy(s: Subject) -> Condition:
    return conditions.secrecy(s.draft, "请办理不公开审批。")


def doubts(s: Subject) -> Condition:
    left = len(s.processing.open_doubts)
    sentence = f"还有{left}处疑点没有答复。" if left else "疑点已全部答复。"
    return Condition("doubts", not left, "20", sentence)


def quality(s: Subject) -> Condition:
    left = len(text_quality.open_findings(s.draft))
    sentence = f"文字质量提示还有{left}处没有说明。" if left else "文字质量已核对。"
    return Condition("quality", not left, "22", sentence)


def read_twice(s: Subject) -> Condition:
    rule = second_reading.rule(s.processing)
    if rule is None:
        return Condition("second_reading", True, "21", "按规则不需要第二人复读。")
    if second_reading.confirmed(s.processing):
        return Condition("second_reading", True, rule.article, f"已由{s.draft.second_reader.name}复读。")
    return Condition("second_reading", False, rule.article, f"须由本部门另一人复读：{rule.title}。")


def residue(s: Subject) -> Condition:
    hits = len(s.processing.residue)
    sentence = f"复查发现{hits}处应当屏蔽的内容仍在公开文本中。" if hits else "复查未发现应当屏蔽的内容残留。"
    return Condition("residue", not hits, "20", sentence)


def original(s: Subject) -> Condition:
    document = s.draft.document
    try:
        whole = served.digest(document.text) == document.text_hash and bool(filestore.load(document.file_hash))
    except (OSError, ValueError):
        whole = False
    return Condition(
        "original", whole, "22", "送达文书的原件与收入时一致。" if whole else "送达文书的原件缺失或者被改动。"
    )


def equality(s: Subject) -> Condition:
    equal = s.processing.equal
    return Condition(
        "equality", equal, "22", "除屏蔽处外与送达文书一致。" if equal else "屏蔽处以外的文字与送达文书不一致。"
    )


DRAFT_CHECKS: tuple[Check, ...] = (
    disclosure, obligation, secrecy, doubts, quality, residue, original, equality, read_twice,
)  # fmt: skip


def chain_complete(s: Subject) -> Condition:
    """Every step but the last: the recheck and release, which the publisher takes with this very action."""
    if s.chain is None:
        return Condition("chain", False, "21", "还没有报请审批。")
    *before, last = s.chain.steps.all()
    done = bool(before) and all(t.state == Step.State.DONE for t in before) and last.state != Step.State.WAITING
    return Condition("chain", done, "21", "审核、批准已完成。" if done else "部门负责人审核、检察长批准还没有完成。")


def same_text(s: Subject) -> Condition:
    return conditions.same_text(s.chain, s.processing.content_hash, "21")


def different_people(s: Subject) -> Condition:
    return conditions.different_people(s.chain, "21")


RELEASE_CHECKS: tuple[Check, ...] = (*DRAFT_CHECKS, chain_complete, same_text, different_people)


def to_submit(processing: Processing) -> list[Condition]:
    """Conditions of reporting a draft for approval."""
    return conditions.run(DRAFT_CHECKS, Subject(processing), "20")


def to_release(processing: Processing, chain: Chain | None) -> list[Condition]:
    """All conditions of publication."""
    return conditions.run(RELEASE_CHECKS, Subject(processing, chain), "20")
