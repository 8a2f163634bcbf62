"""Feeds for the public opinion register (Art 24): fetched here, sifted by keyword, handed to the inner wing."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from html import unescape
from typing import Any

import feedparser
from django.db import transaction
from django.utils import timezone

from anxin.exchange.package import Item
from anxin.outer.post.actions import enqueue
from anxin.outer.watch.fetch import NotFetched, fetch
from anxin.outer.watch.models import Feed, Sighting

MOST_ENTRIES = 200
TAGS = re.compile(r"<[^>]{0,2000}>")


def take(item: Item) -> None:
    """Corridor kind ``feed``: follow, change or stop following; an older version changes nothing."""
    if Feed.objects.filter(pk=item.id, version__gte=item.version).exists():
        return
    values = {name: item.payload[name] for name in ("address", "keywords", "active")}
    Feed.objects.update_or_create(key=item.id, defaults=values | {"version": item.version})


def fetch_all() -> int:
    """Fetch every feed in use; how many entries were handed over. A feed that fails stops no other."""
    return sum(fetch_one(feed) for feed in Feed.objects.filter(active=True).order_by("pk"))


def fetch_one(feed: Feed) -> int:
    """Hand over what is new in one feed and holds a keyword."""
    try:
        entries, fault = list(read(fetch(feed.address), feed.keywords)), ""
    except NotFetched as error:
        entries, fault = [], str(error)
    with transaction.atomic():
        Feed.objects.filter(pk=feed.pk).update(fetched_at=timezone.now(), fault=fault)
        return sum(_hand_over(feed, entry) for entry in entries)


def _hand_over(feed: Feed, entry: dict[str, Any]) -> bool:
    _, new = Sighting.objects.get_or_create(feed=feed, key=entry["key"], defaults={"at": timezone.now()})
    if new:
        enqueue("opinion", entry["key"], 1, {"feed": feed.pk} | entry)
    return new


def read(data: bytes, keywords: list[str]) -> Iterator[dict[str, Any]]:
    """Entries of RSS or Atom that hold a keyword in title or summary, as the corridor carries them."""
    parsed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if not parsed.version:
        raise NotFetched("这个网址给出的不是 RSS 或者 Atom。")
    for entry in parsed.entries[:MOST_ENTRIES]:
        title, summary = _plain(entry.get("title", ""), 200), _plain(entry.get("summary", ""), 2000)
        link = str(entry.get("link", ""))
        link = link[:500] if link.startswith(("http://", "https://")) else ""
        if not title or not any(word in title + summary for word in keywords):
            continue
        key = sha256((entry.get("id") or link or title).encode()).hexdigest()
        found = {"key": key, "title": title, "summary": summary, "link": link}
        when = entry.get("published_parsed") or entry.get("updated_parsed")
        if when:
            found["published_at"] = datetime.fromtimestamp(calendar.timegm(when), UTC).isoformat()
        yield found


def _plain(text: str, most: int) -> str:
    """Words without markup or control characters."""
    bare = unescape(TAGS.sub(" ", unescape(str(text))))
    return " ".join("".join(c if c.isprintable() else " " for c in bare).split())[:most]
