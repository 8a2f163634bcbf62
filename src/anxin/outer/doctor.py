"""The invariants of the outer wing: what is not public holds nothing, no file lies about, no package was refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from anxin.outer.post.models import Inbox, Parcel
from anxin.outer.publications.actions import is_named
from anxin.outer.publications.models import Hold, Publication, Withheld

State = Publication.State


def withdrawn_holds_nothing() -> Iterator[str]:
    """I7"""
    for row in Publication.objects.exclude(state=State.PUBLIC):
        if row.text or row.files or row.document or row.title:
            yield f"I7 {row} 已不公开，但还留有内容。"
    for kept in Withheld.objects.exclude(publication__state=State.HIDDEN).select_related("publication"):
        yield f"I7 {kept.publication} 已不是暂停公开，但还留有内容。"
    holds = {hold.public_id: hold.version for hold in Hold.objects.all()}
    for row in Publication.objects.filter(state=State.PUBLIC, public_id__in=holds).only("public_id", "version"):
        if row.version <= holds[row.public_id]:
            yield f"I7 {row} 有停止公开的指令，却仍在公开。"


def files_have_an_owner() -> Iterator[str]:
    """I6"""
    root = Path(settings.FILE_STORE)
    for path in sorted(root.glob("??/*")) if root.is_dir() else ():
        if len(path.name) == 64 and not is_named(path.name):
            yield f"I6 文件{path.name[:16]}没有任何公开文书使用。"


def packages_are_applied() -> Iterator[str]:
    """I9"""
    for package in Inbox.objects.filter(state="refused"):
        yield f"I9 收到的数据包{package.name}被拒绝：{package.sentence}"
    for parcel in Parcel.objects.exclude(fault=""):
        yield f"I9 数据包{parcel.lane}-{parcel.sequence}：对方报告{parcel.fault}"


def examine() -> dict[str, object]:
    """All findings; ``public``: version and text hash of everything public."""
    findings = [*withdrawn_holds_nothing(), *files_have_an_owner(), *packages_are_applied()]
    rows = Publication.objects.filter(state=State.PUBLIC).values_list("public_id", "version", "sha256")
    return {"findings": findings, "public": {key: [version, digest] for key, version, digest in rows}}
