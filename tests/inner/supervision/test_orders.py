"""Article 23(P1): inspections with a seed that anybody can draw again, orders that end only when carried out."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from anxin.inner.actor import NotAllowed, Refused
from anxin.inner.documents import actions as documents
from anxin.inner.ledger.models import Entry
from anxin.inner.supervision import inspections, orders, queries
from anxin.inner.supervision.models import Inspection, Order
from anxin.regulation import supervision
from tests.inner.people import CITY, COUNTY, PROVINCE, SIBLING
from tests.inner.supervision.conftest import FAR_CITY, FAR_PROVINCE, withdraw

pytestmark = pytest.mark.django_db
NAMES = st.sets(st.text("abc123/v", min_size=1, max_size=6), max_size=30)


@given(seed=st.text("0123456789abcdef", min_size=4, max_size=16), names=NAMES, size=st.integers(1, 12), data=st.data())
def test_the_same_seed_draws_the_same_sample_in_whatever_order_the_population_comes(seed, names, size, data):
    drawn = supervision.sample(seed, names, size)
    assert drawn == supervision.sample(seed, data.draw(st.permutations(sorted(names))), size)
    assert len(drawn) == len(set(drawn)) == min(size, len(names))
    assert set(drawn) <= names
    assert supervision.sample(seed, names, size + 1)[: len(drawn)] == drawn


def test_another_seed_draws_another_sample_and_every_item_can_be_drawn():
    names = [f"p{n}/v1" for n in range(20)]
    draws = [tuple(supervision.sample(f"{n}", names, 3)) for n in range(200)]
    assert len(set(draws)) > 150
    assert {name for draw in draws for name in draw} == set(names)


def drawn(actor, **given):
    today = timezone.localdate()
    given = {"purpose": "superior", "root": COUNTY, "title": "巡查", "since": today - timedelta(days=9), "until": today,
             "size": 5} | given  # fmt: skip
    return inspections.open_one(actor, **given)


@pytest.fixture
def inspected(above, published):
    return drawn(above[CITY]["supervisor"])


def test_the_seed_is_on_record_and_drawing_again_gives_the_same(inspected, published):
    entry = Entry.objects.get(event="inspection_opened")
    assert entry.data["seed"] == inspected.seed
    assert entry.data["population_hash"] == supervision.population_hash([f"{published.public_id}/v1"])
    assert inspections.drawn_again(inspected)
    Inspection.objects.filter(pk=inspected.pk).update(population_hash="0" * 64)
    assert not inspections.drawn_again(Inspection.objects.get())


def test_what_was_withdrawn_since_stays_in_the_population(inspected, people, published):
    withdraw(people, published)
    assert inspections.drawn_again(inspected)


@pytest.mark.parametrize(("organ", "duty", "given"), [
    (CITY, "handler", {}), (SIBLING, "supervisor", {}), (FAR_CITY, "case_management", {}),
    (FAR_PROVINCE, "chief", {}), (CITY, "supervisor", {"root": CITY}), (CITY, "supervisor", {"purpose": "secrecy"}),
    (CITY, "secrecy", {}), (CITY, "case_management", {"root": PROVINCE}),
])  # fmt: skip
def test_only_the_superiors_of_an_organ_inspect_it(above, published, organ, duty, given):
    with pytest.raises(NotAllowed):
        drawn(above[organ][duty], **given)


def test_the_secrecy_department_inspects_its_own_organ_by_its_own_list(people, published):
    inspection = drawn(people["secrecy"], purpose="secrecy")
    items = {entry.id for entry in inspections.checklist(inspection.samples.get())}
    assert items
    assert all(item.startswith("check.secrecy") for item in items)


def test_every_item_is_answered_before_the_inspection_ends_and_a_finding_is_put_in_words(above, inspected):
    actor, sample = above[CITY]["supervisor"], inspected.samples.get()
    answers = dict.fromkeys((entry.id for entry in inspections.checklist(sample)), "yes")
    assert "check.superior.effective" in answers
    with pytest.raises(Refused, match="没有检查"):
        inspections.close(actor, inspected.pk, "结论")
    with pytest.raises(Refused, match="逐项"):
        inspections.check(actor, sample.pk, dict(list(answers.items())[1:]))
    answers["check.superior.masked"] = "no"
    with pytest.raises(Refused, match="发现的问题"):
        inspections.check(actor, sample.pk, answers)
    inspections.check(actor, sample.pk, answers, "第二段住址没有屏蔽。")
    inspections.close(actor, inspected.pk, "一份不符合。")
    with pytest.raises(Refused, match="已经结束"):
        inspections.check(actor, sample.pk, answers, "改")


def test_looking_at_a_drawn_document_is_in_the_ledger_of_its_organ(above, inspected):
    queries.sample(above[CITY]["supervisor"], inspected.samples.get().pk)
    assert Entry.objects.filter(event="viewed_original", organ=COUNTY, data__inspection=inspected.pk).exists()


def test_an_order_to_publish_has_a_clock_and_ends_when_the_document_is_public(people, above, walk, case):
    document, city, manager = case.documents.get(), above[CITY]["case_management"], people["case_management"]
    order = orders.issue(city, COUNTY, Order.Kind.PUBLISH, "请尽快公开。", "21", document=document)
    assert order.due_on > timezone.localdate()
    assert order in queries.orders(manager)
    orders.answer(manager, order.pk, "已经公开。")
    with pytest.raises(Refused, match="还没有落实"):
        orders.close(city, order.pk)
    orders.send_again(city, order.pk, "系统中还没有。")
    walk.published(document.pk)
    orders.answer(manager, order.pk, "已经公开。")
    assert orders.close(city, order.pk).state == "closed"
    with pytest.raises(Refused):
        orders.revoke(city, order.pk, "再撤销")


def test_an_order_to_correct_is_fulfilled_by_a_withdrawal_and_not_by_hiding(people, above, published):
    order = orders.issue(above[CITY]["chief"], COUNTY, "correct", "住址漏屏蔽。", publication=published)
    assert orders.fulfilled(order) is False
    documents.hide(people["handler"], published.pk, "核实")
    assert orders.fulfilled(order) is False
    withdraw(people, published)
    assert orders.fulfilled(order) is True


@pytest.mark.parametrize(("kind", "about"), [("publish", ()), ("withdraw", ()), ("correct", ()), ("rectify", None)])
def test_an_order_says_what_it_is_about(above, kind, about):
    with pytest.raises(Refused):
        orders.issue(above[CITY]["case_management"], COUNTY, kind, "" if about is None else "要求")


def test_nobody_orders_a_stranger_or_a_superior_and_only_the_issuer_ends_it(people, above, published):
    for organ, duty, target in ((SIBLING, "chief", COUNTY), (FAR_CITY, "chief", COUNTY), (CITY, "chief", PROVINCE),
                                (CITY, "handler", COUNTY), (CITY, "chief", CITY)):  # fmt: skip
        with pytest.raises(NotAllowed):
            orders.issue(above[organ][duty], target, "rectify", "整改")
    order = orders.issue(above[PROVINCE]["case_management"], COUNTY, "rectify", "整改")
    for actor in (above[SIBLING]["case_management"], above[CITY]["case_management"], people["handler"]):
        with pytest.raises(NotAllowed):
            orders.answer(actor, order.pk, "已整改")
    orders.answer(people["case_management"], order.pk, "已整改")
    for actor in (above[CITY]["chief"], people["chief"], above[FAR_PROVINCE]["chief"]):
        with pytest.raises(NotAllowed):
            orders.close(actor, order.pk)
    assert orders.close(above[PROVINCE]["supervisor"], order.pk).state == "closed"
