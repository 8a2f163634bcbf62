# ruff: noqa: E501 - tables
"""Articles 4, 11-15: the words of announcements, who is named, what has to be told, when a case is pending."""

from datetime import date

from anxin.regulation import periods, publicity
from anxin.regulation.calendar import Calendar
from anxin.regulation.case import Case, Participant, Sentence

DAY = date(2014, 11, 3)
DUTY_CRIMES = ["贪污", "挪用公款", "受贿", "单位受贿", "利用影响力受贿", "行贿", "对单位行贿", "介绍贿赂", "单位行贿", "对有影响力的人行贿", "巨额财产来源不明", "隐瞒境外存款", "私分国有资产", "私分罚没财物", "滥用职权", "玩忽职守", "故意泄露国家秘密", "过失泄露国家秘密", "徇私枉法", "民事、行政枉法裁判", "执行判决、裁定失职", "执行判决、裁定滥用职权", "枉法仲裁", "私放在押人员", "失职致使在押人员脱逃", "徇私舞弊减刑、假释、暂予监外执行", "徇私舞弊不移交刑事案件", "滥用管理公司、证券职权", "徇私舞弊不征、少征税款", "徇私舞弊发售发票、抵扣税款、出口退税", "违法提供出口退税凭证", "国家机关工作人员签订、履行合同失职被骗", "违法发放林木采伐许可证", "环境监管失职", "食品监管渎职", "食品、药品监管渎职", "传染病防治失职", "非法批准征收、征用、占用土地", "非法低价出让国有土地使用权", "放纵走私", "商检徇私舞弊", "商检失职", "动植物检疫徇私舞弊", "动植物检疫失职", "放纵制售伪劣商品犯罪行为", "办理偷越国（边）境人员出入境证件", "放行偷越国（边）境人员", "不解救被拐卖、绑架妇女、儿童", "阻碍解救被拐卖、绑架妇女、儿童", "帮助犯罪分子逃避处罚", "招收公务员、学生徇私舞弊", "失职造成珍贵文物损毁、流失", "刑讯逼供", "暴力取证", "虐待被监管人", "报复陷害", "国家机关工作人员利用职权实施的非法拘禁", "国家机关工作人员利用职权实施的非法搜查", "破坏选举"]
GOING_ON = "该案正在进一步办理中。"
TEMPLATES = {
    ("duty_crime", "立案侦查"): ("11(P2)", "某院依法对王某立案侦查", "日前，某院决定，依法对王某涉嫌受贿犯罪立案侦查，并采取强制措施。案件侦查工作正在进行中。"),
    ("duty_crime", "决定逮捕"): ("11(P2)", "某院依法对王某决定逮捕", f"日前，某院依法以涉嫌受贿罪对王某作出逮捕决定。{GOING_ON}"),
    ("duty_crime", "提起公诉"): ("11(P2)", "某院依法对王某提起公诉", "日前，王某涉嫌受贿罪一案，由某院依法向人民法院提起公诉。"),
    ("public_concern", "批准逮捕"): ("11(P2)", "某院依法对王某批准逮捕", f"日前，某院依法以涉嫌受贿罪对王某批准逮捕。{GOING_ON}"),
    ("public_concern", "提起公诉"): ("11(P2)", "某院依法对王某提起公诉", "日前，王某涉嫌受贿罪一案，由某院依法向人民法院提起公诉。"),
    ("typical_case", "办结"): ("11(3)", "典型案例：王某受贿案", "某院依法办理的王某受贿案已经办结。"),
    ("special_work", "专项工作进展"): ("11(4)", "某院专项工作进展情况", "某院依法开展专项工作，各项工作正在有序进行。"),
    ("other", ""): ("11(5)", "某院依法办理王某涉嫌受贿案", f"日前，某院依法办理王某涉嫌受贿罪一案。{GOING_ON}"),
}
FIELDS = {"organ": "某院", "who": "王某", "charge": "受贿", "measure": "，并采取强制措施"}
LONG, SHORT = Sentence("有期徒刑", 60), Sentence("有期徒刑", 36)
# role, office, minor, sentence, category, stage: what becomes of the name, on which article
NAMING = [
    ("defendant", "局长", False, None, "duty_crime", "pending", "keep", "4"),
    ("defendant", "局长", True, None, "duty_crime", "pending", "mask", "20(2)"),
    ("official", "检察官", True, None, "duty_crime", "pending", "mask", "20(2)"),
    ("defendant", "", False, None, "duty_crime", "pending", "mask", "4"),
    ("defendant", "局长", False, None, "public_concern", "pending", "mask", "4"),
    ("defendant", "局长", False, None, "typical_case", "pending", "mask", "4"),
    ("defendant", "局长", False, LONG, "duty_crime", "closed", "keep", "19(3)"),
    ("defendant", "局长", False, SHORT, "duty_crime", "closed", "mask", "19(3)"),
    ("defendant", "", False, LONG, "duty_crime", "closed", "keep", "19(3)"),
    ("defendant", "", False, LONG, "typical_case", "closed", "keep", "19(3)"),
    ("defendant", "", False, SHORT, "typical_case", "closed", "mask", "19(3)"),
    ("defendant", "", False, LONG, "public_concern", "closed", "mask", "4"),
    *((role, "局长", False, None, "duty_crime", "pending", "mask", "19(1)") for role in ("victim", "victim_rep", "witness", "expert")),
    *((role, "", False, None, "typical_case", "closed", "mask", "19(1)") for role in ("victim", "victim_rep", "witness", "expert")),
    ("non_prosecuted", "局长", False, None, "duty_crime", "pending", "mask", "19(2)"),
    ("official", "检察官", False, None, "other", "pending", "keep", "4"),
    ("petitioner", "", False, None, "typical_case", "closed", "mask", "4"),
    ("minor_guardian", "", False, None, "other", "pending", "mask", "4"),
    ("lawyer", "", False, None, "typical_case", "closed", "mask", "4"),
    ("other", "主任", False, None, "duty_crime", "pending", "mask", "4"),
]

# case type, papers, closed, judgment effective: stage
STAGES = [
    ("一审公诉", [], False, False, "pending"),
    ("一审公诉", ["起诉书"], True, False, "pending"),
    ("一审公诉", ["起诉书"], True, True, "closed"),
    ("一审公诉", ["起诉书"], False, True, "pending"),
    ("一审公诉", [], True, False, "pending"),
    ("审查逮捕", [], True, False, "pending"),
    ("一审公诉", ["不起诉决定书"], True, False, "closed"),
    ("一审公诉", ["不起诉决定书"], False, False, "pending"),
    ("一审公诉", ["不起诉决定书", "起诉书"], True, False, "pending"),
    ("一审公诉", ["刑事申诉复查决定书"], True, False, "closed"),
    ("一审公诉", ["撤销案件决定书"], True, False, "closed"),
    *((kind, [], True, False, "closed") for kind in ("刑事申诉审查", "刑事赔偿", "生效刑事赔偿决定执行", "刑事赔偿复议", "刑事赔偿及民事行政诉讼赔偿监督", "行政赔偿监督", "国家司法救助", "对民事行政生效判决裁定调解书的监督", "行政公益诉讼一审", "民事公益诉讼一审")),
]
PROSECUTED = [("一审公诉", ["不起诉决定书"], ["提起公诉"], "pending"), ("一审公诉", ["不起诉决定书"], ["退回补充侦查"], "closed")]
EARLY, LATE = date(2014, 11, 3), date(2019, 5, 6)
# category, event, charge, stage, day: whether something is lacking, and on which article
LACKING = [
    ("duty_crime", "立案侦查", "受贿罪", "pending", EARLY, None),
    ("duty_crime", "立案侦查", "受贿罪", "pending", LATE, "11(1)"),
    ("duty_crime", "立案侦查", "徇私枉法罪", "pending", LATE, None),
    ("duty_crime", "立案侦查", "非法拘禁罪", "pending", LATE, None),
    ("duty_crime", "立案侦查", "执行判决、裁定失职罪", "pending", LATE, None),
    ("duty_crime", "提起公诉", "受贿罪、行贿罪", "pending", LATE, None),
    ("duty_crime", "提起公诉", "盗窃罪", "pending", EARLY, "11(1)"),
    ("duty_crime", "提起公诉", "非国家工作人员受贿罪", "pending", EARLY, "11(1)"),
    ("duty_crime", "提起公诉", None, "pending", EARLY, "11(1)"),
    ("public_concern", "批准逮捕", "盗窃罪", "pending", EARLY, None),
    ("public_concern", "批准逮捕", None, "pending", EARLY, "11(2)"),
    ("typical_case", "办结", "盗窃罪", "closed", EARLY, None),
    ("typical_case", "办结", "盗窃罪", "pending", EARLY, "11(3)"),
    ("typical_case", "办结", None, "closed", EARLY, "11(3)"),
    ("special_work", "专项工作进展", None, "pending", EARLY, None),
    ("other", "", None, "pending", EARLY, None),
    ("other", "", "盗窃罪", "pending", EARLY, None),
]
STEPS = [(name, DAY) for name in ("立案侦查", "决定逮捕", "批准逮捕", "提起公诉", "办结", "审结")]
DUTY, PUBLIC = {"立案侦查", "决定逮捕", "提起公诉"}, {"批准逮捕", "提起公诉"}
# charge, flags: which events have to be told, of which category
DUE = [
    ("受贿罪", [], set()),
    ("受贿罪", ["sensitive"], set()),
    *(("受贿罪", [flag], {("duty_crime", n) for n in DUTY}) for flag in ("attention", "major", "nationwide")),
    *((charge + "罪", ["major"], {("duty_crime", n) for n in DUTY}) for charge in DUTY_CRIMES),
    ("盗窃罪、民事、行政枉法裁判罪", ["major"], {("duty_crime", n) for n in DUTY}),
    ("盗窃罪", ["major"], set()),
    ("盗窃罪", ["attention"], {("public_concern", n) for n in PUBLIC}),
    ("盗窃罪", ["typical"], {("typical_case", "办结")}),
]
OFFICES = {
    "省部级": (["major", "nationwide"], "省委书记 省长 自治区主席 部长 省人大常委会主任 省政协主席 中央委员"),
    "厅局级": (["major"], "厅长 司长 市长 市委书记 副市长 副厅长 副司长 地委书记 州长"),
    "县级党委、人大、政府、政协主要领导": (["major"], "县委书记 县长 区委书记 区长 县人大常委会主任 县政协主席 区人大常委会主任 区政协主席"),
    "重大责任事故、食品药品安全事故背后的职务犯罪": (["major"], "责任事故 食品安全 药品安全"),
}


def failures(rules):
    found = [f"template {key}" for key, (article, heading, text) in TEMPLATES.items() if _written(rules, key) != (article, heading, text)]
    found += [f"naming {row}" for row in NAMING if _named(rules, *row[:6]) != row[6:]]
    found += [f"stage {row}" for row in STAGES if publicity.stage(*row[:2], Case(closed=row[2], judgment_effective=row[3]), rules).outcome != row[4]]
    found += [f"stage {row}" for row in PROSECUTED if publicity.stage(*row[:2], Case(closed=True), rules, row[2]).outcome != row[3]]
    found += [f"lacking {row}" for row in LACKING if getattr(publicity.lacking(*row[:5], rules), "article", None) != row[5]]
    found += [f"due {row}" for row in DUE if {(e.values["category"], e.values["name"]) for e, _ in publicity.due_events(*row[:2], STEPS, rules)} != row[2]]
    found += [f"any event of {c}" for c in ("duty_crime", "public_concern", "typical_case", "special_work") if _knows(rules, c)]
    if [e.article for e in rules.table("duty_crime")] != ["11(1)"]:
        found.append("article of duty crimes")
    for entry in rules.table("official_rank"):
        flags, words = OFFICES[entry.values["level"]]
        if (list(entry.values["flags"]), list(entry.values["words"])) != (flags, words.split()):
            found.append(f"rank {entry.id}")
        for word in words.split():
            if not {(s.flag, s.entry.id) for s in publicity.suggestions("", [word], rules)} >= {(f, entry.id) for f in flags}:
                found.append(f"rank word {word}")
    decided = periods.deadline(DAY, rules, Calendar.default(), "announcement")
    if (decided.details["deadline"], decided.article) != ("2014-11-06", "15"):
        found.append("days to announce")
    if periods.deadline(date(2014, 11, 6), rules, Calendar.default(), "announcement").details["deadline"] != "2014-11-11":
        found.append("working days to announce")
    return found


def _knows(rules, category):
    try:
        return bool(publicity.template(rules, category, "没有的事项"))
    except KeyError:
        return False


def _written(rules, key):
    entry = publicity.template(rules, *key)
    return (entry.article, *publicity.written(entry, FIELDS))


def _named(rules, role, office, minor, sentence, category, stage):
    person = Participant("p1", "王建国", role, title=office, minor=minor, sentence=sentence)
    decision = publicity.name(person, category, stage, Case((person,), closed=stage == "closed", judgment_effective=stage == "closed"), rules)
    return decision.outcome, decision.article
