"""Addresses, health, births, schools, marked terms: by what stands around them."""

import pytest

from tests.redaction.helpers import case, masked

MINOR = case(("鲁小满", "victim", {"minor": True}))


@pytest.mark.parametrize(
    ("text", "gone", "stays"),
    [
        ("现住江苏省苏州市虎丘区枫桥街道清华苑2座629，手机", "清华苑2座629", "枫桥街道"),
        ("户籍所在地河南省邓州市沿河镇大坝村5组143号。", "大坝村5组143号", "沿河镇"),
        ("住所：上海市浦东新区环城西路163弄22号366室。", "环城西路163弄22号366室", "浦东新区"),
        ("翻入他人家（山东省青岛市市南区民生路48弄44号529室），", "民生路48弄44号529室", "市南区"),
        ("现取保候审于湖北省武汉市武昌区向荣路9号附2号，", "向荣路9号附2号", "武昌区"),
        ("家住某县白马镇九里村委会九里自然村158号，", "九里村委会九里自然村158号", "白马镇"),
        ("在其住处北京市海淀区丽景家园3座1148多次容留他人", "丽景家园3座1148", "多次容留他人"),
    ],
)
def test_home_addresses_go_below_the_township(text, gone, stays):
    public = masked(text)
    assert gone not in public
    assert stays in public


@pytest.mark.parametrize(
    "text",
    [
        "途经某市某区江山大厦路口被拦下。",
        "潜伏在某市某区常青公园东门，",
        "现羁押于某市看守所。",
        "地址为某市某区法院路1号的某区人民法院",
        "抄起院内水池边的铁锹",
        "户籍地：上海市浦东新区。",
    ],
)
def test_scenes_offices_and_bare_districts_stay(text):
    assert masked(text) == text


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
def test_injuries_and_facts_stay(text):
    assert masked(text) == text


def test_adults_keep_the_year_of_birth_and_minors_nothing():
    assert masked("男，1990年10月07日出生，汉族。") == "男，1990年**月**日出生，汉族。"
    assert "2014" not in masked("某检刑诉〔2024〕1号\n年仅7岁的鲁小满（2014年4月2日生）", MINOR)


def test_school_and_class_go_only_with_a_minor():
    text = "鲁小满就读实验小学三年级4班，"
    assert "实验小学" not in masked(text, MINOR)
    assert masked("证明其毕业于实验小学。") == "证明其毕业于实验小学。"


def test_marked_terms_go():
    people = case(protected_terms=[{"text": "溶剂回收工艺包", "article": "20(4)"}])
    assert "回收" not in masked("涉案技术为溶剂 回收工艺包。", people)
