"""What the linter of Article 11, last paragraph, underlines, and what it leaves alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anxin.lint import lint
from anxin.lint.reading import read
from anxin.lint.tokens import PERSON
from anxin.lint.vocabulary import _load, standard

SAFE = "日前，河谷县人民检察院以涉嫌受贿罪对周某提起公诉"
CRIMES = [name for group in _load("crimes")["names"].values() for name in group.split()]
PIECES = st.sampled_from(["日前，", "检察院", "批准逮捕", "收受", "现金", "三万元", "。", "，", "：", "\n", "\r\n", "《刑法》第三条规定", "某", " ", "\u200b",
                          "涉嫌", "盗窃罪", "有权", "告知", "供认不讳", "ａ", "１", "\ue000", "\ud800", "證據", "、", ",", "12:30", "职务", "信用卡"])

MIXED = [
    (f"{SAFE}，周某收受他人现金若干。", ["周某收受他人现金若干"]),
    ("检察机关讯问了犯罪嫌疑人，其供认不讳；案件正在进一步办理中。", ["其供认不讳"]),
    ("该案正在审查起诉中。\n被害人当场死亡！", ["被害人当场死亡"]),
    ("（涉案金额1,200万元）", ["涉案金额1,200万元"]),
]
KINDS = [
    ("犯罪分子已经落网", "guilt"), ("共计人民币三百万元", "amount"), ("被告人翻供", "confession"), ("被告人有自首情节", "merit"),
    ("DNA与其一致", "appraisal"), ("证据确实、充分", "evidence"), ("现已查明", "finding"), ("两名工人遇难", "consequence"),
    ("其怀恨在心", "motive"), ("双方系继父子", "victim"), ("当晚在出租屋内", "time_place"), ("其持刀闯入", "means"),
    ("它是蓝颜色的苹果树", "unrecognised"),
]
EVASIONS = ["供 认 不 讳", "供　认　不　讳", "供\u200b认不讳", "供·认·不·讳", "供認不諱", "金额３００万元", "金额叁佰万圓", "金額巨大", "查\u2060明", "自-首", "供_述"]
NOTICES = [
    "本院依法告知被告人有权委托辩护人和认罪认罚可能导致的法律后果。", "当事人对鉴定意见有异议的，可以申请补充鉴定或者重新鉴定。",
    "《中华人民共和国刑法》第二百六十四条规定：盗窃公私财物，数额较大的，处三年以下有期徒刑、拘役或者管制。", "检察机关对案件事实和证据进行了全面审查。",
    "未经人民法院依法判决，对任何人都不得确定有罪。", "检察机关将进一步核实案件事实。",
]
NONSENSE = ["床前明月光", "嘎嘎呜哇哩噜", "鱻麤龘靐", "月亮绿色地睡着了", "吃葡萄不吐葡萄皮", "He stabbed the victim twice", "la vita e bella", "\U0001f600\U0001f600\U0001f600"]
ABUSED = [
    "王某可以提供高额返利，引诱他人投资。", "依照刑法第二百六十四条的规定，被告人王某入室行窃，应当判处三年有期徒刑。", "《收受现金三百万元的人》",
    "被告人刘强有自首情节，依照刑法第六十七条的规定，可以从轻处罚。", "涉嫌诈骗多名老人", "涉嫌持刀抢走了他人手机的抢劫罪",
]


@pytest.mark.parametrize(("text", "underlined"), MIXED)
def test_only_the_clause_that_tells_a_fact_is_underlined(text, underlined):
    assert [found.text for found in lint(text, True)] == underlined


def test_a_text_may_end_within_the_name_of_a_crime():
    """更正职务: the beginning of 职务侵占罪 is no name, and no error."""
    for text in sorted({name[:size] for name in CRIMES for size in range(1, len(name))})[::9]:
        assert all(found.text for found in lint(text, True)), text


@pytest.mark.parametrize("text", ["被告人王某用刀行凶。", "他把钱交给别人。", "公诉人宣读起诉书。", "陶建文涉嫌受贿罪一案已提起公诉。"])
def test_a_surname_and_words_are_no_name(text):
    found = {token.text for clause in read(text, standard()) for token in clause.made if token.text == PERSON}
    assert found == ({PERSON} if "王某" in text or "陶建文" in text else set())


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_each_kind_is_named_and_explained(text, kind):
    found = lint(text, True)[0]
    assert (found.kind, found.article, found.blocks) == (kind, "第十一条第二款", True)
    assert found.sentence.endswith("。")


@pytest.mark.parametrize("crime", CRIMES)
def test_a_suspected_crime_may_be_named(crime):
    for text in (f"以涉嫌{crime}罪对周某批准逮捕", f"周某涉嫌{crime}一案提起公诉", f"因涉嫌{crime}被批准逮捕", f"涉嫌受贿、{crime}罪"):
        assert lint(text, True) == []


@pytest.mark.parametrize("text", ["周某盗窃电动车", "周某受贿三次", "周某故意杀人后离开", "周某犯受贿罪", "其行为已构成盗窃罪"])
def test_a_crime_told_as_an_act_blocks(text):
    assert lint(text, True)


@pytest.mark.parametrize("text", EVASIONS)
def test_another_way_of_writing_hides_nothing(text):
    (found,) = lint(f"{SAFE}，{text}。", True)
    assert text in found.text


@pytest.mark.parametrize("text", NOTICES)
def test_notices_and_quotations_of_the_law_stand(text):
    assert lint(text, True) == []


@pytest.mark.parametrize("text", ABUSED)
def test_the_form_of_a_notice_or_a_title_excuses_no_fact(text):
    assert lint(text, True)


@pytest.mark.parametrize("text", NONSENSE)
def test_what_is_not_recognised_blocks(text):
    (found,) = lint(text, True)
    assert found.kind == "unrecognised"


@given(st.lists(PIECES, max_size=30).map("".join))
@settings(max_examples=150, deadline=None)
def test_findings_lie_in_the_original_in_order_and_apart(text):
    at = 0
    for found in lint(text, True):
        assert at <= found.start < found.end <= len(text)
        assert text[found.start:found.end] == found.text
        at = found.end


def test_every_kind_has_words_and_a_sentence_for_the_drafter():
    for entry in _load("findings")["kind"]:
        assert entry["sentence"].endswith("。"), entry["id"]
        assert entry["words"].split(), entry["id"]
