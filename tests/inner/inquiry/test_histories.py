"""Histories of apply, verify, relay, change, end and look: whatever the order, nobody sees what is not theirs.

They are walked as a tree: a beginning is played once and goes on in several ways, each undone by a savepoint. So a
history costs little more than its last step, and every path from the root to a leaf is one history.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from random import Random

import pytest
from django.db import transaction
from django.utils import timezone

from anxin.exchange.package import Item
from anxin.inner.actor import Actor, Refused
from anxin.inner.cases import actions as cases
from anxin.inner.inquiry import applications, bindings, checks, looks, terms
from anxin.inner.inquiry.models import Application, Binding, Look
from anxin.inner.post.models import Outbox
from tests.inner.inquiry.conftest import IN_PERSON, fresh, picture
from tests.inner.people import SIBLING, staff

PEOPLE = {"d1": "郑国梁", "d2": "段小毛", "v1": "柳春燕"}
KINDS = ("party", "defender_lawyer", "close_relative", "legal_representative", "agent_other")
GROUNDS = ("解除委托", "拒绝辩护", "当事人死亡")


class Outside:
    """What the other wing does with what it gets: the hide lane first, a lower version never, what ended never again."""

    def __init__(self, known: dict[str, tuple[int, dict | None]] | None = None, read: int = 0) -> None:
        self.known, self.read = dict(known or {}), read

    def receive(self) -> None:
        """Take what is new in an order that the corridor may have: hide before normal, else by sequence."""
        items = list(Outbox.objects.filter(pk__gt=self.read, kind__in=("binding", "binding_end")).order_by("pk"))
        self.read = items[-1].pk if items else self.read
        for row in sorted(items, key=lambda r: r.lane != "hide"):
            version, record = self.known.get(row.payload["binding"], (0, {}))
            if row.payload["version"] > version and record is not None:
                self.known[row.payload["binding"]] = (row.payload["version"], row.payload.get("record"))

    def visible(self) -> dict[str, dict]:
        return {key: record for key, (_, record) in self.known.items() if record is not None}


class Play:
    """One walk through the tree: the people, the dice, and what can be done next."""

    def __init__(self, world, seed: int) -> None:
        self.world, self.random = world, Random(seed)
        self.helper = Actor.of(staff("helper", "case_management", SIBLING))
        self.leaves = 0

    def _live(self) -> Binding | None:
        rows = list(Binding.objects.filter(ended_at=None).order_by("created_at", "pk"))
        return self.random.choice(rows) if rows else None

    def _open(self) -> Application | None:
        rows = list(Application.objects.filter(state__in=("received", "papers_missing", "in_check")).order_by("pk"))
        return self.random.choice(rows) if rows else None

    def apply(self) -> None:
        """Apply, here or with another organ's help, and be verified; sometimes papers are missing and come later."""
        kind, key = self.random.choice(KINDS), self.random.choice(list(PEOPLE))
        actor = self.helper if self.random.random() < 0.3 else self.world.manager
        more = {"papers": [{"kind": "身份证"}]} if kind == "close_relative" and self.random.random() < 0.5 else {}
        number = f"11010119900101{self.random.randrange(1000, 1004)}"
        application = self.world.enter(kind, actor=actor, client=PEOPLE[key], number=number, **more)
        if more:
            applications.tell_missing(self.world.manager, application.pk)
            if self.random.random() < 0.5:
                return
            applications.supplement(actor, application.pk, ["结婚证"], [picture()])
        for checker in (self.world.manager, self.world.colleague):
            if checks.check(checker, application.pk, self.world.case.pk, key, "属实"):
                return

    def end(self) -> None:
        if one := self._live():
            bindings.end(self.world.manager, one.pk, self.random.choice(GROUNDS))

    def look(self) -> None:
        """Staff answer at the window or by telephone, or a look from outside comes in."""
        one = self._live()
        if one is None:
            return
        if self.random.random() < 0.5:
            channel = self.random.choice((("window", IN_PERSON), ("telephone", "回拨本院登记的电话核对")))
            _, record = looks.answer(self.world.manager, one.pk, *channel)
            self.own(record, one)
        else:
            payload = {"binding": str(one.pk), "account": str(one.inquirer_id), "what": "record",
                       "at": timezone.now().isoformat()}  # fmt: skip
            looks.take(Item("look", fresh(), 1, 1, payload))

    def give_up(self) -> None:
        if one := self._open():
            applications.withdraw(self.world.manager, one.pk)

    def refuse(self) -> None:
        if one := self._open():
            checks.refuse(self.world.manager, one.pk, "没有可以提供查询的案件", "不是本院案件")

    def change(self) -> None:
        charge = self.random.choice(["盗窃罪", "抢夺罪", "诈骗罪"])
        cases.correct(self.world.manager, self.world.case.pk, {"charge": charge})

    def seal(self) -> None:
        flags = self.random.choice([["sealed_record"], ["juvenile_crime"], [], []])
        cases.correct(self.world.manager, self.world.case.pk, {"flags": flags})

    def conclude(self) -> None:
        cases.conclude(self.world.manager, self.world.case.pk, timezone.localdate())

    def renew(self) -> None:
        Binding.objects.update(sent_at=None)
        terms.renew()

    def step(self) -> None:
        """One thing happens; what the rules refuse changes nothing."""
        plain = (self.end, self.end, self.look, self.give_up, self.refuse, self.change, self.seal, self.conclude, self.renew)
        first = not Binding.objects.exists()
        act: Callable[[], None] = self.apply if first or self.random.random() < 0.3 else self.random.choice(plain)
        try:
            with transaction.atomic():
                act()
        except Refused:
            pass

    def walk(self, outside: Outside, widths: tuple[int, ...]) -> None:
        """Play on in ``widths[0]`` ways, each of them in ``widths[1]``, and so on; look at everything at every leaf."""
        for _ in range(widths[0]):
            with transaction.atomic():
                after = Outside(outside.known, outside.read)
                self.step()
                if self.random.random() < 0.6:
                    after.receive()
                if widths[1:]:
                    self.walk(after, widths[1:])
                else:
                    after.receive()
                    self.judge(after)
                    self.leaves += 1
                transaction.set_rollback(True)

    def own(self, record: dict, binding: Binding) -> None:
        name = PEOPLE[binding.participant]
        assert record["person"] == name
        assert not [other for other in PEOPLE.values() if other != name and other in str(record)]
        assert binding.participant != "v1" or not record["measures"]

    def judge(self, outside: Outside) -> None:
        """What can be seen is what is granted now, each person's own; every answer given belongs to a right."""
        live = {str(b.pk): b for b in Binding.objects.filter(ended_at=None, online=True)}
        shown = outside.visible()
        assert set(shown) == set(live)
        for key, record in shown.items():
            self.own(record, live[key])
        self.world.case.refresh_from_db()
        assert not self.world.case.flags or shown == {}
        assert not [look for look in Look.objects.select_related("binding")
                    if look.binding.ended_at and look.at > look.binding.ended_at]  # fmt: skip


def _walk(world, seed: int, widths: tuple[int, ...]) -> int:
    play = Play(world, int(os.environ.get("ANXIN_SEED", "0")) + seed)
    play.walk(Outside(), widths)
    return play.leaves


@pytest.mark.once
def test_two_hundred_histories_without_a_wrong_look(world):
    assert _walk(world, 0, (2, 4, 5, 5)) == 200


@pytest.mark.campaign
@pytest.mark.timeout(0)
@pytest.mark.parametrize("thousand", range(1, 11))
def test_ten_thousand_histories_without_a_wrong_look(world, thousand):
    assert _walk(world, thousand, (5, 5, 5, 8)) == 1_000
