"""Names: every form is found, the right people stay, and a symbol never says more than it should (Art 19)."""

import pytest

from anxin.redaction.engine import analyse
from tests.redaction.helpers import case, masked

SHORT = case(("秦若兰", "defendant", 12), ("邵文轩", "victim"))
LONG = case(("秦若兰", "defendant", 60), ("邵文轩", "victim"))


@pytest.mark.parametrize(
    "written",
    [
        "邵文轩",
        "邵 文轩",
        "邵　文　轩",
        "邵\u200b文轩",
        "邵*文轩",
        "邵·文轩",
        "邵.文轩",
        "邵-文轩",
        "邵⽂轩",
        "邵文軒",
        "邵\ufeff文\u00ad轩",
        "邵/文轩",
    ],
)
def test_a_registered_victim_is_found_however_the_name_is_written(written):
    assert (
        masked(f"2020年3月1日，秦若兰在路口遇见{written}，随后离开。", LONG)
        == "2020年3月1日，秦若兰在路口遇见邵某某，随后离开。"
    )


def test_a_name_torn_by_a_line_break_is_found():
    text = "被告人秦若兰于当日中午到达现场，随后与邵\n　　文轩发生争执，后被他人劝开。"
    assert "文轩" not in masked(text, LONG)


@pytest.mark.parametrize(("months", "stays"), [(12, False), (36, False), (37, True), (120, True)])
def test_a_defendant_is_named_only_above_three_years(months, stays):
    text = "被告人秦若兰于2020年到案。"
    assert ("秦若兰" in masked(text, case(("秦若兰", "defendant", months)))) is stays


def test_a_recidivist_of_two_years_is_named():
    people = case(("秦若兰", "defendant", {"sentence": {"type": "有期徒刑", "months": 24}, "recidivist": True}))
    assert masked("被告人秦若兰到案。", people) == "被告人秦若兰到案。"


def test_an_unknown_sentence_is_masked_and_asked():
    result = analyse("被告人秦若兰到案。", "起诉书", case(("秦若兰", "defendant")), net=False)
    assert [s.expected for s in result.spans] == ["秦若兰"]
    assert [d.type for d in result.doubts] == ["unknown_sentence"]


def test_consent_frees_only_the_name():
    people = case(("邵文轩", "victim", {"consent_to_name": True}))
    assert masked("被害人邵文轩（电话13912345678）到庭。", people) == "被害人邵文轩（电话***********）到庭。"


@pytest.mark.parametrize(
    "text",
    [
        "证人苗春生的证言，与在案书证相符。",
        "主要证据：（3）苗春生询问笔录。",
        "上述事实有鉴定人俞海川、苗春生的证言等证据。",
        "被害人苗春生，男，汉族，住本市。",
        "目击者苗春生拨打电话报警。",
    ],
)
def test_people_whom_the_case_data_lacks_are_found_by_structure(text):
    assert "苗春生" not in masked(text, LONG)


def test_officials_and_lawyers_stay():
    text = "辩护人温子墨，某某律师事务所律师。\n证人苗春生的证言。\n检察官　俞海川\n书记员　温 子墨"
    assert masked(text) == text.replace("苗春生", "苗某某")


def test_a_table_column_of_names_is_read():
    text = "情况见下表：\n序号 | 姓名 | 金额（元）\n1 | 苗春生 | 3000\n2 | 俞海川 | 4000\n以上事实清楚。"
    public = masked(text)
    assert "苗春生" not in public
    assert "俞海川" not in public


def test_minority_foreign_and_compound_names_keep_what_the_rules_keep():
    people = case(("阿里木·热合曼", "witness"), ("司徒慕白", "victim"), ("DAVID MILLER", "witness"))
    text = "证人阿里木・热合曼证实，被害人司徒慕白与DAVID MILLER同行。"
    assert masked(text, people) == "证人阿某某证实，被害人司徒某某与D某某同行。"


def test_nickname_former_name_and_given_name_go_with_their_owner():
    people = case(("秦若兰", "defendant", 12))
    public = masked("被告人秦若兰（曾用名秦小满，绰号“铁头”）到案。铁头与他人离开。若兰对指控没有异议。", people)
    assert all(secret not in public for secret in ("若兰", "小满", "铁头"))


def test_nicknames_of_people_who_are_named_stay():
    text = "被告人秦若兰（绰号“铁头”）到案。"
    assert masked(text, LONG) == text


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("现场人员对结果表示高兴。", "表示高兴"),
        ("逃跑方向为公园北侧。", "逃跑方向"),
        ("天黑前在黎明时分离开。", "黎明时分"),
        ("路面状况：道路平整。", "道路平整"),
    ],
)
def test_words_that_are_also_names_stay_outside_a_persons_context(text, stays):
    people = case(("高兴", "witness"), ("方向", "victim"), ("黎明", "witness"), ("路平", "witness"))
    assert stays in masked(text, people)


@pytest.mark.parametrize("text", ["证人高兴的证言。", "询问了高兴、路平，复核了证言。", "高兴对指控没有异议。"])
def test_words_that_are_names_go_in_a_persons_context(text):
    assert "高兴" not in masked(text, case(("高兴", "witness"), ("路平", "witness")))


def test_two_people_of_one_name_are_told_apart_by_their_role_words():
    people = case(("秦若兰", "defendant", 60), ("秦若兰", "victim"))
    text = "上述事实有被害人秦若兰的陈述，被告人秦若兰的供述证实。"
    assert masked(text, people) == "上述事实有被害人秦某某的陈述，被告人秦若兰的供述证实。"


def test_a_name_inside_an_organisations_name_goes_and_a_stranger_stays():
    text = "现场位于“邵文轩烟酒行”门前，附近有李锦记食品专营店。"
    assert masked(text, LONG) == "现场位于“邵某某烟酒行”门前，附近有李锦记食品专营店。"


def test_a_former_name_that_is_another_persons_name_stays_that_persons():
    people = case(
        ("秦若兰", "defendant", {"aliases": ["邵文轩"], "sentence": {"type": "有期徒刑", "months": 60}}),
        ("邵文轩", "victim"),
    )
    assert masked("被害人邵文轩报案。", people) == "被害人邵某某报案。"
