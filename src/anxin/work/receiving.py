"""From package files to their effects: each exactly once, never half, or visibly waiting with the reason."""

from __future__ import annotations

import logging
import re
from datetime import timedelta
from typing import Any

from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone

from anxin.exchange.canonical import sha256
from anxin.exchange.package import HIDE, NORMAL, Package, unpack
from anxin.exchange.refused import Refused
from anxin.work.wing import Wing

log = logging.getLogger("anxin.corridor")
NAME = re.compile(r"[01]-(normal|hide)-(\d{12})\.axp")


def receive_pending(wing: Wing) -> int:
    """Take in every package in the spool, hide lane first and whatever gaps there are; the number applied."""
    return sum(_take(wing, name, stamp) for name, stamp in wing.spool_in.packages() if wing.settled.get(name) != stamp)


def _take(wing: Wing, name: str, stamp: tuple[int, int]) -> int:
    """Deal with one file; 1 when it was applied now."""
    match = NAME.fullmatch(name)
    if not match:
        return _refuse(wing, name, stamp, "", "文件名不是数据包的名称。")
    lane, sequence = match[1], int(match[2])
    row = wing.inbox.objects.filter(pk=name).first()
    if row and row.retry_at and row.retry_at > timezone.now():
        return 0
    if lane == NORMAL and (missing := _gap_before(wing, sequence)):
        if wing.waiting.get(name) != missing:
            _wait(wing, name, lane, sequence, f"等待第{missing}号数据包。")
            wing.waiting[name] = missing
        return 0
    data = wing.spool_in.read(name)
    if data is None:
        return 0
    return _take_bytes(wing, name, stamp, data)


def _take_bytes(wing: Wing, name: str, stamp: tuple[int, int], data: bytes) -> int:
    digest = sha256(data)
    try:
        package = unpack(data, wing.trusted, wing.incoming)
        if package.name != name:
            raise Refused("数据包的文件名与其序号不符。")
    except Refused as refused:
        return _refuse(wing, name, stamp, digest, str(refused))
    if package.lane == HIDE:
        _keep_order(wing, name, data)
    try:
        applied = apply(wing, package, digest)
    except (OperationalError, InterfaceError):
        raise  # the database is away: not the package's fault
    except Refused as refused:
        return _refuse(wing, name, stamp, digest, str(refused))
    except Exception as error:
        log.exception("package %s was not applied", name)
        _postpone(wing, package, f"处理时出错（{type(error).__name__}），稍后再试。")
        return 0
    wing.settled[name] = stamp
    return applied


@transaction.atomic
def apply(wing: Wing, package: Package, digest: str) -> int:
    """Apply all items of a package or none. 0 when this package was applied before.

    The lock lets one package at a time through, so changes have one order on this side.
    """
    counter = wing.lock("in:normal")
    row, _ = wing.inbox.objects.get_or_create(
        pk=package.name, defaults={"lane": package.lane, "sequence": package.sequence}
    )
    if row.state == wing.inbox.State.APPLIED:
        if row.sha256 != digest:
            raise Refused("这个序号的数据包已经生效，又收到内容不同的一份。")
        return 0
    if package.lane == NORMAL and package.sequence != counter.value + 1:
        raise RuntimeError("out of order")  # another worker moved the counter; tried again
    for item in package.items:
        wing.apply[item.kind](item)
    if package.lane == NORMAL:
        counter.value = package.sequence
        counter.save()
    row.lane, row.sequence, row.sha256 = package.lane, package.sequence, digest
    row.state, row.sentence, row.retry_at, row.applied_at = row.State.APPLIED, "", None, timezone.now()
    row.save()
    return 1


def _keep_order(wing: Wing, name: str, data: bytes) -> None:
    """Keep what ends access outside the database too; a full disk never keeps it from taking effect."""
    try:
        if not wing.orders.exists(name):
            wing.orders.write(name, data)
    except OSError:
        log.exception("package %s could not be kept beside the database", name)


def replay_orders(wing: Wing) -> int:
    """Apply every kept order that this database does not know, as after it was put back from a backup; how many."""
    known = set(wing.inbox.objects.filter(lane=HIDE, state=wing.inbox.State.APPLIED).values_list("name", flat=True))
    forgotten = [(name, stamp) for name, stamp in wing.orders.packages() if name not in known]
    return sum(_take_bytes(wing, name, stamp, wing.orders.read(name) or b"") for name, stamp in forgotten)


def _gap_before(wing: Wing, sequence: int) -> int | None:
    """The number that is missing before ``sequence`` in the normal lane, None when it is its turn or past."""
    counter = wing.sequence.objects.filter(name="in:normal").first()
    expected = (counter.value if counter else 0) + 1
    return expected if sequence > expected else None


def _wait(wing: Wing, name: str, lane: str, sequence: int, sentence: str) -> None:
    row, new = wing.inbox.objects.get_or_create(
        pk=name, defaults={"lane": lane, "sequence": sequence, "sentence": sentence}
    )
    if not new and row.state != row.State.APPLIED and row.sentence != sentence:
        row.state, row.sentence = row.State.WAITING, sentence
        row.save(update_fields=["state", "sentence"])


@transaction.atomic
def _postpone(wing: Wing, package: Package, sentence: str) -> None:
    """Keep the package waiting, longer after each failure, up to a minute."""
    row, _ = wing.inbox.objects.select_for_update().get_or_create(
        pk=package.name, defaults={"lane": package.lane, "sequence": package.sequence}
    )
    if row.state == row.State.APPLIED:
        return
    row.attempts += 1
    row.state, row.sentence = row.State.WAITING, sentence
    row.retry_at = timezone.now() + timedelta(seconds=min(0.25 * 2**row.attempts, 60))
    row.save()


@transaction.atomic
def _refuse(wing: Wing, name: str, stamp: tuple[int, int], digest: str, sentence: str) -> int:
    """Put the refusal on record; what was applied before under this name stays applied."""
    row, _ = wing.inbox.objects.select_for_update().get_or_create(pk=name[:255])
    row.sentence = sentence
    if row.state != row.State.APPLIED:
        match = NAME.fullmatch(name)
        row.state, row.sha256 = row.State.REFUSED, digest
        row.lane, row.sequence = (match[1], int(match[2])) if match else ("", None)
    row.save()
    log.warning("package %s refused: %s", name, sentence)
    wing.settled[name] = stamp
    return 0


def received(wing: Wing) -> dict[str, Any]:
    """What has been applied, per lane: everything up to ``through``, and single numbers ``beyond`` it."""
    answer = {}
    for lane in (NORMAL, HIDE):
        rows = wing.inbox.objects.filter(lane=lane, state=wing.inbox.State.APPLIED).order_by("sequence")
        counter = wing.sequence.objects.filter(name=f"in:{lane}").first()
        through = counter.value if counter else 0
        beyond = list(rows.filter(sequence__gt=through).values_list("sequence", flat=True)[:10000])
        while beyond and beyond[0] == through + 1:
            through = beyond.pop(0)
        answer[lane] = {"through": through, "beyond": beyond}
    return answer
