"""Articles 8 and 9: who may ask with which papers, checked by whom, with whose help."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from anxin.exchange.codes import code_fits
from anxin.inner import filestore
from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.inquiry import accounts, applications, assistance, bindings, checks, identity, queries, terms
from anxin.inner.inquiry.models import Application, Binding, Inquirer
from anxin.inner.inquiry.papers import missing
from anxin.inner.organs.models import Organ
from anxin.inner.post.models import Outbox
from anxin.regulation import inquiry, rules
from tests.inner.inquiry.conftest import IN_PERSON, PAPERS, case_data, picture, sent
from tests.inner.people import CITY, COUNTY, SIBLING, staff

STATES = {
    "open": {}, "juvenile": {"flags": ["juvenile_crime"]}, "sealed": {"flags": ["sealed_record"]},
    "state secret": {"flags": ["state_secret"]}, "commercial secret": {"flags": ["commercial_secret"]},
    "privacy": {"flags": ["personal_privacy"]}, "undetermined": {"flags": ["undetermined"]},
}  # fmt: skip


@pytest.mark.parametrize("applicant", list(PAPERS))
def test_every_kind_of_applicant_by_papers_and_state_of_the_case(world, applicant):
    """Complete papers and an open case give an online binding; a juvenile's only one for the window; else none."""
    options = inquiry.papers(applicant, rules.load("2014-trial")).details["options"]
    for index, (state, changes) in enumerate(STATES.items(), 2):
        case = world.take(case_data(index, **changes))
        left_out = options[index % len(options)]
        short = [paper for paper in left_out if paper != left_out[index % len(left_out)]]
        for turn, papers in enumerate([short, *options]):
            number = f"11010119900101{index:02}{turn}4"
            application = world.enter(applicant, number=number, papers=[{"kind": kind} for kind in papers])
            assert bool(missing(application)) is (turn == 0), (state, papers)
            found = _decided(world, application, case)
            assert bool(found) is (turn > 0 and state in ("open", "juvenile")), (state, papers)
            assert not found or found.online is (state == "open"), state
    assert len(sent("binding")) == len(options)


def _decided(world, application, case):
    """The binding, or None when the rules refuse it."""
    try:
        found = checks.check(world.manager, application.pk, case.pk, "d1", "属实")
        return found or checks.check(world.colleague, application.pk, case.pk, "d1", "属实")
    except Refused:
        assert not Binding.objects.filter(application=application).exists()
        return None


def test_missing_papers_are_told_once_and_completely(world):
    application = world.enter("defender_other", papers=[{"kind": "身份证"}])
    told = applications.tell_missing(world.manager, application.pk, ["身份证"])
    assert told.asked_missing == ["委托书", "委托人身份证明", "委托人与当事人关系说明", "身份证（看不清楚，请重新提交）"]
    assert sent("answer")[-1]["details"] == told.asked_missing
    assert told.due is None
    applications.supplement(world.manager, application.pk, ["委托书"], [b"x"])
    assert Application.objects.get(pk=application.pk).due
    with pytest.raises(Refused, match="一次性告知"):
        applications.tell_missing(world.manager, application.pk)
    with pytest.raises(Refused, match="还缺"):
        checks.check(world.manager, application.pk, world.case.pk, "d1", "属实")


def test_incomplete_papers_have_a_time_limit_for_being_told(world):
    application = world.enter("defender_other", papers=[{"kind": "身份证"}])
    assert application.due
    assert application.complete_on is None
    assert "一次性告知" in sent("answer")[-1]["sentence"]


def test_papers_that_never_come_end_the_application_and_are_erased(world, settings, django_capture_on_commit_callbacks):
    waiting, complete = world.enter("defender_other", papers=[{"kind": "身份证"}]), world.enter("party", number="x1")
    applications.tell_missing(world.manager, waiting.pk)
    for days, state in ((29, "papers_missing"), (31, "withdrawn")):
        with time_machine.travel(timezone.now() + timedelta(days=days)), django_capture_on_commit_callbacks(execute=True):
            terms.close_waiting()
        waiting.refresh_from_db()
        assert waiting.state == state
    assert (waiting.sealed, waiting.id_hash, waiting.papers.count()) == ("", "", 0)
    assert "可以重新申请" in sent("answer")[-1]["sentence"]
    complete.refresh_from_db()
    assert complete.open


def test_what_is_taken_back_is_erased_at_once(world, settings, django_capture_on_commit_callbacks):
    application = world.enter()
    with django_capture_on_commit_callbacks(execute=True):
        applications.withdraw(world.manager, application.pk)
    application.refresh_from_db()
    assert (application.state, application.sealed, application.id_hash) == ("withdrawn", "", "")
    assert not any(path.is_file() for path in settings.FILE_STORE.rglob("*"))


@pytest.mark.parametrize(("channel", "check", "fits"), [
    ("window", IN_PERSON, True), ("telephone", IN_PERSON, False), ("mail", IN_PERSON, False),
    ("telephone", "回拨本院登记的电话核对", True), ("window", "回拨本院登记的电话核对", False),
    ("mail", "核对来信所附证件复印件并电话确认", True), ("internet", IN_PERSON, False), ("mail", "", False),
])  # fmt: skip
def test_identity_is_checked_in_a_way_that_fits_the_channel(world, channel, check, fits):
    try:
        applications.enter(world.manager, COUNTY, channel, check, world.body("party"), [picture()])
    except Refused:
        assert not fits
        assert not Application.objects.exists()
    else:
        assert fits


def test_a_refusal_has_a_ground_and_a_way_to_complain(world):
    application = world.enter()
    with pytest.raises(Refused):
        checks.refuse(world.manager, application.pk, "看着不像", "x")
    checks.refuse(world.manager, application.pk, "没有可以提供查询的案件", "不是本院案件")
    assert "上一级人民检察院" in sent("answer")[-1]["details"][0]


def test_a_minors_representative_is_checked_by_two_people(world):
    application = world.enter("legal_representative")
    assert checks.check(world.manager, application.pk, world.case.pk, "v1", "属实") is None
    with pytest.raises(Refused, match="另一名"):
        checks.check(world.manager, application.pk, world.case.pk, "v1", "属实")
    with pytest.raises(Refused, match="不一致"):
        checks.check(world.colleague, application.pk, world.case.pk, "d1", "属实")
    assert checks.check(world.colleague, application.pk, world.case.pk, "v1", "属实").online


def test_nobody_else_decides(world):
    application = world.enter()
    for duty, actor in world.desk.items():
        if duty != "case_management":
            with pytest.raises(NotAllowed):
                checks.check(actor, application.pk, world.case.pk, "d1", "属实")
    stranger = Actor.of(staff("sibling", "case_management", SIBLING))
    with pytest.raises(NotAllowed):
        checks.check(stranger, application.pk, world.case.pk, "d1", "属实")


def test_identity_data_are_nowhere_in_the_clear(world):
    binding = world.grant()
    rows = [*Application.objects.values_list("sealed", "id_hash"), *Inquirer.objects.values_list("sealed", "id_hash")]
    assert all("顾文彬" not in text and "110101" not in text for row in rows for text in row)
    assert identity.person(binding.inquirer)["name"] == "顾文彬"
    Inquirer.objects.update(sealed=Application.objects.get().sealed)
    with pytest.raises(ValueError, match="改动"):
        identity.person(Inquirer.objects.get())


def test_the_code_is_shown_once_and_only_its_hash_goes_out(world):
    binding = world.grant()
    code = accounts.issue_code(world.manager, binding.inquirer_id)
    out = sent("activation")[-1]
    assert code_fits(out["account"], code.lower().replace("-", " "), out["code_hash"])
    assert code not in str(list(Outbox.objects.values_list("payload", flat=True)))
    assert out["email"] == "g@example.test"
    assert "phone" not in out
    accounts.issue_code(world.manager, binding.inquirer_id)
    other = world.grant("party", number="x2", notify_sms=True, notify_email=False)
    accounts.issue_code(world.manager, other.inquirer_id)
    assert sent("activation")[-1]["phone"] == "13800000000"
    assert "email" not in sent("activation")[-1]
    assert [row["version"] for row in sent("activation")] == [1, 2, 1]


def test_one_person_has_one_account_with_many_bindings(world):
    first, second = world.grant(), world.grant(participant="d2", client="段小毛")
    assert first.inquirer_id == second.inquirer_id
    assert first.pk != second.pk


# Article 9


@pytest.fixture
def sibling(world):
    return Actor.of(staff("helper", "case_management", SIBLING))


def test_the_assisting_organ_passes_on_and_the_handling_organ_alone_decides(world, sibling):
    application = world.enter("close_relative", actor=sibling)
    passed = application.assistance
    assert passed.organ_id == SIBLING
    assert passed.manifest == identity.manifest(application)
    assert passed.forwarded_at
    with pytest.raises(NotAllowed):
        checks.check(sibling, application.pk, world.case.pk, "d1", "属实")
    checks.check(world.manager, application.pk, world.case.pk, "d1", "属实")
    assert assistance.figures(SIBLING)["given_answered"] == 1
    ours = assistance.figures(COUNTY)
    assert (ours["received"], ours["answered"], ours["in_time"], ours["open"]) == (1, 1, 1, 0)


def test_a_municipal_organ_may_not_assist(world):
    """Acceptance case (j)."""
    city = Actor.of(staff("city", "case_management", CITY))
    with pytest.raises(Refused, match="县、区级"):
        world.enter("party", actor=city)
    assert not Application.objects.exists()


def test_the_handling_organ_does_not_assist_itself(world):
    assert "由本院办理" in assistance.objection(world.case.organ, world.case.organ)


def test_a_paper_changed_on_the_way_is_refused(world, sibling):
    application = world.enter("close_relative", actor=sibling)
    paper = application.papers.first()
    paper.digest = filestore.save(b"another paper")
    paper.save()
    with pytest.raises(Refused, match="校验值不符"):
        checks.check(world.manager, application.pk, world.case.pk, "d1", "属实")
    assert not Binding.objects.exists()


def test_assistance_is_given_in_person_only(world, sibling):
    with pytest.raises(Refused, match="到检察服务窗口当面办理"):
        world.enter("party", actor=sibling, channel="telephone")


def asked_from_the_portal(world, kind="close_relative") -> Application:
    """As it comes in from outside: the papers are to be taken by the assisting organ."""
    from anxin.inner.post.submissions import Submission

    body = world.body(kind, assistant=SIBLING, papers=[])
    applications.take(Submission("application", "20261124-AAAA2222", COUNTY, timezone.now(), body, [], []))
    return Application.objects.get()


def test_papers_are_scanned_where_the_person_stands_and_the_clock_starts_with_their_arrival(world, sibling):
    application = asked_from_the_portal(world)
    assert application.due is None
    assert "当面办理身份认证" in sent("answer")[-1]["sentence"]
    assert not queries.applications(world.manager).exists()
    applications.forward(sibling, application.pk, IN_PERSON, PAPERS["close_relative"], [picture(), picture()])
    application.refresh_from_db()
    assert application.due
    assert queries.applications(world.manager).get() == application
    assert "已经传输" in sent("answer")[-1]["sentence"]
    assert not queries.papers(sibling).exists()
    assert queries.papers(world.manager).count() == 2


def test_who_never_comes_to_the_assisting_organ_is_not_kept(world, sibling):
    application = asked_from_the_portal(world)
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        terms.close_waiting()
    application.refresh_from_db()
    assert (application.state, application.sealed) == ("withdrawn", "")
    with pytest.raises(Refused):
        applications.forward(sibling, application.pk, IN_PERSON, [], [])


def test_the_answer_goes_through_either_organ(world, sibling):
    application = world.enter("close_relative", actor=sibling, papers=[{"kind": "身份证"}])
    applications.tell_missing(world.manager, application.pk)
    with pytest.raises(NotAllowed):
        applications.supplement(Actor.of(staff("city", "case_management", CITY)), application.pk, ["结婚证"], [picture()])
    applications.supplement(sibling, application.pk, ["结婚证"], [picture()])
    binding = checks.check(world.manager, application.pk, world.case.pk, "d1", "属实")
    assert Organ.objects.get(pk=SIBLING).name in sent("answer")[-1]["sentence"]
    assert accounts.issue_code(sibling, binding.inquirer_id)
    Inquirer.objects.update(activated_at=timezone.now())
    with pytest.raises(Refused):  # afterwards the handling organ alone
        accounts.issue_code(sibling, binding.inquirer_id)
    assert accounts.issue_code(world.manager, binding.inquirer_id)
    bindings.end(world.manager, binding.pk, "解除委托")
    for actor in (sibling, world.manager):
        with pytest.raises(Refused):
            accounts.issue_code(actor, binding.inquirer_id)


def test_a_paper_changed_after_it_was_handed_in_later_is_refused_too(world, sibling):
    application = world.enter("close_relative", actor=sibling, papers=[{"kind": "身份证"}])
    applications.tell_missing(world.manager, application.pk)
    applications.supplement(world.manager, application.pk, ["结婚证"], [picture()])
    paper = application.papers.last()
    application.papers.filter(kind="身份证").update(digest=paper.digest, ticket=paper.ticket, part=paper.part)
    with pytest.raises(Refused, match="校验值不符"):
        checks.check(world.manager, application.pk, world.case.pk, "d1", "属实")
