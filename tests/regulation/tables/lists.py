# ruff: noqa: E501 - tables
"""Closed lists: departments (Art 5), categories and events (Art 11), sensitive classes and ranks (Art 13), statutes, words."""

from datetime import date

from anxin.regulation import vocabulary

OLD, NEW = date(2014, 11, 3), date(2019, 11, 4)
CODES = {
    "category": {"duty_crime": "11(1)", "public_concern": "11(2)", "typical_case": "11(3)", "special_work": "11(4)", "other": "11(5)"},
    "secrecy_outcome": dict.fromkeys(("open", "after_processing", "closed", "refer"), "4"),
    "exemption_ground": {**dict.fromkeys(("state_secret", "commercial_secret", "personal_privacy", "juvenile_crime", "sealed_record",
                                          "other_law"), "4"), "internal_document": "18(P2)"},
}
DEPARTMENTS = ["case_management", "handling", "press", "secrecy", "technical"]
EVENTS = {
    OLD: {("duty_crime", "立案侦查", None), ("duty_crime", "决定逮捕", None), ("duty_crime", "提起公诉", None),
          ("public_concern", "批准逮捕", None), ("public_concern", "提起公诉", None), ("typical_case", "办结", None),
          ("special_work", "专项工作进展", None)},
    NEW: {("duty_crime", "立案侦查", True), ("duty_crime", "决定逮捕", None), ("duty_crime", "提起公诉", None),
          ("public_concern", "批准逮捕", None), ("public_concern", "提起公诉", None), ("typical_case", "办结", None),
          ("special_work", "专项工作进展", None)},
}
LAST_DAY, FIRST_DAY = date(2018, 3, 19), date(2018, 3, 20)
OWN_CHARGES = ["非法拘禁罪", "非法搜查罪", "刑讯逼供罪", "暴力取证罪", "虐待被监管人罪", "滥用职权罪", "玩忽职守罪", "徇私枉法罪", "民事、行政枉法裁判罪", "执行判决、裁定失职罪", "执行判决、裁定滥用职权罪", "私放在押人员罪", "失职致使在押人员脱逃罪", "徇私舞弊减刑、假释、暂予监外执行罪"]
SENSITIVE = {
    "secrets": ("block", "4", "国家秘密 商业秘密 个人隐私 隐私"),
    "juvenile": ("block", "4", "未成年人 未成年 幼女 猥亵儿童 拐卖儿童"),
    "fugitive": ("approval", "13", "在逃 另案处理"),
    "supervision_commission": ("approval", "13", "监察委员会 监委 监察机关"),
    "own_investigation": ("approval", "13", "徇私枉法 刑讯逼供 暴力取证 虐待被监管人 枉法裁判"),
    "national_security": ("approval", "13", "分裂国家 颠覆国家政权 间谍 煽动分裂 煽动颠覆 资敌 叛逃"),
    "political": ("approval", "13", ""),
    "terrorism": ("approval", "13", "恐怖活动 恐怖组织 恐怖主义 极端主义"),
    "mafia": ("approval", "13", "黑社会性质组织 黑社会"),
    "cult": ("approval", "13", "邪教 迷信破坏法律实施"),
    "fund_raising": ("approval", "13", "非法吸收公众存款 集资诈骗 传销"),
    "death_penalty": ("approval", "13", "死刑"),
    "foreign": ("approval", "13", "外国籍 无国籍 外籍"),
    "central_supervised": ("approval", "13", "督办 交办 挂牌"),
    "public_opinion": ("caution", "13", "舆情 网络热议 社会广泛关注"),
}
RANKS = {"省部级": ["major", "nationwide"], "厅局级": ["major"], "县级党委、人大、政府、政协主要领导": ["major"],
         "重大责任事故、食品药品安全事故背后的职务犯罪": ["major"]}
LISTS = {
    "vocabulary.progress": "受理 分案 审查办理中 延长期限 退回补充侦查 重新移送 中止审查 改变管辖 审结 文书送达 移送法院 一审判决 二审 裁判生效 办结 归档",
    "vocabulary.outcome.arrest": "批准逮捕 决定逮捕 不批准逮捕 不予逮捕 侦查机关撤回 改变管辖",
    "vocabulary.outcome.prosecution":
        "提起公诉 法定不起诉 相对不起诉 存疑不起诉 附条件不起诉 核准不起诉 退回补充侦查 改变管辖 侦查机关撤回 建议撤案",
    "vocabulary.outcome.petition": "审查结案 维持原决定 撤销原决定 变更原决定 提出抗诉 提请抗诉 再审检察建议 终止复查",
    "vocabulary.outcome.civil": "提出抗诉 提请抗诉 再审检察建议 不支持监督申请 终结审查 不予受理 检察建议",
    "vocabulary.outcome.compensation": "予以赔偿 不予赔偿",
    "vocabulary.measure": "拘传 取保候审 监视居住 指定居所监视居住 拘留 逮捕",
    "vocabulary.measure_change": "变更 解除 延长羁押期限",
    "vocabulary.binding_end": "解除委托 拒绝辩护 律师停止执业 吊销律师执业证 律师执业证到期没有复核 当事人死亡 案件移送其他人民检察院 案件办结归档",
    "vocabulary.binding_stop": "该案不再提供网上查询，请到检察服务窗口咨询",
    "vocabulary.inquiry_refusal":
        "没有可以提供查询的案件 证明材料不能证明申请人的身份或者资格 委托关系已经解除或者失效 告知补正以后没有补正",
    "vocabulary.double_check": "legal_representative",
    "vocabulary.archive_roles": "defender agent",
    "vocabulary.window_only": "excluded.juvenile_crime excluded.juvenile_defendant",
    "vocabulary.identity_check": "当面核对证件原件 回拨本院登记的电话核对 核对来信所附证件复印件并电话确认",
    "vocabulary.channel": "互联网 电话 邮件 检察服务窗口",
    "vocabulary.press_release": "新闻发言人 新闻发布会 新闻稿",
    "secrecy_item.checklist": "国家秘密 工作秘密 商业秘密 个人隐私 未成年人 举报人 技术侦查措施 侦查手段 在逃同案犯 可以推理的信息",
    "opinion.levels": "一般 较大 重大 特别重大",
}
LIST_ARTICLES = {"vocabulary.binding_end": "10", "vocabulary.binding_stop": "4", "vocabulary.inquiry_refusal": "8",
                 "vocabulary.double_check": "8", "vocabulary.archive_roles": "10", "vocabulary.identity_check": "8",
                 "vocabulary.channel": "3", "vocabulary.press_release": "12",
                 "secrecy_item.checklist": "4", "opinion.levels": "24"}
LIST_CASE_TYPES = {"vocabulary.outcome.arrest": "审查逮捕", "vocabulary.outcome.prosecution": "审查起诉",
                   "vocabulary.outcome.petition": "刑事申诉", "vocabulary.outcome.civil": "民事诉讼监督",
                   "vocabulary.outcome.compensation": "刑事赔偿"}


def failures(rules):
    found = []
    for table, codes in CODES.items():
        if {e.values["code"]: e.article for e in rules.table(table)} != codes:
            found.append(table)
    if [(e.values["department"], e.article) for e in rules.table("duty")] != [(d, "5") for d in DEPARTMENTS]:
        found.append("duty")
    for day, expected in EVENTS.items():
        if {(e.values["category"], e.values["name"], e.get("only_charges")) for e in vocabulary.events(rules, day)} != expected:
            found.append(f"events on {day}")
    for name, expected in LISTS.items():
        entry = next((e for e in rules.entries() if e.id == name), None)
        case_type, article = LIST_CASE_TYPES.get(name), LIST_ARTICLES.get(name, "7")
        if not entry or (list(entry.values["values"]), entry.article, entry.get("case_type")) != (expected.split(), article, case_type):
            found.append(name)
    return found + _announcements(rules)


def _announcements(rules):
    found = []
    if len(vocabulary.events(rules, LAST_DAY, "duty_crime")) != 3 or len(vocabulary.events(rules, FIRST_DAY, "duty_crime")) != 3:
        found.append("events on the day the Supervision Law came")
    for day, charges in ((LAST_DAY, []), (FIRST_DAY, OWN_CHARGES), (NEW, OWN_CHARGES)):
        if list(vocabulary.own_investigation_charges(rules, day)) != charges:
            found.append(f"own investigation on {day}")
    if {e.values["code"]: (e.values["action"], e.article, " ".join(e.values["words"])) for e in rules.table("sensitive_class")} != SENSITIVE:
        found.append("sensitive classes")
    if [(e.values["level"], e.values["flags"], e.article) for e in rules.table("official_rank")] != [(k, v, "13") for k, v in RANKS.items()]:
        found.append("ranks")
    if [e.article for e in rules.table("pending_rule")] != ["11(P2)"]:
        found.append("pending cases")
    event_articles = [e.article for e in rules.table("event")]
    if event_articles != ["11(1)"] * 4 + ["11(2)"] * 2 + ["11(3)", "11(4)"] or [e.article for e in rules.table("charge_list")] != ["11(1)"]:
        found.append("articles of events")
    return found
