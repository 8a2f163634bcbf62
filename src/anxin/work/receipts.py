"""The answer to packages: one signed file per direction that always says what has been applied so far.

Being cumulative, a lost or repeated receipt does no harm, and a receipt needs no receipt.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from anxin.exchange.package import RECEIPT, Item, Package, pack, unpack
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
        news = package.lane == RECEIPT and _acknowledge(wing, package.sequence, package.items[0].payload)
    except Refused as refused:
        log.warning("receipt refused: %s", refused)
        news = False
    wing.said["heard"] = data
    return news


@transaction.atomic
def _acknowledge(wing: Wing, number: int, statement: Any) -> bool:
    counter = wing.lock("in:receipt")
    if number <= counter.value:
        return False  # an old receipt played again
    counter.value = number
    counter.save()
    open_parcels = wing.parcel.objects.filter(acknowledged_at=None)
    open_parcels.exclude(fault="").update(fault="")
    for lane in ("normal", "hide"):
        done = Q(sequence__lte=statement[lane]["through"]) | Q(sequence__in=statement[lane]["beyond"])
        open_parcels.filter(done, lane=lane).update(acknowledged_at=timezone.now())
    for fault in statement["faults"]:
        open_parcels.filter(lane=fault["lane"], sequence=fault["sequence"]).update(fault=fault["sentence"])
    return True
