"""This wing's end of the corridor: every kind of item and the function that applies it."""

from __future__ import annotations

from collections.abc import Callable

from anxin.exchange.package import Item
from anxin.outer.figures import actions as figures
from anxin.outer.party import imports as party
from anxin.outer.post.models import Inbox, Outbox, Parcel, Periodic, Sequence
from anxin.outer.publications import actions as publications
from anxin.outer.publications import announcements
from anxin.outer.submissions.actions import import_answer
from anxin.outer.submissions.queries import sealed_part
from anxin.work.wing import Wing

APPLY: dict[str, Callable[[Item], None]] = {
    "organ": figures.import_organ,
    "publication": publications.publish,
    "announcement": announcements.publish,
    "publishers": announcements.joined,
    "hide": publications.hide,
    "withdrawal": publications.withdraw,
    "restore": publications.restore,
    "checkpoint": publications.checkpoint,
    "figures": figures.import_figures,
    "answer": import_answer,
    "activation": party.import_activation,
    "binding": party.import_binding,
    "binding_end": party.import_binding_end,
    "notice": party.import_notice,
    "staff_look": party.import_staff_look,
}


WING = Wing("outer", Outbox, Parcel, Inbox, Sequence, Periodic, APPLY, sealed_part)
