"""``anxin explain``: stable keys, published schemas, batch that goes on after a bad line, and no slow start."""

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anxin.cli import main
from anxin.regulation import explain, schemas
from tests.regulation.tables import anonymity

KEYS = ["outcome", "article", "ruleset", "entry", "sentence", "details"]
CASE = {
    "participants": [
        {"name": "杜牧", "role": "defendant", "sentence": {"type": "有期徒刑", "months": 36}},
        {"name": "元稹", "role": "witness"},
        {"name": "刘禹锡", "role": "defendant", "sentence": None},
    ],
    "closed": True,
    "judgment_effective": True,
    "flags": [],
}
QUESTIONS = {
    "deadline": {"trigger": "2014-10-08"},
    "anonymity": {"doc_type": "起诉书", "case": CASE},
    "disclosure": {
        "doc_type": "起诉书",
        "title": "起诉书（杜某某盗窃案）",
        "document_number": "黟检刑诉〔2014〕1号",
        "case": CASE,
    },
    "chain": {
        "purpose": "announcement",
        "organ": "341023",
        "organ_has_press": False,
        "assigned_by": "340000",
        "flags": {"major": False, "sensitive": False, "assigned": True, "supervised": False, "nationwide": False},
    },
    "papers": {"applicant": "近亲属"},
    "fields": {"case_type": "审查起诉"},
}


def run(capsys, *argv):
    code = main(["explain", *argv])
    out = capsys.readouterr()
    return code, out.out, out.err


def write(path, rows):
    path.write_text(
        "".join((r if isinstance(r, str) else json.dumps(r, ensure_ascii=False)) + "\n" for r in rows), "utf-8"
    )
    return str(path)


def read(path):
    return [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]


@pytest.mark.parametrize("kind", QUESTIONS)
def test_question_and_answer_fit_their_published_schemas(kind):
    jsonschema.validate(QUESTIONS[kind], schemas.get(kind))
    answer = explain.answer(kind, QUESTIONS[kind])
    assert list(answer) == KEYS
    jsonschema.validate(answer, schemas.get("answer"))


@pytest.mark.parametrize("name", schemas.names())
def test_every_schema_is_a_valid_schema_and_is_printed(name, capsys):
    jsonschema.Draft202012Validator.check_schema(schemas.get(name))
    code, out, _ = run(capsys, "schema", name)
    assert (code, json.loads(out)) == (0, schemas.get(name))


def test_an_unknown_schema_is_refused_with_the_known_ones(capsys):
    code, out, err = run(capsys, "schema", "nothing")
    assert (code, out) == (1, "")
    assert "anonymity" in err


def test_deadline_answers_with_an_iso_date_and_the_reckoning(capsys):
    code, out, _ = run(capsys, "deadline", "--trigger", "2014-10-08", "--format", "json")
    answer = json.loads(out)
    assert code == 0
    assert (answer["article"], answer["ruleset"], answer["details"]["deadline"]) == ("21", "2014-trial", "2014-10-20")
    assert len(answer["details"]["steps"]) == 3
    assert all(isinstance(s, str) for s in answer["details"]["steps"])


def test_text_is_the_default_and_names_outcome_article_and_date(capsys):
    code, out, _ = run(capsys, "deadline", "--trigger", "2014-10-08")
    assert code == 0
    assert all(word in out for word in ("2014-10-20", "21", "2014-trial", "period.publication", "顺延"))


def test_before_the_first_day_there_is_no_rule_set_unless_one_is_named(capsys):
    code, out, _ = run(capsys, "deadline", "--trigger", "2014-09-26", "--format", "json")
    answer = json.loads(out)
    assert code == 1
    assert (answer["outcome"], answer["article"]) == ("no_rule_set_in_force", "28")
    assert "没有施行中的规则" in answer["sentence"]
    code, out, _ = run(capsys, "deadline", "--trigger", "2014-09-26", "--rules", "2014-trial", "--format", "json")
    assert (code, json.loads(out)["details"]["deadline"]) == (0, "2014-10-08")


def test_by_date_and_by_name_choose_the_revision(capsys):
    for argv in (["--by-date"], ["--rules", "2021"]):
        _, out, _ = run(capsys, "deadline", "--trigger", "2021-10-15", "--format", "json", *argv)
        assert json.loads(out)["ruleset"] == "2021"
    _, out, _ = run(capsys, "deadline", "--trigger", "2021-10-15", "--format", "json")
    assert json.loads(out)["ruleset"] == "2014-trial"


def test_anonymity_answers_per_participant_in_input_order(tmp_path, capsys):
    code, out, _ = run(
        capsys, "anonymity", "--json", write(tmp_path / "in.json", [QUESTIONS["anonymity"]]), "--format", "json"
    )
    people = json.loads(out)["details"]["participants"]
    assert code == 0
    assert [(p["name"], p["decision"], p["article"]) for p in people] == [
        ("杜牧", "mask", "19(3)"),
        ("元稹", "mask", "19(1)"),
        ("刘禹锡", "ask", "19(3)"),
    ]
    assert all(p["sentence"] for p in people)


def test_disclosure_reads_title_and_number_and_gives_all_grounds():
    question = {
        **QUESTIONS["disclosure"],
        "title": "关于杜某某一案的审查报告",
        "document_number": "黟检未刑诉〔2014〕1号",
        "case": {**CASE, "closed": False, "flags": {"undetermined": True, "state_secret": False}},
    }
    answer = explain.answer("disclosure", question)
    assert (answer["outcome"], answer["article"]) == ("refuse", "4")
    assert [(g["outcome"], g["article"]) for g in answer["details"]["grounds"]] == [
        ("refuse", "4"),
        ("refuse", "18(P2)"),
        ("refer", "4"),
        ("wait", "21"),
    ]


def test_a_case_that_does_not_say_whether_it_is_closed_waits():
    answer = explain.answer("disclosure", {"doc_type": "不起诉决定书", "case": {}})
    assert (answer["outcome"], answer["article"]) == ("wait", "21")


def test_chain_goes_to_the_organ_that_assigned_two_levels_up():
    steps = explain.answer("chain", QUESTIONS["chain"])["details"]["steps"]
    assert [(s["organ"], s["duty"], s["article"]) for s in steps] == [
        ("341023", "handler", "14"),
        ("341023", "deputy_or_chief", "14"),
        ("340000", "deputy_or_chief", "13"),
        ("341023", "case_management", "14"),
    ]
    assert all(s["action"] for s in steps)


def test_unknown_keys_and_flags_are_ignored():
    plain = explain.answer("chain", QUESTIONS["chain"])
    flags = {**QUESTIONS["chain"]["flags"], "famous": True}
    assert explain.answer("chain", {**QUESTIONS["chain"], "flags": flags, "mood": "good"}) == plain


@pytest.mark.parametrize(
    ("kind", "payload", "words"),
    [
        ("deadline", {}, "trigger：缺少"),
        ("deadline", {"trigger": "2014-02-30"}, "没有这一天"),
        ("deadline", {"trigger": 20141008}, "文字"),
        ("deadline", {"trigger": "9999-12-31"}, "超出"),
        ("deadline", {"trigger": "2014-10-08", "rules": "1999"}, "没有这个规则集"),
        ("chain", {"purpose": "document", "organ": "999999"}, "没有代码为 999999"),
        ("chain", {"purpose": "party", "organ": "110105"}, "不在可选"),
        ("chain", {**QUESTIONS["chain"], "assigned_by": "110000"}, "不是"),
        ("papers", {"applicant": "邻居"}, "不能识别"),
        ("fields", {"case_type": ""}, "不能为空"),
        ("anonymity", {"case": {"participants": [{"minor": "no"}]}}, "true 或 false"),
        ("nonsense", {}, "没有这种问题"),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused_with_a_sentence(kind, payload, words):
    with pytest.raises(explain.QuestionError, match=words):
        explain.answer(kind, payload)


@pytest.mark.parametrize("kind", QUESTIONS)
def test_batch_answers_every_line_as_the_single_question_would(kind, tmp_path, capsys):
    source = write(
        tmp_path / "in.jsonl", [{"id": "a", **QUESTIONS[kind]}, "", {"id": 2, **QUESTIONS[kind], "rules": "2021"}]
    )
    code, _, _ = run(capsys, kind, "--batch", source, str(tmp_path / "out.jsonl"))
    rows = read(tmp_path / "out.jsonl")
    assert code == 0
    assert rows[0] == {"id": "a", **explain.answer(kind, QUESTIONS[kind])}
    assert (rows[1]["id"], rows[1]["ruleset"]) == (2, "2021")


def test_batch_reports_bad_lines_and_does_the_rest(tmp_path, capsys):
    lines = [
        {"id": 1, "trigger": "2014-10-08"},
        "not json",
        {"id": 2},
        "[1]",
        {"id": 3, "trigger": "2014-09-26"},
        "[" * 100000,
        '{"id": "\\ud800", "trigger": "x"}',
        {"id": 4, "trigger": "2014-10-10"},
    ]
    source = write(tmp_path / "in.jsonl", lines)
    with open(source, "ab") as file:
        file.write(b'{"id": 5, "trigger": "\xff"}\n')
    code, _, _ = run(capsys, "deadline", "--batch", source, str(tmp_path / "out.jsonl"))
    rows = read(tmp_path / "out.jsonl")
    assert code == 1
    assert [(r["id"], "error" in r) for r in rows] == [
        (1, False),
        (None, True),
        (2, True),
        (None, True),
        (3, True),
        (None, True),
        ("\ud800", True),
        (4, False),
        (5, True),
    ]
    assert rows[4]["article"] == "28"
    assert "第2行" in rows[1]["error"]


def test_a_missing_file_is_a_sentence_and_no_traceback(capsys):
    code, out, err = run(capsys, "anonymity", "--json", "nowhere.json")
    assert (code, out) == (1, "")
    assert err.startswith("不能回答：")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "participants",
                    "role",
                    "sentence",
                    "type",
                    "months",
                    "flags",
                    "minor",
                    "case",
                    "trigger",
                    "organ",
                    "purpose",
                    "doc_type",
                    "rules",
                    "on",
                    "name",
                ]
            )
            | st.text(max_size=3),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(
    st.sampled_from(list(QUESTIONS)),
    st.dictionaries(
        st.sampled_from(
            [*QUESTIONS["chain"], *QUESTIONS["disclosure"], "trigger", "applicant", "case_type", "rules", "on"]
        ),
        JSON,
    ),
)
@settings(max_examples=150, deadline=None)
def test_any_input_gets_an_answer_or_a_reason(kind, payload):
    line = json.dumps({"id": 7, **payload})
    row = next(explain.batch(kind, [line]))
    assert row["id"] == 7
    assert "error" in row or list(row)[1:] == KEYS


def test_the_answer_is_the_decision_table_seen_through_json():
    for line, person, outcome, article in anonymity.rows():
        sentence = person.sentence and {"type": person.sentence.type, "months": person.sentence.months}
        row = {
            "name": person.name,
            "role": person.role,
            "minor": person.minor,
            "sentence": sentence,
            "recidivist": person.recidivist,
            "habitual": person.habitual,
            "consent_to_name": person.consent_to_name,
        }
        got = explain.answer("anonymity", {"doc_type": "起诉书", "case": {"participants": [row]}})["details"][
            "participants"
        ][0]
        assert (got["decision"], got["article"]) == (outcome, article), line


def test_the_command_starts_quickly():
    environment = {**os.environ, "PYTHONPATH": "src"}
    before = os.times()
    subprocess.run(
        [sys.executable, "-m", "anxin", "explain", "papers", "--applicant", "当事人"],
        check=True,
        env=environment,
        capture_output=True,
    )
    after = os.times()
    assert (after.children_user - before.children_user) + (after.children_system - before.children_system) < 1.0
