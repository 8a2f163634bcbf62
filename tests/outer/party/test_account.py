"""Opening and keeping an account: nothing tells who exists, nobody locks another out, codes are good once."""

from __future__ import annotations

import re
import time
from datetime import timedelta

import pytest
from django.contrib.auth import hashers
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_otp.oath import TOTP

from anxin.exchange import codes
from anxin.outer.party import accounts, jobs, messages, second_factor
from anxin.outer.party.models import Act, Activation, Attempt, Errand, Message, Session
from anxin.web.throttle import LIMITS
from tests.outer.party.conftest import PASSWORD, Person

pytestmark = pytest.mark.django_db
NEW = "换成另外一句长密码"  + "12345"


@pytest.fixture
def slow_work(monkeypatch):
    """How often something slow was computed."""
    counted = {"password": 0, "code": 0}
    encode, digest = hashers.Argon2PasswordHasher.verify, codes.code_hash

    def verify(*args, **kwargs):
        counted["password"] += 1
        return encode(*args, **kwargs)

    def code_hash(*args):
        counted["code"] += 1
        return digest(*args)

    monkeypatch.setattr(hashers.Argon2PasswordHasher, "verify", verify)
    monkeypatch.setattr(codes, "code_hash", code_hash)
    return counted


def work(visit, counted) -> tuple:
    counted.update(password=0, code=0)
    with CaptureQueriesContext(connection) as caught:
        answer = visit()
    shape = [re.sub(r"'[^']*'|_x\d+", "?", q["sql"]).split(" WHERE ")[0][:60] for q in caught.captured_queries]
    return dict(counted), shape, answer.status_code, re.sub(rb'value="[^"]*"', b"", answer.content)


def test_known_and_unknown_logins_cost_the_same_work_and_read_the_same(person, slow_work):
    someone = person()
    someone.bind()
    someone.activate()
    stranger = person("1000000009")
    for path, data in (("/sign-in/", {"password": "wrong password"}), ("/lost-password/", {}),
                       ("/activate/", {"code": "AAAA-BBBB-CCCC", "password": NEW, "again": NEW})):
        answers = [work(lambda p=path, d=data, n=login: stranger.post(p, login=n, **d), slow_work)
                   for login in ("1000000001", "1000000002")]
        assert answers[0] == answers[1], path
        Attempt.objects.all().delete()


def test_an_activation_code_works_once_and_not_after_its_end(person):
    someone = person()
    someone.bind()
    assert someone.activate("WRNG-CODE-2222").status_code == 422
    assert someone.activate().status_code == 302
    assert Activation.objects.get().used_at
    again = Person.__new__(Person)
    again.__dict__ = someone.__dict__ | {"client": Client(headers={"host": "127.0.0.1"})}
    assert again.activate(password=NEW).status_code == 422
    late = person("1000000002")
    late.renew(hours=-1)
    assert late.activate().status_code == 422


def test_wrong_guesses_are_slowed_down_and_the_owner_still_comes_in(lawyer, person):
    attacker = person("1000000007")
    for _ in range(LIMITS["name"]):
        assert attacker.post("/sign-in/", login=lawyer.login, password="wrong").status_code == 422
    assert attacker.post("/sign-in/", login=lawyer.login, password=PASSWORD).status_code == 429
    lawyer.post("/sign-out/")
    assert lawyer.sign_in().status_code == 302  # the usual device has a counter of its own
    Attempt.objects.update(at=timezone.now() - timedelta(minutes=16))
    assert attacker.post("/sign-in/", login=lawyer.login, password=PASSWORD).status_code == 302


def stranger_at(person, address: str) -> Person:
    someone = person("1000000007")
    someone.client = Client(headers={"host": "127.0.0.1"}, REMOTE_ADDR=address)
    return someone


def test_a_strangers_guesses_never_close_the_way_of_a_one_time_code(person):
    """At a new machine the owner still has a way that guesses from elsewhere do not close."""
    owner, attacker = person(), stranger_at(person, "198.51.100.7")
    owner.bind()
    codes_ = [attacker.post("/activate/", login=owner.login, code=f"AAAA-BBBB-C{n:03}", password=NEW, again=NEW).status_code
              for n in range(LIMITS["address"] + 2)]
    assert set(codes_[: LIMITS["address"]]) == {422}
    assert codes_[-1] == 429
    assert owner.activate().status_code == 302


def test_the_link_of_a_lost_password_makes_its_machine_a_usual_one(person):
    owner, attacker = person(contact={"email": "someone@example.org"}), stranger_at(person, "198.51.100.7")
    owner.bind()
    owner.activate()
    jobs.run_errands()
    messages.deliver()
    owner.post(link("confirm"))
    owner.client = Client(headers={"host": "127.0.0.1"})
    for _ in range(LIMITS["name"]):
        attacker.post("/sign-in/", login=owner.login, password="wrong")
    assert owner.sign_in().status_code == 429
    owner.post("/lost-password/", login=owner.login)
    jobs.run_errands()
    messages.deliver()
    owner.post(link("reset"), password=NEW, again=NEW)
    assert owner.sign_in(NEW).status_code == 302


def test_sessions_can_be_seen_and_ended(lawyer, person):
    other = Client(headers={"host": "127.0.0.1", "user-agent": "Mozilla/5.0 (iPhone) Safari"})
    with lawyer.db_role("party"):
        assert other.post("/sign-in/", {"login": lawyer.login, "password": PASSWORD}).status_code == 302
    assert "iPhone，Safari" in lawyer.get("/account/").content.decode()
    lawyer.post("/account/sessions/", session="others")
    with lawyer.db_role("party"):
        assert other.get("/cases/").status_code == 404
    assert lawyer.get("/cases/").status_code == 200
    lawyer.post("/sign-out/")
    assert lawyer.get("/cases/").status_code == 404


def test_nobody_ends_another_s_session(lawyer, person):
    other = person("1000000002")
    other.bind()
    other.activate()
    key = Session.objects.get(account=lawyer.id).key_hash
    other.post("/account/sessions/", session=key)
    assert lawyer.get("/cases/").status_code == 200


@pytest.mark.parametrize("column", ["began_at", "seen_at"])
def test_a_session_ends_by_itself(lawyer, column):
    Session.objects.update(**{column: timezone.now() - timedelta(hours=13)})
    assert lawyer.get("/cases/").status_code == 404


@pytest.fixture
def guarded(lawyer):
    """The lawyer with a second factor; ``guarded.codes`` are the recovery codes."""
    secret = second_factor.new_secret()
    lawyer.secret = secret
    page = lawyer.post("/account/two-steps/", secret=secret, code=code_at(secret), current=PASSWORD).content.decode()
    lawyer.codes = re.findall(r"<li>([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})</li>", page)
    lawyer.post("/sign-out/")
    return lawyer


def code_at(secret: str, steps: int = 0) -> str:
    import base64

    totp = TOTP(base64.b32decode(secret))
    totp.time = time.time() + steps * 30
    return f"{totp.token():06d}"


def token_of(answer) -> str:
    return re.search(r'name="token" value="([^"]+)"', answer.content.decode())[1]


def test_the_second_factor_is_asked_for_and_each_code_is_good_once(guarded):
    asked = guarded.sign_in()
    assert asked.status_code == 200
    assert guarded.get("/cases/").status_code == 404
    token = token_of(asked)
    assert guarded.post("/sign-in/second/", token=token, code="000000").status_code == 422
    good = code_at(guarded.secret, 1)
    assert guarded.post("/sign-in/second/", token=token, code=good).status_code == 302
    assert guarded.get("/cases/").status_code == 200
    guarded.post("/sign-out/")
    assert guarded.post("/sign-in/second/", token=token_of(guarded.sign_in()), code=good).status_code == 422


def test_a_recovery_code_stands_in_once(guarded):
    assert len(guarded.codes) == 8
    for status in (302, 422):
        assert guarded.post("/sign-in/second/", token=token_of(guarded.sign_in()), code=guarded.codes[0]).status_code == status


def test_a_lost_second_factor_is_told_to_the_handling_organ_and_opens_nothing(guarded):
    answer = guarded.post("/sign-in/lost-factor/", token=token_of(guarded.sign_in()))
    assert "重新核实身份" in answer.content.decode()
    assert Act.objects.filter(kind="account_event", what="second_factor_lost").count() == 1
    assert guarded.get("/cases/").status_code == 404


def test_a_forged_token_of_the_second_step_opens_nothing(guarded):
    assert guarded.post("/sign-in/second/", token="forged", code=code_at(guarded.secret, 1)).status_code == 302
    assert guarded.get("/cases/").status_code == 404


def link(kind: str) -> str:
    """The address in the newest message of this kind."""
    found = [m for m in mail.outbox if f"/{kind}/" in m.body]
    return re.search(rf"http://party\.test(/{kind}/\S+)", found[-1].body)[1]


def test_a_lost_password_goes_to_the_confirmed_address_and_its_link_works_once(person):
    someone = person(contact={"email": "someone@example.org", "phone": "13900000001"})
    someone.bind()
    someone.activate()
    jobs.run_errands()
    messages.deliver()
    assert someone.post(link("confirm")).status_code == 200
    assert someone.row.email_confirmed
    someone.post("/lost-password/", login=someone.login)
    jobs.run_errands()
    messages.deliver()
    address = link("reset")
    assert someone.post(address, password=NEW, again=NEW).status_code == 200
    assert someone.get("/cases/").status_code == 404
    assert someone.post(address, password=PASSWORD + "x", again=PASSWORD + "x").status_code == 422
    assert someone.sign_in(NEW).status_code == 302


def test_without_a_confirmed_address_the_handling_organ_is_told_and_an_unknown_login_leaves_no_trace(lawyer):
    for login in (lawyer.login, "1999999999"):
        lawyer.post("/lost-password/", login=login)
    assert jobs.run_errands() == 2
    assert Act.objects.filter(what="password_reset_requested").count() == 1
    assert not Message.objects.exists()
    assert not [e for e in Errand.objects.all() if bytes(e.target)]


def test_a_changed_password_ends_the_other_sessions(lawyer):
    assert lawyer.post("/account/password/", current="wrong one entirely", password=NEW, again=NEW).status_code == 422
    assert lawyer.post("/account/password/", current=PASSWORD, password=NEW, again=NEW).status_code == 302
    assert lawyer.get("/cases/").status_code == 200
    assert lawyer.sign_in(PASSWORD).status_code == 422


def test_who_gives_the_access_back_is_out_at_once_and_the_inner_wing_is_told(lawyer):
    assert lawyer.post("/account/give-back/", current=PASSWORD).status_code == 200
    assert lawyer.get("/cases/").status_code == 404
    assert "注销了查询账号" in lawyer.sign_in().content.decode()
    assert Act.objects.filter(kind="account_event", what="closed").exists()
    jobs.send_acts()


def test_no_password_or_code_is_kept_as_it_was_typed(guarded):
    with connection.cursor() as cursor:
        rows = ""
        for table in ("account", "activation", "session", "act", "attempt", "errand"):
            cursor.execute(f"SELECT coalesce(string_agg(t::text, ''), '') FROM party_{table} t")
            rows += cursor.fetchone()[0]
    cookie = guarded.client.cookies.get("anxin_party")
    for plain in (PASSWORD, guarded.code, guarded.code.replace("-", ""), guarded.codes[1], guarded.secret):
        assert plain not in rows
    assert cookie is None or cookie.value not in rows or not cookie.value


def test_the_dummy_password_is_nobody_s(person):
    assert accounts.prove("1999999999", "nobody has this password") is None
