"""Histories of apply, verify, relay, change, end and look: whatever the order, nobody sees what is not theirs."""

from __future__ import annotations

import os
from random import Random

import pytest
from django.db import transaction
from django.utils import timezone

from anxin.inner.actor import Actor, Refused
from anxin.inner.cases import actions as cases
from anxin.inner.inquiry import bindings, checks
from anxin.inner.inquiry.models import Binding
from anxin.inner.post.models import Outbox
from tests.inner.people import SIBLING, staff

PEOPLE = {"d1": "郑国梁", "d2": "段小毛", "v1": "柳春燕"}
KINDS = ("party", "defender_lawyer", "close_relative", "legal_representative", "agent_other")


class Outside:
    """What the other wing does with what it gets: the hide lane first, a lower version never."""

    def __init__(self) -> None:
        self.known: dict[str, tuple[int, dict | None]] = {}
        self.read = 0

    def receive(self, random: Random) -> None:
        """Take what is new in an order that the corridor may have: hide before normal, else by sequence."""
        items = list(Outbox.objects.filter(pk__gt=self.read, kind__in=("binding", "binding_end")).order_by("pk"))
        self.read = items[-1].pk if items else self.read
        for row in sorted(items, key=lambda r: r.lane != "hide"):
            version, _ = self.known.get(row.payload["binding"], (0, None))
            if row.payload["version"] > version:
                self.known[row.payload["binding"]] = (row.payload["version"], row.payload.get("record"))

    def visible(self) -> dict[str, dict]:
        return {key: record for key, (_, record) in self.known.items() if record is not None}


def _apply(world, random: Random, helper: Actor) -> None:
    kind, key = random.choice(KINDS), random.choice(list(PEOPLE))
    number = f"11010119900101{random.randrange(1000, 1004)}"
    actor = helper if random.random() < 0.3 else world.manager
    application = world.enter(kind, actor=actor, client=PEOPLE[key], number=number)
    for checker in (world.manager, world.colleague):
        if checks.check(checker, application.pk, world.case.pk, key, "属实"):
            return


def _end(world, random: Random, helper: Actor) -> None:
    live = list(Binding.objects.filter(ended_at=None).order_by("pk"))
    if live:
        bindings.end(world.manager, random.choice(live).pk, random.choice(["解除委托", "拒绝辩护", "当事人死亡"]))


def _change(world, random: Random, helper: Actor) -> None:
    cases.correct(world.manager, world.case.pk, {"charge": random.choice(["盗窃罪", "抢夺罪", "诈骗罪"])})


def _seal(world, random: Random, helper: Actor) -> None:
    flags = random.choice([["sealed_record"], ["juvenile_crime"], [], []])
    cases.correct(world.manager, world.case.pk, {"flags": flags})


def _conclude(world, random: Random, helper: Actor) -> None:
    cases.conclude(world.manager, world.case.pk, timezone.localdate())


STEPS = (_apply, _apply, _apply, _end, _change, _seal, _conclude)


def _history(world, helper: Actor, seed: int) -> None:
    random, outside = Random(seed), Outside()
    for _ in range(random.randrange(2, 5)):
        try:
            with transaction.atomic():
                random.choice(STEPS)(world, random, helper)
        except Refused:
            pass
        if random.random() < 0.6:
            outside.receive(random)
    outside.receive(random)
    live = {str(b.pk): b for b in Binding.objects.filter(ended_at=None, online=True)}
    shown = outside.visible()
    assert set(shown) == set(live), seed
    for key, record in shown.items():
        own = PEOPLE[live[key].participant]
        assert record["person"] == own
        assert not [name for name in PEOPLE.values() if name != own and name in str(record)], seed
    world.case.refresh_from_db()
    if world.case.flags:
        assert shown == {}, seed


def _run(world, count: int) -> None:
    helper = Actor.of(staff("helper", "case_management", SIBLING))
    start = int(os.environ.get("ANXIN_SEED", "0"))
    for seed in range(start, start + count):
        with transaction.atomic():
            _history(world, helper, seed)
            transaction.set_rollback(True)


@pytest.mark.once
def test_two_hundred_histories_without_a_wrong_look(world):
    _run(world, 200)


@pytest.mark.campaign
def test_ten_thousand_histories_without_a_wrong_look(world):
    _run(world, 10_000)
