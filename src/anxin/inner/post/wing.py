"""This wing's end of the corridor. What comes from the outer wing is applied by one function per kind."""

from __future__ import annotations

from collections.abc import Callable

from anxin.exchange.package import Item
from anxin.inner import filestore
from anxin.inner.post import submissions
from anxin.inner.post.models import Inbox, Outbox, Parcel, Periodic, Sequence
from anxin.work.wing import Wing

APPLY: dict[str, Callable[[Item], None]] = {
    "submission": submissions.keep,
}

WING = Wing("inner", Outbox, Parcel, Inbox, Sequence, Periodic, APPLY, filestore.load)
