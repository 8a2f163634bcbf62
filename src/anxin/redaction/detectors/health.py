"""Illness, pregnancy, disability: by trigger word. Injuries, grades and blood alcohol stay, they are facts of the case."""

from __future__ import annotations

import re

from anxin.redaction.chars import HAN
from anxin.redaction.detectors.item import Item, holds

_ILL = (
    r"(?:症|病|炎|癌|瘤|障碍|综合征|肝硬化|硬化|失代偿期|感染|携带者|患者|阳性|尿毒|结核|梅毒|淋病|疱疹|艾滋|HIV|抑郁|焦虑|躁狂|癫痫|"
    r"残疾|缺陷|衰竭|中风|梗死|梗塞|结石|溃疡|白血病|糖尿|高血压|心脏病|亢进|减退|湿疣|囊肿|多囊|脓肿|脑瘫|瘫痪|失明|失聪|聋哑|失语|截瘫|偏瘫|畸形|肿块|增生|痴呆|帕金森|哮喘|红斑狼疮|透析|不孕|不育|智力低下|发育迟缓)"
)
_NAME = rf"[{HAN}A-Za-z0-9]{{0,14}}?"
_TRIGGER = re.compile(
    rf"(?:患有|患上|罹患|身患|患(?![者处难])|确诊为?|诊断为|被诊断为|诊断出|查出|检出患?有?|感染(?:了|上)?|病史为|有)"
    rf"({_NAME}{_ILL}[{HAN}A-Za-z0-9]{{0,8}}?)(?=[，。；、：）)（(”\n]|$|住院|治疗|需要|正在|多年|已|，|的|而|并|后(?!遗)|且|之|等|、)"
)
# After these whatever is named is an illness, except an injury.
_SURE = re.compile(
    rf"(?:确诊为?|诊断为|诊断患有|诊断系|患有|曾患|罹患|身患|患上|自患|因患|病史为|患(?![者处难有上]))([{HAN}A-Za-z0-9]{{2,14}}?)(?=[，。；、：）)（(”\n]|$|，|住院|治疗|需要|正在|多年|已|后|且|并|而)"
)
# Medicine taken for long says what it is for.
_MEDICINE = re.compile(rf"长期(?:服用|口服|注射|使用)([{HAN}A-Za-z]{{1,12}}?(?:药物?|胰岛素|激素|抑制剂|[片胶囊]))(?=[，。；、：）)\n]|$|[治控维])")
# Illnesses whose name is nothing else, with the words that stand before such a name.
_CORE = re.compile(
    "糖尿病|高血压|冠心病|心肌梗[死塞]|心脏病|脑梗[死塞]|癌|白血病|肺结核|肝炎|肝硬化|乙肝|丙肝|尿毒症|衰竭|艾滋病|抗体阳性|精神分裂症|"
    "抑郁症|焦虑症|情感障碍|精神障碍|孤独症|自闭症|癫痫|帕金森|哮喘|红斑狼疮|矽肺|尘肺|腹股沟疝|椎间盘突出|甲亢|痛风"
)
_DISEASE = re.compile(
    r"(?:(?:急性|慢性|原发性|继发性|先天性|陈旧性|病毒性|酒精[所性]致?|双相|双向|重度|中度|轻度|早期|[12一二]型|[ⅠⅡⅢⅣ一二三][期级]|左|右|双|肺|肝|胃|肾|脑|乳腺|宫颈|甲状腺|直肠|食道|鼻咽|前列腺|腹股沟|腰椎|颈椎|乙型|丙型|甲型|梅毒螺旋体)?){0,4}"
    r"(?:糖尿病|高血压(?:病)?[0-9一二三]?级?|冠心病|心肌梗[死塞]|心脏病|脑梗[死塞]|癌|白血病|肺结核|肝炎(?:抗体阳性)?|肝硬化|乙肝|丙肝|尿毒症|肾?功能衰竭|衰竭|艾滋病|抗体阳性|精神分裂症|抑郁症|焦虑症|情感障碍|精神障碍|孤独症谱系障碍|孤独症|自闭症|癫痫|帕金森病?|哮喘|红斑狼疮|矽肺|尘肺|腹股沟疝|椎间盘突出|甲亢|痛风)"
    r"(?:[早中晚末]期|大发作|发作)?(?!医院|科|防治|药|病房|基金|宣传|知识|鉴定)"
)
_WHO = ("携带者", "感染者", "患者", "精神病人", "障碍者", "残疾人", "孕妇", "病人", "哺乳期妇女")
# What stays of an illness in brackets: 乙型病毒性肝炎（大三阳）
# 高血压、冠心病; 乳腺癌切除手术
_MORE = re.compile(rf"、{_NAME}{_ILL}(?=[，。；、：）)\n]|$|[之等的])|(?:切除|根治|摘除|介入)(?:手术|术)?")
_NOTE = re.compile(r"（[^（）\n，。；]{1,10}）")
_DISABLED = re.compile(r"(?:视力|听力|言语|肢体|智力|精神|多重)[一二三四0-9]?级?残疾[一二三四0-9]?级?人?|[聋盲]哑?人(?!学)|脑瘫|智障(?:人士|人员|者)?")
_SURGERY = re.compile(
    rf"(?:做|行|接受|施行|经历|实施)[过了]?([{HAN}A-Za-z]{{0,10}}?(?:支架|搭桥|移植|起搏器|流产|引产|结扎|剖宫产|剖腹产|化疗|放疗|透析|肿瘤|癌|白内障|子宫|乳腺|甲状腺)[{HAN}]{{0,6}}?(?:手术|治疗|术)?)(?=[，。；、：）)（(\n]|$|后|并|且|之|的|等)"
)
_STATE = re.compile(rf"(?:系|是|为)({_NAME}(?:{'|'.join(_WHO)}))")
_PREGNANT = re.compile(
    r"怀孕的?妇女|(?:怀孕|妊娠|怀有身孕|有孕|(?<!怀)孕(?![期妇育])|(?:已有|有)(?=[0-9一二三四五六七八九十]{1,3}个?多?月身孕))(?:[早中晚]期)?(?:约|已)?[0-9一二三四五六七八九十]{0,3}(?:个?多?月余?|余月|周|\+周)?|因?(?:流产|堕胎|引产|宫外孕)(?:手术|住院|休养)*|(?:个?多?月)?身孕|[处在]于?(?:孕期|哺乳期|妊娠期)|正在哺乳期?"
)
_EXPECTING = ("孕", "妊娠", "流产", "堕胎", "引产", "哺乳")
_NOT_HEALTH = re.compile(
    r"轻伤|重伤|轻微伤|骨折|挫伤|裂伤|挫裂|损伤|出血|伤情|毒品检|尿检|检测结果|酒精|醉酒|死亡|病毒软件|通病|弊病|毛病|问题|关系|现象"
)
_CRIME = re.compile("(?:传播)?性病")
_CONFIRM = ("症", "病", "炎", "癌", "瘤")


def find(text: str) -> list[Item]:
    items = []
    for m in _STATE.finditer(text) if holds(text, _WHO) else ():
        if not _NOT_HEALTH.search(m.group()):
            items.append(Item(m.start(1), m.end(1), "health"))
    items.extend(Item(m.start(1), m.end(1), "health") for m in _SURE.finditer(text) if not _NOT_HEALTH.search(m.group()))
    for m in _TRIGGER.finditer(text):
        if m.group().startswith("有") and not m.group(1).startswith(
            ("精神", "智力", "肢体", "听力", "视力", "严重", "轻度", "中度", "重度", "先天", "慢性", "高血压", "糖尿病", "心脏病", "癫痫")
        ):
            continue
        if not _NOT_HEALTH.search(m.group()):
            items.append(Item(m.start(1), m.end(1), "health"))
    if holds(text, ("残疾", "哑", "盲人", "聋人", "脑瘫", "智障")):
        items.extend(Item(m.start(), m.end(), "health") for m in _DISABLED.finditer(text))
    if holds(text, ("做", "行", "接受", "经历", "实施")) and holds(text, ("术", "疗", "透析", "支架", "搭桥", "起搏器")):
        items.extend(Item(m.start(1), m.end(1), "health") for m in _SURGERY.finditer(text) if not _NOT_HEALTH.search(m.group()))
    if _CORE.search(text):
        items.extend(Item(m.start(), m.end(), "health") for m in _DISEASE.finditer(text) if not _CRIME.match(text, m.start()))
    if "长期" in text:
        items.extend(Item(m.start(1), m.end(1), "health") for m in _MEDICINE.finditer(text))
    if holds(text, _EXPECTING):
        items.extend(Item(m.start(), m.end(), "health") for m in _PREGNANT.finditer(text) if m.end() - m.start() > 1)
    return [_noted(text, item) for item in items]


def _noted(text: str, item: Item) -> Item:
    """The item with the note in brackets, the operation or the further illnesses that follow it."""
    end = item.end
    while more := _NOTE.match(text, end) or _MORE.match(text, end):
        end = more.end()
    return item._replace(end=end)
