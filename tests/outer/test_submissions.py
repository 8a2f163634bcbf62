"""What the public sends in is sealed at once, crosses once, and is answered by ticket (Art 8, 23)."""

from __future__ import annotations

import pytest
from django.db import ProgrammingError, connection, transaction

from anxin.config.base import secret
from anxin.exchange import canonical, sealing
from anxin.exchange.package import OUTER_TO_INNER, Item, Package, pack, unpack
from anxin.exchange.refused import Refused
from anxin.outer.post.models import Outbox
from anxin.outer.post.wing import WING
from anxin.outer.submissions import actions, jobs
from anxin.outer.submissions.models import Answer, Sealed, Submission
from anxin.outer.submissions.queries import status
from anxin.work import sending

pytestmark = pytest.mark.django_db
BODY = {"name": "钱不在", "text": "请求查询钱不在案。"}


@pytest.fixture
def receipt(db_role):
    with db_role("intake"):
        return actions.receive("application", "110105", BODY, ["身份证".encode(), b"\x00licence"])


def answer(ticket: str, version: int = 1, **changes) -> Item:
    payload = {
        "ticket": ticket, "kind": "application", "organ": "110105", "at": "2014-12-01T10:00:00+08:00",
        "state": "需补正", "sentence": "请补交下列材料。", "details": ["授权委托书"],
    } | changes  # fmt: skip
    return Item("answer", ticket, version, 0, payload)


def test_nothing_that_was_sent_in_can_be_read_outside(receipt):
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(s)::text FROM submissions_submission s")
        rows = cursor.fetchone()[0]
        cursor.execute("SELECT row_to_json(t)::text FROM submissions_ticket t")
        rows += cursor.fetchone()[0]
    sealed = b"".join(bytes(row.data) for row in Sealed.objects.all())
    for plain in ("钱不在", "身份证", "licence", receipt.code, receipt.code.replace("-", "")):
        assert plain not in rows
        assert plain.encode() not in sealed
    assert len(Sealed.objects.all()) == 3


def test_the_intake_adds_and_sees_nothing(receipt, db_role):
    for table in ("submission", "sealed", "ticket", "answer"):
        for verb in ("SELECT * FROM", "DELETE FROM"):
            with db_role("intake"), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                connection.cursor().execute(f"{verb} submissions_{table}")


def test_a_submission_crosses_once_and_opens_inside_only_in_its_place(receipt, settings):
    assert jobs.forward() == 1
    assert jobs.forward() == 0
    row = Outbox.objects.get()
    with transaction.atomic():
        assert sending.seal(WING, "normal")
    data = pack(sending.build(WING, WING.parcel.objects.get()), secret("outer_signing_key"))
    from anxin.exchange.keys import Trusted, keyring

    (item,) = unpack(data, keyring(Trusted(secret("outer_signing_key.pub"))), OUTER_TO_INNER).items
    key = secret("inner_sealing_key")
    body = canonical.loads(sealing.unseal(key, receipt.ticket, "body", item.blobs["body"]))
    assert body == {"ticket": receipt.ticket, "kind": "application", "organ": "110105", "body": BODY}
    assert sealing.unseal(key, receipt.ticket, "paper-2", item.blobs["paper-2"]) == b"\x00licence"
    for ticket, part in ((receipt.ticket, "paper-1"), ("20140101-AAAAAAAA", "paper-2")):
        with pytest.raises(Refused):
            sealing.unseal(key, ticket, part, item.blobs["paper-2"])
    assert row.object_id == receipt.ticket


def test_a_submission_without_one_of_its_papers_does_not_cross(receipt):
    payload = {"ticket": receipt.ticket, "kind": "application", "organ": "110105",
               "received_at": "2014-12-01T10:00:00+08:00", "papers": 2}  # fmt: skip
    item = Item("submission", receipt.ticket, 1, 1, payload, {"body": b"x", "paper-1": b"y"})
    with pytest.raises(Refused, match="附件不全"):
        pack(Package(OUTER_TO_INNER, "normal", 1, "2014-12-01T10:00:00+08:00", (item,)), secret("outer_signing_key"))


def test_sealed_parts_go_a_month_after_they_crossed(receipt):
    jobs.forward()
    assert actions.forget_forwarded() == 0
    Submission.objects.update(forwarded_at="2014-01-01T00:00:00+08:00")
    assert actions.forget_forwarded() == 3


def test_the_newest_answer_is_shown_to_the_holder_of_the_code_alone(receipt, client, sender):
    sender.send(answer(receipt.ticket, 2))
    sender.send(answer(receipt.ticket, 1, sentence="旧的答复"))
    assert Answer.objects.get().sentence == "请补交下列材料。"
    page = client.post("/tickets/", {"ticket": receipt.ticket, "code": receipt.code.lower()}).content.decode()
    assert "授权委托书" in page
    assert receipt.code not in page
    wrong = client.post("/tickets/", {"ticket": receipt.ticket, "code": "AAAA-AAAA-AAAA"}).content
    unknown = client.post("/tickets/", {"ticket": "20140101-AAAAAAAA", "code": "AAAA-AAAA-AAAA"}).content
    assert wrong.replace(receipt.ticket.encode(), b"20140101-AAAAAAAA") == unknown
    assert "授权委托书".encode() not in wrong


def test_a_ticket_given_out_inside_is_opened_by_its_first_answer(sender):
    from datetime import date

    ticket, code = sealing.new_ticket(date(2014, 12, 1))
    sender.send(answer(ticket, code_hash=sealing.code_hash(ticket, code)))
    assert status(ticket, code).answer.state == "需补正"
    assert status(ticket, "") is None


@pytest.mark.parametrize(("papers", "sentence"), [([b""] * 20, "最多提交 19 份"), ([b"x" * (10 * 2**20 + 1)], "10 MB")])
def test_too_much_is_refused_with_a_sentence_and_nothing_is_kept(papers, sentence):
    with pytest.raises(Refused, match=sentence):
        actions.receive("application", "110105", BODY, papers)
    assert not Submission.objects.exists()
