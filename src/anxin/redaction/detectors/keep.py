"""What looks like a secret number and is none: case, document and statute numbers, amounts, dates, registrations."""

from __future__ import annotations

import re

# Words that name a number which stays readable.
LABELS = [
    "营业执照",
    "营业执照号",
    "营业执照注册号",
    "统一社会信用代码",
    "社会信用代码",
    "信用代码",
    "组织机构代码",
    "注册号",
    "税号",
    "纳税人识别号",
    "登记号",
    "编号",
    "核准号",
    "书号",
    "票据号",
    "凭证号码",
    "行号",
    "邮编",
    "机编号",
    "凭证",
    "凭证号",
    "单号",
    "发票",
    "发票号",
    "发票号码",
    "发票代码",
    "票号",
    "案号",
    "文号",
    "批号",
    "订单",
    "订单号",
    "运单",
    "运单号",
    "快递单",
    "合同号",
    "流水号",
    "交易流水",
    "序列号",
    "车架号",
    "识别代号",
    "代号",
    "发动机号",
    "串号",
    "条码",
    "保单",
    "字第",
    "决定书",
    "鉴定书",
    "报告",
    "文书",
    "鉴定文书",
    "判决书",
    "裁定书",
    "通知书",
    "意见书",
    "笔录",
    "扣押清单",
    "财物清单",
    "清单编号",
    "检材",
    "物证号",
    "案件编号",
    "受案号",
    "立案号",
    "警号",
    "证号",
    "许可证",
    "执业证",
    "执业证号",
    "项目编号",
    "批准文号",
    "型号",
    "专利号",
    "货号",
    "机身码",
    "设备号",
    "设备编号",
    "金额",
    "总额",
    "货款",
    "价值",
    "共计",
    "合计",
    "里程",
    "面积",
    "重量",
    "净重",
    "余额",
    "编码",
    "识别码",
    "电子串号",
    "扣押物品",
    "结论书",
    "认定书",
    "书证",
    "物证",
    "检验报告",
    "处理决定",
]
# Words for telephones of offices: what they name stays, unless it is somebody's mobile number.
HOTLINES = ["报警台", "服务热线", "举报电话", "报警电话", "急救电话", "热线", "办公电话"]

_AFTER = re.compile(
    r"[ ]?(?:余?元|万|亿|美元|欧元|港元|余?股|%|％|‰|mg|ml|kg|g[^a-z]|克|千克|公斤|吨|米|公里|毫|号令|年|平方|㎡|枚|支|个|件|份|册|页|"
    r"只|台|辆|瓶|箱|块|部|名|人|次|天|日|时|分|度|倍|亩|斤|升|字节|条|[A-Za-z]{2,})"
)
_CREDIT = re.compile(r"[159ANY][1-9A-Z]\d{6}[0-9A-HJ-NPQRTUWXY]{9}[0-9A-HJ-NPQRTUWXY]$")
_BEFORE = re.compile(r"(?:字第|字|第|[〔（(\[][12]\d{3}[〕）)\]][^，。；号\n]{0,16}?第?)[A-Z]?$")
_DATE = re.compile(r"(?:19|20)\d\d[-./]?(?:0[1-9]|1[0-2])[-./]?(?:0[1-9]|[12]\d|3[01])(?:\d{2}){0,3}$")
_AMOUNT = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?$|\d+\.\d+$")


_PAPER = re.compile(r"[号）)]?[^，。；、\n0-9]{0,4}?(?:意见书|鉴定书|鉴定意见|结论书|认定书|判决书?|裁定书?|决定书?|检验报告|报告书|通知书|扣押|清单|笔录)")


def is_kept(value: str, raw: str, near: str, after: str) -> bool:
    """Whether a number of no named kind stays, by its own form and what stands around it."""
    if _AFTER.match(after) and len(value) < 15:
        return True
    if _PAPER.match(after):
        return True
    if after.startswith("号") and _BEFORE.search(near):
        return True
    if _AMOUNT.match(raw) and not raw.startswith("0"):
        return True
    if len(value) == 18 and not value[:17].isdigit() and _CREDIT.match(value):
        return True
    return (
        len(value) in (8, 10, 12, 14)
        and bool(_DATE.match(value))
        and not near.endswith(("电话", "手机", "QQ", "微信", "账号"))
    )
