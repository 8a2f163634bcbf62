"""What is asked for after release, each through its chain: withdrawing (Art 23), making public again (Art 13, 14).

A request is its chain: the first step holds the reason, the decision the article; the effect comes with the last step,
in the same transaction, when it is still possible then.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.announcements import drafts, facts, gate, law, proof, takedown
from anxin.inner.announcements.models import Announcement, Version
from anxin.inner.announcements.wording import Wording, process, reveals
from anxin.inner.approvals import actions as approvals
from anxin.inner.approvals.conditions import missing
from anxin.inner.approvals.models import Chain
from anxin.inner.approvals.rebuilding import undone
from anxin.inner.documents.takedown import LONGEST_GROUND
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import Duty
from anxin.regulation.decision import Decision

SUBJECT = "announcement_request"
ARTICLES = ("23", "4")
State = Version.State


@dataclass(frozen=True)
class Meaning:
    """The state a wording must be in, its chain, what else stands against it now, what it does when approved."""

    name: str
    states: tuple[str, ...]
    chain: Callable[[Announcement], Decision]
    objection: Callable[[Version], str | None]
    effect: Callable[[Any, Version, str, str], None]


def _no_restoration(version: Version) -> str | None:
    """Only what would be released the same today comes back."""
    if version.announcement.versions.filter(number__gt=version.number).exclude(published_at=None).exists():
        return "已有更正后的版本，旧版本不再恢复。"
    found = changed(version)
    return f"{found}，不能恢复，请办理更正。" if found else None


def changed(version: Version) -> str:
    """Why a released wording would not be released the same today; empty when it would."""
    found = "".join(proof.failures(version))
    if found:
        return f"一致性证明未通过：{found.removesuffix('。')}"
    lacking = missing(gate.to_submit(Wording(version)))
    process(version)  # read anew, not saved
    return f"{facts.outdated(version) or ''}{lacking}"


MEANINGS = {
    "withdrawal": Meaning(
        "撤回", (State.PUBLIC, State.HIDDEN), law.withdrawal_chain, lambda version: None,
        lambda op, version, reason, article: takedown.end_for_good(op, version, reason, article),
    ),
    "restoration": Meaning(
        "恢复公开", (State.HIDDEN,), law.chain, _no_restoration,
        lambda op, version, reason, article: takedown.restore(op, version),
    ),
}


def ask(actor: Actor, announcement_id: int, kind: str, reason: str, article: str = "23") -> Chain:
    """Put a request about the released wording to its chain. Raises ``Refused`` when it can't be had now."""
    if kind not in MEANINGS or article not in ARTICLES:
        raise Refused("请选择报请的事项和依据的条文（规定第四条、第二十三条）。")
    reason = reason.strip()
    if not reason or len(reason) > LONGEST_GROUND:
        raise Refused(f"请写明具体理由（{LONGEST_GROUND}字以内）。")
    with operation(actor):
        item, _ = drafts.locked(announcement_id)
        if not takedown.may_ask(actor, item):
            raise NotAllowed(takedown.NOT_YOURS)
        version = _possible(item, kind)
        if kind == "withdrawal" and reveals(version, reason):
            raise Refused("撤回的理由公众看得到，其中有应当匿名、屏蔽的内容，请修改（规定第四条、第二十条）。")
        if Chain.objects.filter(subject=SUBJECT, subject_id=version.pk, state=Chain.State.OPEN).exists():
            raise Refused("已经报请撤回或者恢复，正在审批。")
        decision = MEANINGS[kind].chain(item)
        decision = replace(decision, details=decision.details | {"asked": article})
        chain: Chain = approvals.submit(
            actor, purpose=kind, subject=SUBJECT, subject_id=version.pk, organ=item.organ_id, decision=decision,
            title=f"{MEANINGS[kind].name}：{version.title}"[:200], department_id=item.department_id, comment=reason,
            content_hash=content_hash(version, kind, reason, article), involved=item.hands,
        )  # fmt: skip
        chain.steps.filter(index=0).update(organ_id=actor.organ, duty=_asking_as(actor, item))
        return chain


def _asking_as(actor: Actor, item: Announcement) -> str:
    """The duty by which somebody asks, for the record of the first step."""
    if item.drafter_id == actor.staff_id:
        return Duty.HANDLER
    if actor.organ == item.organ_id and item.department_id in actor.headed:
        return Duty.DEPARTMENT_HEAD
    return Duty.PRESS if Duty.PRESS in actor.duties else Duty.CASE_MANAGEMENT


def approve(actor: Actor, chain_id: int, seen_hash: str, comment: str = "") -> Chain:
    """Take the open step; with the last one the request takes effect, or is refused when it no longer can."""
    with operation(actor) as op:
        chain, version = locked(chain_id)
        reason, article = asked(chain)
        now = content_hash(version, chain.purpose, reason, article)
        chain = approvals.approve(actor, chain.pk, seen_hash, now, comment)
        if chain.state == Chain.State.COMPLETE:
            meaning = MEANINGS[chain.purpose]
            left = undone(chain, meaning.chain(version.announcement))
            if left:
                raise Refused(f"情况有变，还缺少：{left[0]['action']}，请退回后重新报请（规定第十三条）。")
            meaning.effect(op, _possible(version.announcement, chain.purpose), reason, article)
        return chain


def send_back(actor: Actor, chain_id: int, reason: str) -> Chain:
    """Return a request to who asked, who may ask again."""
    with operation(actor):
        chain, _ = locked(chain_id)
        return approvals.send_back(actor, chain.pk, reason)


def refuse(actor: Actor, chain_id: int, reason: str) -> Chain:
    """Refuse what was asked for."""
    with operation(actor):
        chain, _ = locked(chain_id)
        return approvals.refuse(actor, chain.pk, reason)


def locked(chain_id: int) -> tuple[Chain, Version]:
    """A request's chain and the wording it is about under row lock, after item and case."""
    version_id = Chain.objects.values_list("subject_id", flat=True).get(pk=chain_id, subject=SUBJECT)
    item, _ = drafts.locked(Version.objects.values_list("announcement_id", flat=True).get(pk=version_id))
    version = item.versions.select_for_update().get(pk=version_id)
    version.announcement = item
    return Chain.objects.select_for_update().get(pk=chain_id), version


def _possible(item: Announcement, kind: str) -> Version:
    meaning = MEANINGS[kind]
    version = item.versions.select_for_update().filter(state__in=meaning.states).order_by("-number").first()
    if version is None:
        raise Refused(f"这一案件信息现在不能{meaning.name}：没有公开，或者已经撤回、更正。")
    version.announcement = item
    sentence = meaning.objection(version)
    if sentence:
        raise Refused(sentence)
    return version


def name(chain: Chain) -> str:
    """What is asked for, and how it stands, for the page."""
    state = "" if chain.state == Chain.State.OPEN else f"（{Chain.State(chain.state).label}）"
    return f"报请{MEANINGS[chain.purpose].name}{state}"


def asked(chain: Chain) -> tuple[str, str]:
    """Reason and article of a request."""
    return chain.steps.get(index=0).reason, str(chain.decision["details"]["asked"])


def content_hash(version: Version, kind: str, reason: str, article: str) -> str:
    """SHA-256 of what is asked for: everybody who signs saw exactly this."""
    body = [version.pk, version.number, version.text_hash, kind, reason, article]
    return hashlib.sha256(json.dumps(body, ensure_ascii=False).encode()).hexdigest()


def of_item(item: Announcement) -> Chain | None:
    """The newest request about any wording of an item."""
    versions = item.versions.values_list("pk", flat=True)
    return Chain.objects.filter(subject=SUBJECT, subject_id__in=list(versions)).order_by("-pk").first()
