"""Histories over four levels: whatever people do in whatever order, nothing is public without its complete chain."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anxin.inner.actor import NotAllowed, Refused
from anxin.inner.announcements import drafts, flags, flow, release, takedown
from anxin.inner.announcements.models import Announcement, Version
from anxin.inner.approvals.queries import open_step
from anxin.inner.documents.review import SECRECY_CHECKS
from tests.inner.announcements.conftest import LEVELS, House

pytestmark = pytest.mark.django_db
MOVES = ("edit", "secrecy", "submit", "approve", "approve", "approve", "return", "plan", "release", "release", "due",
         "flag", "unflag", "withdraw", "hide", "correct", "facts")  # fmt: skip
HISTORY = st.lists(st.tuples(st.sampled_from(MOVES), st.integers(0, 3), st.integers(0, 4)), min_size=4, max_size=7)


class Undo(Exception):
    pass


def one(house: House, item: Announcement, move: str, level: int, which: int) -> None:
    version, chain = item.newest, flow.of(item.newest)
    handler, organ = house.desk["handler"], LEVELS[level]
    desk = house.desks[organ]
    step = open_step(chain) if chain else None
    near = house.next(chain) if step and which else desk["chief"]  # often the right person, sometimes not
    if move == "edit":
        drafts.edit(handler, item.pk, version.revision, version.title, version.text + "该案正在进一步办理中。")
    elif move == "secrecy":
        outcome = ("open", "open", "after_processing", "closed", "refer")[which]
        drafts.review_secrecy(handler, item.pk, version.revision, outcome, list(SECRECY_CHECKS), "说明")
    elif move == "submit":
        flow.submit(handler, item.pk, house.hash(version))
    elif move == "flag":
        flags.add(desk["chief"], item.pk, ("major", "sensitive", "assigned", "supervised", "nationwide")[which], "标识")
    elif move == "unflag":
        flags.remove(desk["chief"], item.flags.filter(removed_at=None)[0].pk, "取消")
    elif move == "hide":
        takedown.hide(desk["press"], item.pk, "核实")
    elif move == "withdraw":
        takedown.withdraw(desk["press"], item.pk, "撤回")
    elif move == "correct":
        takedown.correct(handler, item.pk, "更正")
    elif move == "facts":
        house.case.flags = ["attention", *(["supervised"] if which > 2 else [])]
        house.case.save()
    elif move == "due":
        Version.objects.filter(announcement=item).exclude(planned_at=None).update(planned_at=timezone.now())
        release.release_due()
    else:
        signed(move, near, chain)


def signed(move: str, actor, chain) -> None:
    if chain is None:
        return
    if move == "approve":
        flow.approve(actor, chain.pk, chain.content_hash)
    elif move == "return":
        flow.send_back(actor, chain.pk, "请修改")
    elif move == "plan":
        release.schedule(actor, chain.pk, chain.content_hash, timezone.now() + timedelta(hours=1))
    else:
        release.publish(actor, chain.pk, chain.content_hash)


def play(house: House, history, seen: dict[str, int]) -> None:
    item = house.draft().announcement
    for number, (move, level, which) in enumerate([("secrecy", 0, 0), ("submit", 0, 1), *history]):
        before = item.versions.filter(state="public").count()
        try:
            with transaction.atomic():
                one(house, item, move, level, which)
        except (Refused, NotAllowed, IndexError):
            pass
        assert release.public_without_chain() == [], (number, move)
        if item.versions.filter(state="public").count() > before:
            seen["released"] = seen.get("released", 0) + 1
            organs = set(flow.of(item.newest).steps.values_list("organ_id", flat=True))
            raised = set(item.flags.filter(removed_at=None).values_list("name", flat=True)) | set(house.case.flags)
            assert "nationwide" not in raised or set(LEVELS) <= organs
            assert not raised & {"major", "sensitive", "assigned", "supervised"} or LEVELS[1] in organs


def run(house: House, count: int) -> int:
    seen: dict[str, int] = {}

    @settings(max_examples=count, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(HISTORY)
    def histories(history):
        try:
            with transaction.atomic():
                house.case.flags = ["attention"]
                play(house, history, seen)
                raise Undo
        except Undo:
            pass

    histories()
    return seen.get("released", 0)


@pytest.mark.once
def test_nothing_is_public_without_its_complete_chain_in_200_histories(house):
    assert run(house, 200) > 5, "too few histories reached a release to say anything"


@pytest.mark.campaign
@pytest.mark.timeout(7200)
def test_nothing_is_public_without_its_complete_chain_in_10000_histories(house):
    assert run(house, 10_000) > 250
