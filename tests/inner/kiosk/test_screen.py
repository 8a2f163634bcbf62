"""Article 17: through its own chain onto the organ's touch screen, masked, and never outside."""

from __future__ import annotations

import re

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test import Client

from anxin.exchange.kinds import KINDS
from anxin.inner.actor import NotAllowed, Refused
from anxin.inner.cases import actions as cases
from anxin.inner.documents import actions, batch, law
from anxin.inner.documents.models import Draft, Obligation, Publication
from anxin.inner.kiosk import actions as kiosk
from anxin.inner.kiosk import followups
from anxin.inner.kiosk.models import Release, Screen
from anxin.inner.ledger.models import Entry
from anxin.inner.ledger.queries import breaks
from anxin.inner.post.models import Outbox
from tests.inner.people import COUNTY, SIBLING

pytestmark = pytest.mark.django_db
PROTECTED = ("郑国梁", "柳春燕", "341023198003051236", "13955901234", "际村")


@pytest.fixture
def screen(settings):
    """A browser at the touch screen."""
    settings.ROOT_URLCONF, settings.KIOSK_ORGAN = "anxin.config.urls_kiosk", COUNTY
    settings.MIDDLEWARE = ["anxin.web.headers.SecurityHeaders", "anxin.web.static.StaticFiles"]
    return Client()


def test_it_goes_through_its_own_chain_and_is_masked_like_what_is_published(shown, signed):
    assert signed.chain.purpose == "kiosk"
    assert [s.article for s in signed.chain.steps.all()] == ["17"] * 4
    row = Screen.objects.get()
    assert not [word for word in PROTECTED if word in str(row.document) + row.title]
    assert Entry.objects.filter(event="kiosk_shown").count() == 1
    assert list(breaks()) == []


def test_nothing_of_it_ever_enters_the_corridor(shown, people):
    kiosk.hide(people["handler"], shown.pk, "核实")
    kiosk.withdraw(people["case_management"], shown.pk, "撤下", "17")
    assert not Outbox.objects.exists()
    assert not [kind for kind in KINDS if "kiosk" in kind or "screen" in kind]
    assert not Publication.objects.exists()
    assert not Obligation.objects.exists()


def test_neither_way_out_takes_the_other_ones_papers(signed, people, walk):
    with pytest.raises(Refused, match="触摸显示屏"):
        actions.publish(people["case_management"], signed.chain.pk, signed.seen)
    signed.chain.__class__.objects.filter(pk=signed.chain.pk).update(purpose="document")
    with pytest.raises(Refused, match="案件信息公开系统"):
        kiosk.release(people["case_management"], signed.chain.pk, signed.seen)
    assert not Screen.objects.exists()


def test_nobody_releases_out_of_turn_or_another_text(walk, people, dismissed):
    w = walk.submitted(dismissed.documents.get().pk)
    with pytest.raises((Refused, NotAllowed)):
        kiosk.release(people["case_management"], w.chain.pk, w.seen)
    for duty in ("department_head", "deputy_chief"):
        actions.approve(people[duty], w.chain.pk, w.seen)
    with pytest.raises(NotAllowed):
        kiosk.release(people["chief"], w.chain.pk, w.seen)
    with pytest.raises(Refused):
        kiosk.release(people["case_management"], w.chain.pk, "0" * 64)
    draft = Draft.objects.get(pk=w.draft.pk)
    draft.secrecy_note = "事后改写"
    draft.save()
    with pytest.raises(Refused, match="改动"):
        kiosk.release(people["case_management"], w.chain.pk, w.seen)


def test_its_release_is_not_offered_for_signing_together(signed):
    draft = Draft.objects.get(pk=signed.draft.pk)
    assert batch.fit(draft) is None
    assert "触摸显示屏" in batch.fit(draft, releasing=True)


@pytest.mark.parametrize("end", ["hide", "withdraw"])
def test_hiding_and_taking_down_reach_the_screen_at_once(shown, people, screen, end):
    assert screen.get(f"/read/{shown.public_id}/").status_code == 200
    if end == "hide":
        kiosk.hide(people["handler"], shown.pk, "先行核实")
    else:
        kiosk.withdraw(people["case_management"], shown.pk, "撤下", "17")
    for address in (f"/read/{shown.public_id}/", f"/still/{shown.public_id}/", "/type/撤销案件决定书/", "/month/2014/9/"):
        assert screen.get(address).status_code == 404
    assert shown.number not in screen.get("/").content.decode()
    with pytest.raises(Refused):
        kiosk.hide(people["handler"], shown.pk, "再来")


def test_it_comes_back_only_as_a_new_version_through_a_new_chain(shown, people, walk):
    kiosk.hide(people["handler"], shown.pk, "先行核实")
    w = walk.approved(shown.document_id)
    again = kiosk.release(people["case_management"], w.chain.pk, w.seen)
    assert (again.version, again.public_id) == (2, shown.public_id)
    assert Screen.objects.count() == 1


def test_a_secret_found_later_takes_it_off_the_screen(shown, people, dismissed):
    cases.correct(people["handler"], dismissed.pk, {"flags": ["state_secret"]})
    assert Release.objects.get().state == "hidden"
    assert not Screen.objects.exists()


def test_one_changed_byte_on_the_screen_is_found_and_hidden(shown):
    assert followups.prove_all() == {}
    row = Screen.objects.get()
    row.document = row.document | {"text": row.document["text"].replace("2014", "2015", 1)}
    row.save()
    assert shown.pk in followups.prove_all()
    assert not Screen.objects.exists()


def test_masked_unless_the_rule_set_says_otherwise(dismissed, walk, monkeypatch):
    real = law.masking.parameters
    monkeypatch.setattr(law.masking, "parameters", lambda rules: real(rules) | {"kiosk_masked": "no"})
    draft = walk.start(dismissed.documents.get().pk)
    assert draft.found == draft.doubts == []


def test_the_role_of_the_screen_reads_one_table_and_nothing_else(shown, db_role):
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v')")
        tables = [name for (name,) in cursor.fetchall()]
    readable = []
    with db_role("kiosk"):
        for table in tables:
            for statement in (f'SELECT 1 FROM "{table}"', f'DELETE FROM "{table}"'):
                try:
                    with transaction.atomic(), connection.cursor() as cursor:
                        cursor.execute(statement)
                    readable.append(statement)
                except ProgrammingError:
                    pass
    assert readable == ['SELECT 1 FROM "kiosk_screen"']


def test_every_page_works_in_that_role_and_goes_home_by_itself_without_script(shown, db_role, screen):
    pages = ["/", "/type/撤销案件决定书/", "/month/2014/9/", "/number/", "/number/?q=7", f"/read/{shown.public_id}/",
             f"/still/{shown.public_id}/"]  # fmt: skip
    with db_role("kiosk"):
        for address in pages:
            answer = screen.get(address)
            body = answer.content.decode()
            assert answer.status_code == 200, address
            assert re.fullmatch(r"\d+; url=/(still/\S+/)?", answer["Refresh"]), address
            assert "<script" not in body
            assert "http-equiv" not in body
            assert all(link.startswith(("/", "?", "#")) for link in re.findall(r'href="([^"]*)"', body)), address
            assert not [word for word in PROTECTED if word in body]
            assert not answer.cookies
        assert shown.number in screen.get("/number/?q=7").content.decode()
        assert "没有找到" in screen.get("/number/?q=99").content.decode()


def test_the_screen_shows_its_own_organ_only(shown, screen, settings):
    settings.KIOSK_ORGAN = SIBLING
    assert screen.get(f"/read/{shown.public_id}/").status_code == 404
    assert shown.title not in screen.get("/").content.decode()


def test_a_screen_that_nobody_named_shows_the_only_organ_and_of_several_none(shown, screen, settings):
    settings.KIOSK_ORGAN = ""
    assert shown.title in screen.get("/").content.decode()
    other = Screen.objects.get()
    other.public_id, other.organ = "other", SIBLING
    other.save(force_insert=True)
    page = screen.get("/").content.decode()
    assert shown.title not in page
    assert "还没有指定" in page
    assert screen.get(f"/read/{shown.public_id}/").status_code == 404


@pytest.mark.parametrize("address", ["/read/x/", "/read/%00/", "/month/0/13/", "/month/9999/12/", "/type/%00/"])
def test_odd_addresses_are_simply_not_there(screen, address):
    assert screen.get(address).status_code == 404
