"""Sentences about fictional pending cases, made from a vocabulary of its own: ``generate(seed, count)``.

Half of them may stand, half must be blocked. The linter's vocabulary is not read here.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

PLACES = ("清源县", "望江市", "石桥区", "南屏县", "江北新区", "乌兰县", "长宁自治县", "凤台市", "临港区", "白马镇")
CITIES = ("海宁市", "东平市", "望江市", "临川市", "锦屏市")
PROVINCES = ("安南省", "江陵省", "东平省", "岭西自治区")
NAMES = ("袁志刚", "孔某", "欧阳某某", "李某甲", "邵丽华", "阿布都某", "段某某", "司马文", "侯国庆", "蓝某", "叶建平", "卢某某")
OFFICES = ("水利局原局长", "交通运输局党组书记、局长", "人大常委会原副主任", "国土资源局原党组成员、副局长", "城市建设投资有限公司原董事长",
           "第二人民医院原院长", "公安局交警支队原支队长", "教育局招生办原主任", "供销合作社联合社原理事会主任", "住房公积金管理中心原副主任")
CRIMES = ("受贿罪", "贪污罪", "滥用职权罪", "非法吸收公众存款罪", "故意杀人罪", "生产、销售有毒、有害食品罪", "拐卖妇女、儿童罪", "重大责任事故罪",
          "掩饰、隐瞒犯罪所得罪", "侵犯公民个人信息罪", "强奸罪", "信用卡诈骗罪", "开设赌场罪", "袭警罪", "走私普通货物罪", "虚开增值税专用发票罪")
DATES = ("2014年10月9日", "2015年2月27日", "3月6日", "近日", "日前", "二〇一六年四月十八日", "本月12日", "昨日")
ACTS = ("批准逮捕", "决定逮捕", "提起公诉", "立案侦查", "决定取保候审", "不批准逮捕", "采取监视居住强制措施", "作出不起诉决定", "延长侦查羁押期限")
STATES = ("案件正在进一步办理中", "此案正在进一步审查中", "该案侦查工作正在进行", "目前该案已移送审查起诉", "案件正在审理之中", "其他情况正在进一步调查中")

ALLOWED = (
    "{date}，{place}人民检察院以涉嫌{crime}对{name}{act}。{state}。",
    "{date}，{province}人民检察院经审查决定，依法对{city}{office}{name}以涉嫌{crime}{act}。",
    "{city}{office}{name}涉嫌{crime}一案，由{city}人民检察院侦查终结并移送审查起诉。",
    "经{province}人民检察院指定管辖，{city}人民检察院依法对{name}涉嫌{crime}一案审查起诉。",
    "犯罪嫌疑人{name}因涉嫌{crime}被{place}公安局刑事拘留，{date}经{place}人民检察院{act}。",
    "{place}人民检察院受理后，依法告知犯罪嫌疑人{name}诉讼权利，讯问了犯罪嫌疑人，听取了辩护人的意见。",
    "该案因需要补充侦查，{date}由{place}人民检察院退回{place}公安局。",
    "记者{date}从{place}人民检察院获悉，{name}涉嫌{crime}一案已依法进入审查起诉程序。",
    "{name}，曾任{city}{office}，{date}被依法采取强制措施。{state}。",
    "根据《中华人民共和国刑事诉讼法》的有关规定，{city}人民检察院将该案交由{place}人民检察院办理。",
    "{city}中级人民法院已受理{name}涉嫌{crime}一案，开庭日期另行公告。",
    "{city}人民检察院检察长就该案的办理提出要求，强调严格依照法定程序办案。{state}。",
    "{place}人民检察院派员列席了案件讨论，{state}。",
    "涉嫌{crime}的犯罪嫌疑人{name}已委托辩护人，{place}人民检察院依法安排律师阅卷。",
)
BLOCKED = (
    "{name}在{place}{where}{did}。", "经查，{name}{did}。", "{date}，{name}{did}，{result}。", "{name}到案后{said}。",
    "{place}人民检察院以涉嫌{crime}对{name}{act}，{name}{did}。", "{result}。", "承办人表示，{proof}。", "{name}{did}，{proof}。",
    "据{city}办案人员介绍，{name}{did}。", "{name}{excuse}。", "该案{result}，{state}。", "检察机关指控，{name}{did}，{result}。",
)
WHERE = ("一处民房内", "自家门前", "某工地", "镇上的小卖部", "办公室里", "高速公路服务区")
DID = ("将一名女工推下楼梯", "用螺丝刀戳伤对方眼睛", "虚报种粮补贴面积", "把救灾物资拉回家中", "给工程监理塞了两条香烟和一个信封", "醉酒后驾驶三轮车", "以招工为名骗取报名费",
       "将孩子以六万八千元卖给外省夫妇", "把病死猪肉加工成腊肠", "盗走了库房里的电缆", "冒用死者身份领取养老金", "指使下属修改检测数据", "在网上出售几十万条业主资料",
       "组织麻将馆抽水", "把化工残渣填埋在鱼塘底下", "与供应商约定按比例抽成", "踹开房门后点燃窗帘", "凭空编造了一份工程决算", "逼迫女工陪酒", "给儿子的公司揽活")
RESULT = ("两名工人不治身亡", "全村饮水中断半个月", "近百户人家的养老钱打了水漂", "国家少收税款九百余万元", "被害人左眼失明", "厂房烧得只剩框架", "国有资产流失严重", "群众损失惨重")
SAID = ("很快就撂了", "如实供述了全部经过", "痛哭流涕，称对不起组织", "始终拒不交代", "承认钱是自己拿的", "主动交出藏匿的存折", "供出了上家", "表示认罪服法")
PROOF = ("账本和转账凭证都对得上", "提取的鞋印与其所穿鞋子一致", "三名工友都看见了", "证据环环相扣", "聊天记录足以说明问题", "鉴定机构认定签名为其所写", "在案证据能够相互印证", "手机定位证明其到过那里")
EXCUSE = ("是为了给母亲筹钱治病才走上这条路的", "早就对厂里怀恨在心", "曾因盗窃被判过刑", "系本案主犯", "有自首和重大立功表现", "与被害人是叔侄关系", "已将赃款全部退缴", "是个不折不扣的骗子")


@dataclass(frozen=True)
class Sentence:
    text: str
    blocked: bool


def generate(seed: int, count: int) -> list[Sentence]:
    """``count`` different sentences, every second one to be blocked."""
    dice = random.Random(seed)
    made: dict[str, Sentence] = {}
    while len(made) < count:
        blocked = len(made) % 2 == 1
        text = _fill(dice, dice.choice(BLOCKED if blocked else ALLOWED))
        made.setdefault(text, Sentence(text, blocked))
    return list(made.values())


def _fill(dice: random.Random, template: str) -> str:
    slots = {"place": PLACES, "city": CITIES, "province": PROVINCES, "name": NAMES, "office": OFFICES, "crime": CRIMES,
             "date": DATES, "act": ACTS, "state": STATES, "where": WHERE, "did": DID, "result": RESULT, "said": SAID,
             "proof": PROOF, "excuse": EXCUSE}
    return template.format(**{slot: dice.choice(values) for slot, values in slots.items()})
