"""Important case information from the draft to the public, and every way it must not get there (Art 11-15)."""

from __future__ import annotations

import io
from datetime import date, timedelta

import pytest
from django.utils import timezone

from anxin.inner import doctor
from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.announcements import drafts, flags, flow, joining, press, proof, release, requests, takedown, tasks
from anxin.inner.announcements.models import Task, Version
from anxin.inner.announcements.wording import Wording
from anxin.inner.approvals.models import Chain
from anxin.inner.cases import actions as cases
from anxin.inner.ledger.models import Entry
from anxin.inner.post.models import Outbox
from tests.inner.announcements.conftest import LEVELS, press_away
from tests.inner.people import CITY, COUNTY, PROVINCE, SUPREME

pytestmark = pytest.mark.django_db


def test_the_standard_wording_stands_and_goes_out_with_its_proof(house):
    version = house.publish(house.to_release(house.submitted()))
    assert version.public_text.endswith("日前，黟县交通局原局长冯建设涉嫌受贿罪一案，由黟县人民检察院依法向人民法院提起公诉。")
    item = Outbox.objects.get(kind="announcement")
    assert item.payload["text"] in version.public_text
    assert item.payload["publishers"] == []
    assert Wording(version).equal
    assert proof.without_chain() == []


def test_g_a_supervised_case_is_not_released_without_its_superior(house):
    """Acceptance case (g): 上级督办, and nobody above has approved."""
    house.case.flags = ["attention", "supervised"]
    house.case.save()
    chain = house.submitted()
    house.approve(chain)
    with pytest.raises((Refused, NotAllowed)):
        release.publish(house.desk["press"], chain.pk, chain.content_hash)
    assert not Outbox.objects.filter(kind="announcement").exists()
    assert chain.steps.get(state="open").organ_id == CITY
    house.approve(chain)
    assert house.publish(chain).state == Version.State.PUBLIC


def test_g_supervision_that_comes_after_the_approvals_stops_the_release(house):
    chain = house.to_release(house.submitted())
    house.case.flags = ["attention", "supervised"]
    house.case.save()
    with pytest.raises(Refused, match="上级人民检察院"):
        house.publish(chain)
    assert not Outbox.objects.filter(kind="announcement").exists()


def test_h_a_press_conference_two_hours_before_the_system_is_measured_and_reported(house):
    """Acceptance case (h)."""
    chain = house.to_release(house.submitted())
    item = house.case.announcements.get()
    at = timezone.now() - timedelta(hours=2)
    row = press.record(house.desk["press"], item.pk, "新闻发布会", "本院新闻发布厅", at, at)
    early = press.difference(row)
    assert early.breach
    assert "还没有发布" in early.sentence
    house.publish(chain)
    found = press.difference(row)
    assert (found.minutes, found.breach) == (120, True)
    assert "晚于对外发布120分钟" in found.sentence
    assert [d.record.pk for d in press.differences([COUNTY]) if d.breach] == [row.pk]


def test_the_release_is_planned_for_the_minute_of_the_press_conference(house, monkeypatch):
    chain = house.to_release(house.submitted())
    item = house.case.announcements.get()
    at = (timezone.now() + timedelta(hours=1)).replace(second=0, microsecond=0)
    row = press.record(house.desk["press"], item.pk, "新闻发布会", "本院新闻发布厅", at)
    with pytest.raises(Refused, match="第十二条"):
        release.schedule(house.desk["press"], chain.pk, chain.content_hash, at + timedelta(minutes=5))
    release.schedule(house.desk["press"], chain.pk, chain.content_hash, at)
    assert release.release_due() == 0
    moment = at + timedelta(seconds=3)
    monkeypatch.setattr(timezone, "now", lambda: moment)
    assert release.release_due() == 1
    press.took_place(house.desk["press"], row.pk, at)
    assert (press.difference(row.__class__.objects.get()).minutes) == 0


def test_a_cancelled_plan_releases_nothing_and_an_embargo_holds(house, monkeypatch):
    chain = house.to_release(house.submitted())
    at = timezone.now() + timedelta(hours=1)
    release.schedule(house.desk["press"], chain.pk, chain.content_hash, at, embargo_until=at - timedelta(minutes=5))
    with pytest.raises(Refused, match="提前"):
        house.publish(chain)
    release.cancel(house.desk["press"], chain.pk)
    monkeypatch.setattr(timezone, "now", lambda: at + timedelta(hours=1))
    assert release.release_due() == 0


def test_a_planned_release_looks_at_everything_again(house, monkeypatch):
    chain = house.to_release(house.submitted())
    at = timezone.now() + timedelta(minutes=5)
    release.schedule(house.desk["press"], chain.pk, chain.content_hash, at)
    house.case.flags = ["attention", "nationwide"]
    house.case.save()
    monkeypatch.setattr(timezone, "now", lambda: at + timedelta(minutes=1))
    assert release.release_due() == 0
    assert "层报" in house.case.announcements.get().newest.plan_failed


@pytest.mark.parametrize(
    "text",
    ["经查明，冯建设收受他人贿赂二百万元。", "冯建设对犯罪事实供认不讳。", "多名证人的证言证实了上述事实。"],
)
def test_facts_and_evidence_of_a_pending_case_block_until_somebody_else_answers_for_them(house, text):
    version = house.draft()
    version = drafts.edit(house.desk["handler"], version.announcement_id, version.revision, version.title, text)
    version = house.reviewed(version)
    with pytest.raises(Refused, match="第十一条第二款"):
        house.submit(version)
    sentence = Wording(version).unresolved[0].text
    with pytest.raises(NotAllowed, match="拟制人不能"):
        drafts.justify(house.desk["handler"], version.announcement_id, version.revision, sentence, "无关")
    for objection in Wording(version).unresolved:
        version = drafts.justify(house.desk["department_head"], version.announcement_id, version.revision,
                                 objection.text, "已向社会公布。")  # fmt: skip
    assert house.submit(version).state == Chain.State.OPEN


def test_the_protected_are_masked_whoever_is_named(house):
    version = house.draft()
    text = "日前，冯建设涉嫌受贿罪一案，由黟县人民检察院依法向人民法院提起公诉。本院依法通知了柳春燕。"
    version = drafts.edit(house.desk["handler"], version.announcement_id, version.revision, version.title, text)
    public = Wording(version).public
    assert "冯建设" in public
    assert "柳春燕" not in public
    person = house.case.participants.get(key="d1")
    cases.save_participant(house.desk["handler"], house.case.pk, "d1",
                           {"name": person.name, "role": "defendant", "title": person.title, "minor": True})  # fmt: skip
    assert "冯建设" not in Wording(house.case.announcements.get().newest).public
    with pytest.raises(Refused, match="未成年"):
        house.submit(house.reviewed(house.case.announcements.get().newest))


def test_what_cannot_be_determined_goes_to_the_secrecy_department(house):
    version = house.reviewed(house.draft())
    version = drafts.review_secrecy(house.desk["handler"], version.announcement_id, version.revision, "refer",
                                    version.secrecy_checks, "不能确定")  # fmt: skip
    with pytest.raises(Refused, match="保密部门"):
        house.submit(version)
    with pytest.raises(NotAllowed):
        drafts.answer_referral(house.desk["handler"], version.announcement_id, "open", "可以")
    version = drafts.answer_referral(house.desk["secrecy"], version.announcement_id, "open", "不涉及秘密")
    assert house.submit(version).state == Chain.State.OPEN


def test_a_superior_adds_a_flag_and_the_chain_grows_to_the_top(house):
    chain = house.submitted("major")
    house.approve(chain)
    item = house.case.announcements.get()
    flag = flags.add(house.desks[CITY]["chief"], item.pk, "nationwide", "影响及于全国")
    organs = list(chain.steps.order_by("index").values_list("organ_id", flat=True))
    assert organs == [COUNTY, COUNTY, CITY, PROVINCE, SUPREME, COUNTY]
    with pytest.raises(NotAllowed, match="上级院"):
        flags.remove(house.desk["chief"], flag.pk, "不必层报")
    with pytest.raises(Refused, match="理由"):
        flags.remove(house.desks[PROVINCE]["chief"], flag.pk, " ")
    flags.remove(house.desks[PROVINCE]["chief"], flag.pk, "影响限于本省")
    assert list(chain.steps.order_by("index").values_list("organ_id", flat=True)) == [COUNTY, COUNTY, CITY, COUNTY]
    assert Entry.objects.filter(event="flag_removed").exists()


def test_one_item_four_publishers_one_withdrawal(house):
    chain = house.submitted("nationwide")
    item = house.case.announcements.get()
    with pytest.raises(Refused, match="批准"):
        joining.join(house.desks[CITY]["press"], item.pk)
    house.to_release(chain)
    for code in LEVELS[1:]:
        joining.join(house.desks[code]["press"], item.pk)
    house.publish(chain)
    payload = Outbox.objects.get(kind="announcement").payload
    assert {p["code"] for p in payload["publishers"]} == set(LEVELS[1:])
    takedown.hide(house.desks[PROVINCE]["press"], item.pk, "表述不准确")
    house.through(requests.ask(house.desk["handler"], item.pk, "withdrawal", "表述不准确"))
    assert Outbox.objects.filter(kind="hide", object_id=item.public_id).count() == 1
    assert Outbox.objects.filter(kind="withdrawal", object_id=item.public_id).count() == 1


def test_without_a_press_department_case_management_releases_and_the_office_speaks_outside(house):
    press_away(COUNTY)
    chain = house.to_release(house.submitted())
    assert chain.steps.get(state="open").duty == "case_management"
    item = house.case.announcements.get()
    with pytest.raises(NotAllowed, match="办公室"):
        press.record(house.desk["case_management"], item.pk, "新闻稿", "黟县日报", timezone.now())
    press.record(house.desk["office"], item.pk, "新闻稿", "黟县日报", timezone.now())
    assert house.publish(chain).published_by_id == house.desk["case_management"].staff_id


def test_a_correction_goes_through_the_whole_chain_and_replaces(house):
    house.publish(house.to_release(house.submitted()))
    item = house.case.announcements.get()
    version = takedown.correct(house.desk["handler"], item.pk, "更正职务名称")
    with pytest.raises(Refused, match="还不能报请"):
        house.submit(version)
    second = house.publish(house.to_release(house.submit(house.reviewed(version))))
    assert second.number == 2
    assert item.versions.get(number=1).state == Version.State.REPLACED


def test_text_changed_behind_the_house_is_not_released(house):
    chain = house.to_release(house.submitted())
    Version.objects.update(text="日前，黟县人民检察院依法提起公诉。")
    with pytest.raises(Refused, match="改动"):
        house.publish(chain)


def test_a_picture_keeps_no_metadata_and_needs_words(house):
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    info, out = PngInfo(), io.BytesIO()
    info.add_text("Author", "柳春燕")
    Image.new("RGB", (8, 8), "red").save(out, "PNG", pnginfo=info)
    version = house.draft()
    with pytest.raises(Refused, match="替代文字"):
        drafts.add_picture(house.desk["handler"], version.announcement_id, version.revision, out.getvalue(), " ")
    [picture] = drafts.add_picture(house.desk["handler"], version.announcement_id, version.revision, out.getvalue(), "徽章", wordless=True)
    from anxin.inner import filestore

    assert "柳春燕".encode() not in filestore.load(picture.digest)
    assert b"Author" not in filestore.load(picture.digest)


def test_what_should_be_told_opens_a_task_is_reminded_and_done_with_the_release(house):
    cases.correct(house.desk["handler"], house.case.pk, {"charge": "受贿罪"})
    task = Task.objects.get(event="提起公诉")
    assert (task.category, task.deadline) == ("duty_crime", date(2014, 10, 23))
    with pytest.raises(NotAllowed, match="第十五条"):
        tasks.remind(house.desk["handler"], task.pk, "请发布")
    tasks.remind(house.desk["press"], task.pk, "请尽快拟制发布")
    assert next(f for f in tasks.figures(COUNTY) if f["organ"].pk == COUNTY)["overdue"] == 1
    house.publish(house.to_release(house.submitted()))
    task.refresh_from_db()
    assert task.state == Task.State.DONE
    assert next(f for f in tasks.figures(CITY) if f["organ"].pk == COUNTY)["reminders"] == 1


def test_nobody_approves_their_own_draft_and_the_system_releases_nothing(house):
    chain = house.submitted()
    with pytest.raises(NotAllowed):
        flow.approve(house.desk["handler"], chain.pk, chain.content_hash)
    house.to_release(chain)
    with pytest.raises(NotAllowed):
        release.publish(Actor.system("夜间"), chain.pk, chain.content_hash)


def found() -> list[str]:
    return [sentence for sentence in doctor.examine()["findings"] if not sentence.startswith("I6")]


def test_the_doctor_knows_announcements(house):
    version = house.publish(house.to_release(house.submitted()))
    item = version.announcement
    assert found() == []
    assert doctor.examine()["public"] == {item.public_id: [1, version.text_hash]}
    takedown.hide(house.desk["press"], item.pk, "核实")
    assert found() == []
    assert doctor.examine()["public"] == {}
    Version.objects.filter(pk=version.pk).update(state="public")
    assert any("与已经发往互联网的指令不一致" in sentence for sentence in found())


def test_the_doctor_speaks_when_an_announcement_is_not_what_was_approved(house):
    version = house.publish(house.to_release(house.submitted()))
    Version.objects.filter(pk=version.pk).update(content_hash="0" * 64)
    assert any("案件信息" in sentence and "审批流程" in sentence for sentence in found())
    Version.objects.filter(pk=version.pk).update(content_hash=version.content_hash, published_at=None)
    assert any("不存在" in sentence for sentence in found())
