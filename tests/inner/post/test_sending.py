"""What is enqueued leaves exactly when its transaction commits, numbered without gaps, until it is acknowledged."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import transaction

from anxin.config.base import secret
from anxin.exchange.keys import Trusted, keyring
from anxin.exchange.package import INNER_TO_OUTER, OUTER_TO_INNER, RECEIPT, Item, Package, pack, unpack
from anxin.exchange.refused import Refused
from anxin.exchange.spool import RECEIPT_NAME, Spool
from anxin.inner.post.actions import enqueue
from anxin.inner.post.models import Outbox, Parcel, Periodic
from anxin.inner.post.wing import WING
from anxin.inner.post.worker import send_pending
from anxin.work import schedule, sending

pytestmark = pytest.mark.django_db
NOW = datetime(2014, 12, 1, tzinfo=UTC).isoformat()
ORGAN = {"code": "110105", "name": "某区人民检察院", "short": "", "parent": None, "level": "county"}
HIDE = {"id": "p1", "version": 1, "at": NOW, "ground": "有误", "article": "23", "organ": "110105"}


@pytest.fixture(autouse=True)
def spool(settings, tmp_path):
    settings.SPOOL, settings.FILE_STORE = tmp_path / "spool", tmp_path / "files"
    WING.said.clear()
    return Spool(tmp_path / "spool" / INNER_TO_OUTER)


def send_organ(version: int = 1) -> None:
    enqueue("organ", "110105", version, ORGAN)


def packages(spool: Spool) -> list[Package]:
    trusted = keyring(Trusted(secret("inner_signing_key.pub")))
    return [unpack(spool.read(name), trusted, INNER_TO_OUTER) for name, _ in spool.packages()]


def answer(settings, number: int, through: int, faults=(), key: str = "outer_signing_key", *, hide=0, at=NOW) -> None:
    """The outer wing's receipt."""
    lanes = {lane: {"through": last, "beyond": []} for lane, last in (("normal", through), ("hide", hide))}
    payload = lanes | {"faults": list(faults)}
    package = Package(OUTER_TO_INNER, RECEIPT, number, at, (Item("receipt", "receipt", 1, 0, payload),))
    Spool(Path(settings.SPOOL) / OUTER_TO_INNER).write(RECEIPT_NAME, pack(package, secret(key)))


def test_a_batch_becomes_one_package_and_the_hide_lane_its_own(spool):
    send_organ()
    send_organ(2)
    enqueue("hide", "p1", 1, HIDE, lane="hide")
    send_pending()
    assert [(p.lane, p.sequence, len(p.items)) for p in packages(spool)] == [("hide", 1, 1), ("normal", 1, 2)]


def test_numbers_have_no_gaps_and_nothing_is_sent_twice(spool):
    for version in (1, 2, 3):
        send_organ(version)
        send_pending()
        send_pending()
    assert [(p.sequence, p.items[0].version) for p in packages(spool)] == [(1, 1), (2, 2), (3, 3)]


def test_what_is_rolled_back_is_never_sent(spool):
    with transaction.atomic():
        send_organ()
        transaction.set_rollback(True)
    send_pending()
    assert (packages(spool), Outbox.objects.count()) == ([], 0)


def test_an_item_that_the_other_wing_would_refuse_stops_the_action_itself():
    with pytest.raises(Refused, match="通道"):
        enqueue("organ", "110105", 1, ORGAN, lane="hide")
    with pytest.raises(Refused, match="规范"):
        enqueue("organ", "110105", 1, ORGAN | {"real_name": "真名"})


def test_a_sender_killed_between_sealing_and_writing_writes_the_same_package_later(spool):
    send_organ()
    sending.seal(WING, "normal")
    assert packages(spool) == []
    send_pending()
    first = spool.read(packages(spool)[0].name)
    spool.remove(packages(spool)[0].name)
    send_pending()
    assert (spool.read(packages(spool)[0].name), Parcel.objects.count()) == (first, 1)


def test_a_package_stays_in_the_spool_until_its_receipt(spool, settings):
    send_organ()
    send_pending()
    answer(settings, 1, through=0, faults=[{"lane": "normal", "sequence": 1, "sentence": "等待第0号数据包。"}])
    send_pending()
    assert (len(packages(spool)), Parcel.objects.get().fault) == (1, "等待第0号数据包。")
    answer(settings, 2, through=1)
    send_pending()
    assert (packages(spool), Parcel.objects.get().acknowledged_at is not None) == ([], True)


def test_an_old_or_forged_receipt_acknowledges_nothing(spool, settings):
    answer(settings, 5, through=0)
    send_organ()
    send_pending()
    answer(settings, 4, through=1)
    send_pending()
    assert len(packages(spool)) == 1
    answer(settings, 6, through=1, key="inner_signing_key")
    send_pending()
    assert Parcel.objects.get().acknowledged_at is None


def test_what_a_receiver_put_back_from_a_backup_has_forgotten_is_sent_again(spool, settings):
    send_organ()
    send_pending()
    send_organ(2)
    enqueue("hide", "p1", 1, HIDE, lane="hide")
    send_pending()
    sent = {name: spool.read(name) for name, _ in spool.packages()}
    answer(settings, 7, through=2, hide=1)
    send_pending()
    assert packages(spool) == []
    later = (datetime.fromisoformat(NOW) + timedelta(days=1)).isoformat()
    answer(settings, 3, through=1, at=later)
    send_pending()
    again = {name: spool.read(name) for name, _ in spool.packages()}
    assert [(p.lane, p.sequence) for p in packages(spool)] == [("hide", 1), ("normal", 2)]
    assert again == {name: sent[name] for name in again}, "the same bytes"
    answer(settings, 4, through=2, hide=1, at=later)
    send_pending()
    assert packages(spool) == [], "and acknowledged again"


def test_an_old_receipt_brings_nothing_back(spool, settings):
    send_organ()
    send_pending()
    answer(settings, 7, through=1)
    send_pending()
    answer(settings, 6, through=0)
    send_pending()
    assert packages(spool) == []


def test_a_sender_put_back_from_a_backup_uses_no_number_twice(spool, settings):
    answer(settings, 9, through=4, hide=2)
    send_organ()
    enqueue("hide", "p1", 1, HIDE, lane="hide")
    send_pending()
    assert [(p.lane, p.sequence) for p in packages(spool)] == [("hide", 3), ("normal", 5)]


class TestSchedule:
    @pytest.fixture(autouse=True)
    def only_mine(self, monkeypatch):
        monkeypatch.setattr(schedule, "JOBS", {})

    def test_a_job_runs_when_due_and_not_again_before(self):
        runs = []
        schedule.register("mine", lambda: runs.append(1), every=timedelta(hours=1))
        assert (schedule.run_due(Periodic), schedule.run_due(Periodic), runs) == (["mine"], [], [1])

    def test_a_job_that_fails_leaves_no_effect_and_is_tried_later(self):
        def fails():
            send_organ()
            raise RuntimeError

        schedule.register("mine", fails, every=timedelta(hours=1))
        assert schedule.run_due(Periodic) == []
        row = Periodic.objects.get()
        assert (Outbox.objects.count(), row.fault, row.last_run) == (0, "RuntimeError", None)
        assert row.retry_at is not None

    @pytest.mark.parametrize(("last", "now", "due"), [
        ("2014-12-01T02:59", "2014-12-01T03:00", True), ("2014-12-01T03:00", "2014-12-01T23:59", False),
        ("2014-12-01T03:00", "2014-12-02T02:59", False), ("2014-12-01T03:00", "2014-12-02T03:00", True),
        ("2014-12-05T03:00", "2014-12-01T03:00", True),
    ])  # fmt: skip
    def test_a_daily_job_is_due_once_a_day_in_beijing_time(self, last, now, due):
        from datetime import time
        from zoneinfo import ZoneInfo

        zone = ZoneInfo("Asia/Shanghai")
        job = schedule.Job("mine", lambda: None, at=time(3))
        moments = (datetime.fromisoformat(value).replace(tzinfo=zone) for value in (last, now))
        assert job.due(*moments) is due
