"""Statistics equal a recount of the raw ledger (I8, Art 25), however often and whenever they were counted on the way."""

from __future__ import annotations

import ast
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from django.db import connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anxin.figures.compute import compute
from anxin.figures.definitions import figures
from anxin.inner.actor import Actor
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.models import Entry
from anxin.inner.ledger.record import note
from anxin.inner.statistics import queries
from anxin.inner.statistics.fold import fold, rebuild
from tests.inner.people import CITY, COUNTY, PROVINCE, SIBLING, organs
from tests.inner.statistics.recount import recount

pytestmark = pytest.mark.django_db
START = datetime(2014, 10, 1, 1, 0, tzinfo=timezone.get_fixed_timezone(480))
FIRST, LAST = date(2014, 10, 1), date(2015, 1, 31)

obligation = st.integers(1, 6)
change = st.sampled_from(["in_work", "published", "returned", "exempt", "withdrawn", "superseded", "deadline"])
step = st.one_of(
    st.tuples(st.just("open"), obligation, st.integers(5, 45), st.sampled_from(["judgment", "concluded", "facts_changed"])),
    st.tuples(st.just("change"), obligation, change, st.integers(0, 60)),
    st.tuples(st.just("event"), st.sampled_from([
        ("returned", "draft", {}), ("returned", "request", {}), ("withdrawn", "document", {}), ("hidden", "document", {}),
        ("complaint_received", "complaint", {}), ("complaint_answered", "complaint", {"result": "corrected"}),
        ("complaint_escalated", "complaint", {}), ("application_received", "application", {"channel": "window"}),
        ("application_received", "application", {}), ("assistance_forwarded", "application", {}),
        ("inquiry_answered", "binding", {"channel": "telephone"}), ("inquiry_looked", "binding", {}),
        ("opinion_found", "opinion", {}), ("published", "announcement", {"category": "major", "level": "county", "version": 1}),
        ("published", "announcement", {"category": "major", "level": "county", "version": 2})])),
    st.tuples(st.just("wait"), st.integers(1, 20)),
    st.tuples(st.just("fold")),
)  # fmt: skip
histories = st.lists(st.tuples(st.sampled_from([COUNTY, SIBLING]), step), max_size=16)


class Ledger:
    """Writes ledger entries as the rooms do, at moments of its own."""

    def __init__(self, clock: time_machine.Coordinates) -> None:
        self.clock, self.opened = clock, {}

    def do(self, organ: str, what: tuple) -> None:
        kind, *given = what
        today = timezone.localdate()
        if kind == "wait":
            self.clock.shift(timedelta(days=given[0], hours=7))
        elif kind == "fold":
            fold()
        elif kind == "event":
            event, subject, data = given[0]
            self._note(organ, event, subject, 1, **data)
        elif kind == "open":
            number, days, trigger = given
            organ, again = self.opened.get(number, (organ, trigger == "facts_changed"))
            if again != (trigger == "facts_changed"):
                return
            self.opened[number] = organ, again
            self._note(organ, "obligation_opened", "document", number, obligation=number, trigger=trigger, type="起诉书",
                       on=today.isoformat(), deadline=(today + timedelta(days=days)).isoformat())  # fmt: skip
        elif given[0] in self.opened:
            number, what, days = given
            more = {"deadline": {"deadline": (today + timedelta(days=days)).isoformat()}, "exempt": {"ground": "privacy"}}
            organ = self.opened[number][0]
            self._note(organ, "obligation_changed", "document", number, obligation=number, change=what, **more.get(what, {}))

    def _note(self, organ: str, event: str, subject: str, pk: int, **data) -> None:
        note(Actor.system("测试", organ), Event(event) if event in Event.values else event, subject, pk, **data)


def raw() -> list[dict]:
    rows = Entry.objects.values("organ", "seq", "event", "subject", "data", "at")
    return [row | {"day": timezone.localdate(row["at"])} for row in rows]


def counted(organ: str) -> dict[str, float | None]:
    return {name: value.number for name, value in compute(queries.cells(organ, FIRST, LAST)).items()}


def below(organ: str) -> set[str]:
    return {COUNTY, SIBLING, CITY} if organ == CITY else {organ}


def agree() -> None:
    for organ in (COUNTY, SIBLING, CITY):
        assert counted(organ) == recount(raw(), below(organ), FIRST, LAST, timezone.localdate()), organ


@pytest.fixture
def tree(db):
    organs()


@pytest.mark.once
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(histories)
def test_every_figure_equals_a_recount_of_the_ledger(tree, steps):
    with time_machine.travel(START, tick=False) as clock, transaction.atomic():
        ledger = Ledger(clock)
        for organ, what in steps:
            ledger.do(organ, what)
        fold()
        agree()
        whole = {organ: queries.cells(organ, FIRST, LAST) for organ in (COUNTY, CITY)}
        rebuild()
        assert {organ: queries.cells(organ, FIRST, LAST) for organ in whole} == whole
        transaction.set_rollback(True)


@pytest.fixture
def story(tree):
    """A history in which every figure is a number other than nothing."""
    with time_machine.travel(START, tick=False) as clock:
        ledger = Ledger(clock)
        for number in range(1, 7):
            ledger.do(COUNTY, ("open", number, 10, "judgment"))
        ledger.do(COUNTY, ("open", 7, 10, "facts_changed"))
        ledger.do(COUNTY, ("wait", 4))
        for number, what in ((1, "published"), (2, "exempt"), (3, "published"), (3, "withdrawn"), (5, "in_work")):
            ledger.do(COUNTY, ("change", number, what, 0))
        ledger.do(COUNTY, ("wait", 9))
        for number, what in ((4, "published"), (6, "superseded")):
            ledger.do(COUNTY, ("change", number, what, 0))
        for event in (("returned", "draft", {}), ("withdrawn", "document", {}), ("hidden", "document", {}),
                      ("complaint_received", "c", {}), ("complaint_escalated", "c", {}), ("application_received", "a", {}),
                      ("assistance_forwarded", "a", {}), ("inquiry_answered", "b", {}), ("inquiry_looked", "b", {}),
                      ("opinion_found", "o", {}), ("published", "announcement", {"category": "a", "level": "county", "version": 1})):  # fmt: skip
            ledger.do(COUNTY, ("event", event))
        yield


def test_the_recount_and_the_figures_know_the_same_figures(story):
    fold()
    found = counted(COUNTY)
    assert set(found) == set(figures())
    assert [name for name, number in found.items() if not number and name != "pending"] == []
    agree()


def test_one_missing_entry_is_noticed(story):
    rows, missed = raw(), []
    fold()
    figures_now = counted(COUNTY)
    for row in rows:
        rest = [other for other in rows if other is not row]
        if recount(rest, {COUNTY}, FIRST, LAST, timezone.localdate()) == figures_now:
            missed.append((row["event"], row["data"]))
    # work begun is no figure; an obligation that another one replaced leaves none, with or without its beginning
    replaced = {row["data"]["obligation"] for row in rows if row["data"].get("change") == "superseded"}
    assert {data["obligation"] for _, data in missed if data.get("change") != "in_work"} <= replaced


def test_the_recount_shares_nothing_with_the_product():
    tree = ast.parse((Path(__file__).parent / "recount.py").read_text())
    named = {getattr(node, "module", None) or node.names[0].name for node in ast.walk(tree)
             if isinstance(node, ast.Import | ast.ImportFrom)}  # fmt: skip
    assert named == {"__future__", "datetime"}


def test_what_becomes_late_overnight_is_counted_without_a_new_entry(story):
    fold()
    before = counted(COUNTY)
    later = timezone.localdate() + timedelta(days=60)
    fold(later)
    assert counted(COUNTY) == recount(raw(), {COUNTY}, FIRST, LAST, later)
    assert before != counted(COUNTY) or before["pending"] == 0


def test_a_sum_by_child_and_by_month_is_the_whole(story):
    fold()
    whole = queries.cells(PROVINCE, FIRST, LAST)
    for split in (queries.by_child(PROVINCE, FIRST, LAST), queries.by_month(PROVINCE, FIRST, LAST)):
        total: dict[str, int] = {}
        for part in split.values():
            for name, n in part.items():
                total[name] = total.get(name, 0) + n
        assert total == whole
    assert set(queries.by_child(CITY, FIRST, LAST)) == {CITY, COUNTY, SIBLING}
    assert list(queries.by_month(COUNTY, FIRST, LAST)) == [date(2014, 10, 1), date(2014, 11, 1), date(2014, 12, 1), date(2015, 1, 1)]
    assert queries.kinds(PROVINCE, FIRST, LAST) == ["起诉书"]


def test_nobody_counts_twice_at_once(story):
    with connection.cursor() as cursor:
        fold()
        cursor.execute("SELECT mode FROM pg_locks l JOIN pg_class c ON c.oid = l.relation WHERE relname = 'statistics_watermark' AND l.pid = pg_backend_pid()")
        assert ("ExclusiveLock",) in cursor.fetchall()
