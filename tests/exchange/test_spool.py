"""The spool never shows half a file, and lists the hide lane first."""

from __future__ import annotations

import pytest

from anxin.exchange.package import HIDE, INNER_TO_OUTER, NORMAL, Package
from anxin.exchange.spool import Spool


def name(lane, sequence):
    return Package(INNER_TO_OUTER, lane, sequence, "", ()).name


def test_hide_packages_come_first_and_numbers_in_order(tmp_path):
    spool = Spool(tmp_path)
    for lane, sequence in [(NORMAL, 10), (NORMAL, 9), (HIDE, 2), (HIDE, 11), (NORMAL, 100)]:
        spool.write(name(lane, sequence), b"x")
    order = [name(HIDE, 2), name(HIDE, 11), name(NORMAL, 9), name(NORMAL, 10), name(NORMAL, 100)]
    assert [found for found, _ in spool.packages()] == order


def test_a_receipt_and_unfinished_files_are_no_packages(tmp_path):
    spool = Spool(tmp_path)
    spool.write("receipt.axp", b"x")
    (tmp_path / ".half.tmp").write_bytes(b"x")
    assert list(spool.packages()) == []


def test_a_failed_write_leaves_nothing(tmp_path, monkeypatch):
    spool = Spool(tmp_path)
    monkeypatch.setattr("os.fsync", lambda handle: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        spool.write("1-normal-1.axp", b"x")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_or_missing_folder_is_an_empty_spool(tmp_path):
    spool = Spool(tmp_path / "later")
    assert (list(spool.packages()), spool.read("a.axp")) == ([], None)
