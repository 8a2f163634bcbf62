"""A submission is opened once and handed to its room; one that cannot be taken in holds nothing up."""

from __future__ import annotations

from datetime import date

import pytest

from anxin.config.base import secret
from anxin.exchange import canonical, sealing
from anxin.exchange.package import Item
from anxin.exchange.refused import Refused
from anxin.inner.post import submissions
from anxin.inner.post.models import Submission

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def store(settings, tmp_path):
    settings.FILE_STORE = tmp_path


@pytest.fixture
def taken(monkeypatch):
    got = []
    monkeypatch.setattr(submissions, "HANDLERS", {"complaint": got.append})
    return got


def submission(papers=(b"one", b"two"), **changes) -> Item:
    ticket, _ = sealing.new_ticket(date(2014, 12, 1))
    payload = {"ticket": ticket, "kind": "complaint", "organ": "110105", "received_at": "2014-12-01T10:00:00+08:00",
               "papers": len(papers)}  # fmt: skip
    body = {"ticket": ticket, "kind": "complaint", "organ": "110105", "body": {"text": "姓名没有屏蔽"}} | changes
    plain = {"body": canonical.dumps(body)} | {f"paper-{n}": data for n, data in enumerate(papers, 1)}
    key = secret("inner_sealing_key.pub")
    blobs = {part: sealing.seal(key, ticket, part, data) for part, data in plain.items()}
    return Item("submission", ticket, 1, 1, payload, blobs)


def test_it_is_opened_and_handed_on_once(taken):
    item = submission(papers=[bytes([n]) for n in range(12)])
    submissions.keep(item)
    submissions.keep(item)
    assert submissions.hand_on() == 1
    assert submissions.hand_on() == 0
    (got,) = taken
    assert got.body == {"text": "姓名没有屏蔽"}
    assert got.papers == [bytes([n]) for n in range(12)]


@pytest.mark.parametrize("changes", [{"organ": "110106"}, {"ticket": "20141201-AAAAAAAA"}, {"kind": "application"}])
def test_a_body_that_speaks_of_another_ticket_is_not_taken_in(taken, changes):
    submissions.keep(submission(**changes))
    assert submissions.hand_on() == 0
    assert Submission.objects.get().state == Submission.State.UNREADABLE
    assert not taken


def test_parts_of_two_submissions_cannot_be_exchanged(taken):
    one, two = submission(), submission()
    submissions.keep(Item("submission", one.id, 1, 1, one.payload, dict(one.blobs) | {"paper-1": two.blobs["paper-1"]}))
    assert submissions.hand_on() == 0
    assert Submission.objects.get().state == Submission.State.UNREADABLE


@pytest.mark.parametrize(("error", "state"), [(Refused("格式不对。"), "unreadable"), (RuntimeError(), "waiting")])
def test_one_that_fails_holds_up_no_other_and_leaves_nothing_half_done(monkeypatch, error, state):
    seen = []

    def handler(got):
        seen.append(got.ticket)
        if got.ticket == first.id:
            Submission.objects.filter(ticket=second.id).update(fault="半途")
            raise error

    monkeypatch.setattr(submissions, "HANDLERS", {"complaint": handler})
    first, second = submission(), submission()
    submissions.keep(first)
    submissions.keep(second)
    assert submissions.hand_on() == 1
    assert seen == [first.id, second.id]
    rows = Submission.objects.in_bulk()
    assert (rows[first.id].state, rows[second.id].state, rows[second.id].fault) == (state, "handed_on", "")


def test_a_kind_without_a_room_waits(monkeypatch):
    monkeypatch.setattr(submissions, "HANDLERS", {})
    submissions.keep(submission())
    assert submissions.hand_on() == 0
    assert Submission.objects.get().state == Submission.State.WAITING
