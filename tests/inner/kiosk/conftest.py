"""A dismissed case whose decision goes to the touch screen."""

from __future__ import annotations

import pytest

from anxin.inner.cases.intake import take_data
from anxin.inner.documents import actions
from tests.inner import packages
from tests.inner.documents.conftest import SYSTEM, Walk, people, walk  # noqa: F401
from tests.inner.kiosk.papers import DECISION

NUMBER = "黟检撤案〔2014〕7号"


@pytest.fixture
def dismissed(people):  # noqa: F811
    document = {"file": "决定书.txt", "doc_type": "撤销案件决定书", "title": "撤销案件决定书", "number": NUMBER,
                "version": 1, "concluded_on": "2014-09-01"}  # fmt: skip
    persons = [
        {"key": "s1", "name": "郑国梁", "role": "other", "sex": "男", "birth": "1980-03-05"},
        {"key": "v1", "name": "柳春燕", "role": "victim", "sex": "女"},
    ]
    data = packages.case(documents=[document], participants=persons, case_type="立案侦查")
    return take_data(data, packages.files(DECISION, "决定书.txt"), SYSTEM)


@pytest.fixture
def signed(walk, people, dismissed):  # noqa: F811
    """Through the chain up to the recheck."""
    return walk.approved(dismissed.documents.get().pk)


@pytest.fixture
def shown(signed, people):  # noqa: F811
    from anxin.inner.kiosk import actions as kiosk

    assert actions.publish  # the other way out exists and is not taken
    return kiosk.release(people["case_management"], signed.chain.pk, signed.seen)
