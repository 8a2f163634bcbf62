"""Taking in what the public sends (Art 8, 23): sealed at once, forwarded by the worker, answered by ticket."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from anxin.config.base import secret
from anxin.exchange import canonical, sealing
from anxin.exchange.package import Item
from anxin.exchange.refused import Refused
from anxin.outer.submissions.models import Answer, Sealed, Submission, Ticket

KINDS = ("application", "application_supplement", "application_withdrawn", "complaint")
MOST_PAPERS = 19
MOST_BYTES = 10 * 1024 * 1024
KEPT = timedelta(days=30)


@dataclass(frozen=True)
class Receipt:
    """What the sender takes away; the code is kept here only as its hash."""

    ticket: str
    code: str


def receive(kind: str, organ: str, body: Mapping[str, Any], papers: Sequence[bytes] = ()) -> Receipt:
    """Seal and keep what was sent in, for the organ with this code. ``body`` is JSON, ``papers`` are files.

    Raises ``Refused`` with a sentence for the sender when it is too much. After the return nothing of it can be read
    in this wing.
    """
    if kind not in KINDS:
        raise ValueError(kind)
    if len(papers) > MOST_PAPERS:
        raise Refused(f"一次最多提交 {MOST_PAPERS} 份材料，请合并后再试。")
    if any(len(paper) > MOST_BYTES for paper in papers):
        raise Refused(f"每份材料不得超过 {MOST_BYTES // 1024 // 1024} MB，请压缩后再试。")
    now = timezone.now()
    receipt = Receipt(*sealing.new_ticket(timezone.localdate(now)))
    whole = canonical.dumps({"ticket": receipt.ticket, "kind": kind, "organ": organ, "body": dict(body)})
    plain = {"body": whole} | {f"paper-{n}": paper for n, paper in enumerate(papers, 1)}
    key = secret("inner_sealing_key.pub")
    sealed = {part: sealing.seal(key, receipt.ticket, part, data) for part, data in plain.items()}
    alias = "intake" if "intake" in settings.DATABASES else "default"
    with transaction.atomic(using=alias):
        digests = {part: canonical.sha256(data) for part, data in sealed.items()}
        for part, data in sealed.items():
            Sealed(sha256=digests[part], data=data).save(using=alias, force_insert=True)
        Submission(ticket=receipt.ticket, kind=kind, organ=organ, received_at=now, parts=digests).save(
            using=alias, force_insert=True
        )
        open_ticket(receipt.ticket, kind, organ, now, sealing.code_hash(receipt.ticket, receipt.code), alias)
    return receipt


def open_ticket(ticket: str, kind: str, organ: str, at: datetime, code_hash: str, alias: str) -> None:
    """Let the holder of the code look up what becomes of this ticket."""
    row = Ticket(ticket=ticket, kind=kind, organ=organ, received_at=at, code_hash=code_hash)
    row.save(using=alias, force_insert=True)


def import_answer(item: Item) -> None:
    """The newest answer to a ticket; opens the ticket of what came in by another channel."""
    payload = item.payload
    if Answer.objects.filter(ticket=payload["ticket"], version__gte=item.version).exists():
        return
    at = datetime.fromisoformat(payload["at"])
    if "code_hash" in payload and not Ticket.objects.filter(ticket=payload["ticket"]).exists():
        open_ticket(payload["ticket"], payload["kind"], payload["organ"], at, payload["code_hash"], "default")
    values = {name: payload[name] for name in ("state", "sentence", "details")}
    Answer.objects.update_or_create(ticket=payload["ticket"], defaults=values | {"version": item.version, "at": at})


def forget_forwarded() -> int:
    """Delete sealed bytes that the inner wing has had for a month; the number of parts deleted."""
    old = Submission.objects.filter(forwarded_at__lt=timezone.now() - KEPT)
    digests = [digest for parts in old.values_list("parts", flat=True) for digest in parts.values()]
    return Sealed.objects.filter(sha256__in=digests).delete()[0]
