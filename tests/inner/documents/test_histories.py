"""Random histories of this chapter: whatever staff do, in whatever order, the invariants hold after every step.

200 histories by default, 10,000 in four parts with ``--campaign``. They start from eight positions on the way of the
documents, each built once for 25 histories. The engine and the writers of files are tested elsewhere; here each of their
answers is computed once and remembered.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from anxin.inner.cases import actions as cases
from anxin.inner.cases.intake import take_data
from anxin.inner.documents import artefacts, drafts
from anxin.inner.organs.models import StaffDuty
from tests.inner import packages
from tests.inner.documents.conftest import SENTENCES, SYSTEM
from tests.inner.documents.histories import ACTORS, DONE, DUTIES, Histories
from tests.inner.kiosk.papers import DECISION
from tests.inner.people import staff

pytestmark = pytest.mark.django_db(transaction=True)
POSITIONS = ((1, 0), (2, 2), (4, 1), (4, 4), (5, 0), (5, 4), (5, 5), (5, 5))
"""Right steps done on the indictment and on the other document: started, submitted, approved once, twice, released."""
BATCH = 25


def remembered(module, name, key, monkeypatch):
    """Replace a pure function by one that remembers its answers."""
    real, answers = getattr(module, name), {}

    def asked(*args, **kwargs):
        k = key(*args, **kwargs)
        if k not in answers:
            answers[k] = real(*args, **kwargs)
        return answers[k]

    monkeypatch.setattr(module, name, asked)


@pytest.fixture
def two_documents(people, settings, tmp_path, monkeypatch):
    """An indictment for the internet and a decision for the screen; files and the engine's answers are made once."""
    settings.SPOOL = tmp_path / "spool"
    taken = take_data(packages.case(), packages.files(), SYSTEM)
    cases.register_judgment(
        people["handler"], taken.pk, court="黟县人民法院", number="（2014）黟刑初字第30号",
        received_on=date(2014, 10, 10), effective_on=date(2014, 10, 10), sentences=SENTENCES,
    )  # fmt: skip
    paper = {"file": "决定书.txt", "doc_type": "撤销案件决定书", "title": "撤销案件决定书",
             "number": "黟检撤案〔2014〕7号", "version": 1, "concluded_on": "2014-09-01"}  # fmt: skip
    other = packages.case(documents=[paper], department_case_number="黟检刑诉受[2014]341023000002号",
                          unified_case_number="34102320140000002", case_type="立案侦查",
                          participants=[{"key": "v1", "name": "柳春燕", "role": "victim"}])  # fmt: skip
    take_data(other, packages.files(DECISION, "决定书.txt"), SYSTEM)
    second = staff("另一承办人", "handler")
    StaffDuty.objects.update(since="2000-01-01T00:00:00Z")
    Histories.people = {duty: people[duty].staff_id for duty in DUTIES} | {"second": second.pk}
    ACTORS.clear()
    remembered(artefacts, "build", lambda p: p.content_hash, monkeypatch)
    remembered(drafts, "analyse", lambda *a, **k: repr((a[0], a[1:3], a[3].id, sorted(a[4].items()), k)), monkeypatch)
    remembered(artefacts.Artefacts, "save", lambda made: made.content_hash, monkeypatch)


@pytest.mark.once
@pytest.mark.parametrize(("histories", "part"), [
    (200, 0), *(pytest.param(2_500, n, marks=[pytest.mark.campaign, pytest.mark.timeout(4 * 3600)]) for n in range(4)),
])  # fmt: skip
def test_no_history_breaks_an_invariant(two_documents, histories, part):
    DONE.clear()
    for number in range(histories // BATCH * part, histories // BATCH * (part + 1)):
        _from_position(number)
    print(f"histories: {histories}, part {part}; done: {dict(DONE.most_common())}")
    wanted = ("start", "submit", "sign", "publish", "show", "send back", "hide", "withdraw", "kiosk end")
    assert not [name for name in wanted if not DONE[name]]


def _from_position(number):
    """Build one position without a refusal, run a batch of histories from it, and take it back."""
    before, builder = DONE.copy(), Histories()
    try:
        for index, steps in enumerate(POSITIONS[number % len(POSITIONS)]):
            builder.go(index, steps)
        assert DONE["refused"] == before["refused"], f"position {number} was not reached"
        builder.all_invariants_hold()
        DONE.clear()
        DONE.update(before)
        run_state_machine_as_test(seed(number)(Histories), settings=settings(
            max_examples=BATCH, stateful_step_count=4, deadline=None, database=None, phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ))  # fmt: skip
    finally:
        builder.teardown()
