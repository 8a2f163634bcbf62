"""Rule sets: read whole or refused with every fault; chosen by organ, by date or by name (Art 28)."""

import time
import tomllib
from datetime import date, timedelta

import pytest

from anxin.regulation import citation, rules, schemas, shape

TRIAL = rules.load("2014-trial")
FIRST_DAY = date(2014, 10, 1)


def test_the_trial_set_has_all_28_articles_and_cites_only_places_that_exist():
    assert sorted(TRIAL.articles) == list(range(1, 29))
    assert rules.contradictions(TRIAL) == []
    assert TRIAL.article_text("18(P2)") == "人民检察院不得在案件信息公开系统发布内部工作性文书。"
    assert TRIAL.article_text("20(3)").endswith("法人以及其他组织的银行账号;")
    with pytest.raises(KeyError):
        TRIAL.article_text("20(7)")


@pytest.mark.parametrize(
    ("cited", "label"),
    [
        ("4", "第四条"),
        ("10", "第十条"),
        ("18(1)", "第十八条第一款第（一）项"),
        ("18(P2)", "第十八条第二款"),
        ("19(3)", "第十九条第一款第（三）项"),
        ("20(1)", "第二十条第（一）项"),
        ("28", "第二十八条"),
    ],
)
def test_citations_are_written_as_the_law_is_cited(cited, label):
    assert rules.article_label(cited) == label
    assert str(citation.Citation.parse(cited)) == cited


@pytest.mark.parametrize("cited", ["", "0", "四", "18(", "18(P)", "18(0)", "x18", "18 (1)"])
def test_other_notations_are_refused(cited):
    with pytest.raises(ValueError, match="条文写法有误"):
        citation.Citation.parse(cited)


def test_before_the_first_day_no_rule_set_is_in_force():
    with pytest.raises(rules.NoRuleSetInForce, match="第二十八条"):
        rules.in_force(None, FIRST_DAY - timedelta(days=1))
    assert rules.in_force(None, FIRST_DAY).id == "2014-trial"


def test_an_organ_keeps_the_set_it_names_and_the_date_decides_only_when_switched_on():
    day = date(2021, 9, 28)
    assert rules.in_force("110105", day).id == "2014-trial"
    assert rules.in_force("110105", day, by_date=True).id == "2021"
    assert rules.in_force("110105", day - timedelta(days=1), by_date=True).id == "2014-trial"
    assert rules.in_force("110105", date(2000, 1, 1), named="2021").id == "2021"


def test_an_unknown_rule_set_is_refused_with_the_known_ones():
    with pytest.raises(rules.RuleError, match=r"2014-trial、2021"):
        rules.load("2099")


def test_all_faults_of_a_rule_file_are_named_at_once(tmp_path):
    text = (rules.RULESETS / "2014-trial.toml").read_text("utf-8")
    broken = (
        text.replace('outcome = "refuse"\narticle = "4"', 'outcome = "maybe"\narticle = "4"', 1)
        .replace('count = 10\nunit = "day"', 'count = 0\nunit = "week"', 1)
        .replace('duty = "handler"\n', "", 1)
        .replace('issuer = "最高人民检察院"\n', "", 1)
        .replace('roles = ["lawyer"]', 'roles = ["attorney"]', 1)
    )
    path = tmp_path / "broken.toml"
    path.write_text(broken, "utf-8")
    with pytest.raises(rules.RuleError) as refused:
        rules.read(path, "ruleset")
    for place in (
        "issuer：缺少",
        "excluded[excluded.state_secret].outcome",
        "period[period.publication].count",
        "period[period.publication].unit",
        "chain[chain.document.handler].duty：缺少",
        "anonymity[anonymity.lawyer].roles",
    ):
        assert place in str(refused.value)


def test_a_rule_file_that_is_no_toml_is_refused_with_a_sentence(tmp_path):
    path = tmp_path / "broken.toml"
    path.write_text("[[excluded", "utf-8")
    with pytest.raises(rules.RuleError, match="不是有效的 TOML"):
        rules.read(path, "ruleset")


def test_contradictions_inside_a_rule_set_are_found():
    entry = TRIAL.entry("period.publication")
    twice = (*TRIAL.table("period"), entry, rules.replace(entry, id="period.other", article="21(9)"))
    found = rules.contradictions(rules.replace(TRIAL, tables={**TRIAL.tables, "period": twice}))
    assert any("period.publication 重复" in fault for fault in found)
    assert any("21(9)" in fault for fault in found)


def test_every_sentence_and_title_is_chinese_and_every_entry_id_starts_with_a_word():
    for ruleset in map(rules.load, rules.available()):
        for entry in ruleset.entries():
            assert any("一" <= c <= "鿿" for c in entry.sentence), entry.id
            assert entry.title, entry.id


def test_the_2021_set_marks_what_is_verified_and_inherits_the_rest_as_unverified():
    revised = rules.load("2021")
    assert not revised.verified
    assert {e.id for e in revised.entries() if e.verified} == {"excluded.juvenile_victim", "excluded.minor_victim"}
    assert set(revised.article_notes) == {str(n) for n in range(1, 8)}
    assert {e.id for e in TRIAL.entries()} <= {e.id for e in revised.entries()}


def test_the_rule_files_fit_their_published_schema_by_an_independent_checker():
    import jsonschema

    for path in rules.RULESETS.glob("2*.toml"):
        data = rules._plain(tomllib.loads(path.read_text("utf-8")))
        jsonschema.validate(data, schemas.get("ruleset"))


@pytest.mark.parametrize(
    ("value", "schema", "fits"),
    [
        (True, {"type": "integer"}, False),
        (1.0, {"type": "integer"}, True),
        (1.5, {"type": "integer"}, False),
        (None, {"type": ["string", "null"]}, True),
        ("", {"type": "string", "minLength": 1}, False),
        (0, {"minimum": 1}, False),
        ({"a": 1}, {"additionalProperties": False}, False),
        ({}, {"required": ["a"]}, False),
        ([], {"minItems": 1}, False),
        ("b", {"enum": ["a"]}, False),
        ("x1", {"pattern": "^x"}, True),
    ],
)
def test_the_checker_agrees_with_an_independent_one(value, schema, fits):
    import jsonschema

    assert (shape.faults(value, schema) == []) is fits
    assert jsonschema.Draft202012Validator(schema).is_valid(value) is fits


def test_loading_is_quick_enough_for_a_command():
    rules._national.cache_clear()
    rules.load.cache_clear()
    start = time.process_time()
    rules.load("2021", "640104")
    assert time.process_time() - start < 0.3
