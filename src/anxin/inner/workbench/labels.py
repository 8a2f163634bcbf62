"""Chinese words for codes that the screens show. What the rules name themselves comes from the rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from anxin.regulation import chains

ROLES = {
    "defendant": "被告人",
    "non_prosecuted": "被不起诉人",
    "victim": "被害人",
    "victim_rep": "被害人的法定代理人",
    "witness": "证人",
    "expert": "鉴定人",
    "minor_guardian": "未成年人的监护人",
    "petitioner": "申诉人",
    "official": "检察、审判、侦查人员",
    "lawyer": "律师",
    "other": "其他人员",
}
PERSON_DECISIONS = {"mask": "匿名", "keep": "保留真名", "ask": "由人决定"}
FLAGS = {
    "state_secret": "涉及国家秘密",
    "commercial_secret": "涉及商业秘密",
    "personal_privacy": "涉及个人隐私",
    "juvenile_crime": "未成年人犯罪",
    "sealed_record": "犯罪记录已封存",
    "undetermined": "不能确定是否可以公开",
    "internal_document": "内部工作性文书",
    **chains.FLAGS,
    "foreign": "涉外",
    "attention": "社会广泛关注",
}
KINDS = {
    "name": "姓名",
    "id_card": "身份证号码",
    "passport": "护照等证件号码",
    "phone": "电话号码",
    "email": "电子邮箱",
    "wechat": "微信号",
    "qq": "QQ号",
    "alipay": "支付账号",
    "bank_card": "银行卡号、账号",
    "home_address": "家庭住址",
    "health": "健康状况",
    "birth": "出生日期",
    "minor_birth": "未成年人的出生日期",
    "school": "未成年人的学校、班级",
    "minor_information": "未成年人的其他信息",
    "org_account": "单位银行账号",
    "secret": "国家秘密、商业秘密、个人隐私",
    "inference": "可以推理出来的信息",
    "plate": "车牌号码",
    "title_certificate": "权属证书编号",
    "other": "其他不宜公开的内容",
}
DOUBTS = {
    "unknown_sentence": "疑点：刑罚不明", "same_name": "疑点：两人同名", "kinship_chain": "疑点：可以由亲属关系推知",
    "unique_post": "疑点：可以由职务推知", "same_file": "疑点：可以由前后文推知",
    "school_class": "疑点：可以由班级推知", "injury_result": "疑点：伤情结论",
    "common_word": "疑点：人名还是普通词语", "unknown_person": "疑点：没有登记的人", "unknown_home": "疑点：可能是住处",
    "decision": "疑点：姓名由人决定", "numeric_unclear": "疑点：用途不明的长号码",
}  # fmt: skip
"""What the engine leaves to people, by type."""
KIND_ARTICLES = {
    "name": "19(1)", "minor_birth": "20(2)", "school": "20(2)", "minor_information": "20(2)", "org_account": "20(3)",
    "secret": "20(4)", "inference": "20(5)", "plate": "20(6)", "title_certificate": "20(6)", "other": "20(6)",
}  # fmt: skip
"""The article of a kind that somebody adds by hand; all others fall under 20(1)."""
SENTENCES = (
    "有期徒刑", "拘役", "管制", "无期徒刑", "死刑缓期二年执行", "死刑", "罚金", "剥夺政治权利", "没收财产", "驱逐出境",
    "免予刑事处罚", "无罪",
)  # fmt: skip
ACTIONS = {"accept": "同意屏蔽", "reject": "不屏蔽", "change": "改变替代文字", "add": "增加屏蔽"}
SUBJECTS = {
    "case": "案件", "document": "文书", "draft": "技术处理", "publication": "公开文书", "staff": "工作人员",
    "page": "页面", "complaint": "反映", "inspection": "抽样检查", "order": "监督通知", "opinion": "舆情",
    "circular": "通报",
    "application": "查询申请", "binding": "查询资格", "inquirer": "查询人", "feed": "舆情来源", "site": "网站",
    "request": "报请事项", "announcement": "案件信息", "announcement_version": "案件信息",
    "announcement_request": "案件信息报请事项",
    "announcement_task": "应发布事项", "calendar": "节假日安排", "chain": "审批流程", "organ": "院", "file": "文件",
}  # fmt: skip
OUTCOMES = {
    "mask": "匿名", "keep": "保留真名", "ask": "由人决定", "publish": "公开", "kiosk": "只在本院触摸屏公开",
    "wait": "暂不公开", "refer": "报保密部门确定", "refuse": "不得公开", "due": "期限", "chain": "办理流程",
    "papers": "应当提交的材料", "fields": "可以查询的项目", "no_rule_set_in_force": "没有施行中的规则",
}  # fmt: skip
TABLES = {
    "excluded": "不得公开的情形", "sign": "涉密、内部文书的标志", "document_type": "公开的文书种类",
    "unlisted_document": "没有列出的文书", "anonymity": "姓名匿名", "masked_kind": "应当屏蔽的内容",
    "parameter": "规定留待确定的事项", "period": "期限", "handling_period": "办案期限", "chain": "审批流程",
    "applicant": "申请人与材料", "case_type": "案件类别与查询项目", "never_shown": "任何时候不显示的项目",
    "vocabulary": "程序用语", "duty": "部门职责", "secrecy_outcome": "保密审查结论",
    "secrecy_item": "保密审查事项", "check_item": "检查项目",
    "exemption_ground": "不公开的理由", "opinion_level": "舆情等级",
    "category": "重要案件信息的类别", "event": "重要案件信息的事项", "charge_list": "罪名",
    "pending_rule": "尚待规定的事项", "sensitive_class": "敏感词", "official_rank": "职务级别",
    "statute_law": "刑事诉讼法条文号", "delegation": "职责的委托", "reminder": "提醒", "second_reading": "第二人复读",
    "duty_crime": "职务犯罪的罪名", "announcement_template": "重要案件信息的标准表述",
    "naming": "重要案件信息中写谁的姓名",
}  # fmt: skip
MISSING = "未登记"


def kind_article(kind: str) -> str:
    """The article under which a kind is hidden."""
    return KIND_ARTICLES.get(kind, "20(1)")


def months(count: int | None) -> str:
    """A term as the case-handling system writes it: 36 -> 3年, 42 -> 3年6个月, 8 -> 8个月."""
    if not count:
        return ""
    years, rest = divmod(count, 12)
    return (f"{years}年" if years else "") + (f"{rest}个月" if rest else "")


def sentence(data: Mapping[str, Any] | None) -> str:
    """A sentence in one phrase: 有期徒刑3年，缓刑4年."""
    if not data or not data.get("type"):
        return ""
    probation = months(data.get("probation_months"))
    return f"{data['type']}{months(data.get('months'))}" + (f"，缓刑{probation}" if probation else "")


def covered(number: str) -> str:
    """An identity number as lists show it: the first three and the last four characters."""
    return f"{number[:3]}{'*' * 11}{number[-4:]}" if len(number) > 7 else "*" * len(number)
