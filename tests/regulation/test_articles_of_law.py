"""The regulation article by article: what each one makes the rules of this room do. Named in the article table."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from anxin.regulation import (
    anonymity,
    chains,
    disclosure,
    explain,
    inquiry,
    masking,
    overlay,
    periods,
    rules,
    supervision,
    vocabulary,
)
from anxin.regulation.calendar import Calendar
from anxin.regulation.case import Case, Participant, Sentence
from anxin.regulation.organs import Tree

TRIAL, TREE, DAYS = rules.load("2014-trial"), Tree.default(), Calendar.default()
READY = Case((), closed=True, judgment_effective=True)


def changed(entry_id, **values):
    """The trial set with other values in one entry."""
    entry = TRIAL.entry(entry_id)
    rows = (replace(e, values={**e.values, **values}) if e.id == entry_id else e for e in TRIAL.table(entry.table))
    return replace(TRIAL, tables={**TRIAL.tables, entry.table: tuple(rows)})


def duties(purpose, organ="341023", press=True, assigned=None, **flags):
    steps = chains.chain(purpose, organ, press, assigned, flags, TRIAL, TREE).details["steps"]
    return [(s["organ"], s["duty"]) for s in steps]


def test_article_1_every_answer_tells_its_article_and_reason():
    day, papers = (
        explain.answer("deadline", {"trigger": "2014-10-08"}),
        explain.answer("papers", {"applicant": "当事人"}),
    )
    assert (day["article"], papers["article"]) == ("21", "8")
    assert day["sentence"] != papers["sentence"]


def test_article_2_in_time_means_a_last_day_that_can_be_reckoned():
    last = [periods.deadline(date(2014, 10, d), TRIAL, DAYS).details["deadline"] for d in (8, 15)]
    assert last == ["2014-10-20", "2014-10-27"]


def test_article_3_the_four_channels_are_known():
    assert vocabulary.values(TRIAL, "vocabulary.channel") == ("互联网", "电话", "邮件", "检察服务窗口")
    assert vocabulary.values(TRIAL, "vocabulary.press_release") != vocabulary.values(TRIAL, "vocabulary.channel")


@pytest.mark.parametrize(
    ("flag", "outcome"),
    [
        ("state_secret", "refuse"),
        ("commercial_secret", "refuse"),
        ("personal_privacy", "refuse"),
        ("juvenile_crime", "refuse"),
        ("sealed_record", "refuse"),
        ("undetermined", "refer"),
        ("nothing", "publish"),
    ],
)
def test_article_4_what_may_not_be_disclosed(flag, outcome):
    case = Case(READY.participants, True, True, flags=frozenset({flag}))
    assert disclosure.decide("起诉书", "", "", case, TRIAL).outcome == outcome


def test_article_5_five_departments_share_the_work():
    shared = vocabulary.duties(TRIAL)
    assert list(shared) == ["case_management", "handling", "press", "secrecy", "technical"]
    assert "主管" in shared["case_management"].sentence
    assert "保密检查" in shared["secrecy"].sentence
    assert "archive" in vocabulary.duties(changed("duty.technical", department="archive"))


def test_article_5_the_secrecy_department_has_its_own_list():
    mine = {e.title for e in supervision.checklist(TRIAL, "secrecy", "起诉书")}
    assert "国家秘密、密级标志" in mine
    assert not mine & {e.title for e in supervision.checklist(TRIAL, "superior", "起诉书")}
    assert supervision.checklist(TRIAL, "superior", "不起诉决定书") != supervision.checklist(TRIAL, "superior", "起诉书")


def test_article_6_nobody_discloses_alone():
    for purpose in ("document", "announcement", "exemption", "withdrawal", "kiosk"):
        steps = duties(purpose)
        assert steps[0][1] == "handler"
        assert len({duty for _, duty in steps}) == len(steps) >= 3
        assert steps[-1][1] == ("press" if purpose == "announcement" else "case_management")


def test_article_7_each_type_of_case_shows_its_own_fields():
    arrest, relief = (inquiry.fields(kind, TRIAL).details["fields"] for kind in ("审查逮捕", "国家司法救助"))
    assert "强制措施" in arrest
    assert "救助金数额" in relief
    assert "强制措施" not in relief


def test_article_8_each_applicant_presents_his_papers():
    assert inquiry.papers("当事人", TRIAL).details["options"] == [["身份证"]]
    assert ["律师执业证", "法律援助公函"] in inquiry.papers("辩护律师", TRIAL).details["options"]


def test_article_8_what_is_missing_is_said_at_once():
    assert inquiry.missing_papers("近亲属", {"身份证"}, TRIAL) == ["户口本"]
    assert inquiry.missing_papers("近亲属", {"身份证", "结婚证"}, TRIAL) == []
    assert inquiry.missing_papers("法定代理人", set(), TRIAL) == ["身份证", "户口本"]


def test_article_9_assistance_is_answered_in_time():
    asked = date(2014, 10, 10)
    assert periods.deadline(asked, TRIAL, DAYS, "assistance_forward").details["deadline"] == "2014-10-11"
    assert periods.deadline(asked, TRIAL, DAYS, "assistance_answer").details["deadline"] == "2014-10-14"


def test_article_10_the_ends_of_a_qualification_are_known():
    ends = vocabulary.values(TRIAL, "vocabulary.binding_end")
    assert {"解除委托", "拒绝辩护", "当事人死亡"} <= set(ends)
    assert vocabulary.values(TRIAL, "vocabulary.measure")[0] == "拘传"


def test_article_11_investigation_by_procuratorates_follows_the_date():
    old, new = (vocabulary.events(TRIAL, day, "duty_crime") for day in (date(2014, 11, 3), date(2019, 11, 4)))
    assert [bool(e.get("only_charges")) for e in (old[0], new[0])] == [False, True]
    assert len(vocabulary.events(TRIAL, date(2014, 11, 3))) == 7


def test_article_12_both_releases_fall_on_the_same_minute():
    assert masking.parameters(TRIAL)["announcement_tolerance_minutes"] == "0"
    assert (
        masking.parameters(changed("parameter.announcement_tolerance", value="10"))["announcement_tolerance_minutes"]
        == "10"
    )


def test_article_13_superiors_approve_before_release():
    assert duties("announcement", supervised=True, assigned="340000")[2] == ("340000", "deputy_or_chief")
    assert [o for o, _ in duties("announcement", nationwide=True)][2:5] == ["341000", "340000", "100000"]


def test_article_14_without_a_press_department_case_management_releases():
    assert duties("announcement")[-1] == ("341023", "press")
    assert duties("announcement", press=False)[-1] == ("341023", "case_management")


def test_article_15_the_facts_that_call_for_a_release_are_listed():
    names = {e.values["name"] for e in vocabulary.events(TRIAL, date(2014, 11, 3))}
    assert names >= {"立案侦查", "决定逮捕", "批准逮捕", "提起公诉"}
    assert vocabulary.events(TRIAL, date(2014, 11, 3), "other") == []


def test_article_16_a_document_is_served_before_its_clock_for_disclosure_can_run():
    assert periods.starts_on("起诉书", {}, TRIAL).outcome == "wait"
    known = {"received": date(2014, 11, 3), "effective": date(2014, 11, 14)}
    assert periods.starts_on("起诉书", known, TRIAL).details["trigger"] == "2014-11-14"


def test_article_17_dismissals_and_refused_arrests_stay_on_the_own_screen():
    assert disclosure.decide("撤销案件决定书", "", "", READY, TRIAL).outcome == "kiosk"
    assert disclosure.decide("不批准逮捕决定书", "", "", READY, TRIAL).outcome == "kiosk"
    assert disclosure.decide("不起诉决定书", "", "", READY, TRIAL).outcome == "publish"


def test_article_18_which_documents_are_published_and_when():
    before = Case(closed=True)
    assert [
        disclosure.decide(t, "", "", before, TRIAL).outcome
        for t in ("起诉书", "抗诉书", "不起诉决定书", "刑事申诉复查决定书")
    ] == ["wait", "wait", "publish", "publish"]
    assert disclosure.decide("审查报告", "", "", READY, TRIAL).article == "18(P2)"


@pytest.mark.parametrize(
    ("months", "recidivist", "outcome"), [(36, False, "mask"), (37, False, "keep"), (36, True, "keep")]
)
def test_article_19_defendant_with_exactly_three_years_is_anonymised(months, recidivist, outcome):
    man = Participant("p", "苏轼", "defendant", sentence=Sentence("有期徒刑", months), recidivist=recidivist)
    witness = Participant("w", "黄庭坚", "witness", consent_to_name=recidivist)
    assert anonymity.decide(man, "起诉书", Case((man,)), TRIAL).outcome == outcome
    assert anonymity.decide(witness, "起诉书", Case((witness,)), TRIAL).article == ("19(P2)" if recidivist else "19(1)")


def test_article_20_each_kind_is_masked_under_its_item():
    kinds = masking.masked_kinds(TRIAL)
    assert [kinds[k].article for k in ("id_card", "school", "org_account", "secret", "inference", "plate")] == [
        "20(1)",
        "20(2)",
        "20(3)",
        "20(4)",
        "20(5)",
        "20(6)",
    ]
    assert "religious_name" in masking.masked_kinds(rules.load("2014-trial", "630000"))


def test_article_21_ten_days_and_the_chain():
    last = [periods.deadline(day, TRIAL, DAYS).details["deadline"] for day in (date(2014, 10, 1), date(2014, 10, 10))]
    assert last == ["2014-10-11", "2014-10-20"]


def test_article_21_handler_head_leader_case_management():
    assert [duty for _, duty in duties("document")] == [
        "handler",
        "department_head",
        "deputy_or_chief",
        "case_management",
    ]
    assert [duty for _, duty in duties("name_disclosure")] == ["handler", "department_head", "deputy_chief"]


def test_article_22_what_no_article_hides_stays():
    kept = [Participant("o", "欧阳修", "official"), Participant("l", "曾巩", "lawyer")]
    hidden = Participant("v", "王安石", "victim")
    assert {anonymity.decide(p, "起诉书", Case((p,)), TRIAL).article for p in kept} == {"22"}
    assert anonymity.decide(hidden, "起诉书", Case((hidden,)), TRIAL).outcome == "mask"


def test_article_23_complaints_have_their_days():
    day = date(2014, 10, 8)
    last = [
        periods.deadline(day, TRIAL, DAYS, f"complaint_{k}").details["deadline"]
        for k in ("acknowledgement", "result", "limit")
    ]
    assert last == ["2014-10-15", "2014-10-28", "2015-01-08"]


def test_article_23_a_sample_can_be_drawn_again():
    names = [f"p{n}/v1" for n in range(9)]
    drawn = supervision.sample("a seed", names, 3)
    assert drawn == supervision.sample("a seed", reversed(names), 3)
    assert len(drawn) == 3
    assert drawn != supervision.sample("another", names, 3)


def test_article_24_opinion_is_graded():
    assert vocabulary.values(TRIAL, "opinion.levels") == ("一般", "较大", "重大", "特别重大")
    assert vocabulary.values(changed("opinion.levels", values=["一般"]), "opinion.levels") == ("一般",)


def test_article_25_the_circular_has_its_rhythm():
    assert masking.parameters(TRIAL)["circular"] == "quarterly"
    assert masking.parameters(changed("parameter.circular", value="monthly"))["circular"] == "monthly"


def test_article_26_symbols_are_a_technical_standard_kept_as_data():
    symbols = masking.symbols(TRIAL)
    assert (symbols.placeholder, symbols.shared, symbols.star, symbols.words) == ("某某", "某", "*", "（略）")
    assert symbols.series.startswith("甲乙丙丁")
    assert len(set(symbols.series)) == len(symbols.series) == 22
    assert (symbols.dotted, symbols.latin) == ("first_character", "first_letter")
    assert {"欧阳", "司马", "诸葛", "上官", "皇甫", "令狐"} <= symbols.compound_surnames
    assert not {s for s in symbols.compound_surnames if len(s) < 2}
    assert masking.symbols(replace(TRIAL, symbols={**TRIAL.symbols, "star": "×"})).star == "×"


def test_article_27_a_province_may_tighten_and_not_loosen():
    head = {"id": "x", "title": "某省细则"}
    assert overlay.apply(TRIAL, {**head, "stricter": [{"id": "period.publication", "count": 5}]}).overlays == ("x",)
    with pytest.raises(rules.RuleError, match="第二十七条"):
        overlay.apply(TRIAL, {**head, "stricter": [{"id": "period.publication", "count": 15}]})


def test_article_28_the_rules_hold_from_their_first_day():
    first = date(2014, 10, 1)
    assert rules.in_force(None, first).id == "2014-trial"
    assert rules.in_force(None, date(2021, 9, 28), by_date=True).id == "2021"
    with pytest.raises(rules.NoRuleSetInForce):
        rules.in_force(None, first - timedelta(days=1))
