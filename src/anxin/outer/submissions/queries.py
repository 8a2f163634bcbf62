"""Looking up a ticket, and the sealed bytes for the corridor."""

from __future__ import annotations

from dataclasses import dataclass
from secrets import compare_digest

from anxin.exchange.sealing import code_hash
from anxin.outer.submissions.models import Answer, Sealed, Ticket


@dataclass(frozen=True)
class Status:
    """A ticket with its newest answer; ``answer`` None until the inner wing has answered."""

    ticket: Ticket
    answer: Answer | None


def status(ticket: str, code: str) -> Status | None:
    """What became of a ticket; None for a ticket that is unknown or has another code, which nobody can tell apart."""
    ticket = "".join(ticket.upper().split())[:20].replace("\0", "")
    row = Ticket.objects.filter(ticket=ticket).first()
    given, kept = code_hash(ticket, code[:40]), row.code_hash if row else "0" * 64
    if not compare_digest(given, kept) or row is None:
        return None
    return Status(row, Answer.objects.filter(ticket=ticket).first())


def sealed_part(digest: str) -> bytes:
    """The sealed bytes of a part. ``LookupError`` when they are gone."""
    row = Sealed.objects.filter(sha256=digest).first()
    if row is None:
        raise LookupError(digest)
    return bytes(row.data)
