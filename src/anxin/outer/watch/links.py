"""Whether every organ's own site links to the disclosure system (Art 3): looked for here, reported inside."""

from __future__ import annotations

from datetime import timedelta
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from anxin.exchange.package import Item
from anxin.outer.post.actions import enqueue
from anxin.outer.watch.fetch import NotFetched, fetch
from anxin.outer.watch.models import Site

AGAIN_AFTER = timedelta(days=7)
AT_ONCE = 20


def take(item: Item) -> None:
    """Corridor kind ``site``: an organ's site is known or has moved; it is looked at soon."""
    if Site.objects.filter(pk=item.id, version__gte=item.version).exists():
        return
    fresh = {"checked_at": None, "linked": None, "sentence": ""}
    Site.objects.update_or_create(
        organ=item.id, defaults={"version": item.version, "address": item.payload["address"]} | fresh
    )


def check_due() -> int:
    """Look at the sites that were never looked at, or not for a week; how many."""
    now = timezone.now()
    never = list(Site.objects.filter(checked_at=None).order_by("pk")[:AT_ONCE])
    old = list(Site.objects.filter(checked_at__lt=now - AGAIN_AFTER).order_by("checked_at")[: AT_ONCE - len(never)])
    for site in (*never, *old):
        check(site)
    return len(never) + len(old)


def check(site: Site) -> Site:
    """Look at one site and report what was seen."""
    try:
        site.linked = links_here(fetch(site.address), site.address)
        site.sentence = "首页有案件信息公开系统的链接。" if site.linked else "首页没有案件信息公开系统的链接。"
    except NotFetched as error:
        site.linked, site.sentence = False, str(error)
    site.checked_at = timezone.now()
    with transaction.atomic():
        site.save(update_fields=["linked", "sentence", "checked_at"])
        at = site.checked_at.isoformat()
        payload = {"organ": site.organ, "site_version": site.version, "linked": site.linked,
                   "sentence": site.sentence, "at": at}  # fmt: skip
        enqueue("link", site.organ, site.version, payload)
    return site


def links_here(data: bytes, address: str) -> bool:
    """Whether a page holds a link to the portal: any address of one of its host names."""
    found = _Links()
    found.feed(data.decode(_charset(data), "replace"))
    return any(_ours(urljoin(address, target)) for target in found.targets)


def _ours(address: str) -> bool:
    """Whether an address lies under one of the portal's names, written with or without a port."""
    try:
        parts = urlsplit(address)
        return bool({parts.netloc.lower(), parts.hostname} & {name.lower() for name in settings.PORTAL_HOSTS})
    except ValueError:
        return False


def _charset(data: bytes) -> str:
    """Older sites are written in GBK and say so in the first lines."""
    head = data[:2048].lower()
    return "gb18030" if b"charset=gb" in head or b'charset="gb' in head else "utf-8"


class _Links(HTMLParser):
    """Targets of the links that a reader can follow."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("a", "area"):
            self.targets += [value for name, value in attrs if name == "href" and value]
