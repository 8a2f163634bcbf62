"""From outbox rows to package files. Killed anywhere, the next pass goes on: nothing is lost or numbered twice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from anxin.exchange.kinds import check_item
from anxin.exchange.package import HIDE, NORMAL, Item, Package, pack
from anxin.work.wing import Wing

MAX_ITEMS = 500
MAX_BLOBS = 64


def enqueue(
    wing: Wing, kind: str, object_id: str, version: int, payload: Mapping[str, Any],
    blobs: Mapping[str, bytes], digests: Mapping[str, str], lane: str,
) -> Any:
    """Add one item inside the caller's transaction. Raises ``exchange.refused.Refused`` for what may not cross."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("发件须与所记录的变动在同一事务内。")
    check_item(wing.outgoing, lane, kind, payload, blobs)
    return wing.outbox.objects.create(
        kind=kind, object_id=object_id, version=version, lane=lane, payload=payload, blobs=dict(digests)
    )


def send_pending(wing: Wing) -> int:
    """Seal and write what waits, hide lane first; the number of packages sealed."""
    sealed = 0
    waiting = set(wing.outbox.objects.filter(parcel=None).order_by().values_list("lane", flat=True).distinct())
    for lane in (lane for lane in (HIDE, NORMAL) if lane in waiting):  # an idle pass takes no lock
        while seal(wing, lane):
            sealed += 1
    write_files(wing)
    return sealed


@transaction.atomic
def seal(wing: Wing, lane: str) -> bool:
    """Give the oldest waiting items of a lane the next package number; False when none waits."""
    counter = wing.lock(f"out:{lane}")
    rows = wing.outbox.objects.filter(parcel=None, lane=lane).order_by("id").select_for_update(skip_locked=True)
    chosen = _fitting(list(rows.values_list("id", "blobs")[:MAX_ITEMS]))
    if not chosen:
        return False
    counter.value += 1
    counter.save()
    parcel = wing.parcel.objects.create(lane=lane, sequence=counter.value, created_at=timezone.now())
    wing.outbox.objects.filter(id__in=chosen).update(parcel=parcel)
    return True


def _fitting(rows: list[tuple[int, Mapping[str, str]]]) -> list[int]:
    """As many rows from the front as one package should carry."""
    chosen, blobs = [], 0
    for key, carried in rows:
        blobs += len(carried)
        if chosen and blobs > MAX_BLOBS:
            break
        chosen.append(key)
    return chosen


def build(wing: Wing, parcel: Any) -> Package:
    """The package of a parcel; always the same for the same parcel."""
    items = tuple(
        Item(row.kind, row.object_id, row.version, row.pk, row.payload,
             {name: wing.load_blob(digest) for name, digest in row.blobs.items()})
        for row in parcel.items.order_by("id")
    )  # fmt: skip
    return Package(wing.outgoing, parcel.lane, parcel.sequence, parcel.created_at.isoformat(), items)


def write_files(wing: Wing) -> None:
    """The spool holds exactly the packages that are not acknowledged yet."""
    present = {name for name, _ in wing.spool_out.packages()}
    for parcel in wing.parcel.objects.filter(acknowledged_at=None).order_by("lane", "sequence"):
        name = Package(wing.outgoing, parcel.lane, parcel.sequence, "", ()).name
        if name not in present:
            wing.spool_out.write(name, pack(build(wing, parcel), wing.private_key))
        present.discard(name)
    for name in present:  # acknowledged, or not ours: the receiver has it, or nobody should
        wing.spool_out.remove(name)
