"""Tables as a text shows them: cells between tabs, bars, wide spaces, or commas under a head."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

_HEADS = """
序号 姓名 编号 身份证号 身份证号码 公民身份号码 联系电话 联系方式 手机 手机号 手机号码 电话
金额（元） 金额(元) 金额 被骗金额 损失金额 损失 数额 收款账号 支付宝 性别 年龄 民族 住址
家庭住址 地址 现住址 户籍地 户籍地址 联系地址 居住地 户籍所在地 家庭地址 现住 现住地 住所
通讯地址 送达地址 户名 备注 日期 时间 账号 卡号 银行卡号 被害人 被害人姓名 受害人 证人
持卡人 收款人 借款人 投资人 付款人 联系人 参与人 会员 人员 当事人 身份 车牌号 微信 微信号
微信账号 QQ QQ号 电子邮箱 邮箱 转账金额 转入金额 转账时间 收款账户 银行 开户行 关系
项目 数量 单价 品名 实名 昵称 微信昵称 网名 绰号 外号 备注名
"""
HEADS = frozenset(_HEADS.split())
_BARS = re.compile("[\t|]")
_WIDE = re.compile("\u3000{1,}| {2,}")
_COMMA = re.compile("[，,]")
_HEAD_WORD = re.compile("(?<=[\n\t|，,\u3000 ])(?:姓名|实名|户名|被害人|受害人|证人|持卡人|收款人|借款人|投资人|付款人|联系人|当事人|家庭住址|现?住址|联系地址|地址|户籍地|居住地)(?=[\n\t|，,\u3000 ])")
_LONGEST_HEAD = 120


@dataclass
class Table:
    """``head`` are the words of the head line; each row holds the [start, end) of its cells in the text."""

    start: int
    head: list[str]
    rows: list[list[tuple[int, int]]] = field(default_factory=list)
    end: int = 0


@lru_cache(maxsize=2)
def find(text: str) -> list[Table]:
    """Every table whose head line names its columns."""
    found: list[Table] = []
    done = -1
    for m in _HEAD_WORD.finditer(text):
        if m.start() < done:
            continue
        start = text.rfind("\n", 0, m.start()) + 1
        end = text.find("\n", m.end())
        done = end = len(text) if end < 0 else end
        table = _headed(text, start, end) if end - start <= _LONGEST_HEAD else None
        if table:
            found.append(table)
            done = table.end
    return found


def _headed(text: str, start: int, end: int) -> Table | None:
    """The table whose head is this line, None when it is no head."""
    for between in (_BARS, _WIDE, _COMMA):
        head = [text[a:b] for a, b in _cells(text, start, end, between)]
        if len(head) > 1 and sum(w in HEADS for w in head) >= max(2, (len(head) + 1) // 2):
            return _rows(text, Table(start, head), end, between)
    return None


def _rows(text: str, table: Table, at: int, between: re.Pattern[str]) -> Table:
    """The rows below the head. A row that a page tore in two is read with its next line; one odd line ends nothing."""
    odd = 0
    while at < len(text) and odd < 2:
        end = _line_end(text, at + 1)
        spans = _cells(text, at + 1, end, between)
        if len(spans) < len(table.head) and end < len(text):
            longer = _cells(text, at + 1, _line_end(text, end + 1), between)
            if len(longer) == len(table.head) and (len(spans) > 1 or between is not _WIDE):
                spans, end = longer, _line_end(text, end + 1)
        if len(spans) < 2 or (between is _COMMA and len(spans) < len(table.head)):
            odd += 1
        else:
            table.rows.append(spans)
            odd = 0
        at = end
    table.end = at
    return table


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _cells(text: str, start: int, end: int, between: re.Pattern[str]) -> list[tuple[int, int]]:
    """[start, end) of every cell of the line, white space aside; what stands outside the outer bars is no cell."""
    spans, at = [], start
    for m in between.finditer(text, start, end):
        spans.append((at, m.start()))
        at = m.end()
    spans.append((at, end))
    return [s for s in (_stripped(text, a, b) for a, b in spans) if s[1] > s[0]]


def _stripped(text: str, a: int, b: int) -> tuple[int, int]:
    inner = text[a:b]
    return a + len(inner) - len(inner.lstrip()), b - len(inner) + len(inner.rstrip())
