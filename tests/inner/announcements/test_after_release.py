"""After release: hiding by one, withdrawing and restoring by a chain, correcting, handing over, the nightly proof."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.announcements import drafts, flags, press, proof, release, requests, takedown, tasks
from anxin.inner.announcements.models import Task, Version
from anxin.inner.announcements.wording import Wording
from anxin.inner.approvals.models import Chain
from anxin.inner.approvals.queries import open_step
from anxin.inner.cases import actions as cases
from anxin.inner.ledger.models import Entry
from anxin.inner.organs.models import Organ
from anxin.inner.post.models import Outbox
from tests.inner.announcements.conftest import press_away
from tests.inner.people import CITY, COUNTY, PROVINCE, SUPREME

pytestmark = pytest.mark.django_db


def kinds(version: Version) -> list[str]:
    rows = Outbox.objects.filter(object_id=version.announcement.public_id).order_by("pk")
    return list(rows.values_list("kind", flat=True))


def state(version: Version) -> str:
    version.refresh_from_db()
    return version.state


def test_one_person_hides_and_nobody_alone_brings_back(house):
    version = house.released("nationwide")
    item = version.announcement
    takedown.hide(house.desk["press"], item.pk, "核实")
    with pytest.raises(NotAllowed, match="拟制人"):
        requests.ask(house.desk["office"], item.pk, "restoration", "没有问题")
    asked = requests.ask(house.desk["handler"], item.pk, "restoration", "没有问题")
    steps = list(asked.steps.order_by("index").values_list("organ_id", "duty"))
    assert [organ for organ, _ in steps] == [COUNTY, COUNTY, CITY, PROVINCE, SUPREME, COUNTY]
    while open_step(asked):
        assert state(version) == Version.State.HIDDEN
        requests.approve(house.next(asked), asked.pk, asked.content_hash)
    assert state(version) == Version.State.PUBLIC
    assert kinds(version) == ["announcement", "hide", "restore"]
    assert proof.without_chain() == []


@pytest.mark.parametrize(("has_press", "last"), [(True, "press"), (False, "case_management")])
def test_a_withdrawal_takes_three_people_and_leaves_its_ground(house, has_press, last):
    version = house.released()
    item = version.announcement
    if not has_press:
        press_away(COUNTY)
    asked = requests.ask(house.desk["handler"], item.pk, "withdrawal", "发布了不应当公开的内容", "4")
    with pytest.raises(Refused, match="正在审批"):
        requests.ask(house.desk["handler"], item.pk, "withdrawal", "再次报请")
    with pytest.raises(NotAllowed):
        requests.approve(house.desk[last], asked.pk, asked.content_hash)
    assert house.through(asked).steps.count() == 3
    assert asked.steps.last().duty == last
    assert state(version) == Version.State.WITHDRAWN
    assert (version.ground, version.article) == ("发布了不应当公开的内容", "4")
    assert kinds(version) == ["announcement", "withdrawal"]


@pytest.mark.parametrize(("organ", "duty", "may"), [
    (COUNTY, "handler", True), (COUNTY, "department_head", True), (COUNTY, "press", True), (COUNTY, "case_management", True),
    (CITY, "press", True), (CITY, "case_management", True),  # publishes it too
    (COUNTY, "office", False), (COUNTY, "deputy_chief", False), (COUNTY, "secrecy", False), (CITY, "department_head", False),
    (CITY, "chief", False), (PROVINCE, "press", False), (PROVINCE, "case_management", False),
])  # fmt: skip
def test_who_may_ask_for_a_withdrawal_or_a_correction_and_approves_neither(house, organ, duty, may):
    version = house.publish(house.joined_by(CITY))
    item, actor = version.announcement, house.desks[organ][duty]
    if not may:
        for act in (lambda: requests.ask(actor, item.pk, "withdrawal", "理由"), lambda: takedown.correct(actor, item.pk, "更正")):
            with pytest.raises(NotAllowed, match="提出"):
                act()
        return
    asked = requests.ask(actor, item.pk, "withdrawal", "与已发布的信息重复")
    assert asked.steps.get(index=0).duty == duty
    done = house.through(asked)
    assert list(done.steps.values_list("actor_id", flat=True)).count(actor.staff_id) == 1
    assert state(version) == Version.State.WITHDRAWN
    corrected = takedown.correct(actor, item.pk, "更正职务")
    chain = house.submit(house.reviewed(corrected))
    assert {actor.staff_id, house.desk["handler"].staff_id} <= set(chain.involved)
    second = house.publish(house.to_release(chain))
    assert actor.staff_id not in chain.steps.exclude(index=0).values_list("actor_id", flat=True)
    assert second.number == 2


def test_nobody_answers_for_a_sentence_of_the_correction_they_asked_for(house):
    version = takedown.correct(house.desk["press"], house.released().announcement_id, "经查明，受贿金额应为二百万元")
    sentence = Wording(version).unresolved[0].text
    with pytest.raises(NotAllowed, match="提出更正的人也不能"):
        drafts.justify(house.desk["press"], version.announcement_id, version.revision, sentence, "已公布")


def test_a_refused_or_returned_request_changes_nothing(house):
    version = house.released()
    item = version.announcement
    for stop, end in ((requests.send_back, "returned"), (requests.refuse, "refused")):
        asked = requests.ask(house.desk["handler"], item.pk, "withdrawal", "重复")
        stop(house.next(asked), asked.pk, "不必撤回")
        assert Chain.objects.get(pk=asked.pk).state == end
    assert state(version) == Version.State.PUBLIC


def test_what_changed_meanwhile_does_not_come_back(house):
    version = house.released()
    item = version.announcement
    takedown.hide(house.desk["press"], item.pk, "核实")
    asked = requests.ask(house.desk["handler"], item.pk, "restoration", "没有问题")
    person = house.case.participants.get(key="d1")
    cases.save_participant(house.desk["handler"], house.case.pk, "d1",
                           {"name": person.name, "role": "victim", "title": person.title})  # fmt: skip
    requests.approve(house.next(asked), asked.pk, asked.content_hash)
    with pytest.raises(Refused, match="不能恢复"):
        requests.approve(house.next(asked), asked.pk, asked.content_hash)
    assert state(version) == Version.State.HIDDEN


def test_a_mark_that_came_after_the_request_asks_for_the_superior(house):
    version = house.released()
    takedown.hide(house.desk["press"], version.announcement_id, "核实")
    asked = requests.ask(house.desk["handler"], version.announcement_id, "restoration", "没有问题")
    cases.correct(house.desk["handler"], house.case.pk, {"flags": ["attention", "supervised"]})
    requests.approve(house.next(asked), asked.pk, asked.content_hash)
    with pytest.raises(Refused, match="上级"):
        requests.approve(house.next(asked), asked.pk, asked.content_hash)
    assert state(version) == Version.State.HIDDEN


def test_a_public_ground_holds_no_protected_name(house):
    version = house.released()
    with pytest.raises(Refused, match="匿名"):
        requests.ask(house.desk["handler"], version.announcement_id, "withdrawal", "证人柳春燕提出异议")


@pytest.mark.parametrize("where", ["correction", "alt"])
def test_what_goes_out_beside_the_text_is_read_like_the_text(house, where):
    version = house.released()
    item = version.announcement
    note = "更正职务，原稿误写证人柳春燕" if where == "correction" else "更正职务"
    version = takedown.correct(house.desk["handler"], item.pk, note)
    if where == "alt":
        drafts.add_picture(house.desk["handler"], item.pk, version.revision, house.png(), "证人柳春燕在现场",
                           wordless=True)  # fmt: skip
    with pytest.raises(Refused, match="匿名"):
        house.submit(house.reviewed(version))


def test_facts_beside_the_text_block_like_facts_in_it(house):
    version = house.released()
    version = takedown.correct(house.desk["handler"], version.announcement_id, "经查明，受贿金额应为二百万元")
    with pytest.raises(Refused, match="第十一条第二款"):
        house.submit(house.reviewed(version))


def test_a_case_handed_over_takes_its_items_along_and_nobody_approves_what_they_had_in_hand(house):
    first, item = house.desk["handler"], house.draft().announcement
    taker = house.another_handler()
    cases.hand_over(house.desk["department_head"], [house.case.pk], taker.staff_id, "调岗")
    item.refresh_from_db()
    assert (item.drafter_id, set(item.hands)) == (taker.staff_id, {first.staff_id, taker.staff_id})
    with pytest.raises(NotAllowed, match="拟制人"):
        house.reviewed(item.newest)
    house.desk["handler"] = taker
    chain = house.submit(house.reviewed(item.newest))
    assert first.staff_id in chain.involved


def test_the_nights_proof_hides_what_is_no_longer_what_was_approved(house):
    version = house.released()
    assert proof.prove_all() == {}
    Version.objects.filter(pk=version.pk).update(public_text="别的文字")
    assert list(proof.prove_all()) == [version.pk]
    assert state(version) == Version.State.HIDDEN
    assert Entry.objects.filter(event="proof_failed", subject="announcement").count() == 1


def test_a_mark_of_the_case_is_held_from_the_report_on_and_goes_only_with_a_reason(house):
    house.case.flags = ["attention", "supervised"]
    house.case.save()
    chain = house.submitted()
    cases.correct(house.desk["handler"], house.case.pk, {"flags": ["attention"]})
    assert CITY in chain.steps.values_list("organ_id", flat=True)
    cases.correct(house.desk["handler"], house.case.pk, {"flags": ["attention", "nationwide"]})
    assert SUPREME in chain.steps.values_list("organ_id", flat=True)


def test_a_mark_on_the_way_takes_the_plan_off(house):
    chain = house.to_release(house.submitted())
    item = house.case.announcements.get()
    release.schedule(house.desk["press"], chain.pk, chain.content_hash, timezone.now() + timedelta(hours=1))
    flags.add(house.desk["chief"], item.pk, "major", "影响较大")
    assert item.newest.planned_at is None
    assert "标识变更" in item.newest.plan_failed


def test_one_planned_item_that_breaks_keeps_back_no_other(house, monkeypatch):
    chain = house.to_release(house.submitted())
    at = timezone.now() + timedelta(minutes=5)
    release.schedule(house.desk["press"], chain.pk, chain.content_hash, at)

    def broken(*_):
        raise OSError

    monkeypatch.setattr(release, "payload", broken)
    monkeypatch.setattr(timezone, "now", lambda: at + timedelta(minutes=1))
    assert release.release_due() == 0
    assert "未能完成" in house.case.announcements.get().newest.plan_failed


def test_a_press_conference_to_come_holds_the_release_until_it_is_put_off(house):
    chain = house.to_release(house.submitted())
    item = house.case.announcements.get()
    at = timezone.now() + timedelta(hours=2)
    row = press.record(house.desk["press"], item.pk, "新闻发布会", "本院新闻发布厅", at)
    with pytest.raises(Refused, match="第十二条"):
        house.publish(chain)
    with pytest.raises(Refused, match="理由"):
        press.cancel(house.desk["press"], row.pk, " ")
    press.cancel(house.desk["press"], row.pk, "改期")
    assert house.publish(chain).state == Version.State.PUBLIC
    row.refresh_from_db()
    assert press.difference(row).sentence == "已取消：改期"


def test_a_press_copy_before_the_approval_is_reported_as_a_breach_of_article_13(house):
    chain = house.submitted("major")
    item = house.case.announcements.get()
    now = timezone.now()
    row = press.record(house.desk["press"], item.pk, "新闻稿", "黟县日报", now, now)
    house.publish(house.to_release(chain))
    assert "还没有获得批准" in press.difference(row).sentence


@pytest.mark.parametrize(
    ("category", "event", "change", "words"),
    [
        ("typical_case", "办结", {}, "办结"),
        ("duty_crime", "提起公诉", {"charge": "盗窃罪"}, "职务犯罪"),
        ("duty_crime", "立案侦查", {"on": "2019-05-06"}, "监察法"),
    ],
)
def test_the_category_has_to_fit_the_case(house, category, event, change, words):
    if "on" in change:
        house.case.proceedings.update(on=change["on"], kind="立案侦查")
    house.case.charge = change.get("charge", "受贿罪")
    house.case.save()
    with pytest.raises(Refused, match=words):
        drafts.start(house.desk["handler"], category, event, house.case.pk)


def test_nothing_is_due_in_a_case_of_which_nothing_may_be_told(house):
    house.case.flags = ["attention", "state_secret"]
    house.case.save()
    cases.correct(house.desk["handler"], house.case.pk, {"charge": "受贿罪"})
    assert not Task.objects.exists()


def test_a_typical_case_told_closes_its_task(house):
    house.case.flags, house.case.case_type = ["typical"], "刑事申诉审查"
    house.case.save()
    house.case.proceedings.all().delete()
    cases.conclude(house.desk["handler"], house.case.pk, timezone.localdate())
    assert [t.event for t in Task.objects.all()] == ["办结"]
    version = drafts.start(house.desk["handler"], "typical_case", "办结", house.case.pk)
    house.publish(house.to_release(house.submit(house.reviewed(version))))
    assert Task.objects.get().state == Task.State.DONE
    assert tasks.figures(COUNTY)[0]["by_category"] == {"typical_case": 1}


def test_the_system_and_strangers_ask_for_nothing(house):
    version = house.released()
    for actor in (Actor.system("夜间", COUNTY), house.desks[CITY]["handler"]):
        with pytest.raises(NotAllowed):
            requests.ask(actor, version.announcement_id, "withdrawal", "理由")
    assert Organ.objects.filter(pk=COUNTY).exists()
    assert Wording(version).equal
