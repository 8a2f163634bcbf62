"""Histories over four levels: whatever people do in whatever order, nothing is public without its complete chain."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anxin.inner.actor import NotAllowed, Refused
from anxin.inner.announcements import drafts, facts, flags, flow, joining, proof, release, requests, takedown
from anxin.inner.announcements.models import Announcement, Version
from anxin.inner.approvals.models import Chain
from anxin.inner.approvals.queries import is_last, open_step
from anxin.inner.cases.models import Case
from anxin.inner.documents.review import SECRECY_CHECKS
from anxin.inner.ledger.record import operation
from anxin.inner.post.models import Outbox
from tests.inner.announcements.conftest import LEVELS, House

pytestmark = pytest.mark.django_db
FLAGS = ("major", "sensitive", "assigned", "supervised", "nationwide")
ON = "on"  # the next station of an item that is released, hidden, restored; everything else disturbs
DISTURBING = ("edit", "secrecy", "submit", "approve", "return", "plan", "release", "due", "flag", "flag", "unflag",
              "withdraw", "restore", "sign", "hide", "correct", "facts", "join", "join")  # fmt: skip
MOVE = st.one_of(st.just(ON), st.just(ON), st.sampled_from(DISTURBING))
HISTORY = st.lists(st.tuples(MOVE, st.integers(0, 3), st.integers(0, 4)), min_size=5, max_size=9)


class Undo(Exception):
    pass


def onward(house: House, item: Announcement, version: Version, chain: Chain | None, level: int) -> None:
    """The next thing on the way of an item out, away and out again."""
    asked = requests.of_item(item) if version.state in (Version.State.PUBLIC, Version.State.HIDDEN) else None
    if version.state == Version.State.WORK:
        house.submit(house.reviewed(version))
    elif version.state == Version.State.CHAIN:
        act = release.publish if is_last(open_step(chain)) else flow.approve
        act(house.next(chain), chain.pk, chain.content_hash)
    elif asked and asked.state == Chain.State.OPEN:
        requests.approve(house.next(asked), asked.pk, asked.content_hash)
    elif version.state == Version.State.PUBLIC and level and not item.publishers.filter(organ_id=LEVELS[level]).exists():
        joining.join(house.desks[LEVELS[level]]["press"], item.pk)
    elif version.state == Version.State.PUBLIC:
        takedown.hide(house.desk["handler"], item.pk, "核实")
    elif version.state == Version.State.HIDDEN:
        requests.ask(house.desk["handler"], item.pk, "restoration", "没有不当内容")
    else:
        takedown.correct(house.desk["handler"], item.pk, "更正")


def one(house: House, item: Announcement, move: str, level: int, which: int) -> None:
    version = item.newest
    chain = flow.of(version)
    handler, desk = house.desk["handler"], house.desks[LEVELS[level]]
    if move == ON:
        onward(house, item, version, chain, level)
    elif move == "edit":
        drafts.edit(handler, item.pk, version.revision, version.title, version.text + "该案正在进一步办理中。")
    elif move == "secrecy":
        outcome = ("open", "open", "after_processing", "closed", "refer")[which]
        drafts.review_secrecy(handler, item.pk, version.revision, outcome, list(SECRECY_CHECKS), "说明")
    elif move == "submit":
        flow.submit(handler, item.pk, house.hash(version))
    elif move == "flag":
        flags.add(desk["chief"], item.pk, FLAGS[which], "标识")
    elif move == "unflag":
        flags.remove(desk["chief"], item.flags.filter(removed_at=None)[0].pk, "取消")
    elif move == "hide":
        takedown.hide(desk["press"], item.pk, "核实")
    elif move in ("withdraw", "restore"):
        kind = {"withdraw": "withdrawal", "restore": "restoration"}[move]
        requests.ask(handler if which else desk["press"], item.pk, kind, "理由")
    elif move == "correct":
        takedown.correct((handler, desk["press"], desk["case_management"])[which % 3], item.pk, "更正")
    elif move == "join":
        joining.join(desk["press"], item.pk)
    elif move == "facts":
        changed(house, item, ["attention", *(["supervised"] if which > 2 else []), *(["nationwide"] if which == 4 else [])])
    elif move == "due":
        Version.objects.filter(announcement=item).exclude(planned_at=None).update(planned_at=timezone.now())
        release.release_due()
    else:
        signed(house, item, move, desk, chain, which)


def changed(house: House, item: Announcement, raised: list[str]) -> None:
    """The case is registered with other marks."""
    with operation(house.desk["handler"]) as op:
        case = Case.objects.select_for_update().get(pk=item.case_id)
        case.flags = item.case.flags = raised
        case.save()
        facts.changed(op, case)


def signed(house: House, item: Announcement, move: str, desk, chain: Chain | None, which: int) -> None:
    chain = requests.of_item(item) if move == "sign" else chain
    if chain is None or open_step(chain) is None:
        return
    actor = house.next(chain) if which > 1 else desk["chief"]  # often the right person, sometimes not
    if move == "sign":
        requests.approve(actor, chain.pk, chain.content_hash)
    elif move == "approve":
        flow.approve(actor, chain.pk, chain.content_hash)
    elif move == "return":
        flow.send_back(actor, chain.pk, "请修改")
    elif move == "plan":
        release.schedule(actor, chain.pk, chain.content_hash, timezone.now() + timedelta(hours=1))
    else:
        release.publish(actor, chain.pk, chain.content_hash)


def play(house: House, history, seen: dict[str, int]) -> None:
    item = house.draft().announcement
    public, joined = None, 0
    for number, (move, level, which) in enumerate([(ON, 0, 0), *history]):
        try:
            with transaction.atomic():
                one(house, item, move, level, which)
        except (Refused, NotAllowed, IndexError, StopIteration):
            continue
        before, public = public, item.versions.filter(state="public").first()
        if public is None:
            continue
        assert proof.approved(public), (number, move)
        told(item, public)
        if item.publishers.count() > joined and before == public:
            seen["joined"] = seen.get("joined", 0) + 1
        joined = item.publishers.count()
        if before != public:
            restored = _restored(item)
            seen["restored" if restored else "released"] = seen.get("restored" if restored else "released", 0) + 1
            whole(house, item, requests.of_item(item) if restored else flow.of(public))


def told(item: Announcement, public: Version) -> None:
    """Outside, the public wording names exactly the organs that publish it, all of them above the first."""
    sent = Outbox.objects.filter(kind__in=("announcement", "publishers"), object_id=item.public_id, version=public.number)
    mine = set(item.publishers.values_list("organ_id", flat=True))
    assert {p["code"] for p in sent.latest("pk").payload["publishers"]} == mine <= set(LEVELS[1:])


def _restored(item: Announcement) -> bool:
    asked = requests.of_item(item)
    newest = item.newest.pk
    return bool(asked and asked.subject_id == newest and asked.purpose == "restoration" and asked.state == "complete")


def whole(house: House, item: Announcement, chain: Chain) -> None:
    """The chain reached every organ that the flags of this moment ask for, each person once, each step taken."""
    steps = list(chain.steps.values_list("organ_id", "state", "actor_id"))
    organs, people = {organ for organ, _, _ in steps}, [who for _, _, who in steps]
    raised = set(item.flags.filter(removed_at=None).values_list("name", flat=True)) | set(item.case.flags)
    assert {state for _, state, _ in steps} == {"done"}
    assert len(people) == len(set(people)) >= 3
    assert "nationwide" not in raised or set(LEVELS) <= organs
    assert not raised & {"major", "sensitive", "assigned", "supervised"} or LEVELS[1] in organs


def run(house: House, count: int) -> dict[str, int]:
    seen: dict[str, int] = {}

    @settings(max_examples=count, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(HISTORY)
    def histories(history):
        try:
            with transaction.atomic():
                play(house, history, seen)
                raise Undo
        except Undo:
            pass

    histories()
    print(f"{count} histories: {seen}")
    return seen


@pytest.mark.once
@pytest.mark.timeout(900)
def test_nothing_is_public_without_its_complete_chain_in_200_histories(house):
    seen = run(house, 200)
    assert seen["released"] > 50, "too few histories reached a release to say anything"
    assert seen["restored"] > 0
    assert seen["joined"] > 20


@pytest.mark.campaign
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("part", range(10))
def test_nothing_is_public_without_its_complete_chain_in_10000_histories(house, part):
    seen = run(house, 1_000)
    assert seen["released"] > 150
    assert seen["restored"] > 20
    assert seen["joined"] > 1000
