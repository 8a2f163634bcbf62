"""The watched folder takes each package once and says what was wrong with the others."""

from __future__ import annotations

import json

import pytest

from anxin.inner.cases.models import Case
from anxin.inner.cases.watch import look
from tests.inner import packages
from tests.inner.people import desk, organs

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(db, settings, tmp_path):
    settings.FILE_STORE = tmp_path / "files"
    organs()
    desk()
    folder = tmp_path / "intake"
    folder.mkdir()
    return folder


@pytest.fixture
def looked(place, django_capture_on_commit_callbacks):
    """One look at the folder, with its transaction committed."""

    def once() -> dict[str, str]:
        with django_capture_on_commit_callbacks(execute=True):
            return look(place)

    return once


def put(place, name, data):
    package = place / name
    package.mkdir()
    (package / "case.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    (package / "起诉书.txt").write_bytes(packages.files()["起诉书.txt"])


def test_good_packages_are_taken_and_moved_bad_ones_get_their_faults(place, looked):
    put(place, "a", packages.case())
    put(place, "b", packages.case(procuratorate="999999"))
    answers = looked()
    assert answers["a"] == ""
    assert "procuratorate" in answers["b"]
    assert Case.objects.count() == 1
    assert len(list((place / "taken").iterdir())) == 1
    (refused,) = (place / "refused").iterdir()
    assert "999999" in (refused / "faults.txt").read_text(encoding="utf-8")
    assert looked() == {}, "nothing is taken twice"


def test_a_package_that_breaks_the_house_holds_up_no_other(place, looked, monkeypatch):
    put(place, "a", packages.case())
    put(place, "b", packages.case())
    monkeypatch.setattr("anxin.inner.cases.intake.facts.changed", lambda op, case: 1 / 0)
    answers = looked()
    assert "系统未能处理" in answers["a"]
    assert not Case.objects.exists()
    assert len(list((place / "refused").iterdir())) == 2


def test_what_is_not_whole_yet_is_left_alone(place, looked):
    (place / ".coming").mkdir()
    (place / "empty").mkdir()
    assert looked() == {}
    assert (place / "empty").exists()


def test_a_day_that_does_not_exist_is_refused_by_field(place, looked):
    put(place, "c", packages.case(accepted_on="2014-02-30"))
    assert "accepted_on" in looked()["c"]
