"""Illness by what is said before it; injuries stay."""

import pytest

from anxin.redaction.detectors import health
from tests.redaction.helpers import masked


@pytest.mark.parametrize(("text", "gone"), [
    ("自述诊断为精神发育迟滞，未能到庭。", "精神发育迟滞"), ("据医院证明曾患脑梗死。", "脑梗死"), ("因流产住院，不宜羁押。", "因流产住院"), ("确诊癔症，", "癔症"), ("检出HIV抗体阳性。", "HIV抗体阳性"),
])
def test_an_illness_goes(text, gone):
    assert gone in {text[i.start:i.end] for i in health.find(text)}


@pytest.mark.parametrize("text", ["经诊断为左侧肋骨骨折，", "鉴定为轻伤二级。", "血液中检出乙醇，", "患者家属报警。"])
def test_injuries_and_facts_stay(text):
    assert not health.find(text)


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("体检时发现患有癔症。", "癔症"),
        ("表示自己确诊躁狂症。", "躁狂症"),
        ("系艾滋病毒携带者。", "艾滋病毒携带者"),
        ("体检时发现怀孕七个月。", "怀孕七个月"),
        ("患肝硬化失代偿期。", "肝硬化失代偿期"),
        ("病历显示某人感染艾滋病病毒。", "艾滋病"),
    ],
)
def test_health_goes(text, gone):
    assert gone not in masked(text)


@pytest.mark.parametrize(
    "text",
    ["伤情为轻伤一级。", "造成其左胫骨骨折。", "经抢救无效死亡。", "尿检结果均呈阳性。", "酒精含量为147mg/100ml。"],
)
def test_the_document_keeps_injuries_and_facts(text):
    assert masked(text) == text


@pytest.mark.parametrize(("text", "gone"), [
    ("患甲状腺功能亢进，", "甲状腺功能亢进"), ("患慢性肾衰竭（尿毒症期），", "慢性肾衰竭（尿毒症期）"), ("曾做心脏支架手术，", "心脏支架手术"), ("刚做过人工流产手术，", "人工流产手术"), ("系视力一级残疾，", "视力一级残疾"),
    ("系妊娠晚期，", "妊娠晚期"), ("查出尖锐湿疣，", "尖锐湿疣"), ("系聋哑人，", "聋哑人"),
])
def test_operations_disabilities_and_whatever_follows_患_go(text, gone):
    assert gone in {text[i.start:i.end] for i in health.find(text)}


@pytest.mark.parametrize("text", ["行剖腹探查手术。", "经手术内固定，评定为轻伤一级。", "患难之交，", "住院治疗12天。", "毒品检测呈阳性。"])
def test_treatment_of_an_injury_is_no_illness(text):
    assert not health.find(text)


@pytest.mark.parametrize(("text", "gone"), [
    ("因有轻度智力障碍，", "轻度智力障碍"), ("患有高血压、冠心病。", "高血压、冠心病"), ("患脑梗塞后遗症，", "脑梗塞后遗症"), ("做过乳腺癌切除手术之情节", "乳腺癌切除手术"), ("长期服用抗精神病药物，", "抗精神病药物"),
    ("系怀孕的妇女，", "怀孕的妇女"), ("处于孕期，", "处于孕期"), ("已有三个月身孕，", "三个月身孕"),
])
def test_the_whole_illness_goes(text, gone):
    spans = {(i.start, i.end) for i in health.find(text)}
    assert all(any(a <= at < b for a, b in spans) for at in range(text.index(gone), text.index(gone) + len(gone)))


@pytest.mark.parametrize(("text", "gone"), [
    ("其既往有2型糖尿病史，", "2型糖尿病"), ("其子有孤独症谱系障碍，", "孤独症谱系障碍"), ("因急性心肌梗死于2022年死亡", "急性心肌梗死"), ("入所体检：丙型肝炎抗体阳性、右侧腹股沟疝，", "丙型肝炎抗体阳性"), ("正在精神病医院住院", ""), ("开展艾滋病防治宣传", ""), ("涉嫌传播性病罪", ""),
])
def test_an_illness_by_its_name_alone(text, gone):
    spans = {(i.start, i.end) for i in health.find(text)}
    assert all(any(a <= at < b for a, b in spans) for at in range(text.find(gone), text.find(gone) + len(gone)))
    assert gone or not spans
