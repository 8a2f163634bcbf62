"""Illness by what is said before it; injuries stay."""

from time import process_time

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


@pytest.mark.parametrize(("text", "gone"), [
    ("入所健康检查：乙肝表面抗原阳性、血压偏高，", "乙肝表面抗原阳性、血压偏高"), ("其外祖父中风偏瘫，由保姆照料。", "中风偏瘫"), ("经精神科会诊，考虑应激相关障碍。", "应激相关障碍"), ("系肢体残疾四级，", "肢体残疾四级"),
    ("辩护人提出其自小听力残疾二级、言语残疾一级，", "听力残疾二级、言语残疾一级"), ("在押人员经检查为Ⅲ期矽肺并呼吸衰竭，", "Ⅲ期矽肺并呼吸衰竭"), ("曾因本案宫内早孕6周行人工流产术，", "宫内早孕6周行人工流产术"), ("自述肝腹水、丙肝，", "肝腹水、丙肝"),
    ("既往史：2015年行阑尾切除术，有青霉素过敏史。", "2015年行阑尾切除术，有青霉素过敏史"), ("诊断为轻度精神发育迟滞，智商测定为56，", "56"), ("复查：高血压病3级（极高危）；高尿酸血症。", "高血压病3级（极高危）"), ("病人自幼患高尿酸血症。", "高尿酸血症"),
    ("被侵害后出现创伤后应激障碍，", "创伤后应激障碍"), ("长期服用治疗精神分裂症的药物，", "精神分裂症"), ("HIV抗体确认阳性，", "HIV抗体确认阳性"), ("孕33周+2天，胎位不正。", "孕33周+2天"), ("遗传性共济失调，", "遗传性共济失调"), ("残疾类别：精神残疾，", "精神残疾"),
])
def test_the_grammar_of_a_name_finds_what_no_list_has(text, gone):
    spans = {(i.start, i.end) for i in health.find(text)}
    assert all(any(a <= at < b for a, b in spans) for at in range(text.index(gone), text.index(gone) + len(gone)))


@pytest.mark.parametrize("text", [
    "以治疗糖尿病、高血压为名推销保健品，", "声称可治疗肺癌、肝癌，", "编造患有白血病的虚假病情，", "对高血压患者有严重危害，", "在市肿瘤医院门口扒窃，", "新冠肺炎疫情期间，", "妨害传染病防治罪，", "出具法医精神病鉴定意见书，", "改装残疾人专用车，", "致使该公司网络瘫痪，",
    "诊断为左侧第4、5肋骨骨折。", "2022年10月经本院批准被逮捕，", "《中华人民共和国传染病防治法》", "未见脑梗死，", "病死猪肉含蓝耳病病毒，", "情节恶劣，审核结果，", "抗癌药17盒，",
])
def test_hospitals_goods_lies_and_injuries_are_nobody_s_health(text):
    assert not health.find(text)


def test_a_long_list_of_illnesses_is_read_in_linear_time():
    def seconds(times: int) -> float:
        text, spent = "其患有" + "糖尿病、高血压、" * times, []
        for _ in range(3):
            start = process_time()
            health.find(text)
            spent.append(process_time() - start)
        return min(spent)

    assert seconds(8000) < 10 * seconds(2000)  # quadratic growth would be sixteen times


@pytest.mark.parametrize(("text", "gone"), [
    ("已做心脏封堵术，", "心脏封堵术"), ("甲状腺左叶结节TI-RADS 3类，", "甲状腺左叶结节TI-RADS 3类"), ("肺结核活动期的在押人员", "肺结核活动期"), ("该员胃大部切除术后，", "胃大部切除术后"), ("每周到医院血液透析。", "血液透析"), ("女儿先天性心脏室间隔缺损，", "先天性心脏室间隔缺损"),
])
def test_operations_and_findings_by_the_part_of_the_body(text, gone):
    assert any(gone in text[i.start:i.end] for i in health.find(text))


@pytest.mark.parametrize("text", ["致右肾切除，构成重伤二级。", "擅自开展人工流产手术，", "销售的鼻炎膏无批准文号。", "造成左眼失明，", "当地重大事故隐患之一。", "多次因消防隐患被责令整改。", "复用一次性透析器。", "粪便中检出肠炎沙门氏菌。", "治疗后仍遗留视力障碍。", "丧心病狂的凶手", "其为患者戴某注射", "谎称自己是艾滋病人，", "老年人、残疾人、妇女等群体", "采取甲类传染病预防措施，"])
def test_what_the_crime_did_and_what_was_sold_stays(text):
    assert not health.find(text)
