"""What must hold before an item is submitted, and before it is released: named conditions with their articles."""

from __future__ import annotations

from dataclasses import dataclass

from anxin.inner import filestore
from anxin.inner.announcements import law
from anxin.inner.announcements.models import Version
from anxin.inner.announcements.wording import Wording
from anxin.inner.approvals import conditions
from anxin.inner.approvals.conditions import Condition
from anxin.inner.approvals.models import Chain
from anxin.inner.approvals.rebuilding import undone


@dataclass(frozen=True)
class Subject:
    wording: Wording
    chain: Chain | None = None

    @property
    def version(self) -> Version:
        return self.wording.version


def disclosure(s: Subject) -> Condition:
    refused = law.refusal(s.version.announcement.case, s.wording.facts)
    if refused:
        return Condition("disclosure", False, refused.article, refused.sentence)
    return Condition("disclosure", True, "4", "没有不得公开的情形。")


def category(s: Subject) -> Condition:
    item = s.version.announcement
    lacking = law.lacking(item.organ, item.case, item.category, item.event, s.wording.stage, s.wording.steps)
    if lacking:
        return Condition("category", False, lacking.article, lacking.sentence)
    entry = law.categories()[item.category]
    return Condition("category", True, entry.article, f"属于“{entry.title}”。")


def facts(s: Subject) -> Condition:
    left = len(s.wording.unresolved)
    if left:
        return Condition("facts", False, "11(P2)", f"还有{left}处语句涉及事实、证据或者未能识别。")
    held = "案件正在办理，没有涉及事实和证据的语句。" if s.wording.pending else "案件已经办结，可以发布案情。"
    return Condition("facts", True, "11(P2)", held)


def justified_by_others(s: Subject) -> Condition:
    drafter = s.version.announcement.drafter_id
    own = [j for j in s.version.justified.values() if j["staff"] in (drafter, None)]
    sentence = "有语句由拟制人自己说明理由。" if own else "保留的语句均由拟制人以外的人核对。"
    return Condition("justified", not own, "11(P2)", sentence)


def secrecy(s: Subject) -> Condition:
    return conditions.secrecy(s.version, "请不要报请。")


def masked(s: Subject) -> Condition:
    hits, beside = len(s.wording.residue), s.wording.read_beside and s.wording.read_beside.spans
    if hits or not s.wording.equal:
        return Condition("masked", False, "20", f"还有{hits}处应当匿名、屏蔽的内容。")
    if beside:
        return Condition("masked", False, "20", "更正说明、替代文字或者图中文字里有应当匿名、屏蔽的内容，请修改。")
    return Condition("masked", True, "20", "应当匿名、屏蔽的内容没有残留。")


def pictures(s: Subject) -> Condition:
    for picture in s.wording.pictures:
        filestore.load(picture.digest)
    if not all(p.alt.strip() for p in s.wording.pictures):
        return Condition("pictures", False, "2", "有图片没有替代文字。")
    if not all(p.is_read for p in s.wording.pictures):
        return Condition("pictures", False, "11(P2)", "有图片没有写明图中文字，请去掉后重新加入。")
    return Condition("pictures", True, "2", "图片均有替代文字，写明了图中文字。")


DRAFT_CHECKS = (disclosure, category, facts, justified_by_others, secrecy, masked, pictures)


def chain_complete(s: Subject) -> Condition:
    """Every step that the rules ask for today but the release, taken on exactly this text (Art 13, 14)."""
    if s.chain is None or s.chain.state not in (Chain.State.OPEN, Chain.State.COMPLETE):
        return Condition("chain", False, "14", "还没有完成审批。")
    left = undone(s.chain, law.chain(s.version.announcement))[:-1]
    if s.chain.state == Chain.State.OPEN and left:
        return Condition("chain", False, left[0]["article"], f"还没有完成审批：{left[0]['action']}。")
    return Condition("chain", not left, "13", "审批已经完成。" if not left else f"还缺少：{left[0]['action']}。")


def same_text(s: Subject) -> Condition:
    return conditions.same_text(s.chain, s.wording.content_hash, "14")


def different_people(s: Subject) -> Condition:
    return conditions.different_people(s.chain, "14")


def compared(s: Subject) -> Condition:
    """Whether an approver other than the drafter compared the pictures with their transcripts as they are now."""
    if not s.wording.pictures:
        return Condition("compared", True, "14", "没有图片。")
    by = comparing(s.wording)
    sentence = f"图片与图中文字由{by}核对。" if by else "还没有审批人核对图片与图中文字。"
    return Condition("compared", bool(by), "14", sentence)


def comparing(wording: Wording) -> str:
    """Who compared exactly these pictures with their transcripts; empty when nobody did."""
    version, now = wording.version, wording.content_hash
    drafter = version.announcement.drafter_id
    return next((c["by"] for c in version.compared if c["hash"] == now and c["staff"] not in (drafter, None)), "")


RELEASE_CHECKS = (*DRAFT_CHECKS, compared, chain_complete, same_text, different_people)


def to_submit(wording: Wording) -> list[Condition]:
    return conditions.run(DRAFT_CHECKS, Subject(wording), "11")


def to_release(wording: Wording, chain: Chain | None) -> list[Condition]:
    return conditions.run(RELEASE_CHECKS, Subject(wording, chain), "11")
