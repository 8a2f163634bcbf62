"""Articles 7 and 10: what a binding shows, and that it ends when it must."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from anxin.exchange.kinds import check_item
from anxin.exchange.package import Item
from anxin.inner.actor import Refused
from anxin.inner.cases import actions as cases
from anxin.inner.inquiry import accounts, bindings, checks, erasure, looks, queries, terms, waiting
from anxin.inner.inquiry.models import Alarm, Application, Binding, Inquirer, Look, Notice
from anxin.inner.ledger.models import Entry
from anxin.inner.post.models import Outbox, Parcel
from anxin.regulation.rules import RuleSet
from tests.inner.inquiry.conftest import IN_PERSON, case_data, fresh, sent

PARAMETER = RuleSet.parameter


def test_a_record_holds_the_listed_items_and_nothing_else(world):
    shown = bindings.record_of(world.grant())
    assert [f["label"] for f in shown["fields"]] == ["案由", "受理日期", "办案期限", "办案部门", "办案进程", "强制措施"]
    assert [s["step"] for s in shown["timeline"]] == ["受理", "分案"]
    assert [m["kind"] for m in shown["measures"]] == ["逮捕"]
    text = str(shown)
    for never in ("段小毛", "柳春燕", "裘大勇", "从重", "监视居住", "内部讨论", "取保候审"):
        assert never not in text
    assert shown["limit"]["deadline"]
    assert shown["limit"]["steps"]


def test_a_co_defendants_defender_and_the_victim_see_no_measure_of_others(world):
    other = world.grant(participant="d2", client="段小毛", number="110101199001015555")
    victim = world.grant("party", participant="v1", number="110101199001016666")
    assert [m["kind"] for m in bindings.record_of(other)["measures"]] == ["取保候审"]
    assert bindings.record_of(victim)["measures"] == []
    assert "强制措施" not in [f["label"] for f in bindings.record_of(victim)["fields"]]


def test_an_arrest_that_was_not_carried_out_shows_neither_result_nor_conclusion(world):
    on = timezone.localdate().isoformat()
    data = case_data(
        7, case_type="审查逮捕", concluded_on=on,
        measures=[{"participant": "d1", "kind": "逮捕", "decided_on": on, "executed_on": on}],
    )  # fmt: skip
    data["proceedings"] = [{"on": on, "kind": "受理"}, {"on": on, "kind": "审结", "outcome": "批准逮捕"}]
    case = world.take(data)
    shown = bindings.record_of(world.grant(case=case))
    assert "批准逮捕" not in str(shown)
    assert "审结" not in str(shown)
    data["measures"].append({"participant": "d2", "kind": "逮捕", "decided_on": on, "executed_on": on})
    world.take(data)
    assert "批准逮捕" in str(bindings.record_of(Binding.objects.get()))


def test_every_payload_fits_the_corridor(world):
    binding = world.grant()
    bindings.end(world.manager, binding.pk, "解除委托")
    for row in Outbox.objects.filter(kind__in=("binding", "binding_end", "answer")):
        check_item("inner-outer", row.lane, row.kind, row.payload, {})


def test_a_dismissed_defender_is_out_with_one_action_by_the_hide_lane(world):
    """Acceptance case (i), inside: the end is on the hide lane before anybody looks again."""
    binding = world.grant()
    bindings.end(world.manager, binding.pk, "解除委托", "委托人来院说明")
    row = Outbox.objects.get(kind="binding_end")
    assert row.lane == "hide"
    assert row.payload["version"] > sent("binding")[-1]["version"]
    with pytest.raises(Refused):
        looks.answer(world.manager, binding.pk, "window", IN_PERSON)
    with pytest.raises(Refused):
        bindings.end(world.manager, binding.pk, "解除委托")


@pytest.mark.parametrize("flag", ["juvenile_crime", "sealed_record", "state_secret", "personal_privacy"])
def test_a_case_that_may_no_longer_be_shown_ends_at_once_without_saying_why(world, flag):
    binding = world.grant()
    cases.correct(world.manager, world.case.pk, {"flags": [flag]})
    binding.refresh_from_db()
    assert binding.ended_at
    assert sent("binding_end")[-1]["reason"] == "该案不再提供网上查询，请到检察服务窗口咨询"


def test_a_juvenile_discovered_among_the_accused_ends_it_too(world):
    world.grant()
    person = {"name": "段小毛", "role": "defendant", "minor": True}
    cases.save_participant(world.manager, world.case.pk, "d2", person)
    assert Binding.objects.get().ended_at


def test_a_change_is_sent_at_once_and_announced_after_confirmation(world):
    world.grant()
    cases.conclude(world.manager, world.case.pk, timezone.localdate())
    assert len(sent("binding")) == 2
    assert sent("notice") == []
    bindings.decide_notice(world.manager, Notice.objects.get().pk, True)
    assert [row["what"] for row in sent("notice")] == ["progress"]


def test_terms_end_the_defender_but_never_a_partys_own_result(world):
    lawyer = world.grant()
    party = world.grant("party", number="110101199001017777")
    cases.conclude(world.manager, world.case.pk, timezone.localdate())
    with time_machine.travel(timezone.now() + timedelta(days=200)):
        terms.end_overdue()
    lawyer.refresh_from_db()
    party.refresh_from_db()
    assert (lawyer.ground, party.ended_at) == ("案件办结归档", None)


def test_a_licence_nobody_checked_for_a_year_ends_it(world):
    binding = world.grant()
    with time_machine.travel(timezone.now() + timedelta(days=370)):
        terms.end_overdue()
    binding.refresh_from_db()
    assert binding.ground == "律师执业证到期没有复核"


def test_a_licence_that_ends_earlier_ends_the_right_earlier_and_one_that_is_over_gives_none(world):
    application = world.enter()
    with pytest.raises(Refused, match="有效期"):
        checks.check(world.manager, application.pk, world.case.pk, "d1", "属实", timezone.localdate() - timedelta(days=1))
    until = timezone.localdate() + timedelta(days=40)
    binding = checks.check(world.manager, application.pk, world.case.pk, "d1", "属实", until)
    assert bindings.last_day(binding) == until
    with time_machine.travel(timezone.now() + timedelta(days=42)):
        terms.end_overdue()
    binding.refresh_from_db()
    assert binding.ground == "律师执业证到期没有复核"


def test_the_end_is_announced_once_to_the_person_and_to_case_management(world):
    binding = world.grant()
    terms.remind()
    assert sent("notice") == []
    assert not [row for row in waiting.waiting_for(world.manager) if row[0] == "entitlement"]
    with time_machine.travel(timezone.now() + timedelta(days=340)):
        terms.remind()
        terms.remind()
        assert [row["what"] for row in sent("notice")] == ["expiring"]
        row = next(row for row in waiting.waiting_for(world.manager) if row[0] == "entitlement")
        assert (row[1], row[4]) == (binding.pk, bindings.last_day(binding))
        bindings.check_licence(world.manager, binding.pk, timezone.localdate())
        terms.remind()
        assert len(sent("notice")) == 1
        assert queries.expiring(world.manager) == []


def test_what_waits_is_told_to_case_management_alone(world):
    world.grant()
    world.enter(number="x9")
    assert [row[0] for row in waiting.waiting_for(world.manager)] == ["inquiry"]
    for duty, actor in world.desk.items():
        assert duty == "case_management" or waiting.waiting_for(actor) == []


def test_a_transfer_ends_it_whatever_step_came_last(world):
    binding = world.grant()
    steps = [{"on": timezone.localdate().isoformat(), "kind": kind} for kind in ("审结", "归档")]
    steps[0]["outcome"] = "改变管辖"
    world.take(case_data(proceedings=steps))
    binding.refresh_from_db()
    assert binding.ground == "案件移送其他人民检察院"


def test_a_rule_set_that_wants_no_confirmation_tells_at_once(world, monkeypatch):
    world.grant()
    monkeypatch.setattr(RuleSet, "parameter", lambda self, name: "no" if name == "confirm_notice" else PARAMETER(self, name))
    cases.conclude(world.manager, world.case.pk, timezone.localdate())
    assert [row["what"] for row in sent("notice")] == ["progress"]


def test_what_staff_did_is_told_to_the_person_without_a_name(world):
    binding = world.grant()
    assert sent("staff_look") == []
    looks.answer(world.manager, binding.pk, "telephone", "回拨本院登记的电话核对")
    accounts.issue_code(world.manager, binding.inquirer_id)
    for number in (1, 2):
        queries.picture(world.manager, binding.application.papers.first().pk, number)
    told = sent("staff_look")
    assert [(row["what"], row["channel"]) for row in told] == [("answer", "telephone"), ("code", ""), ("papers", "")]
    for row in told:
        assert row["binding"] == str(binding.pk)
        assert world.manager.name not in str(row)
        check_item("inner-outer", "normal", "staff_look", row, {})
    entry = Entry.objects.get(event="inquiry_answered")
    assert (entry.data["channel"], entry.data["checked"]) == ("telephone", "回拨本院登记的电话核对")
    assert entry.actor_name == world.manager.name


def test_leases_are_renewed_only_while_they_hold(world):
    binding = world.grant()
    later = timezone.now() + timedelta(hours=30)
    with time_machine.travel(later):
        terms.renew()
    assert len(sent("binding")) == 2
    bindings.end(world.manager, binding.pk, "拒绝辩护")
    with time_machine.travel(later + timedelta(hours=30)):
        terms.renew()
    assert len(sent("binding")) == 2


def _look(binding, at=None):
    at = (at or timezone.now()).isoformat()
    payload = {"binding": str(binding.pk), "account": str(binding.inquirer_id), "at": at, "what": "record"}
    looks.take(Item("look", fresh(), 1, 1, payload))


def test_looks_are_kept_once_and_unusual_reading_is_reported(world):
    binding = world.grant()
    for _ in range(49):
        _look(binding)
    looks.watch()
    assert not Alarm.objects.exists()
    _look(binding)
    looks.watch()
    looks.watch()
    assert Look.objects.count() == 50
    assert Alarm.objects.get().count == 50
    looks.settle_alarm(world.manager, Alarm.objects.get().pk, "律师多次刷新页面")


def test_an_answer_names_channel_and_check_and_needs_a_verified_person(world):
    binding = world.grant()
    assert list(looks.find(world.manager, "居民身份证", "110101199001011234")) == [binding]
    assert not looks.find(world.manager, "居民身份证", "110101199001010000").exists()
    with pytest.raises(Refused, match="核对"):
        looks.answer(world.manager, binding.pk, "telephone", "")
    _, shown = looks.answer(world.manager, binding.pk, "telephone", "回拨本院登记的电话核对")
    assert shown["person"] == "郑国梁"
    assert Look.objects.get().channel == "telephone"


def test_identity_data_are_erased_after_the_term(world, django_capture_on_commit_callbacks, settings):
    binding = world.grant()
    accounts.issue_code(world.manager, binding.inquirer_id)
    assert sent("activation")[0]["email"]
    Outbox.objects.update(parcel=Parcel.objects.create(
        lane="normal", sequence=10**6, created_at=timezone.now(), acknowledged_at=timezone.now()))
    bindings.end(world.manager, binding.pk, "当事人死亡")
    with time_machine.travel(timezone.now() + timedelta(days=364)):
        erasure.erase_overdue()
    assert Application.objects.get().sealed
    with time_machine.travel(timezone.now() + timedelta(days=366)), django_capture_on_commit_callbacks(execute=True):
        erasure.erase_overdue()
    assert Application.objects.get().sealed == ""
    assert Inquirer.objects.get().id_hash is None
    assert not [row for row in sent("activation") if set(row) & {"email", "phone"}]
    assert not any(path.is_file() for path in settings.FILE_STORE.rglob("*"))
