"""Rights come and end in any order, any number of times, and what has ended stays ended (Art 10)."""

from __future__ import annotations

from datetime import timedelta
from itertools import permutations
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from anxin.exchange.package import HIDE
from anxin.outer.party import imports, jobs
from anxin.outer.party.models import Account, Activation, Binding, Record, Session, StaffLook
from tests.outer.party.conftest import NUMBER

pytestmark = pytest.mark.django_db


def test_every_order_of_grant_renewal_and_end_leaves_nothing_to_see(person):
    someone = person()
    for order in permutations(range(4)):
        key = uuid4()
        steps = [someone.binding(key, 1), someone.binding(key, 2), someone.ending(key, 3), someone.binding(key, 9)]
        for number in order:
            {"binding": imports.import_binding, "binding_end": imports.import_binding_end}[steps[number].kind](steps[number])
        assert Binding.objects.get(pk=key).ended_at
        assert not Record.objects.filter(binding=key).exists()


def test_the_hide_lane_ends_a_binding_before_its_grant_arrives(person):
    someone, key = person(), uuid4()
    late = someone.sender.seal(someone.binding(key))
    someone.sender.send(someone.ending(key), lane=HIDE)
    someone.sender.carry(late)
    from anxin.outer.post import worker

    worker.receive_pending()
    assert Binding.objects.get(pk=key).ended_at
    assert not Record.objects.exists()


def test_an_older_version_changes_nothing(person):
    someone = person()
    key = someone.bind(version=5)
    someone.bind(key=key, version=4, role="agent")
    assert Binding.objects.get(pk=key).role == "defender"


def test_defender_dismissed_at_ten_sees_nothing_at_one_past_ten(lawyer):
    """Acceptance case (i): the next request after the end shows nothing, and the person is told why."""
    assert NUMBER in lawyer.get(f"/cases/{lawyer.case}/").content.decode()
    lawyer.end(lawyer.case)
    assert not Session.objects.exists()
    for path in ("/cases/", f"/cases/{lawyer.case}/", f"/cases/{lawyer.case}/download/", "/looks/", "/account/"):
        assert lawyer.get(path).status_code == 404, path
    told = lawyer.sign_in().content.decode()
    assert "委托关系已经解除" in told
    assert "第十条" in told
    assert NUMBER not in told
    assert "anxin_party" not in lawyer.client.cookies or lawyer.get("/cases/").status_code == 404


def test_an_account_lives_as_long_as_one_binding_lives(lawyer):
    second = lawyer.bind()
    lawyer.end(lawyer.case)
    page = lawyer.get("/cases/").content.decode()
    assert "委托关系已经解除" in page
    assert page.count("case-card") == 1
    assert lawyer.get(f"/cases/{lawyer.case}/").status_code == 404
    assert lawyer.get(f"/cases/{second}/").status_code == 200
    lawyer.end(second)
    assert lawyer.get("/cases/").status_code == 404


def test_a_session_row_left_behind_opens_nothing_after_the_last_binding(lawyer):
    Binding.objects.update(ended_at=timezone.now())
    assert Session.objects.exists()
    assert lawyer.get("/cases/").status_code == 404


def test_a_right_that_ran_out_ends_by_itself(lawyer):
    Binding.objects.update(valid_until=timezone.now() - timedelta(seconds=1))
    assert lawyer.get(f"/cases/{lawyer.case}/").status_code == 404
    assert "有效期届满" in lawyer.sign_in().content.decode()


def test_a_corridor_older_than_the_lease_pauses_the_query_and_says_so(lawyer):
    Binding.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    for path in ("/cases/", f"/cases/{lawyer.case}/"):
        page = lawyer.get(path).content.decode()
        assert "超过72小时" in page
        assert NUMBER not in page
    assert lawyer.get(f"/cases/{lawyer.case}/download/").status_code == 404
    lawyer.bind(key=lawyer.case, version=2)
    assert NUMBER in lawyer.get(f"/cases/{lawyer.case}/").content.decode()


def test_a_new_code_voids_password_sessions_and_second_factor(lawyer):
    lawyer.renew()
    assert lawyer.get("/cases/").status_code == 404
    assert lawyer.sign_in().status_code == 422
    assert lawyer.activate(password="另一句很长很长很长的密码").status_code == 302
    assert lawyer.get("/cases/").status_code == 200


def test_an_account_is_forgotten_a_term_after_its_last_right_and_its_end_is_not(person):
    someone, other = person(contact={"email": "a@example.org", "phone": "13900000001"}), person("1000000002")
    someone.case, other.case = someone.bind(), other.bind()
    someone.staff_look()
    someone.end(someone.case)
    other.end(other.bind())
    for days, left in ((364, 2), (366, 1)):
        with time_machine.travel(timezone.now() + timedelta(days=days)):
            jobs.forget()
        assert Account.objects.count() == left
    assert Account.objects.get().pk == other.id
    assert not StaffLook.objects.exists()
    assert not Activation.objects.filter(account=someone.id).exists()
    imports.import_binding(someone.binding(someone.case, 9))
    assert not Record.objects.filter(binding=someone.case).exists()
