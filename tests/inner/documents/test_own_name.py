"""One's own name, at one's own written wish (Art 19(P2)): through its chain, never for minors, revoked at once."""

from __future__ import annotations

import io
from datetime import date

import pytest

from anxin.inner.actor import NotAllowed, Refused
from anxin.inner.documents import consent, requests
from anxin.inner.documents.effects import under_age
from anxin.inner.documents.models import Publication, Request
from tests.inner.documents.test_requests import sign

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def application() -> bytes:
    from PIL import Image

    made = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(made, "PNG")
    return made.getvalue()


@pytest.fixture
def published(case, walk) -> Publication:
    return walk.published(case.documents.get().pk)


def consents(case, key="d2") -> bool:
    return case.participants.get(key=key).consent_to_name


def test_a_name_is_shown_with_the_last_step_and_masked_again_when_revoked(people, case, published, application):
    assert "段小毛" not in published.text
    chain = consent.apply(people["handler"], case.pk, "d2", application, "本人当面签名。")
    assert [s.duty for s in chain.steps.all()] == ["handler", "department_head", "deputy_chief"]
    sign(people, chain, "department_head")
    assert not consents(case)
    sign(people, chain, "deputy_chief")
    assert consents(case)
    live = case.documents.get().obligations.get(superseded=False)
    assert (live.trigger, live.state) == ("facts_changed", "due")
    consent.revoke(people["handler"], case.pk, "d2")
    assert not consents(case)
    with pytest.raises(Refused):
        consent.revoke(people["handler"], case.pk, "d2")


def test_a_public_name_is_hidden_at_once_when_its_consent_is_revoked(people, case, walk, application):
    chain = consent.apply(people["handler"], case.pk, "d2", application, "本人当面签名。")
    sign(people, chain, "department_head", "deputy_chief")
    publication = walk.published(case.documents.get().pk)
    assert "段小毛" in publication.text
    assert not [s for s in ("341023197511201812", "直街22号", "柳春燕", "裘大勇") if s in publication.text], "the name alone"
    consent.revoke(people["handler"], case.pk, "d2")
    publication.refresh_from_db()
    assert publication.state == "hidden"


@pytest.mark.parametrize("change", [{"minor": True}, {"birth": "2999"}, {"birth": "2999-01"}])
def test_never_for_a_minor_not_even_when_it_turns_out_later(people, case, application, change):
    chain = consent.apply(people["handler"], case.pk, "d2", application, "本人当面签名。")
    sign(people, chain, "department_head")
    case.participants.filter(key="d2").update(**change)
    with pytest.raises(Refused, match="未成年人"):
        sign(people, chain, "deputy_chief")
    with pytest.raises(Refused, match="未成年人"):
        consent.apply(people["handler"], case.pk, "d2", application, "本人当面签名。")
    assert not consents(case)


@pytest.mark.parametrize(("birth", "young"), [
    ("2008-05-01", False), ("2008-05-02", True), ("2008-05", True), ("2008-04", False), ("2007", False),
    ("2008", True), ("", False),
])  # fmt: skip
def test_a_birthday_that_is_not_known_to_the_day_is_counted_as_late_as_it_may_be(birth, young):
    assert under_age(birth, date(2026, 5, 1)) is young


def test_only_a_readable_application_is_taken_and_only_from_the_handler(people, case, application):
    with pytest.raises(Refused):
        consent.apply(people["handler"], case.pk, "d2", b"not a picture", "本人当面签名。")
    with pytest.raises(Refused):
        requests.ask(people["handler"], case.pk, "name_disclosure", person="d2", article="19(P2)", reason="口头")
    with pytest.raises(NotAllowed):
        consent.apply(people["department_head"], case.pk, "d2", application, "本人当面签名。")
    with pytest.raises(NotAllowed):
        consent.revoke(people["case_management"], case.pk, "d2")
    assert not Request.objects.exists()


def test_the_application_is_part_of_what_is_signed(people, case, application):
    chain = consent.apply(people["handler"], case.pk, "d2", application, "本人当面签名。")
    Request.objects.update(paper="0" * 64)
    with pytest.raises(Refused, match="改动"):
        sign(people, chain, "department_head")
