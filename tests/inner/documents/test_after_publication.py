"""After publication: proof every night, changed facts, takedown (Art 4, 19, 22)."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.utils import timezone

from anxin.inner.actor import Refused
from anxin.inner.cases import actions as cases
from anxin.inner.documents import actions
from anxin.inner.documents.models import LegalDocument, Obligation, Publication
from anxin.inner.documents.proof import prove_all
from anxin.inner.ledger.models import Entry
from anxin.inner.post.models import Outbox
from tests.inner.documents.conftest import SENTENCES

pytestmark = pytest.mark.django_db


@pytest.fixture
def publication(case, walk) -> Publication:
    return walk.published(case.documents.get().pk)


def _state(publication) -> str:
    return Publication.objects.get(pk=publication.pk).state


def test_what_is_whole_stays_public(publication):
    assert prove_all() == {}
    assert _state(publication) == "public"


def _one_byte(publication):
    Publication.objects.filter(pk=publication.pk).update(text=publication.text.replace("8600", "8601"))


def _one_byte_with_its_hash(publication):
    from anxin.inner.documents.served import digest

    text = publication.text.replace("8600", "8601")
    Publication.objects.filter(pk=publication.pk).update(text=text, text_hash=digest(text))


def _a_span_without_article(publication):
    spans = [s | {"article": ""} for s in publication.spans]
    Publication.objects.filter(pk=publication.pk).update(spans=spans)


def _a_span_less(publication):
    Publication.objects.filter(pk=publication.pk).update(spans=publication.spans[1:])


def _a_file_gone(publication):
    from django.conf import settings

    digest = publication.files["pdf"]
    (Path(settings.FILE_STORE) / digest[:2] / digest).unlink()


def _another_draft(publication):
    draft = publication.draft
    draft.secrecy_note = "事后改写"
    draft.save()


@pytest.mark.parametrize(
    "damage", [_one_byte, _one_byte_with_its_hash, _a_span_without_article, _a_span_less, _a_file_gone, _another_draft]
)
def test_what_cannot_be_proved_is_hidden_at_once_and_recorded(publication, damage):
    damage(publication)
    assert publication.pk in prove_all()
    assert _state(publication) == "hidden"
    assert Entry.objects.filter(event="proof_failed").exists()
    assert Outbox.objects.filter(kind="hide", lane="hide").exists()


def test_a_shorter_sentence_on_appeal_hides_the_item_and_opens_an_obligation(people, publication, case):
    cases.save_participant(people["handler"], case.pk, "d1", {"name": "郑国梁", "role": "defendant",
                           "sentence": {"type": "有期徒刑", "months": 24}})  # fmt: skip
    assert _state(publication) == "hidden"
    live = Obligation.objects.get(document=publication.document, superseded=False)
    assert (live.trigger, live.state) == ("facts_changed", "due")


def test_a_longer_sentence_leaves_the_item_until_the_new_version_names_the_defendant(people, publication, case, walk):
    cases.save_participant(people["handler"], case.pk, "d2", {"name": "段小毛", "role": "defendant",
                           "sentence": {"type": "有期徒刑", "months": 60}})  # fmt: skip
    assert _state(publication) == "public"
    second = walk.published(publication.document_id)
    assert (second.version, second.public_id) == (2, publication.public_id)
    assert "段小毛" in second.text
    assert _state(publication) == "replaced"


def test_an_acquittal_on_appeal_asks_anew_about_a_name_that_was_hidden_before(people, publication, case):
    cases.save_participant(people["handler"], case.pk, "d2", {"name": "段小毛", "role": "defendant",
                           "sentence": {"type": "无罪"}})  # fmt: skip
    assert _state(publication) == "public", "no name is exposed"
    live = Obligation.objects.get(document=publication.document, superseded=False)
    assert (live.trigger, live.state) == ("facts_changed", "due")


def retried(people, case, number="（2026）黟刑再1号"):
    today = timezone.localdate()
    cases.register_judgment(people["handler"], case.pk, court="黟县人民法院", number=number, received_on=today,
                            effective_on=today, sentences=SENTENCES)  # fmt: skip


def test_a_retrial_opens_an_obligation_even_when_no_name_changes_and_its_clock_is_not_wound_up_again(
    people, publication, case, walk
):
    retried(people, case)
    live = Obligation.objects.get(document=publication.document, superseded=False)
    assert (live.trigger, live.state, _state(publication)) == ("facts_changed", "due", "public")
    walk.start(publication.document_id)
    with time_machine.travel(timezone.now() + timedelta(days=4)):
        cases.correct(people["handler"], case.pk, {"unified_case_number": ""})
        again = Obligation.objects.get(document=publication.document, superseded=False)
    assert (again.pk, again.deadline, again.state) == (live.pk, live.deadline, "in_work")


def test_the_same_judgment_registered_again_opens_nothing(people, publication, case):
    judgment = case.judgments.get()
    cases.register_judgment(people["handler"], case.pk, court=judgment.court, number=judgment.number,
                            received_on=judgment.received_on, effective_on=judgment.effective_on,
                            sentences=SENTENCES)  # fmt: skip
    assert Obligation.objects.get(document=publication.document, superseded=False).state == "published"


@pytest.mark.parametrize("flag", ["sealed_record", "state_secret", "personal_privacy"])
def test_n_a_sealed_record_or_a_secret_after_publication_takes_the_item_down(people, publication, case, flag):
    """Acceptance case (n)."""
    cases.correct(people["handler"], case.pk, {"flags": [flag]})
    assert _state(publication) == "hidden"
    with pytest.raises(Refused):
        actions.submit(people["handler"], actions.start(people["handler"], publication.document_id).pk, "x")


def test_unrelated_corrections_change_nothing(people, publication, case):
    cases.correct(people["handler"], case.pk, {"unified_case_number": ""})
    cases.save_participant(people["handler"], case.pk, "w1", {"name": "裘大勇", "role": "witness", "sex": "男"})
    assert _state(publication) == "public"
    assert Obligation.objects.get(document=publication.document, superseded=False).state == "published"


def test_the_served_document_cannot_be_changed_by_the_run_time_role(publication):
    from django.db import ProgrammingError, transaction

    with pytest.raises(ProgrammingError), transaction.atomic():
        LegalDocument.objects.filter(pk=publication.document_id).update(text="x")
