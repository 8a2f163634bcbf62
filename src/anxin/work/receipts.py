"""The answer to packages: one signed file per direction that always says what has been applied so far.

Being cumulative, a lost or repeated receipt does no harm, and a receipt needs no receipt. One that says less than those
before it, at a later time, tells that the other wing's database was put back from a backup: what it has forgotten is
sent again, what ends access first. A sender that was put back itself goes on after the numbers it has used.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from anxin.exchange.package import HIDE, NORMAL, RECEIPT, Item, Package, pack, unpack
from anxin.exchange.refused import Refused
from anxin.exchange.spool import RECEIPT_NAME
from anxin.work.receiving import log, received
from anxin.work.wing import Wing


def _statement(wing: Wing) -> dict[str, Any]:
    """What the receipt says: applied numbers, and what stands in the way of the others."""
    stuck = wing.inbox.objects.exclude(state=wing.inbox.State.APPLIED).exclude(sequence=None).exclude(sentence="")
    faults = [
        {"lane": row.lane, "sequence": row.sequence, "sentence": row.sentence} for row in stuck.order_by("name")[:200]
    ]
    return received(wing) | {"faults": faults}


def write_receipt(wing: Wing) -> bool:
    """Write the receipt when it says something new (and once after the start); True when it was written."""
    statement = _statement(wing)
    if wing.said.get("statement") == statement:
        return False
    with transaction.atomic():
        counter = wing.lock("out:receipt")
        counter.value += 1
        counter.save()
        number = counter.value
        _move_through(wing, statement)
    item = Item("receipt", "receipt", 1, 0, statement)
    package = Package(wing.outgoing, RECEIPT, number, timezone.now().isoformat(), (item,))
    wing.spool_out.write(RECEIPT_NAME, pack(package, wing.private_key))
    wing.said["statement"] = statement
    return True


def _move_through(wing: Wing, statement: dict[str, Any]) -> None:
    """Remember up to where the hide lane is complete, so that the list of single numbers stays short."""
    counter = wing.lock("in:hide")
    counter.value = statement["hide"]["through"]
    counter.save()


def read_receipt(wing: Wing) -> bool:
    """Mark as acknowledged what the other wing says it applied; True when there was something new."""
    data = wing.spool_in.read(RECEIPT_NAME)
    if data is None or wing.said.get("heard") == data:
        return False
    try:
        package = unpack(data, wing.trusted, wing.incoming)
        news = package.lane == RECEIPT and _acknowledge(wing, package)
    except Refused as refused:
        log.warning("receipt refused: %s", refused)
        news = False
    wing.said["heard"] = data
    return news


@transaction.atomic
def _acknowledge(wing: Wing, package: Package) -> bool:
    counter, heard = wing.lock("in:receipt"), wing.lock("in:receipt-time")
    said_at = int(datetime.fromisoformat(package.created_at).timestamp() * 1000)
    if package.sequence <= counter.value and said_at <= heard.value:
        return False  # an old receipt played again
    counter.value, heard.value = package.sequence, max(heard.value, said_at)
    counter.save()
    heard.save()
    statement: Any = package.items[0].payload
    wing.parcel.objects.filter(acknowledged_at=None).exclude(fault="").update(fault="")
    for lane in (HIDE, NORMAL):
        _settle(wing, lane, statement[lane]["through"], statement[lane]["beyond"])
    for fault in statement["faults"]:
        reported = wing.parcel.objects.filter(acknowledged_at=None, lane=fault["lane"], sequence=fault["sequence"])
        reported.update(fault=fault["sentence"])
    return True


def _settle(wing: Wing, lane: str, through: int, beyond: list[int]) -> None:
    """Acknowledged is exactly what the other wing says it has; numbers that it has seen are never used again."""
    parcels, there = wing.parcel.objects.filter(lane=lane), Q(sequence__lte=through) | Q(sequence__in=beyond)
    parcels.filter(there, acknowledged_at=None).update(acknowledged_at=timezone.now())
    forgotten = parcels.filter(sequence__gt=through, acknowledged_at__isnull=False).exclude(sequence__in=beyond)
    if number := forgotten.update(acknowledged_at=None):
        log.warning("the other wing has forgotten %d packages of lane %s; they are sent again", number, lane)
    used = wing.lock(f"out:{lane}")
    if used.value < through:
        used.value = through
        used.save()
