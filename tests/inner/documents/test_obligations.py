"""The duty to publish starts with a legal fact and is reckoned by Article 21."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.db import ProgrammingError, transaction

from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.cases import actions
from anxin.inner.cases.intake import take_data
from anxin.inner.documents import served
from anxin.inner.documents.models import Obligation, Service
from anxin.inner.documents.obligations import is_late, reconcile_all
from anxin.inner.ledger.models import Entry
from anxin.inner.organs.models import Staff
from tests.inner import packages
from tests.inner.people import COUNTY, SIBLING, desk, organs

pytestmark = pytest.mark.django_db
SYSTEM = Actor.system("案件导入", COUNTY)
SENTENCES = {"d1": {"type": "有期徒刑", "months": 48}, "d2": {"type": "有期徒刑", "months": 10, "probation_months": 12}}


@pytest.fixture
def people(db, settings, tmp_path):
    settings.FILE_STORE = tmp_path / "files"
    organs()
    return desk()


@pytest.fixture
def case(people):
    return take_data(packages.case(), packages.files(), SYSTEM)


def _register(people, case, received, effective, number="（2014）黟刑初字第30号"):
    return actions.register_judgment(
        people["handler"], case.pk, court="黟县人民法院", number=number, received_on=received, effective_on=effective,
        sentences=SENTENCES,
    )  # fmt: skip


def _live(case) -> Obligation | None:
    return Obligation.objects.filter(document__case=case, superseded=False).first()


def test_an_indictment_has_no_obligation_before_its_judgment(case):
    assert _live(case) is None


@pytest.mark.parametrize(
    ("received", "effective", "deadline"),
    [
        ("2014-10-10", "2014-10-10", "2014-10-20"),
        ("2014-10-01", "2014-10-01", "2014-10-11"),  # a Saturday that is a working day
        ("2014-10-08", "2014-10-08", "2014-10-20"),  # a Saturday that is not
        ("2014-10-15", "2014-10-15", "2014-10-27"),
        ("2014-10-01", "2014-10-10", "2014-10-20"),  # the later of the two counts
        ("2014-10-10", "2014-10-01", "2014-10-20"),
    ],
)
def test_the_clock_starts_at_the_later_date_and_runs_ten_days(people, case, received, effective, deadline):
    _register(people, case, date.fromisoformat(received), date.fromisoformat(effective))
    live = _live(case)
    assert live.deadline == date.fromisoformat(deadline)
    assert live.reckoning["article"] == "21"
    assert live.reckoning["details"]["steps"], "the reckoning is shown in words"
    assert live.reckoning["ruleset"] == "2014-trial"


def test_sentences_reach_the_people(people, case):
    _register(people, case, date(2014, 10, 10), date(2014, 10, 10))
    assert case.participants.get(key="d2").sentence == {"type": "有期徒刑", "months": 10, "probation_months": 12}


def test_a_corrected_judgment_replaces_the_clock_and_keeps_one_live_obligation(people, case):
    _register(people, case, date(2014, 10, 10), date(2014, 10, 10))
    _register(people, case, date(2014, 10, 15), date(2014, 10, 10))
    assert _live(case).trigger_on == date(2014, 10, 15)
    assert Obligation.objects.filter(superseded=False).count() == 1


def test_registering_twice_or_reconciling_nightly_changes_nothing(people, case):
    _register(people, case, date(2014, 10, 10), date(2014, 10, 10))
    before = list(Obligation.objects.values())
    _register(people, case, date(2014, 10, 10), date(2014, 10, 10))
    reconcile_all()
    assert list(Obligation.objects.values()) == before


def test_a_missed_obligation_is_found_by_the_nightly_reconciliation(people, case):
    _register(people, case, date(2014, 10, 10), date(2014, 10, 10))
    Obligation.objects.all().delete()
    reconcile_all()
    assert _live(case).deadline == date(2014, 10, 20)


def test_o_filing_review_voids_the_first_clock_and_starts_the_second(people):
    """Acceptance case (o): 备案审查 case."""
    data = packages.case(filing_review={"required": True, "finished_on": None})
    case = take_data(data, packages.files(), SYSTEM)
    _register(people, case, date(2014, 10, 10), date(2014, 10, 10))
    assert _live(case) is None
    actions.finish_filing_review(people["handler"], case.pk, date(2014, 11, 3))
    assert (_live(case).trigger, _live(case).deadline) == ("filing_review", date(2014, 11, 13))


def test_a_filing_review_that_is_registered_later_voids_a_clock_that_runs(people, case):
    _register(people, case, date(2014, 10, 10), date(2014, 10, 10))
    first = _live(case)
    take_data(packages.case(filing_review={"required": True, "finished_on": None}), packages.files(), SYSTEM)
    first.refresh_from_db()
    assert (first.superseded, _live(case)) == (True, None)
    actions.finish_filing_review(people["handler"], case.pk, date(2014, 11, 3))
    assert (_live(case).trigger, _live(case).deadline) == ("filing_review", date(2014, 11, 13))


@pytest.mark.parametrize(("doc_type", "trigger"), [
    ("抗诉书", "judgment"), ("补充起诉书", "judgment"), ("不起诉决定书", "concluded"), ("刑事申诉复查决定书", "concluded"),
    ("撤销案件决定书", None),
])  # fmt: skip
def test_each_type_has_the_fact_that_opens_its_obligation(people, doc_type, trigger):
    data = packages.case(concluded_on=None)
    data["documents"][0] |= {"doc_type": doc_type, "title": doc_type}
    text = packages.INDICTMENT.replace("起　诉　书", doc_type)
    case = take_data(data, packages.files(text), SYSTEM)
    assert _live(case) is None
    actions.conclude(people["handler"], case.pk, date(2014, 8, 20))
    assert (_live(case) and _live(case).trigger) == ("concluded" if trigger == "concluded" else None)
    _register(people, case, date(2014, 10, 10), date(2014, 10, 10))
    assert (_live(case) and _live(case).trigger) == trigger


def test_d_a_judgment_received_before_the_date_in_force_is_reckoned_by_the_organ_s_named_set(people, case):
    """Acceptance case (d): 2014-09-26 gives 2014-10-08 with the rule set named, as an organ names it."""
    _register(people, case, date(2014, 9, 26), date(2014, 9, 26))
    live = _live(case)
    assert (live.deadline, live.reckoning["ruleset"]) == (date(2014, 10, 8), "2014-trial")


@pytest.mark.parametrize(("day", "late"), [("2014-10-20", False), ("2014-10-21", True)])
def test_late_begins_the_day_after_the_deadline(people, case, day, late):
    _register(people, case, date(2014, 10, 10), date(2014, 10, 10))
    with time_machine.travel(f"{day}T12:00:00+08:00", tick=False):
        assert is_late(_live(case)) is late


def test_dates_that_cannot_be_are_refused(people, case):
    with time_machine.travel("2014-10-10T08:00:00+08:00", tick=False), pytest.raises(Refused, match="晚于今天"):
        _register(people, case, date(2014, 10, 11), date(2014, 10, 11))
    with pytest.raises(Refused, match="早于受理"):
        actions.conclude(people["handler"], case.pk, date(2014, 7, 1))


def test_strangers_register_nothing(people, case):
    others = [people["secrecy"], people["admin"], people["auditor"], desk(SIBLING)["handler"]]
    for actor in others:
        with pytest.raises(NotAllowed):
            _register({"handler": actor}, case, date(2014, 10, 10), date(2014, 10, 10))


def test_service_is_recorded_for_each_recipient_with_the_hash_of_what_was_served(people):
    """Article 16; the run-time role can add to it and change nothing."""
    data = packages.case()
    data["documents"][0]["served"] = [{"to": "黟县人民法院", "on": "2014-08-21", "method": "直接送达"}]
    document = take_data(data, packages.files(), SYSTEM).documents.get()
    data["documents"][0]["served"].append({"to": "郑国梁", "on": "2014-08-22"})
    take_data(data, packages.files(), SYSTEM)
    handler = people["handler"]
    served.record_service(handler, document.pk, "段小毛", date(2014, 8, 22), "直接送达")
    rows = list(Service.objects.values_list("recipient", "text_hash"))
    assert rows == [(name, document.text_hash) for name in ("黟县人民法院", "郑国梁", "段小毛")]
    assert Entry.objects.filter(event="served").count() == 3
    assert not any("段小毛" in str(e.data) for e in Entry.objects.all())
    for recipient, on, match in (("段小毛", date(2014, 8, 22), "已经登记"), ("段小毛", date(2014, 8, 1), "早于"),
                                 ("段小毛", date(2999, 1, 1), "晚于"), (" ", date(2014, 8, 22), "给谁")):  # fmt: skip
        with pytest.raises(Refused, match=match):
            served.record_service(handler, document.pk, recipient, on)
    for stranger in (people["secrecy"], desk(SIBLING)["handler"]):
        with pytest.raises(NotAllowed):
            served.record_service(stranger, document.pk, "段小毛", date(2014, 8, 23))
    with pytest.raises(ProgrammingError), transaction.atomic():
        Service.objects.update(text_hash="0" * 64)


def test_a_desk_is_handed_over(people, case):
    from tests.inner.people import staff

    taker = staff("接手人", "handler")
    with pytest.raises(NotAllowed):
        actions.hand_over(people["handler"], [case.pk], taker.pk, "调离")
    assert actions.hand_over(people["department_head"], [case.pk], taker.pk, "调离") == 1
    case.refresh_from_db()
    assert case.handler == Staff.objects.get(username="接手人")
