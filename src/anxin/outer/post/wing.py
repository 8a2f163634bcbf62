"""This wing's end of the corridor: every kind of item and the function that applies it."""

from __future__ import annotations

from collections.abc import Callable

from anxin.exchange.package import Item
from anxin.outer.post.models import Inbox, Outbox, Parcel, Periodic, Sequence
from anxin.outer.publications import actions as publications
from anxin.work.wing import Wing

APPLY: dict[str, Callable[[Item], None]] = {
    "organ": publications.import_organ,
    "publication": publications.publish,
    "hide": publications.hide,
    "withdrawal": publications.withdraw,
    "restore": publications.restore,
    "checkpoint": publications.checkpoint,
    "figures": publications.import_figures,
}


def no_blobs(digest: str) -> bytes:
    """Nothing with files goes out of this wing yet."""
    raise LookupError(digest)


WING = Wing("outer", Outbox, Parcel, Inbox, Sequence, Periodic, APPLY, no_blobs)
