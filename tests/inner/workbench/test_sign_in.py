"""Signing in: guesses stop, the victim does not; sessions rotate, end, and stay ended (ASVS 6.3, 7.2-7.4)."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from anxin.inner.ledger.models import Entry
from anxin.inner.organs.models import Staff, StaffDuty
from anxin.inner.workbench import sessions
from anxin.inner.workbench.models import Attempt
from anxin.web.throttle import LIMITS
from tests.inner.workbench.conftest import PASSWORD

NAME = "handler341023"


@pytest.fixture
def handler(house):
    person = Staff.objects.get(username=NAME)
    person.set_password(PASSWORD)
    person.save()
    return person


def sign_in(client, username=NAME, password=PASSWORD, **more):
    return client.post("/sign-in/", {"username": username, "password": password, **more})


def test_the_right_password_opens_today_and_is_recorded(handler):
    client = Client()
    assert sign_in(client).headers["Location"] == "/"
    assert "等我办理" in client.get("/").content.decode()
    assert Entry.objects.filter(event="signed_in", actor_id=handler.pk).count() == 1


def test_a_long_password_is_not_cut(handler):
    handler.set_password("很长的口令" * 40 + "甲")
    handler.save()
    assert sign_in(Client(), password="很长的口令" * 40 + "乙").status_code == 422
    assert sign_in(Client(), password="很长的口令" * 40 + "甲").status_code == 302


def test_wrong_name_and_wrong_password_get_the_same_page_and_one_entry_each(handler):
    def page(username):
        text = sign_in(Client(), username, "不对的口令").content.decode()
        return [line for line in text.replace(username, "").splitlines() if "csrfmiddlewaretoken" not in line]

    assert page(NAME) == page("nobody341023")
    entries = Entry.objects.filter(event="sign_in_failed")
    assert entries.count() == 2
    assert not any("nobody" in str(e.__dict__) or "口令" in str(e.data) for e in entries)


def test_the_session_gets_a_new_id_and_the_planted_one_opens_nothing(handler):
    client = Client()
    client.session.save()
    client.cookies["anxin_inner"] = planted = client.session.session_key
    sign_in(client)
    assert client.cookies["anxin_inner"].value != planted
    stranger = Client()
    stranger.cookies["anxin_inner"] = planted
    assert stranger.get("/").status_code == 302


def test_a_session_that_was_signed_out_is_dead_on_the_server(handler):
    client = Client()
    sign_in(client)
    key = client.cookies["anxin_inner"].value
    client.post("/sign-out/")
    again = Client()
    again.cookies["anxin_inner"] = key
    assert again.get("/").headers["Location"] == "/sign-in/"


@pytest.mark.parametrize(("pause", "times", "alive"), [
    (sessions.IDLE - timedelta(minutes=1), 3, True),
    (sessions.IDLE + timedelta(seconds=1), 1, False),
    (timedelta(minutes=20), 31, False),     # always at work, past ten hours
    (-timedelta(days=1), 1, False),         # the clock was set back
])  # fmt: skip
def test_sessions_end_by_idleness_and_by_age(handler, pause, times, alive):
    client = Client()
    with time_machine.travel("2026-11-23T08:00:00+08:00", tick=False) as clock:
        sign_in(client)
        for _ in range(times):
            clock.shift(pause)
            answer = client.get("/")
    assert (answer.status_code == 200) is alive


def test_guessing_one_name_stops_and_the_owner_still_signs_in_from_the_usual_browser(handler):
    usual = Client()
    sign_in(usual)
    usual.post("/sign-out/")
    guesser = [sign_in(Client(REMOTE_ADDR=f"10.0.0.{n}"), password="猜").status_code for n in range(LIMITS["name"] + 2)]
    assert guesser == [422] * LIMITS["name"] + [429, 429]
    assert sign_in(Client()).status_code == 429, "from an unknown browser even the right password waits"
    assert sign_in(usual).status_code == 302


def test_one_password_against_many_names_stops(handler):
    answers = [sign_in(Client(), f"name{n}", "猜一个").status_code for n in range(LIMITS["address"] + 1)]
    assert answers[-1] == 429
    assert set(answers[:-1]) == {422}


def test_the_wait_ends_by_itself(handler):
    with time_machine.travel("2026-11-23T08:00:00+08:00", tick=False) as clock:
        for _ in range(LIMITS["name"] + 3):
            refused = sign_in(Client(), password="猜")
        assert "15分钟" in refused.content.decode()
        clock.shift(timedelta(minutes=15, seconds=1))
        assert sign_in(Client()).status_code == 302


def test_attempts_keep_no_names_addresses_or_passwords(handler):
    sign_in(Client(REMOTE_ADDR="10.9.8.7"), password="我的口令")
    kept = str(list(Attempt.objects.values()))
    assert Attempt.objects.count() == 2
    assert not any(secret in kept for secret in (NAME, "10.9.8.7", "口令"))


@pytest.mark.parametrize("target", ["//evil.example", "/\\evil.example", "https:evil.example", "javascript:alert(1)"])
def test_signing_in_leads_nowhere_else(handler, target):
    assert sign_in(Client(), next=target).headers["Location"] == "/"


def test_signing_in_leads_to_the_page_that_was_asked_for(handler):
    client = Client()
    asked = client.get("/cases/?q=盗窃").headers["Location"]
    assert asked.startswith("/sign-in/?next=%2Fcases%2F")
    assert sign_in(client, next="/cases/?q=1").headers["Location"] == "/cases/?q=1"


def test_a_duty_that_ended_is_gone_with_the_next_request(house):
    client = house.browser("handler")
    assert client.get("/cases/").status_code == 200
    StaffDuty.objects.filter(staff__username=NAME).delete()
    assert client.get("/cases/").status_code == 404


def test_somebody_no_longer_in_post_is_out_at_once(house):
    client = house.browser("handler")
    Staff.objects.filter(username=NAME).update(is_active=False)
    assert client.get("/").headers["Location"].startswith("/sign-in/")
