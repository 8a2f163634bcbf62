"""What others may ask about the corridor."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Min, Q

from anxin.inner.post.models import Outbox


def waiting_since(organs: Iterable[str], before: datetime) -> dict[str, datetime]:
    """By organ, since when the oldest item about it is without acknowledgement, where that is before a moment."""
    unsent = Q(parcel=None) | Q(parcel__acknowledged_at=None)
    rows = Outbox.objects.filter(unsent, created_at__lt=before, payload__organ__in=list(organs))
    return dict(rows.order_by().values_list("payload__organ").annotate(Min("created_at")))
