"""A complaint without signing in (Art 23): sealed, receipted, slowed down in bursts, never lost."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test import Client
from django.utils import timezone

from anxin.config.base import secret
from anxin.exchange import canonical, sealing
from anxin.outer.complaints import actions, throttle
from anxin.outer.complaints.models import Attempt
from anxin.outer.publications.models import Organ
from anxin.outer.submissions.models import Answer, Sealed, Submission, Ticket
from tests.harness import database

pytestmark = pytest.mark.django_db
GIVEN = {"kind": "leak", "organ": "黟县人民检察院", "place": "第三段", "text": "写出了被害人的住址。", "contact": "", "website": ""}


@pytest.fixture(autouse=True)
def doors(monkeypatch, db_role):
    """What is taken in is taken in with the intake's rights, as with its own login."""
    admit, receive = throttle.admit, actions.receive

    def as_intake(function):
        def call(*args, **more):
            with db_role("intake"):
                return function(*args, **more)

        return call

    monkeypatch.setattr(throttle, "admit", as_intake(admit))
    monkeypatch.setattr(actions, "receive", as_intake(receive))


@pytest.fixture(autouse=True)
def organs():
    for code, name in (("341023", "黟县人民检察院"), ("341024", "祁门县人民检察院")):
        Organ.objects.create(code=code, name=name, short="", level="county", version=1)


def age(**by) -> None:
    """Let time pass for what was counted."""
    rows = list(Attempt.objects.all())
    Attempt.objects.all().delete()
    with database.acting_as("intake", "anxin_outer"):
        for row in rows:
            Attempt(key=row.key, at=row.at - timedelta(**by)).save(force_insert=True)


def opened(row: Submission) -> dict:
    sealed = bytes(Sealed.objects.get(sha256=row.parts["body"]).data)
    return canonical.loads(sealing.unseal(secret("inner_sealing_key"), row.ticket, "body", sealed))["body"]


def post(client=None, address="203.0.113.7", query="", **changes):
    return (client or Client()).post(f"/complaints/{query}", GIVEN | changes, REMOTE_ADDR=address)


def test_the_form_gives_a_receipt_and_only_the_inner_wing_can_open_what_was_said():
    page = post().content.decode()
    ticket, code = re.search(r'id="ticket">([^<]+)', page)[1], re.search(r'id="code">([^<]+)', page)[1]
    row = Submission.objects.get()
    assert (row.ticket, row.kind, row.organ) == (ticket, "complaint", "341023")
    assert opened(row) == {"kind": "leak", "text": GIVEN["text"], "place": "第三段", "contact": ""}
    answer = Client().post("/tickets/", {"ticket": ticket, "code": code}).content.decode()
    assert "已收到" in answer
    assert "黟县人民检察院" in answer


@pytest.mark.parametrize(("field", "value", "sentence"), [
    ("text", "", "必填"), ("organ", "没有这个院", "核对名称"), ("organ", "县人民检察院", "祁门县人民检察院"),
    ("website", "http://spam.example", "留空"), ("kind", "x", "有效"),
])  # fmt: skip
def test_what_is_wrong_is_said_and_what_was_typed_stays(field, value, sentence):
    answer = post(**{field: value})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert field == "text" or GIVEN["text"] in page
    assert not Submission.objects.exists()


def test_a_part_of_the_name_that_only_one_organ_has_is_enough():
    post(organ="祁门")
    assert Submission.objects.get().organ == "341024"


def test_over_the_limit_the_words_stay_and_the_time_is_said_and_later_it_goes_through():
    answers = [post() for _ in range(12)]
    assert [a.status_code for a in answers] == [200] * 10 + [429] * 2
    page = answers[-1].content.decode()
    assert GIVEN["text"] in page
    assert re.search(r"请\d+分钟后再提交", page)
    assert post(address="203.0.113.8").status_code == 200
    age(minutes=61)
    assert post().status_code == 200
    assert Submission.objects.count() == 12


def test_refused_attempts_do_not_lengthen_the_wait_and_a_network_counts_as_one_client():
    now = [throttle.admit(f"2001:db8::{n:x}", "") for n in range(1, 12)]
    assert now[:10] == [0] * 10
    assert 55 <= now[10] <= 60
    assert throttle.admit("2001:db8::ffff", "") == now[10]
    assert throttle.admit("2001:db8:0:1::1", "") == 0
    assert Attempt.objects.count() == 11


def test_one_item_takes_so_many_complaints_an_hour_from_everywhere():
    waits = [throttle.admit(f"198.51.100.{n}", "item") for n in range(61)]
    assert waits[:60] == [0] * 60
    assert waits[60] > 0
    assert throttle.admit("198.51.100.99", "other") == 0


def test_nothing_kept_tells_the_address_and_it_is_forgotten_after_a_day():
    post()
    assert "203.0.113.7" not in str(list(Attempt.objects.values()))
    age(hours=25)
    assert (throttle.forget(), Attempt.objects.count()) == (1, 0)


def test_the_intake_counts_and_adds_but_changes_nothing(db_role):
    post()
    with db_role("intake"):
        assert throttle.admit("192.0.2.1", "") == 0
    for verb in ("UPDATE complaints_attempt SET at = now()", "DELETE FROM complaints_attempt"):
        with db_role("intake"), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            connection.cursor().execute(verb)


def receipt(state: str) -> dict:
    page = post().content.decode()
    ticket, code = re.search(r'id="ticket">([^<]+)', page)[1], re.search(r'id="code">([^<]+)', page)[1]
    Answer.objects.create(ticket=ticket, version=1, state=state, sentence="核对无误。", at=timezone.now())
    return {"ticket": ticket, "code": code}


def test_an_answer_can_be_disputed_by_whoever_holds_the_code():
    holder = receipt("已答复：经核实无需更正")
    assert "提请复查" in Client().post("/tickets/", holder).content.decode()
    done = Client().post("/complaints/dispute/", holder | {"text": "没有回答。"})
    assert done.status_code == 200
    assert opened(Submission.objects.exclude(ticket=holder["ticket"]).get())["about"] == holder["ticket"]
    wrong = Client().post("/complaints/dispute/", holder | {"code": "2222-2222", "text": "没有回答。"})
    assert wrong.status_code == 422
    assert Ticket.objects.count() == 2


def test_what_is_not_answered_yet_offers_no_dispute():
    assert "提请复查" not in Client().post("/tickets/", receipt("已受理")).content.decode()


def test_no_complaint_passes_without_its_token():
    client = Client(enforce_csrf_checks=True)
    assert post(client).status_code == 403
    assert not Submission.objects.exists()
