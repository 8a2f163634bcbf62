"""What crosses the corridor is applied exactly once, in order, whole, or it is visibly waiting or refused."""

from __future__ import annotations

import pytest
from django.db import transaction

from anxin.config.base import secret
from anxin.exchange.keys import Trusted, keyring
from anxin.exchange.package import HIDE, INNER_TO_OUTER, Package, unpack
from anxin.exchange.spool import RECEIPT_NAME, Spool
from anxin.outer.doctor import withdrawn_holds_nothing
from anxin.outer.post import worker
from anxin.outer.post.loop import put_right
from anxin.outer.post.models import Inbox
from anxin.outer.post.wing import WING
from anxin.outer.publications import files
from anxin.outer.publications.actions import end_again
from anxin.outer.publications.jobs import remove_orphan_files
from anxin.outer.publications.models import Hold, Publication, Withheld
from anxin.outer.publications.search import catchup
from tests.outer.corridor import ending, forget, organ, publication

pytestmark = pytest.mark.django_db


def states() -> dict[str, str]:
    return {str(row): row.state for row in Publication.objects.all()}


def inbox() -> list[tuple[str, int, str]]:
    return list(Inbox.objects.order_by("name").values_list("lane", "sequence", "state"))


def receipt():
    """What the outer wing says it applied."""
    trusted = keyring(Trusted(secret("outer_signing_key.pub")))
    return unpack(Spool(WING.spool_out.folder).read(RECEIPT_NAME), trusted, WING.outgoing).items[0].payload


def test_a_publication_arrives_with_its_files(sender):
    assert sender.send(publication()) == 1
    row = Publication.objects.get()
    assert (row.state, row.sort_key, files.load(row.files["pdf"]["sha256"])) == ("public", 201412010000001, b"%PDF p1")


def test_the_same_package_twice_is_applied_once(sender):
    sealed = sender.seal(publication())
    for _ in range(2):
        sender.carry(sealed)
        forget()
        worker.receive_pending()
    assert (inbox(), states()) == ([("normal", 1, "applied")], {"p1/v1": "public"})


def test_a_number_used_again_with_other_content_is_refused(sender):
    sender.send(publication())
    sender.numbers["normal"] = 0
    assert sender.send(publication("other")) == 0
    assert states() == {"p1/v1": "public"}
    assert "内容不同" in Inbox.objects.get().sentence


def test_packages_wait_for_the_one_that_is_missing_and_then_follow(sender):
    first, second, third = (sender.seal(publication(f"p{n}")) for n in (1, 2, 3))
    for sealed in (third, second):
        sender.carry(sealed)
    assert (worker.receive_pending(), states()) == (0, {})
    assert inbox() == [("normal", 2, "waiting"), ("normal", 3, "waiting")]
    assert {fault["sentence"] for fault in receipt()["faults"]} == {"等待第1号数据包。"}
    sender.carry(first)
    assert worker.receive_pending() == 3
    assert receipt()["normal"] == {"through": 3, "beyond": []}


def test_a_package_with_one_bad_item_changes_nothing_and_stays_visible(sender, monkeypatch):
    monkeypatch.setitem(WING.apply, "hide", lambda item: 1 / 0)
    assert sender.send(publication(), ending("hide")) == 0
    row = Inbox.objects.get()
    assert (states(), row.state, row.attempts) == ({}, "waiting", 1)
    assert "ZeroDivisionError" in row.sentence
    assert receipt()["faults"][0]["sequence"] == 1


def test_a_waiting_package_is_tried_again_and_then_applied(sender, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setitem(WING.apply, "publication", lambda item: 1 / 0)
        sender.send(publication())
    Inbox.objects.update(retry_at=None)
    assert (worker.receive_pending(), states()) == (1, {"p1/v1": "public"})


def test_a_damaged_copy_is_refused_and_a_good_copy_of_it_is_applied(sender):
    name, data = sender.seal(publication())
    sender.carry((name, data[:-3]))
    assert (worker.receive_pending(), inbox()) == (0, [("normal", 1, "refused")])
    sender.carry((name, data))
    assert (worker.receive_pending(), inbox()) == (1, [("normal", 1, "applied")])


def test_a_package_under_another_number_s_name_is_refused(sender):
    _, data = sender.seal(publication())
    other = Package(INNER_TO_OUTER, HIDE, 1, "", ()).name
    sender.carry((other, data))
    assert (worker.receive_pending(), states()) == (0, {})
    assert "序号" in Inbox.objects.get().sentence


def test_a_hide_package_is_applied_whatever_is_missing(sender):
    sender.send(publication())
    sender.numbers = {"normal": 5, HIDE: 7}
    assert sender.send(ending("hide"), lane=HIDE) == 1
    assert states() == {"p1/v1": "hidden"}
    assert receipt()["hide"] == {"through": 0, "beyond": [8]}


def test_hidden_content_leaves_the_table_that_readers_see(sender):
    sender.send(publication())
    sender.send(ending("hide"), lane=HIDE)
    row = Publication.objects.get()
    assert (row.title, row.number, row.text, row.document, row.files) == ("", "", "", {}, {})
    assert row.withheld.content["title"] == "李某某盗窃案起诉书"


def test_a_version_that_arrives_after_its_hiding_is_hidden(sender):
    late = sender.seal(publication())
    sender.send(ending("hide"), lane=HIDE)
    sender.carry(late)
    worker.receive_pending()
    assert states() == {"p1/v1": "hidden"}


def test_restoring_brings_back_exactly_what_was_hidden(sender):
    sender.send(publication())
    before = Publication.objects.values(*Publication.CONTENT).get()
    sender.send(ending("hide"), lane=HIDE)
    sender.send(ending("restore"))
    assert states() == {"p1/v1": "public"}
    assert Publication.objects.values(*Publication.CONTENT).get() == before
    assert not Withheld.objects.exists()


def test_a_restoring_that_was_overtaken_by_a_new_hiding_does_nothing(sender):
    sender.send(publication())
    sender.send(ending("hide"), lane=HIDE)
    restoring = sender.seal(ending("restore"))
    sender.send(ending("hide"), lane=HIDE)
    sender.carry(restoring)
    worker.receive_pending()
    assert states() == {"p1/v1": "hidden"}


def test_a_withdrawal_deletes_content_and_files_and_cannot_be_restored(sender, django_capture_on_commit_callbacks):
    sender.send(publication())
    digest = Publication.objects.get().files["pdf"]["sha256"]
    with django_capture_on_commit_callbacks(execute=True):
        sender.send(ending("withdrawal"), lane=HIDE)
    sender.send(ending("restore"))
    row = Publication.objects.get()
    assert (row.state, row.text, row.ground, row.ground_article) == ("withdrawn", "", "姓名遗漏屏蔽", "23")
    assert (files.load(digest), Withheld.objects.count()) == (None, 0)


def test_a_file_that_another_public_document_has_too_is_kept(sender, django_capture_on_commit_callbacks):
    same = {"pdf": b"%PDF same"}
    sender.send(publication("p1", blobs=same), publication("p2", blobs=same))
    with django_capture_on_commit_callbacks(execute=True):
        sender.send(ending("withdrawal", "p1"), lane=HIDE)
    assert files.load(Publication.objects.get(public_id="p2").files["pdf"]["sha256"]) == b"%PDF same"


def test_hiding_after_a_withdrawal_does_not_weaken_it(sender):
    sender.send(publication())
    sender.send(ending("withdrawal"), lane=HIDE)
    sender.send(ending("hide"), lane=HIDE)
    assert (states(), Hold.objects.get().state) == ({"p1/v1": "withdrawn"}, "withdrawn")


@pytest.mark.parametrize("kind", ["hide", "withdrawal"])
def test_rows_put_back_from_a_backup_are_ended_again(sender, kind):
    sender.send(publication(), publication("p2"))
    backup = Publication.objects.get(public_id="p1")
    sender.send(ending(kind), lane=HIDE)
    ended = Publication.objects.values(*Publication.CONTENT, "state", "ground", "ended_at").get(public_id="p1")
    Withheld.objects.all().delete()
    backup.save()
    assert any("p1/v1" in finding for finding in withdrawn_holds_nothing())
    assert (end_again(), end_again()) == (1, 0)
    assert Publication.objects.values(*ended).get(public_id="p1") == ended
    assert states() == {"p1/v1": ended["state"], "p2/v1": "public"}
    assert Publication.objects.get(public_id="p1").change > backup.change, "the index follows"
    assert list(withdrawn_holds_nothing()) == []


@pytest.mark.parametrize("kind", ["hide", "withdrawal"])
def test_a_database_put_back_as_a_whole_from_before_an_ending_shows_nothing_again(sender, kind):
    """F22: rows, standing orders, inbox and counters are those of the backup; the kept orders are not in it."""
    sender.send(publication(), publication("p2"))
    backup = transaction.savepoint()
    sender.send(ending(kind), lane=HIDE)
    sender.send(publication("p3"))
    catchup.catch_up()
    after = receipt()
    transaction.savepoint_rollback(backup)
    forget()
    assert states() == {"p1/v1": "public", "p2/v1": "public"}, "the order is gone with the rows"
    assert (put_right(), put_right()) == (1, 0)
    assert states() == {"p1/v1": {"hide": "hidden"}.get(kind, "withdrawn"), "p2/v1": "public"}
    assert list(withdrawn_holds_nothing()) == []
    assert not catchup.is_ahead(), "the index is that of this database"
    worker.receive_pending()
    assert states()["p3/v1"] == "public", "what is still in the spool follows"
    assert {lane: receipt()[lane] for lane in ("hide", "normal")} == {lane: after[lane] for lane in ("hide", "normal")}


def test_an_order_takes_effect_though_it_cannot_be_kept(sender, settings, tmp_path):
    (tmp_path / "full").write_text("no folder")
    settings.ORDERS = tmp_path / "full" / "orders"
    sender.send(publication())
    sender.send(ending("hide"), lane=HIDE)
    assert states() == {"p1/v1": "hidden"}


def test_a_new_version_replaces_the_old_one_and_empties_it(sender):
    sender.send(publication(text="第一版正文"))
    sender.send(publication(version=2, text="第二版正文"))
    assert states() == {"p1/v1": "replaced", "p1/v2": "public"}
    assert Publication.objects.get(version=1).text == ""


def test_a_corrected_version_is_public_although_the_earlier_one_is_hidden(sender):
    sender.send(publication())
    sender.send(ending("hide"), lane=HIDE)
    sender.send(publication(version=2))
    assert states() == {"p1/v1": "replaced", "p1/v2": "public"}


def test_an_old_version_cannot_come_back(sender):
    sender.send(publication(version=2))
    sender.send(publication(version=1))
    assert states() == {"p1/v2": "public"}


def test_the_tree_of_organs_gives_a_publication_its_ancestors(sender):
    sender.send(
        organ("100000", "最高人民检察院", None, "supreme"), organ("110000", "北京市人民检察院", "100000", "provincial"),
        organ("110105", "北京市朝阳区人民检察院", "110000", "county"),
    )  # fmt: skip
    sender.send(publication())
    assert Publication.objects.get().ancestors == ["110105", "110000", "100000"]


def test_nothing_else_in_the_spool_does_any_harm(sender):
    for name in ("1-normal-x.axp", "0-odd.axp", "1-normal-000000000001.axp"):
        sender.spool.write(name, b"\x00\xff nonsense")
    assert worker.receive_pending() == 0
    assert set(Inbox.objects.values_list("state", flat=True)) == {"refused"}


def test_the_officer_s_key_hides_and_nothing_else(sender, monkeypatch):
    sender.send(publication())
    monkeypatch.setattr("tests.outer.corridor.secret", lambda name: secret("duty_signing_key"))
    sender.send(ending("hide"), lane=HIDE)
    assert states() == {"p1/v1": "hidden"}
    sender.send(publication("p2"))
    assert "p2/v1" not in states()


def test_at_night_files_without_a_document_are_removed_and_no_others(sender, monkeypatch):
    sender.send(publication())
    orphan = files.save(b"left by a transaction that never committed")
    assert remove_orphan_files() == 0  # too young: its transaction may be running
    monkeypatch.setattr(files, "YOUNG", -1)
    assert remove_orphan_files() == 1
    assert (files.load(orphan), files.load(Publication.objects.get().files["pdf"]["sha256"])) == (None, b"%PDF p1")
