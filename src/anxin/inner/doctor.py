"""The invariants of the inner wing, each a function that yields a sentence per finding; nothing when all is well.

I1 public if and only if approved, with the approved hash; I2 what the ledger says happened is there; I3 nothing twice;
I4 the ledger is whole and has one entry per change; I5 nobody approved what they drafted, or decided twice; I6 every
public file is there; I7 nothing hidden or withdrawn is reachable; I8 the obligations' states equal a recount; I9 every
package is numbered once and applied or visibly pending. No sentence holds a protected value.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

from django.db.models import Count, Max, Min

from anxin.inner import filestore
from anxin.inner.announcements.models import Version
from anxin.inner.announcements.proof import failures
from anxin.inner.approvals.models import Chain, Step
from anxin.inner.documents import obligations, served
from anxin.inner.documents.models import Draft, Obligation, Publication, Request
from anxin.inner.kiosk.models import Release, Screen
from anxin.inner.ledger.models import Entry
from anxin.inner.ledger.queries import breaks
from anxin.inner.post.models import Inbox, Outbox, Parcel

Findings = Iterator[str]
CHANGES, KIOSK = ("published", "withdrawn", "hidden", "restored"), ("kiosk_shown", "kiosk_ended")
PUBLIC = Publication.State.PUBLIC


def public_is_approved() -> Findings:
    """I1"""
    for row in Publication.objects.filter(state=PUBLIC).select_related("draft"):
        yield from _approved(f"公开文书{row.public_id}", row.draft, row.content_hash, "document")
        if served.digest(row.text) != row.text_hash:
            yield f"公开文书{row.public_id}的文本与其哈希不符。"
    drafts = Draft.objects.in_bulk(Release.objects.filter(state="shown").values_list("draft_id", flat=True))
    for row in Release.objects.filter(state=Release.State.SHOWN):
        yield from _approved(f"触摸屏文书{row.public_id}", drafts[row.draft_id], row.content_hash, "kiosk")
    public = Version.objects.filter(state=Version.State.PUBLIC)
    for version in public.select_related("announcement__organ", "announcement__case__organ"):
        yield from (f"案件信息{version.announcement.public_id}：{sentence}" for sentence in failures(version))


def _approved(name: str, draft: Draft, content_hash: str, purpose: str) -> Findings:
    chain = Chain.objects.filter(subject="draft", subject_id=draft.pk, state="complete", purpose=purpose).first()
    if chain is None or chain.content_hash != content_hash:
        yield f"{name}没有对应的、已办完的审批流程，或者与经批准的内容不一致。"
    elif chain.steps.exclude(state=Step.State.DONE, content_hash=content_hash).exists():
        yield f"{name}有审批步骤没有办完，或者所见内容不同。"
    if draft.state != Draft.State.PUBLISHED:
        yield f"{name}的技术处理不在已发布状态。"


def recorded_is_there() -> Findings:
    """I2"""
    known = _known()
    shown = set(Release.objects.values_list("pk", flat=True))
    for entry in Entry.objects.filter(event__in=[*CHANGES, *KIOSK]):
        if entry.event in CHANGES and _about(entry) not in known:
            yield f"日志（{entry.organ}第{entry.seq}条）所记的公开内容不存在。"
        elif entry.event in KIOSK and entry.data.get("release") not in shown:
            yield f"日志（{entry.organ}第{entry.seq}条）所记的触摸屏文书不存在。"


def _about(entry: Entry) -> tuple[str, Any, Any]:
    """What an entry speaks of: a version of a document by its publication, one of an announcement by its number."""
    if entry.subject == "announcement":
        return "announcement", int(entry.subject_id), entry.data.get("version")
    return "document", entry.data.get("publication"), None


def _known() -> dict[tuple[str, Any, Any], tuple[str, str]]:
    """Everything that was ever public, as ``_about`` names it: its public id and its state."""
    rows = Publication.objects.values_list("pk", "public_id", "state")
    known = {("document", pk, None): (name, state) for pk, name, state in rows}
    versions = Version.objects.exclude(published_at=None)
    told = versions.values_list("announcement_id", "number", "announcement__public_id", "state")
    return known | {("announcement", pk, number): (name, state) for pk, number, name, state in told}


def nothing_twice() -> Findings:
    """I3"""
    sent = Outbox.objects.filter(kind__in=["publication", "announcement", "withdrawal"]).order_by()
    for row in sent.values("kind", "object_id", "version").annotate(n=Count("pk")).filter(n__gt=1):
        yield f"{row['kind']} {row['object_id']} 第{row['version']}版送出了{row['n']}次。"
    for event, times in _noted().items():
        yield from (f"{event} {key} 记录了{n}次。" for key, n in times.items() if n > 1)


def _noted() -> dict[str, Counter[Any]]:
    """What was published, withdrawn and put on the touch screen by the ledger, each counted."""
    noted: dict[str, Counter[Any]] = {"published": Counter(), "withdrawn": Counter(), "kiosk_shown": Counter()}
    for entry in Entry.objects.filter(event__in=list(noted)):
        noted[entry.event][entry.data.get("release") if entry.event in KIOSK else _about(entry)] += 1
    return noted


def ledger_is_whole() -> Findings:
    """I4"""
    for broken in breaks():
        yield f"日志：院{broken.organ}第{broken.seq}条，{broken.sentence}"
    noted = _noted()
    for key, (name, state) in _known().items():
        if noted["published"][key] != 1 or noted["withdrawn"][key] != (state == Publication.State.WITHDRAWN):
            yield f"公开内容{name}的发布或者撤回与日志的记录不一致。"
    for key, name in Release.objects.values_list("pk", "public_id"):
        if noted["kiosk_shown"][key] != 1:
            yield f"触摸屏文书{name}没有发布记录。"


def nobody_decides_twice() -> Findings:
    """I5"""
    rows = Step.objects.exclude(actor=None).order_by("chain_id", "index")
    taken = rows.values_list("chain_id", "index", "actor_id", "on_behalf_of_id", "chain__involved").iterator()
    for chain, steps in groupby(taken, key=lambda row: row[0]):
        times: Counter[int] = Counter()
        for _, index, actor, giver, involved in steps:
            times.update({who for who in (actor, giver) if who})
            if index and {actor, giver} & set(involved):
                yield f"审批流程{chain}的第{index + 1}步由参与拟制的人员办理。"
        yield from (f"审批流程{chain}中有同一人办理了{n}步。" for n in times.values() if n > 1)


def files_are_there() -> Findings:
    """I6"""
    for row in Publication.objects.filter(state=PUBLIC).only("public_id", "files"):
        for kind, digest in row.files.items():
            try:
                filestore.load(digest)
            except (OSError, ValueError):
                yield f"公开文书{row.public_id}的{kind}文件缺失或者被改动。"


def outside(rows: Iterator[Outbox]) -> dict[str, int]:
    """What the outer wing shows once it has applied these items in order: version by public id."""
    shown: dict[str, int] = {}
    for row in rows:
        if row.kind in ("publication", "announcement", "restore"):
            shown[row.object_id] = row.version
        elif row.kind in ("hide", "withdrawal") and shown.get(row.object_id, 0) <= row.version:
            shown.pop(row.object_id, None)
    return shown


def _public() -> Iterator[tuple[str, int, str]]:
    """(public id, version, text hash) of everything public on the internet."""
    yield from Publication.objects.filter(state=PUBLIC).values_list("public_id", "version", "text_hash")
    versions = Version.objects.filter(state=Version.State.PUBLIC)
    yield from versions.values_list("announcement__public_id", "number", "text_hash")


def withdrawn_is_gone() -> Findings:
    """I7"""
    kinds = ("publication", "announcement", "restore", "hide", "withdrawal")
    told = outside(Outbox.objects.filter(kind__in=kinds).defer("payload").order_by("pk").iterator())
    here = {key: version for key, version, _ in _public()}
    for key in sorted({k for k in told.keys() | here.keys() if told.get(k) != here.get(k)}):
        yield f"公开内容{key}：内网状态与已经发往互联网的指令不一致。"
    screen = set(Screen.objects.values_list("public_id", flat=True))
    shown = set(Release.objects.filter(state=Release.State.SHOWN).values_list("public_id", flat=True))
    yield from (f"触摸屏文书{key}的状态与屏上的内容不一致。" for key in sorted(screen ^ shown))


def obligations_equal_a_recount() -> Findings:
    """I8"""
    for document in obligations.missing():
        yield f"文书{document.pk}应当公开的事实已经具备，却没有公开义务。"
    states = dict(Publication.objects.order_by("version").values_list("document_id", "state"))
    exempt = set(Request.objects.filter(kind="exemption", state="approved").values_list("document_id", flat=True))
    for row in Obligation.objects.filter(superseded=False):
        state = states.get(row.document_id)
        wrong = {
            Obligation.State.PUBLISHED: state not in ("public", "hidden") or not row.published_at,
            Obligation.State.WITHDRAWN: state != "withdrawn",
            Obligation.State.EXEMPT: row.document_id not in exempt,
        }.get(Obligation.State(row.state), False)
        if wrong:
            yield f"文书{row.document_id}的公开义务状态（{row.get_state_display()}）与实际情况不一致。"


def packages_are_accounted_for() -> Findings:
    """I9"""
    yield from _packages(Parcel, Inbox)


def _packages(parcels: type[Parcel], inbox: type[Inbox]) -> Findings:
    lanes = parcels.objects.order_by().values("lane")
    for row in lanes.annotate(n=Count("pk"), first=Min("sequence"), last=Max("sequence")):
        if (row["first"], row["last"]) != (1, row["n"]):
            yield f"{row['lane']}通道的数据包序号不连续。"
    for parcel in parcels.objects.exclude(fault=""):
        yield f"数据包{parcel.lane}-{parcel.sequence}：对方报告{parcel.fault}"
    for package in inbox.objects.filter(state="refused"):
        yield f"收到的数据包{package.name}被拒绝：{package.sentence}"


INVARIANTS: dict[str, Callable[[], Findings]] = {
    "I1": public_is_approved, "I2": recorded_is_there, "I3": nothing_twice, "I4": ledger_is_whole,
    "I5": nobody_decides_twice, "I6": files_are_there, "I7": withdrawn_is_gone, "I8": obligations_equal_a_recount,
    "I9": packages_are_accounted_for,
}  # fmt: skip


def examine() -> dict[str, object]:
    """All findings by invariant; ``public``: version and text hash of everything public; ``pending``: items and
    packages that the other wing has not acknowledged."""
    findings = [f"{key} {sentence}" for key, check in INVARIANTS.items() for sentence in check()]
    pending = Outbox.objects.filter(parcel=None).count() + Parcel.objects.filter(acknowledged_at=None).count()
    return {"findings": findings, "public": {k: [v, h] for k, v, h in _public()}, "pending": pending}
