"""How what crosses the corridor changes what is public: one function per kind of item.

They run inside the receiving transaction, under the lock that lets one package at a time through.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from anxin.exchange.package import Item
from anxin.outer.publications import files
from anxin.outer.publications.models import Checkpoint, Hold, Organ, Publication, Withheld
from anxin.web.wording import ZONE

State = Publication.State
PER_DAY = 10**7
FILES = ("docx", "pdf", *(f"picture{n}" for n in range(1, 7)))
SAME_NAME = (
    "organ", "organ_name", "doc_type", "title", "number", "charge", "case_ref", "concluded_on", "trigger_on",
    "deadline", "ruleset", "article", "equality", "text", "document", "sha256",
)  # fmt: skip


def import_organ(item: Item) -> None:
    """A procuratorate, new or changed; an older version than the one here changes nothing."""
    values = dict(item.payload) | {"parent": item.payload["parent"] or "", "version": item.version}
    if not Organ.objects.filter(code=values["code"], version__gt=item.version).exists():
        Organ.objects.update_or_create(code=values.pop("code"), defaults=values)


def publish(item: Item) -> None:
    """A new version of a document. It replaces the one before, unless it is not public itself any more."""
    take(item, {name: item.payload[name] for name in SAME_NAME}, "已发布新版本")


def take(item: Item, values: dict[str, Any], replaced: str) -> None:
    """Write one public version with its files, in place of the one before it; ``replaced`` is said of that one."""
    payload = item.payload
    if Publication.objects.filter(public_id=payload["id"], version__gte=payload["version"]).exists():
        return  # here already, or overtaken
    for earlier in Publication.objects.filter(public_id=payload["id"], state__in=[State.PUBLIC, State.HIDDEN]):
        _end(earlier, State.REPLACED, payload["published_at"], payload["organ"], replaced, "")
    row = Publication(public_id=payload["id"], version=payload["version"], state=State.PUBLIC, change=next_change())
    for name, value in values.items():
        setattr(row, name, value)
    row.published_at = datetime.fromisoformat(payload["published_at"])
    row.sort_key = _next_sort_key(row.published_at)
    row.ancestors = lineage(row.organ)
    row.files = {name: {"sha256": files.save(data), "size": len(data)} for name, data in item.blobs.items()}
    row.save(force_insert=True)
    hold = Hold.objects.filter(public_id=row.public_id, version__gte=row.version).first()
    if hold:
        _end(row, hold.state, hold.at, hold.organ, hold.ground, hold.article)


def hide(item: Item) -> None:
    """Out of every public place at once; the content is kept for a decision."""
    _hold(item, State.HIDDEN)


def withdraw(item: Item) -> None:
    """Out for good: the content is deleted here, a tombstone stays."""
    _hold(item, State.WITHDRAWN)


def restore(item: Item) -> None:
    """Make a hidden version public again, unless a later order to end access has overtaken this one."""
    hold = Hold.objects.select_for_update().filter(public_id=item.payload["id"], state=State.HIDDEN).first()
    if hold is None or hold.order > item.order:
        return
    hold.delete()
    row = Publication.objects.select_for_update().filter(public_id=item.payload["id"]).order_by("-version").first()
    if row is None or row.state != State.HIDDEN or row.version != item.payload["version"]:
        return
    for name, value in row.withheld.content.items():
        setattr(row, name, value)
    row.withheld.delete()
    row.state, row.ended_at, row.ended_by, row.ground, row.ground_article = State.PUBLIC, None, "", "", ""
    row.change = next_change()
    row.save()


def checkpoint(item: Item) -> None:
    """Keep the end of a ledger; what is here is never changed."""
    payload = item.payload
    Checkpoint.objects.get_or_create(
        organ=payload["organ"], seq=payload["seq"], defaults={"hash": payload["hash"], "at": payload["at"]}
    )


def lineage(code: str) -> list[str]:
    """The organ and the organs above it, itself first; by the code's own digits where the tree does not know it."""
    found: list[str] = []
    while code and code not in found:
        found.append(code)
        above = Organ.objects.filter(code=code).values_list("parent", flat=True).first()
        code = above if above is not None else f"{code[:2]}0000" if code[2:] != "0000" else ""
    return found


def _hold(item: Item, state: str) -> None:
    """Record the order, and end what it reaches. A withdrawal is never weakened to a hiding."""
    payload = item.payload
    hold = Hold.objects.select_for_update().filter(public_id=payload["id"]).first()
    wanted = {
        "version": payload["version"], "order": item.order, "state": state, "at": payload["at"],
        "organ": payload["organ"], "ground": payload["ground"], "article": payload["article"],
    }  # fmt: skip
    if hold is not None:
        wanted["version"] = max(hold.version, payload["version"])
        wanted["order"] = max(hold.order, item.order)
        if hold.state == State.WITHDRAWN and hold.version >= payload["version"]:
            return
    Hold.objects.update_or_create(public_id=payload["id"], defaults=wanted)
    reached = Publication.objects.filter(public_id=payload["id"], version__lte=payload["version"])
    for row in reached.filter(state__in=[State.PUBLIC, State.HIDDEN]).select_for_update():
        _end(row, state, payload["at"], payload["organ"], payload["ground"], payload["article"])


def end_again() -> int:
    """End what is public against a standing order, as after rows were put back from a backup; how many."""
    ended = 0
    for hold in Hold.objects.filter(public_id__in=Publication.objects.filter(state=State.PUBLIC).values("public_id")):
        reached = Publication.objects.filter(public_id=hold.public_id, version__lte=hold.version, state=State.PUBLIC)
        for row in reached.select_for_update():
            _end(row, hold.state, hold.at, hold.organ, hold.ground, hold.article)
            ended += 1
    return ended


def _end(row: Publication, state: str, at: Any, organ: str, ground: str, article: str) -> None:
    """Take the content out of the row. Only hiding keeps it, where the reader's role cannot look."""
    content = {name: getattr(row, name) for name in Publication.CONTENT}
    if row.state == State.PUBLIC and state == State.HIDDEN:
        Withheld.objects.create(publication=row, content=content)
    if state != State.HIDDEN:
        kept = Withheld.objects.filter(publication=row).first()
        content = kept.content if kept else content
        _forget_files(content["files"])
        Withheld.objects.filter(publication=row).delete()
    for name, value in content.items():
        setattr(row, name, type(value)())
    row.state, row.ended_at, row.ended_by, row.ground, row.ground_article = state, at, organ, ground, article
    row.change = next_change()
    row.save()


def _forget_files(named: dict[str, Any]) -> None:
    """Delete files after the commit, if no public or hidden version names them."""
    for digest in [entry["sha256"] for entry in named.values()]:
        transaction.on_commit(lambda digest=digest: None if is_named(digest) else files.remove(digest))


def is_named(digest: str) -> bool:
    """Whether a public or hidden version still has this file."""
    for name in FILES:
        entry = {name: {"sha256": digest}}
        rows = Publication.objects.filter(files__contains=entry)
        if rows.exists() or Withheld.objects.filter(content__contains={"files": entry}).exists():
            return True
    return False


def next_change() -> int:
    """The number of the next change of any row, for the search index."""
    return (Publication.objects.aggregate(last=Max("change"))["last"] or 0) + 1


def _next_sort_key(published_at: datetime) -> int:
    """The next free number of the day of publication, Beijing time."""
    first = int(f"{published_at.astimezone(ZONE):%Y%m%d}") * PER_DAY
    of_day = Publication.objects.filter(sort_key__gte=first, sort_key__lt=first + PER_DAY)
    return (of_day.aggregate(last=Max("sort_key"))["last"] or first) + 1
