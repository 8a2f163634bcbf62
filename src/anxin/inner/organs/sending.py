"""Telling the outer wing which procuratorates there are."""

from __future__ import annotations

from django.db import transaction

from anxin.inner.organs.models import Organ
from anxin.inner.post.actions import enqueue


@transaction.atomic
def send_tree(version: int) -> int:
    """Send every organ under a version number higher than any sent before; returns how many."""
    organs = list(Organ.objects.all())
    for organ in organs:
        payload = {"code": organ.code, "name": organ.name, "short": organ.short, "level": organ.level,
                   "parent": organ.parent_id}  # fmt: skip
        enqueue("organ", organ.code, version, payload)
    return len(organs)
