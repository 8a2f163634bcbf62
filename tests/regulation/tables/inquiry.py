# ruff: noqa: E501 - tables
"""Articles 7 and 8: what an applicant presents, what of a case is shown. Lists as published by practice."""

from anxin.regulation import inquiry

LAWYER = [["律师执业证", "律师事务所函", "委托书", "委托人身份证明", "委托人与当事人关系说明"], ["律师执业证", "法律援助公函"]]
LAYMAN = [["身份证", "委托书", "委托人身份证明", "委托人与当事人关系说明"]]
PAPERS = {
    "当事人 party 本人": [["身份证"]],
    "法定代理人 legal_representative": [["身份证", "户口本"], ["身份证", "监护关系证明"]],
    "近亲属 close_relative": [["身份证", "户口本"], ["身份证", "结婚证"]],
    "辩护人（律师） 辩护律师 律师 律师辩护人 defender_lawyer 辩护人(律师)": LAWYER,
    "辩护人（非律师） 非律师辩护人 defender_other": LAYMAN,
    "诉讼代理人（律师） 代理律师 律师诉讼代理人 agent_lawyer": LAWYER,
    "诉讼代理人（非律师） 非律师诉讼代理人 agent_other": LAYMAN,
    "辩护人 诉讼代理人": LAWYER + LAYMAN,
}
FIELDS = {
    "审查逮捕": "案由 受理日期 办理期限 审结日期 审结处理结果 办案部门 强制措施",
    "审查起诉 一审公诉": "案由 受理日期 办案期限 一次退查日期 一次退查重报日期 二次退查日期 二次退查重报日期 审结日期 审结处理情况 办案部门 强制措施",
    "刑事申诉审查 刑事申诉": "案由 办案部门 立案复查日期 复查结果",
    "刑事赔偿": "受理日期 办案部门 审查结果 决定日期 决定结果",
    "生效刑事赔偿决定执行": "案由 申请日期 执行日期 支付人身自由权赔偿金 生命健康权赔偿金 精神损害抚慰金 财产损害赔偿金",
    "刑事赔偿、民事行政诉讼赔偿监督 刑事赔偿及民事行政诉讼赔偿监督 刑事赔偿监督 民事行政诉讼赔偿监督 刑事赔偿复议 行政赔偿监督":
        "案由 办案部门 受理日期 审查结果 立案办理日期 立案办理结果",
    "国家司法救助": "原案案由 办案部门 受理日期 审查结果 救助金发放日期 救助金数额",
    "民事（行政）诉讼监督 民事诉讼监督 行政诉讼监督 民事行政诉讼监督 对民事行政生效判决裁定调解书的监督":
        "案由 受理日期 办案部门 终审法院 终审裁判/调解书文号 结案日期 结案情况",
    "行政公益诉讼一审 民事公益诉讼一审": "案由 受理时间 办案期限 办案部门 办案进程 处理结果",
    "立案侦查 二审上诉 二审抗诉 审判监督程序抗诉 重（再）审": "案由 受理时间 办案期限 办案部门 办案进程 处理结果 强制措施",
}
NEVER = ["承办人意见", "审查意见", "风险等级", "羁押预警", "案情摘要", "举报人信息"]
CRIMINAL = {"审查逮捕", "审查起诉", "刑事申诉审查", "立案侦查"}
KINDS = {"当事人": "party", "法定代理人": "legal_representative", "近亲属": "close_relative", "辩护律师": "defender_lawyer",
         "非律师辩护人": "defender_other", "代理律师": "agent_lawyer", "非律师诉讼代理人": "agent_other"}


def _try(ask, name, rules):
    try:
        return ask(name, rules)
    except (ValueError, KeyError):
        return None


def failures(rules):
    found = []
    for names, options in PAPERS.items():
        for name in names.split():
            got = _try(inquiry.papers, name, rules)
            if not got or got.details["options"] != options or got.article != "8":
                found.append(f"papers {name}: {got and got.details['options']}")
    for name, kind in KINDS.items():
        got = _try(inquiry.papers, name, rules)
        if not got or got.details["kinds"] != [kind]:
            found.append(f"kind of {name}")
    for names, fields in FIELDS.items():
        for name in names.split():
            got = _try(inquiry.fields, name, rules)
            if not got or got.details["fields"] != fields.split() or got.article != "7" or got.details["never"] != NEVER:
                found.append(f"fields {name}: {got and got.details}")
    marked = {e.values["names"][0] for e in rules.table("case_type") if e.values["criminal"]}
    if [e.article for e in rules.table("never_shown")] != ["7"]:
        found.append("article of what is never shown")
    return found + ([] if marked == CRIMINAL else [f"criminal {marked}"])
