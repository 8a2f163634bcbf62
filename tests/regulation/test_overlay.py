"""Provincial overlays may tighten, never loosen (Art 27)."""

from datetime import date

import pytest

from anxin.regulation import anonymity, chains, masking, overlay, periods, rules
from anxin.regulation.calendar import Calendar
from anxin.regulation.case import Case, Participant, Sentence
from anxin.regulation.organs import Tree

TRIAL = rules.load("2014-trial")
HEAD = {"id": "x", "organ": "330000", "title": "某省细则", "issuer": "某省院", "extends": ["2014-trial"]}


def step(**values):
    return {
        "id": "chain.document.x",
        "purpose": "document",
        "order": 25,
        "where": "own",
        "duty": "office",
        "article": "21",
        "title": "办公室",
        "sentence": "阅",
        **values,
    }


LOOSENING = {
    "a longer period": {"stricter": [{"id": "period.publication", "count": 11}]},
    "a period of nothing": {"stricter": [{"id": "period.publication", "count": 0}]},
    "another unit": {"stricter": [{"id": "period.publication", "unit": "working_day"}]},
    "rolling again": {"stricter": [{"id": "period.account_decision", "rolls": True}]},
    "a looser parameter": {"stricter": [{"id": "parameter.address_depth", "value": "village"}]},
    "an unknown option": {"stricter": [{"id": "parameter.address_depth", "value": "house"}]},
    "a name kept": {"stricter": [{"id": "anonymity.victim", "outcome": "keep"}]},
    "a name asked for": {"stricter": [{"id": "anonymity.victim", "outcome": "ask"}]},
    "a lower limit": {"stricter": [{"id": "anonymity.three_years_or_less", "months_at_most": 12}]},
    "an excluded matter referred": {"stricter": [{"id": "excluded.state_secret", "outcome": "refer"}]},
    "a sign forgotten": {"stricter": [{"id": "sign.internal_document", "words": ["请示"]}]},
    "a document type added": {"stricter": [{"id": "document.indictment", "names": ["起诉书", "检察建议书"]}]},
    "an effective judgment not needed": {
        "stricter": [{"id": "document.indictment", "needs_effective_judgment": False}]
    },
    "a leader left out": {"stricter": [{"id": "chain.document.leader", "duty": "handler"}]},
    "a sensitive class with less care": {"stricter": [{"id": "sensitive.juvenile", "action": "caution"}]},
    "a rank without its flag": {"stricter": [{"id": "rank.provincial", "flags": ["major"]}]},
    "an unknown rule": {"stricter": [{"id": "period.nothing", "count": 1}]},
    "an added exception": {
        "anonymity": [
            {
                "id": "anonymity.x",
                "roles": ["victim"],
                "outcome": "keep",
                "article": "19",
                "title": "t",
                "sentence": "s",
            }
        ]
    },
    "a step in place of the leader": {"chain": [step(order=30)]},
    "a step after the release": {"chain": [step(order=95)]},
    "a step before the handler": {"chain": [step(order=5)]},
    "a known id again": {"chain": [step(id="chain.document.leader")]},
    "a kind masked otherwise": {
        "masked_kind": [
            {"id": "masked.x", "kind": "id_card", "style": "address", "article": "20(1)", "title": "t", "sentence": "s"}
        ]
    },
}


@pytest.mark.parametrize("what", LOOSENING)
def test_an_overlay_that_loosens_is_refused(what):
    with pytest.raises(rules.RuleError):
        overlay.apply(TRIAL, {**HEAD, **LOOSENING[what]})


def test_the_refusal_names_every_rule_it_would_loosen():
    changes = {"stricter": [{"id": "period.publication", "count": 15}, {"id": "anonymity.witness", "outcome": "keep"}]}
    with pytest.raises(rules.RuleError) as refused:
        overlay.apply(TRIAL, {**HEAD, **changes})
    assert all(
        word in str(refused.value) for word in ("period.publication", "anonymity.witness", "第二十七条", "19(1)")
    )


TIGHTENING = [
    {"stricter": [{"id": "period.publication", "count": 5, "rolls": False}]},
    {"stricter": [{"id": "parameter.adult_birth", "value": "mask"}]},
    {"stricter": [{"id": "anonymity.over_three_years", "outcome": "ask"}]},
    {"stricter": [{"id": "excluded.undetermined", "outcome": "refuse"}]},
    {
        "excluded": [
            {"id": "excluded.x", "flag": "x", "outcome": "refuse", "article": "4", "title": "t", "sentence": "某"}
        ]
    },
    {
        "anonymity": [
            {
                "id": "anonymity.x",
                "roles": ["official"],
                "outcome": "mask",
                "article": "20(6)",
                "title": "t",
                "sentence": "某",
            }
        ]
    },
    {"chain": [step()]},
]


@pytest.mark.parametrize("data", TIGHTENING)
def test_an_overlay_that_tightens_is_applied_and_marked(data):
    stricter = overlay.apply(TRIAL, {**HEAD, **data})
    assert stricter.overlays == ("x",)
    changed = {e.id for e in stricter.entries() if e.overlay == "x"}
    assert changed == {row["id"] for rows in data.values() for row in rows}


def test_the_example_of_a_stricter_period_binds_the_province_from_its_day():
    day = date(2015, 3, 2)
    bound = rules.in_force("640104", day)
    answer = periods.deadline(day, bound, Calendar.default())
    assert (answer.details["deadline"], answer.entry) == ("2015-03-09", "period.publication@640000-period")
    assert periods.deadline(day, rules.in_force("610104", day), Calendar.default()).details["deadline"] == "2015-03-12"
    assert rules.in_force("640104", date(2014, 12, 31)).overlays == ()


def test_the_example_of_further_masking_adds_a_kind_and_asks_about_recidivists():
    bound = rules.load("2014-trial", "630102")
    man = Participant("p", "沈括", "defendant", recidivist=True, sentence=Sentence("有期徒刑", 30))
    assert masking.masked_kinds(bound)["religious_name"].article == "20(6)"
    assert anonymity.decide(man, "起诉书", Case((man,)), bound).outcome == "ask"
    assert anonymity.decide(man, "起诉书", Case((man,)), TRIAL).outcome == "keep"


def test_the_example_of_further_approvals_adds_steps():
    bound = rules.load("2014-trial", "620102")
    got = chains.chain("announcement", "620102", True, None, {}, bound, Tree.default()).details["steps"]
    assert [s["duty"] for s in got] == ["handler", "department_head", "deputy_or_chief", "press"]
    got = chains.chain("document", "620102", True, None, {"sensitive": True}, bound, Tree.default()).details["steps"]
    assert [(s["organ"], s["duty"]) for s in got][-2:] == [("620100", "case_management"), ("620102", "case_management")]


def test_the_example_of_parameters_takes_the_stricter_options():
    policy = masking.parameters(rules.load("2014-trial", "540000"))
    assert (policy["address_depth"], policy["second_reading"]) == ("county", "yes")
    assert masking.parameters(rules.load("2014-trial", "100000"))["address_depth"] == "township"
