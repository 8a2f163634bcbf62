"""What staff did with somebody's entitlement is told to that person: organ, department, way and time, no name (Art 8).

Who it was stands in the organ's ledger. What was looked at before a right was granted, and what handlers do with the
case itself, is not told.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import uuid4

from django.utils import timezone

from anxin.inner.actor import Actor
from anxin.inner.inquiry.models import Binding
from anxin.inner.organs.duties import Duty
from anxin.inner.organs.models import Organ
from anxin.inner.post.actions import enqueue


def staff_looked(actor: Actor, bindings: Iterable[Binding], what: str, channel: str = "") -> None:
    """Send it out for each live online binding, inside the caller's operation. ``what``: ``STAFF_LOOKS``."""
    organ = Organ.objects.get(pk=actor.organ).name
    for binding in bindings:
        if not binding.online or binding.ended_at:
            continue
        look = str(uuid4())
        payload = {"look": look, "binding": str(binding.pk), "account": str(binding.inquirer_id),
                   "at": timezone.now().isoformat(), "organ_name": organ, "what": what, "channel": channel,
                   "department": str(Duty.CASE_MANAGEMENT.label)}  # fmt: skip
        enqueue("staff_look", look, 1, payload)
