"""What the outer wing does for this chapter: it fetches feeds (Art 24) and looks for links on organs' sites (Art 3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlsplit

from anxin.exchange.package import Item
from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import Duty
from anxin.inner.post.actions import enqueue
from anxin.inner.supervision.models import Feed, Site
from anxin.inner.supervision.opinion import may_keep

LONGEST = 400
MOST_KEYWORDS = 30


def follow(actor: Actor, name: str, address: str, keywords: Sequence[str]) -> Feed:
    """Follow a feed, or change its name and keywords; the outer wing begins with its next round."""
    words = list(dict.fromkeys(word.strip() for word in keywords if word.strip()))
    if not words or len(words) > MOST_KEYWORDS or any(len(word) > 40 for word in words):
        raise Refused(f"请填写1个至{MOST_KEYWORDS}个关键词，每个不超过40字。")
    with operation(actor) as op:
        _press(actor)
        row, new = Feed.objects.select_for_update().get_or_create(
            organ_id=actor.organ, address=checked(address), defaults={"name": name.strip(), "keywords": words}
        )
        if not new:
            row.name, row.keywords, row.active, row.version = name.strip(), words, True, row.version + 1
            row.save()
        op.note(Event.FEED_CHANGED, "feed", row.pk, active=True, words=len(words))
        _send_feed(row)
        return row


def unfollow(actor: Actor, pk: int) -> Feed:
    """Stop fetching a feed; what it brought stays."""
    with operation(actor) as op:
        _press(actor)
        row = Feed.objects.select_for_update().get(pk=pk, organ_id=actor.organ)
        row.active, row.version = False, row.version + 1
        row.save()
        op.note(Event.FEED_CHANGED, "feed", row.pk, active=False)
        _send_feed(row)
        return row


def _press(actor: Actor) -> None:
    if not may_keep(actor):
        raise NotAllowed("舆情来源由新闻宣传部门或者其他指定部门设置（规定第二十四条）。")


def _send_feed(row: Feed) -> None:
    payload = {"address": row.address, "keywords": row.keywords, "active": row.active}
    enqueue("feed", str(row.pk), row.version, payload)


def set_site(actor: Actor, address: str) -> Site:
    """Say where the organ's own site is; the outer wing looks there for the link of Article 3."""
    with operation(actor) as op:
        if not actor.duties & {Duty.CASE_MANAGEMENT, Duty.TECHNICAL}:
            raise NotAllowed("网站地址由案件管理部门或者技术信息部门登记（规定第五条）。")
        address = checked(address)
        row, new = Site.objects.select_for_update().get_or_create(organ_id=actor.organ, defaults={"address": address})
        if not new:
            row.address, row.version = address, row.version + 1
            row.linked, row.sentence, row.checked_at = None, "", None
            row.save()
        op.note(Event.SITE_CHANGED, "site", row.pk)
        enqueue("site", row.pk, row.version, {"address": row.address})
        return row


def take_link(item: Item) -> None:
    """Corridor kind ``link``: what the outer wing saw; an answer about an address given before is ignored."""
    payload = item.payload
    Site.objects.filter(organ_id=payload["organ"], version=payload["site_version"]).update(
        linked=payload["linked"], sentence=payload["sentence"], checked_at=datetime.fromisoformat(payload["at"])
    )


def checked(address: str) -> str:
    """An http(s) address without user or password. Raises ``Refused``."""
    address = address.strip()
    try:
        parts = urlsplit(address)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and not (parts.username or parts.password)
    except ValueError:
        good = False
    if not good or len(address) > LONGEST:
        raise Refused("请填写以 http:// 或者 https:// 开头的完整网址。")
    return address
