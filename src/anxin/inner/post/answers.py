"""Answers to tickets (Art 8, 23)."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone

from anxin.exchange import sealing
from anxin.inner.post.actions import enqueue


def send(
    ticket: str, kind: str, organ: str, version: int, state: str, sentence: str,
    details: Sequence[str] = (), code: str = "",
) -> None:
    """Answer a ticket, as part of the caller's transaction; a higher version replaces the answer before.

    ``state`` is a short word for the screen (已收到、需补正、已办结……), ``sentence`` and ``details`` what its holder
    reads: nothing protected. ``code``: only with the first answer to what did not come in through the internet
    (ticket and code from ``exchange.sealing.new_ticket``; the code is told once).
    """
    payload = {
        "ticket": ticket, "kind": kind, "organ": organ, "at": timezone.now().isoformat(), "state": state,
        "sentence": sentence, "details": list(details),
    }  # fmt: skip
    enqueue("answer", ticket, version, payload | ({"code_hash": sealing.code_hash(ticket, code)} if code else {}))
