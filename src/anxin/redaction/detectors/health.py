"""Illness, pregnancy, disability, by how they are named and by the words that announce them.

Injuries, their grades and blood alcohol stay: they are facts of the case. So do hospitals, medicines on sale and lies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anxin.redaction.chars import HAN
from anxin.redaction.detectors.item import Item, holds
from anxin.redaction.lexicon import alternation, listed


def _list(section: str) -> str:
    return alternation(listed("health.txt", section))


_STOP = r"(?=[，。；、：:）)（(”\"\n\t|]|$|住院|治疗|需要?|正在|多年|无法|不能|不宜|至今|已|后(?!遗)|且|并|而|被(?!害)|的|等|之)"
# --- by name: the head of the name, what belongs to it before and behind
_HEAD = re.compile(f"({_list('illness')})|({_list('state')})|(?:{_list('part')})+(?:{_list('ending')})")
# where a name of an illness can be at all: quicker to find than the name
_RARE = frozenset("".join(listed("health.txt", "sign")))
_SIGN = re.compile(alternation(_RARE | {w for part in ("illness", "state", "ending") for w in listed("health.txt", part) if _RARE.isdisjoint(w)}))
_NEAR = 12  # characters that the name of an illness has before or after its sign
# names that no list has, by their ending, as far back as they go: 高尿酸血症, 黏多糖贮积症
_ENDED = re.compile("[\u4e00-\u9fff]{2}(?:症(?!状|结|监|候)|综合征)")
_BACK = re.compile("(?:(?![有为系因的是得患在被了和与及某其把对将从至，、重急炎病后各诸])[\u4e00-\u9fffA-Za-z0-9-]){1,8}$")
_SAID = re.compile("确诊|诊断|[检查]出|显示|自述|称|发现|记载|载明|属于?")
_BEFORE = re.compile(rf"(?:{_list('before')}|{_list('part')}|[0-9一二三四ⅠⅡⅢⅣI]{{1,3}}[期级型度])+$")
# kinds that no list has: 反社会型人格障碍
_KIND = re.compile(f"(?:(?![有为系因的是患得在被了和及某其查出者例名治疗失血])[{HAN}]){{2,4}}[型性]$")
_BEHIND = re.compile(
    rf"病毒|病(?!历|房|案|情|床|区|人|患)|炎|症(?!状)|癌|肥大|性|型|(?<=梗)[死塞]|支架|手术|(?:切除|根治|摘除|植入|搭桥|移植|造瘘|置换|介入)(?:手术|术)?|术后?|(?:功能)?(?:障碍|不全|减退|亢进|衰竭|迟滞|迟缓|低下|发育)|综合[征症]|谱系|后遗症|失代偿期|肾病|痴呆|梗[死塞]|高压|破裂|"
    rf"氏|反应|抗体|抗原|初筛|核酸|螺旋体|溃疡|突出(?:症)?|膨出|结石|脱出|大发作|小发作|(?:急性)?发作|早期|中期|晚期|[早中晚末]期|尿毒症期|倾向|状态|伴[{HAN}]{{2,8}}?(?=[，。；、）)\n]|$)|"
    r"[0-9一二三四ⅠⅡⅢⅣI]{1,3}[级期度型]|[0-9][A-Ca-c]?类|(?:确认|检测|检查|复检|筛查|试验|结果)*[呈为]?弱?阳性|[（(][+＋]{1,3}[）)]|[ ]?1:[0-9]{1,4}|物(?=[，。；、）)\n维治]|后|$)|感染(?:者)?|携带者|感染者|患者(?!家|有|禁|慎|服|使)|病人|障碍者|(?:疾)?病?史|待查|可能|体质|残疾人?|人(?=[，。；、）)\n])|素|陈旧性|(?:活动|稳定|缓解|急性|恢复|康复|进展|静止)期|[ ]?[TB]I-?RADS ?[0-9][A-Ca-c]?类"
)
_JOINED = re.compile(rf"[、和及与或]([{HAN}A-Za-z0-9]{{0,14}}?(?:症|病|炎|癌|瘤|障碍|综合征|硬化|感染|阳性|衰竭|溃疡|结石|手术|残疾))(?=[，。；、：）)\n]|$|[之等的])")
_LINKS = frozenset(("", "、", "和", "及", "与", "并", "伴", "行", "合并", "伴有", "并发", "以及", "继发", "后", "术后", "，目前为"))
_NOTE = re.compile(r"（[^（）\n，。；]{1,10}）")
# not somebody's health: bodies, goods, papers, statutes, epidemics
_ELSE_AFTER = re.compile(
    r"(?:患者|病人)?(?:专科)?(?:预防|沙门|弧菌|杆菌|狂|器|机构|液|、妇女|、儿童|、老年|等群体|医院|科(?!学)|门诊|防治|病房|病区|基金|宣传|知识|学会|协会|疫苗|疫情|司法鉴定|法医|鉴定(?!为)|防控|防疫|研究|保健|院|中心|人群|罪|检测试剂|试剂|特效药|阴性|康复中心|保险|险|联合会|赔偿|辅助|人?证(?![件明实据])|人?(?:补贴|专用|两项|机动|轮椅|就业|事业|福利|保障|运动|协会|按摩)|学校)"
    r"|(?:患者|病人|人)(?:有|禁|慎|服用|使用|犯罪|造成|的刑事|群体)|的虚假|[\"”]?的?(?:保健品|功效|偏方|秘方)|膏|胶囊|颗粒|口服液|冲剂|丸(?![子])"
)
_ELSE_BEFORE = re.compile(
    r"(?:编造|虚构|捏造|谎称|假称|假装|伪装|可治|能治|主治|包治|专治|根治|预防|防治|功效|以治疗|用于治|适用于|传播|生猪|猪肉|病死|禽|动物|检疫|养殖|未见|不是|并非|未患|未发现|排除|(?:声称|宣称|号称|可以|能够|具有)[^，。；\n]{0,6}(?:治|防|疗))[^，。；\n]{0,14}$|《[^》\n]{0,14}$|(?:法医|抗|装|扮|装作)$"
)
_DRUG = re.compile(r"[\"”]?的?(?:类|特效|用)?药")
_TAKEN = re.compile("服|吃|开具|用药|注射")
_EPIDEMIC = re.compile("(?:新冠|新型冠状病毒)")
_EPIDEMIC_OF = re.compile("确诊|患者|感染者")
_HAS = re.compile("(?:有|患|因|得了?|犯)$")
_RESULT_BEFORE = re.compile("(?:致使?|造成|导致|打|系统|网络|交通|服务器|网站|电脑|设备|运行|生产|经营|遗留)[^，。；、\n]{0,6}$|(?:因此|被)$")
_LOST = re.compile("[视听]力障碍|语言?障碍|失明|失聪|聋")  # what blows take as well
_RESULT_AFTER = re.compile("[，、]?(?:经鉴定)?(?:评定为|构成|属于?|已构成|系)[轻重]")
# words of a sentence about somebody's health
_MEDICAL = re.compile("病历|诊断|体检|就诊|住院|患有|确诊|病史|既往|自幼|从小|服药|服用|治疗|医院|医生|检查|身体|残疾|常年|长年|长期|出现|自述|入所|健康|羁押|收押|生活|其[父母妻夫子女兄弟姐妹]|父亲|母亲|妻子|丈夫|儿子|女儿|祖[父母]|爷爷|奶奶|就医|送医|照料|照顾|护理|[赡扶抚]养|病人")
_WINDOW = 40
# --- by announcement: whatever follows is an illness, unless it is an injury
_SURE = re.compile(
    rf"(?:确诊(?:为|患有?)?|诊断(?:为|出|患有?|系|是|证明)?[：:“（( ]{{0,2}}|患有|患上|曾患|罹患|身患|自患|因患|(?:既往)?病史[为：:]|(?<![隐后忧外内祸])患(?![者处难有上病方儿])|入院诊断[：:]?)(?:了|上)?"
    rf"([{HAN}A-Za-z0-9+\-]{{2,16}}?){_STOP}"
)
_NAMED = re.compile("[症病炎癌瘤痫疝痹疹癣疮疡疾]|障碍|综合征|硬化|代偿|感染|携带|阳性|结核|衰竭|梗|结石|失明|失聪|残疾|缺陷|亢进|减退|增生|突出|狭窄|畸形|紊乱|失常|低下|迟缓|不全|贫血|积水|[高低]血|状态|反应")
_HISTORY = re.compile(r"(?:既往(?:病)?史|个人病史|病史)[：:](?!无|否认|不详|正常)(?:曾?患有?|有|曾)?([^。；\n]{2,40})")
_MEDICINE = re.compile(rf"长期(?:(?:服用|口服|注射|使用)([{HAN}A-Za-z]{{1,12}}?(?:药物?|胰岛素|激素|抑制剂|[片胶囊]))|(?:服用|口服)((?!毒品|冰毒|保健)[{HAN}]{{2,8}}?))(?=[，。；、：）)\n]|$|[治控维])")
_WHO = ("携带者", "感染者", "患者", "精神病人", "障碍者", "残疾人", "孕妇", "孕产妇", "病人", "哺乳期妇女")
_STATE = re.compile(rf"(?:系|是|为)([{HAN}A-Za-z0-9]{{0,14}}?(?:{'|'.join(_WHO)}))(?!有|禁|慎)")
_DISABLED = re.compile(
    r"(?:视力|听力|言语|肢体|智力|精神|多重)[一二三四0-9]?级?残疾[一二三四0-9]?级?人?|(?:视力|听力|言语|肢体|智力|精神)[一二三四1-4]级|[重中轻]度残疾人?|(?<!色)(?:[聋盲]哑?|又聋又哑的)人(?!学|按摩|协会|医疗|门球)|智障(?:人士|人员|者)?|"
    r"(?<=残疾类别)[为：:]?[^，。；\n\t|]{2,8}|(?<=残疾类型)[为：:]?[^，。；\n\t|]{2,8}"
)
_WISDOM = re.compile(r"(?:智商|智力商数|IQ)(?:测[定验试]|检测|值|为|约|分数?|结果|[（(]?IQ[）)]?|[：:]){0,4}([0-9]{2,3})(?![0-9])")
_SURGERY = re.compile(
    rf"(?:做|行|接受|施行|经历|实施)[过了]?([{HAN}A-Za-z]{{0,10}}?(?:支架|搭桥|移植|起搏器|流产|引产|结扎|剖宫产|剖腹产|化疗|放疗|透析|肿瘤|癌|白内障|子宫|乳腺|甲状腺|阑尾|胆囊|开颅|开胸|封堵|置换|造瘘|消融|成形|介入)[{HAN}]{{0,6}}?(?:手术|治疗|术)?)(?=[，。；、：）)（(\n]|$|后|并|且|之|的|等)"
)
_PREGNANT = re.compile(
    r"怀孕的?妇女|(?:孕期|胎龄)(?:约|已|达|为)*[0-9一二三四五六七八九十]{1,3}(?:个?多?月|余?周)|(?:先兆|习惯性|稽留)流产|(?:宫内|输卵管|异位)?(?:怀孕|早孕|妊娠|怀有身孕|有孕|(?<!怀)孕(?![期妇育检前])|(?:已有|有)(?=[0-9一二三四五六七八九十]{1,3}个?多?月身孕))(?:[早中晚]期)?(?:约|已|达)?[0-9一二三四五六七八九十]{0,3}(?:个?多?月余?|余月|余?周(?:[+加]?[0-9]天)?|\+周)?|因?(?:人工|药物)?(?:流产|堕胎|引产|宫外孕)(?:手术|住院|休养|术)*|(?:个?多?月)?身孕|[处在]于?(?:孕期|哺乳期|妊娠期)|正在哺乳期?"
)
_PRACTISED = re.compile("(?:开展|擅自|非法|为他人|从事|提供|谎称|编造|虚构)[^，。；]{0,8}$")
_EXPECTING = ("孕", "胎龄", "妊娠", "流产", "堕胎", "引产", "哺乳")
_INJURY = re.compile(r"轻伤|重伤|轻微伤|骨折|挫伤|裂伤|挫裂|损伤|(?<!脑)出血|震荡|血肿|脱位|离断|破裂|外伤|伤情|毒品|尿检|检测结果|酒精(?![所性]致|性肝)|乙醇|醉酒|死亡|病毒软件|通病|弊病|毛病|问题|关系|现象|意见|治疗|证明|报告|病历")


def find(text: str) -> list[Item]:
    """Every illness, disability and pregnancy of people, as far as its name or an announcement shows it."""
    spans = list(_names(text))
    spans += [m.span(1) for m in _SURE.finditer(text) if _announced(text, m)]
    if holds(text, ("症", "综合征")):
        spans += _unlisted(text)
    if holds(text, _WHO):
        spans += [
            m.span(1)
            for m in _STATE.finditer(text)
            if m.group(1) not in ("患者", "病人") and not _INJURY.search(m.group()) and not _ELSE_BEFORE.search(text, max(0, m.start() - 16), m.start(1))
        ]
    if holds(text, ("残疾", "哑", "盲人", "聋", "智障", "视力", "听力", "智力", "肢体")):
        spans += [m.span() for m in _DISABLED.finditer(text) if not _ELSE_AFTER.match(text, m.end())]
    if "史" in text:
        spans += [m.span(1) for m in _HISTORY.finditer(text)]
    if holds(text, ("智商", "智力商", "IQ")):
        spans += [m.span(1) for m in _WISDOM.finditer(text)]
    if holds(text, ("术", "疗", "透析", "支架", "搭桥", "起搏器", "产", "移植")):
        spans += [m.span(1) for m in _SURGERY.finditer(text) if not _INJURY.search(m.group(1))]
    if "长期" in text:
        spans += [m.span(m.lastindex or 1) for m in _MEDICINE.finditer(text)]
    if holds(text, _EXPECTING):
        spans += [
            m.span()
            for m in _PREGNANT.finditer(text)
            if m.end() - m.start() > 1 and not _PRACTISED.search(text, max(0, m.start() - 12), m.start())
        ]
    return [Item(a, b, "health") for a, b in _together(text, sorted(spans))]


def _together(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, each with what follows it, those that touch or have only a conjunction between them as one."""
    joined: list[tuple[int, int]] = []
    for a, b in spans:
        if joined and a < joined[-1][1]:
            if b > joined[-1][1]:
                joined[-1] = joined[-1][0], _end(text, b)
        elif joined and text[joined[-1][1] : a] in _LINKS:
            joined[-1] = joined[-1][0], _end(text, b)
        else:
            joined.append((a, _end(text, b)))
    return joined


def _names(text: str) -> Iterator[tuple[int, int]]:
    """Illnesses by their names, whoever has them."""
    done = 0
    for m in _heads(text):
        if m.start() < done:
            continue
        low = max(done, m.start() - 16)
        before = _BEFORE.search(text, low, m.start()) or _KIND.search(text, low, m.start())
        start, end = before.start() if before else m.start(), m.end()
        while more := _BEHIND.match(text, end):
            end = more.end()
        if (not m.group(1) or _LOST.search(m.group())) and _RESULT_BEFORE.search(text, max(0, start - 12), start):
            continue
        if _of_somebody(text, start, end, weak=m.group(2) is not None, alone=m.start() - start < 2):
            yield start, end
            done = end


def _heads(text: str) -> Iterator[re.Match[str]]:
    """What ``_HEAD`` finds around the signs."""
    low = high = -1
    for sign in _SIGN.finditer(text):
        if sign.start() - _NEAR > high:
            yield from _HEAD.finditer(text, max(0, low), max(0, high))
            low = max(0, sign.start() - _NEAR)
        high = sign.end() + _NEAR
    yield from _HEAD.finditer(text, max(0, low), max(0, high))


def _of_somebody(text: str, start: int, end: int, *, weak: bool, alone: bool = True) -> bool:
    """Whether the illness at [start, end) is somebody's, not a hospital's, a medicine's or a lie's."""
    if _ELSE_AFTER.match(text, end) or _RESULT_AFTER.match(text, end) or _ELSE_BEFORE.search(text, max(0, start - 24), start):
        return False
    if _DRUG.match(text, end) and not _TAKEN.search(text, max(0, start - 10), start):
        return False
    if _EPIDEMIC.search(text, max(0, start - 6), end) and not _EPIDEMIC_OF.search(text, max(0, start - 6), end + 4):
        return False
    if weak:
        return bool(
            not alone or _HAS.search(text, max(0, start - 2), start) or _MEDICAL.search(text, _clause(text, start), end + 12)
        )
    return True


def _unlisted(text: str) -> Iterator[tuple[int, int]]:
    """Names of illnesses that only their ending shows, in sentences about somebody's health."""
    for m in _ENDED.finditer(text):
        ending = 1 if text[m.end() - 1] == "症" else 3
        low = max(0, m.end() - ending - 8)
        for said in _SAID.finditer(text, low, m.end() - ending):
            low = said.end()
        name = _BACK.search(text, low, m.end() - ending)
        if name and _of_somebody(text, name.start(), m.end(), weak=True):
            yield name.start(), m.end()


def _clause(text: str, at: int) -> int:
    low = max(0, at - _WINDOW)
    return max(low, text.rfind("。", low, at) + 1, text.rfind("\n", low, at) + 1)


def _announced(text: str, m: re.Match[str]) -> bool:
    value = m.group(1)
    if text[m.end() : m.end() + 1] == "、" and not _NAMED.search(value) and _INJURY.search(text, m.end(), m.end() + 24):
        return False  # 诊断为左侧第4、5肋骨骨折
    if _INJURY.search(m.group()) or _ELSE_AFTER.match(text, m.end()) or _ELSE_BEFORE.search(text, max(0, m.start() - 16), m.start(1)):
        return False
    return not m.group().startswith(("诊断证明", "诊断（", "诊断(")) or bool(_NAMED.search(value))


def _end(text: str, end: int) -> int:
    """Where the illness ends with the note in brackets and the further illnesses that follow it."""
    while more := _NOTE.match(text, end) or _JOINED.match(text, end):
        if _INJURY.search(more.group()):
            break
        end = more.end()
    return end
