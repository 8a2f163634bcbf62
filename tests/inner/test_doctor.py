"""Every invariant is silent over a whole installation and speaks when it is broken."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings as live
from django.utils import timezone

from anxin.cli.doctor import compare
from anxin.inner import doctor
from anxin.inner.approvals.models import Chain, Step
from anxin.inner.documents import actions
from anxin.inner.documents.models import Draft, Obligation, Publication
from anxin.inner.kiosk.models import Screen
from anxin.inner.post.models import Outbox, Parcel
from tests.inner.documents.conftest import case, people, walk  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.fixture
def publication(case, walk) -> Publication:  # noqa: F811
    return walk.published(case.documents.get().pk)


def found() -> list[str]:
    return doctor.examine()["findings"]


def test_a_whole_installation_has_no_finding(publication, people):  # noqa: F811
    assert found() == []
    actions.hide(people["handler"], publication.pk, "核实")
    assert found() == []
    assert doctor.examine()["public"] == {}


def _unapproved(row):
    Chain.objects.filter(purpose="document").update(content_hash="0" * 64)


def _working(row):
    Draft.objects.update(state="work")


def _sent_twice(row):
    sent = Outbox.objects.get(kind="publication")
    sent.pk = None
    sent.save()


def _unrecorded_end(row):
    Publication.objects.filter(pk=row.pk).update(state="withdrawn")


def _twice_the_same(row):
    Step.objects.filter(index=1).update(actor=Step.objects.get(index=0).actor)


def _by_a_drafter(row):
    Chain.objects.filter(purpose="document").update(involved=[Step.objects.get(index=1).actor_id])


def _for_somebody_who_acted(row):
    Step.objects.filter(index=2).update(on_behalf_of=Step.objects.get(index=1).actor)


def _no_file(row):
    digest = row.files["pdf"]
    (Path(live.FILE_STORE) / digest[:2] / digest).unlink()


def _secretly_hidden(row):
    Publication.objects.filter(pk=row.pk).update(state="hidden")


def _on_the_screen(row):
    Screen.objects.create(public_id="x", organ="1", organ_name="院", doc_type="撤销案件决定书", title="某",
                          shown_at=timezone.now(), document={}, sha256="0" * 64)  # fmt: skip


def _never_published(row):
    Obligation.objects.update(state="withdrawn")


def _lost_obligation(row):
    Obligation.objects.all().delete()


def _gap(row):
    Parcel.objects.create(lane="normal", sequence=2, created_at=timezone.now())


@pytest.mark.parametrize(("damage", "invariant"), [
    (_unapproved, "I1"), (_working, "I1"), (_sent_twice, "I3"), (_unrecorded_end, "I4"), (_twice_the_same, "I5"),
    (_by_a_drafter, "I5"), (_for_somebody_who_acted, "I5"),
    (_no_file, "I6"), (_secretly_hidden, "I7"), (_on_the_screen, "I7"), (_never_published, "I8"), (_lost_obligation, "I8"), (_gap, "I9"),
])  # fmt: skip
def test_each_invariant_speaks_when_it_is_broken(publication, damage, invariant):
    damage(publication)
    assert any(sentence.startswith(invariant) for sentence in found()), found()


def test_the_wings_are_compared_once_nothing_is_on_its_way():
    inner = {"public": {"a": [1, "x"]}, "pending": 0}
    assert compare(inner, {"public": {"a": [1, "x"]}}) == []
    assert len(compare(inner, {"public": {"a": [1, "x"], "b": [1, "y"]}})) == 1
    assert compare(inner | {"pending": 2}, {"public": {}}) == []
