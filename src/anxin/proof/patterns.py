"""Plain patterns of what Article 20 hides whoever it belongs to: identity numbers, phones, cards, mail, addresses.

Each takes folded text (no spaces, one width). They are simple on purpose and share nothing with the masking.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from anxin.proof.model import Value
from anxin.proof.normal import folded

_PROVINCE = r"(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])"
_DAY = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_SEP = r"[-‐-―−_/.]?"
_NUMBER_WORD = r"(?<!第)(?<!文号)(?<!编号)(?<!凭证号)(?<!单号)(?<!登记号)"
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("身份证号码", rf"(?<![\d.]){_NUMBER_WORD}({_PROVINCE}\d{{4}}{_SEP}(?:18|19|20)\d{{2}}{_SEP}{_DAY}{_SEP}"
                 r"\d{3}[\dx])(?!\d)"),
    ("身份证号码", rf"(?<![\d.])({_PROVINCE}\d{{4}}\d{{2}}{_DAY}\d{{3}})(?![\d号x])"),
    ("电话号码", rf"(?<![\d.])(?:\+?(?:00)?86{_SEP})?(1[3-9]\d{_SEP}\d{{4}}{_SEP}\d{{4}})(?![\d号元])"),
    ("电话号码", r"(?:电话|手机|座机|固话|联系方式)[号码为是:：]{0,3}(0\d{2,3}[-)）]?\d{7,8})(?!\d)"),
    ("银行账号", rf"(?<![\d.])(62(?:\d{_SEP}){{14,17}})(?!\d)"),
    ("银行账号", r"(?:卡号|账号|帐号|账户|帐户|户号)[号码为是:：]{0,3}((?:\d[-_]?){10,30})"),
    ("电子邮箱", r"([a-z0-9][a-z0-9._+-]*@[a-z0-9-]+(?:\.[a-z0-9-]+)+)"),
    ("通讯账号", r"(?:qq|扣扣)[号码为是:：]{0,4}([1-9]\d{4,10})(?!\d)"),
    ("通讯账号", r"(wxid_[a-z0-9_-]{6,})"),
    ("住址", r"(?:住址|住所地?|家住|现住|居住于|居住在|现居|户籍地|户籍所在地|住)(?!院)[:：为于在]{0,2}"
             r"([^。;；,，、()（）\d]{2,40}\d{1,5}(?:弄|巷|号|栋|幢|座|组|单元|室)[^。;；,，]{0,20})"),
)
_COMPILED = [(kind, re.compile(pattern)) for kind, pattern in _PATTERNS]


def find(texts: Iterable[str]) -> Iterator[Value]:
    """Everything the patterns see in the texts, each value as it stands (folded)."""
    for text in texts:
        flat = folded(text)
        for kind, pattern in _COMPILED:
            for match in pattern.finditer(flat):
                yield Value(kind, match[1])
