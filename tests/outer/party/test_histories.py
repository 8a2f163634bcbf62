"""Random histories of grants, renewals, ends and looks, in any order and repeated: nobody ever sees a wrong record."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from anxin.exchange.package import Item
from anxin.outer.party import imports, queries, walls
from anxin.outer.party.models import Account, Record
from tests.outer.party.conftest import record

pytestmark = pytest.mark.django_db
PEOPLE = [UUID(int=n) for n in (1, 2)]
CASES = [UUID(int=100 + n) for n in range(4)]  # the first two are the first person's
QUIET = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
STEPS = st.lists(st.tuples(st.sampled_from(["grant", "stale", "over", "end", "code"]), st.integers(0, 3), st.integers(1, 4)), max_size=14)


def owner(case: int) -> UUID:
    return PEOPLE[case // 2]


def item(kind: str, case: int, version: int) -> Item:
    key, now = CASES[case], timezone.now()
    base = {"binding": str(key), "account": str(owner(case)), "version": version}
    if kind == "end":
        return Item("binding_end", str(key), version, 0, base | {"reason": "解除委托", "article": "10", "ended_at": now.isoformat()})
    issued = now - timedelta(hours=100 if kind == "stale" else 0)
    until = (now - timedelta(seconds=1)).isoformat() if kind == "over" else None
    return Item("binding", str(key), version, 0, base | {
        "role": "defender", "organ": "110105", "valid_until": until, "issued_at": issued.isoformat(), "lease_hours": 72,
        "record": record(number=f"{case}/{version}")})


class Model:
    """What ought to be seen: case -> number, reckoned in the plainest way."""

    def __init__(self) -> None:
        self.ended: set[int] = set()
        self.newest: dict[int, tuple[int, str]] = {}

    def apply(self, kind: str, case: int, version: int) -> None:
        if kind == "end":
            self.ended.add(case)
        elif kind != "code" and case not in self.ended and version > self.newest.get(case, (0, ""))[0]:
            self.newest[case] = (version, kind)

    def seen(self, person: UUID) -> set[str]:
        return {f"{case}/{version}" for case, (version, kind) in self.newest.items()
                if owner(case) == person and case not in self.ended and kind == "grant"}


def run(db_role, steps) -> None:
    model = Model()
    for kind, case, version in steps:
        if kind == "code":
            Account.objects.get_or_create(pk=owner(case), defaults={"version": version, "login": str(uuid4())[:10]})
        else:
            {"end": imports.import_binding_end}.get(kind, imports.import_binding)(item(kind, case, version))
        model.apply(kind, case, version)
        with db_role("party"):
            for person in PEOPLE:
                walls.nobody()
                walls.identify(person)
                raw = {row["number"] for row in Record.objects.values_list("record", flat=True)}
                shown = {one.record["number"] for one in queries.cases(person) if one.record}
                assert raw == shown == model.seen(person)
            walls.nobody()


def histories(db_role, count: int, start: int = 0) -> None:
    @seed(start)
    @settings(max_examples=count, deadline=None, suppress_health_check=QUIET, database=None)
    @given(STEPS)
    def check(steps):
        with transaction.atomic():
            run(db_role, steps)
            transaction.set_rollback(True)

    check()


@pytest.mark.once
def test_two_hundred_histories_without_a_wrong_look(db_role):
    histories(db_role, 200)


@pytest.mark.campaign
@pytest.mark.timeout(0)
@pytest.mark.parametrize("thousand", range(1, 11))
def test_ten_thousand_histories_without_a_wrong_look(db_role, thousand):
    histories(db_role, 1_000, thousand)
    assert connection.in_atomic_block
