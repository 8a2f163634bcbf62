"""A superior sees its own subtree and nothing else (Art 23); what it is warned of."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.test import Client
from django.utils import timezone

from anxin.inner.actor import NotAllowed
from anxin.inner.cases.models import Case
from anxin.inner.documents.models import Obligation
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import note
from anxin.inner.post.models import Outbox
from anxin.inner.supervision import complaints, inspections, opinion, orders, overview, queries
from anxin.inner.supervision.alarms import alarms
from tests.inner.people import CITY, COUNTY, PROVINCE, SIBLING, browser
from tests.inner.supervision.conftest import ALL, FAR_CITY, FAR_PROVINCE, department

pytestmark = pytest.mark.django_db


@pytest.fixture
def things(people, above, published, outside) -> dict[str, int]:
    """One of everything, of the county and its city."""
    city, today = above[CITY]["case_management"], timezone.localdate()
    row = outside.complain(published)
    complaints.forward(people["case_management"], row.pk, department())
    inspection = inspections.open_one(city, purpose="superior", root=COUNTY, title="巡查", size=1,
                                      since=today - timedelta(days=1), until=today)  # fmt: skip
    return {
        "complaints": row.pk, "inspections": inspection.pk, "samples": inspection.samples.get().pk,
        "orders": orders.issue(city, COUNTY, "rectify", "整改").pk,
        "opinion": opinion.add(people["press"], platform="论坛", title="网帖").pk,
    }  # fmt: skip


LEADING = ["case_management", "chief", "supervisor"]


@pytest.mark.parametrize(("organ", "duties"), [(FAR_CITY, ALL), (FAR_PROVINCE, LEADING), (SIBLING, LEADING)])
def test_for_a_stranger_of_any_duty_nothing_is_there(things, organ, duties):
    not_found = Client().get("/static/nothing").content
    for duty in duties:
        client = browser(duty, organ)
        pages = [f"/{room}/{pk}/" for room, pk in things.items()]
        if duty in LEADING:
            pages.append(f"/supervision/?organ={COUNTY}")
        for page in pages:
            for answer in (client.get(page), client.post(page, {"act": "close", "remark": "x", "text": "x"})):
                if page.startswith("/supervision/") and answer.status_code == 405:
                    continue
                assert (answer.status_code, answer.content) == (404, not_found), (duty, page)
        if duty not in LEADING:
            continue
        for listing in ("complaints", "inspections", "orders", "opinion", "supervision", "supervision/sites"):
            answer = client.get(f"/{listing}/", follow=True)
            body = answer.content.decode()
            assert "黟县" not in body, (duty, listing)
            assert "20260101-" not in body


def test_the_superior_of_the_subtree_finds_all_but_the_register(things):
    client = browser("case_management", CITY)
    found = {room: client.get(f"/{room}/{pk}/").status_code for room, pk in things.items()}
    assert found == {"complaints": 200, "inspections": 200, "samples": 200, "orders": 200, "opinion": 404}
    assert client.get(f"/supervision/?organ={COUNTY}").status_code == 200
    assert client.get(f"/supervision/?organ={PROVINCE}").status_code == 404
    assert browser("case_management", PROVINCE).get(f"/complaints/{things['complaints']}/").status_code == 200


def test_no_action_reaches_over_into_another_subtree(things, above):
    for duty, actor in above[FAR_CITY].items():
        with pytest.raises((NotAllowed, ObjectDoesNotExist)):
            queries.complaint(actor, things["complaints"])
        with pytest.raises(NotAllowed):
            complaints.answer(actor, things["complaints"], "unfounded", "理由")
        with pytest.raises(NotAllowed):
            inspections.check(actor, things["samples"], {})
        with pytest.raises(NotAllowed):
            orders.close(actor, things["orders"])
        with pytest.raises(NotAllowed):
            opinion.close(actor, things["opinion"], "无")
        assert not queries.complaints(actor).exists(), duty
        with pytest.raises(ObjectDoesNotExist):
            overview.overview(actor, COUNTY)
        with pytest.raises(ObjectDoesNotExist):
            alarms(actor, COUNTY)


def test_counts_roll_up_along_the_tree(things, above, people, published):
    here, lines = overview.overview(above[PROVINCE]["chief"])
    assert here.pk == PROVINCE
    assert [(organ.pk, deeper) for organ, deeper, _ in lines] == [(PROVINCE, False), (CITY, True)]
    city = lines[1][2]
    assert (city.due, city.published, city.complaints, city.orders) == (1, 1, 1, 1)
    _, below = overview.overview(above[PROVINCE]["chief"], CITY)
    rows = {organ.pk: row for organ, _, row in below}
    assert (rows[COUNTY].due, rows[SIBLING].due) == (1, 0)
    assert overview.overview(people["chief"])[1][0][2] == rows[COUNTY]


def test_rates_with_and_without_what_is_exempt():
    row = overview.Row(due=10, published=6, exempt=2, on_time=3)
    assert (row.rate, row.rate_without_exempt, row.on_time_rate) == (60.0, 75.0, 50.0)
    assert overview.Row().rate is None


def kinds(actor) -> set[tuple[str, str]]:
    return {(alarm.kind, alarm.organ.pk) for alarm in alarms(actor)}


def test_nothing_published_and_stale_data_are_reported_to_the_superior(people, above, case):
    city = above[CITY]["supervisor"]
    yesterday = timezone.localdate() - timedelta(days=1)
    assert kinds(city) == set()
    Obligation.objects.update(deadline=yesterday)
    assert kinds(city) == {("zero", COUNTY)}
    Case.objects.update(created_at=timezone.now() - timedelta(days=15))
    Outbox.objects.all().delete()
    assert kinds(city) == {("zero", COUNTY), ("intake", COUNTY)}
    assert kinds(above[FAR_PROVINCE]["chief"]) == set()


def test_a_falling_rate_is_reported(above, case, people):
    document, today = case.documents.get(), timezone.localdate()
    Obligation.objects.all().delete()
    rows = [(120, True)] * 4 + [(30, False)] * 3 + [(30, True)]
    for index, (ago, on_time) in enumerate(rows):
        deadline = today - timedelta(days=ago)
        at = timezone.now() - timedelta(days=ago + (1 if on_time else -5))
        Obligation.objects.create(
            document=_copy(document, index), organ_id=COUNTY, trigger="judgment", trigger_on=deadline, deadline=deadline,
            state="published", published_at=at,
        )  # fmt: skip
    found = [alarm for alarm in alarms(above[CITY]["chief"]) if alarm.kind == "falling"]
    assert [alarm.organ.pk for alarm in found] == [COUNTY]
    assert "100%降到25%" in found[0].sentence


def _copy(document, index: int):
    document.pk, document.number = None, f"第{index}号"
    document.save(force_insert=True)
    return document


def test_what_waits_for_the_corridor_too_long_is_reported(above, people, published):
    city = above[CITY]["case_management"]
    assert ("corridor", COUNTY) not in kinds(city)
    Outbox.objects.filter(payload__organ=COUNTY).update(created_at=timezone.now() - timedelta(hours=25))
    assert ("corridor", COUNTY) in kinds(city)
    assert ("corridor", COUNTY) not in kinds(above[SIBLING]["case_management"])


def test_reading_many_cases_without_a_task_is_reported_and_working_on_them_is_not(people, above):
    reader, handler = people["secrecy"], people["handler"]
    for n in range(20):
        case = Case.objects.create(organ_id=COUNTY, number=f"第{n}号", name="某案", case_type="一审公诉", handler_id=handler.staff_id)
        for actor in (reader, handler, people["chief"]):
            note(actor, Event.VIEWED_CASE, "case", case.pk, organ=COUNTY)
        if n < 5:
            note(people["chief"], Event.CASE_CORRECTED, "case", case.pk)
    found = [alarm.sentence for alarm in alarms(above[CITY]["supervisor"]) if alarm.kind == "readers"]
    assert len(found) == 1
    assert reader.name in found[0]
    assert "20个" in found[0]
