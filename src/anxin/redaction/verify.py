"""The last look before release: does the public text still hold anything that had to go?

It reads only the public text, the list of protected values and the rule set, with its own tables and patterns; it
shares no code with the engine that found the values. A hit says where and what kind, never what.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from anxin.redaction.model import Analysis, Protected
from anxin.regulation.case import Case
from anxin.regulation.rules import RuleSet


@dataclass(frozen=True)
class Hit:
    """[start, end) of the public text holds a protected value, or looks like one."""

    start: int
    end: int
    kind: str
    sentence: str


_NUMERALS = dict(zip("〇零○一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖", "00012345678912123456789", strict=True))
_WIDER = {
    "張": "张",
    "陳": "陈",
    "劉": "刘",
    "楊": "杨",
    "黃": "黄",
    "趙": "赵",
    "吳": "吴",
    "孫": "孙",
    "馬": "马",
    "羅": "罗",
    "鄭": "郑",
    "謝": "谢",
    "許": "许",
    "鄧": "邓",
    "馮": "冯",
    "蕭": "萧",
    "韓": "韩",
    "葉": "叶",
    "蔣": "蒋",
    "呂": "吕",
    "蘇": "苏",
    "盧": "卢",
    "賈": "贾",
    "鍾": "钟",
    "鐘": "钟",
    "陸": "陆",
    "譚": "谭",
    "龍": "龙",
    "萬": "万",
    "錢": "钱",
    "湯": "汤",
    "賴": "赖",
    "龔": "龚",
    "顧": "顾",
    "邵": "邵",
    "歐": "欧",
    "陽": "阳",
    "諸": "诸",
    "寶": "宝",
    "國": "国",
    "華": "华",
    "麗": "丽",
    "飛": "飞",
    "風": "风",
    "東": "东",
    "為": "为",
    "偉": "伟",
    "軍": "军",
    "強": "强",
    "傑": "杰",
    "濤": "涛",
    "豐": "丰",
    "蘭": "兰",
    "鳳": "凤",
    "貴": "贵",
    "財": "财",
    "興": "兴",
    "銀": "银",
    "鐵": "铁",
    "長": "长",
    "慶": "庆",
    "義": "义",
    "禮": "礼",
    "榮": "荣",
    "學": "学",
    "燕": "燕",
    "紅": "红",
    "霞": "霞",
    "雲": "云",
    "愛": "爱",
    "嬌": "娇",
    "瓊": "琼",
    "勝": "胜",
    "輝": "辉",
    "亞": "亚",
    "區": "区",
    "縣": "县",
    "鄉": "乡",
    "鎮": "镇",
    "號": "号",
    "樓": "楼",
    "單": "单",
    "園": "园",
    "莊": "庄",
}
_SEPARATORS = set(" \t\r\n\u00a0\u3000·‧・•∙⋅･.．*＊_＿-－—–‐~'`^+=#/|,，、")
_DIGITS = re.compile(r"[0-9]")
# Plain patterns: what no public document may hold, whoever's it is.
_PATTERNS = (
    (
        "id_card",
        re.compile(
            r"(?<![0-9A-Z])[1-9][0-9]{5}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9X](?![0-9A-Z])"
        ),
        "这里像是公民身份号码。",
    ),
    ("phone", re.compile(r"(?<![0-9.A-Za-z])1[3-9][0-9]{9}(?![0-9.])"), "这里像是手机号码。"),
    ("bank_card", re.compile(r"(?<![0-9A-Za-z])62[0-9]{14,17}(?![0-9])"), "这里像是银行卡号。"),
    ("email", re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"), "这里像是电子邮箱。"),
)
_STAYS = re.compile(
    r"(?:登记号|编号|单号|凭证号?|发票号?码?|信用代码|执照号?|注册号|字第|流水号|订单号?|票号|代码)[为：: ]*$"
)
_SENTENCES = {
    "name": "应当匿名的姓名仍在文中。",
    "given_name": "应当匿名的人的名字仍在文中。",
    "former_name": "应当匿名的人的曾用名仍在文中。",
    "nickname": "应当匿名的人的绰号仍在文中。",
}


class _Reading:
    """One way of reading the public text, with the place of every character in it."""

    def __init__(self, text: str, *, numerals: bool, close: bool) -> None:
        chars: list[str] = []
        places: list[int] = []
        for place, char in enumerate(text):
            for normal in _normal(char):
                if unicodedata.category(normal) == "Cf" or (close and normal in _SEPARATORS):
                    continue
                chars.append(_NUMERALS.get(normal, normal) if numerals else normal)
                places.append(place)
        self.text = "".join(chars)
        self.places = places


_SEEN: dict[str, str] = {}


def _normal(char: str) -> str:
    known = _SEEN.get(char)
    if known is None:
        normal = unicodedata.normalize("NFKC", char).upper()
        known = _SEEN[char] = "".join(_WIDER.get(c, c) for c in normal) if len(normal) < 4 else char
        if len(_SEEN) > 60_000:
            _SEEN.clear()
    return known


def verify(
    public_text: str,
    protected: Iterable[Protected],
    rules: RuleSet | None = None,
    allowed: Sequence[tuple[int, int]] = (),
) -> list[Hit]:
    """Every place of the public text where a protected value or a number of a protected shape can still be read.

    ``allowed`` are places that a reviewer looked at and left (offsets of the public text). ``rules`` limits the shapes to
    the kinds that the rule set masks.
    """
    closed = _Reading(public_text, numerals=False, close=True)
    spoken = _Reading(public_text, numerals=True, close=True)
    hits: dict[tuple[int, int, str], Hit] = {}
    for item in sorted(set(protected), key=lambda p: -len(p.value)):
        numeric = bool(_DIGITS.search(unicodedata.normalize("NFKC", item.value)))
        reading = spoken if numeric else closed
        wanted = _Reading(item.value, numerals=numeric, close=True).text
        if len(wanted) < (4 if numeric else 2):
            continue
        for start, end in _found(reading, wanted, numeric):
            hits.setdefault(
                (start, end, item.kind),
                Hit(start, end, item.kind, _SENTENCES.get(item.kind, "应当屏蔽的内容仍在文中。")),
            )
    for hit in _shapes(public_text, _kinds(rules)):
        hits.setdefault((hit.start, hit.end, hit.kind), hit)
    free = sorted(allowed)
    return sorted((h for h in hits.values() if not _is_allowed(h, free)), key=lambda h: (h.start, h.end))


def _kinds(rules: RuleSet | None) -> frozenset[str] | None:
    return frozenset(str(e.values["kind"]) for e in rules.table("masked_kind")) if rules else None


def _found(reading: _Reading, wanted: str, numeric: bool) -> Iterable[tuple[int, int]]:
    text, at = reading.text, reading.text.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        inside = numeric and (
            (at and text[at - 1].isdigit() and wanted[0].isdigit())
            or (text[end : end + 1].isdigit() and wanted[-1].isdigit())
        )
        if not inside:
            yield reading.places[at], reading.places[end - 1] + 1
        at = text.find(wanted, at + 1)


def _shapes(text: str, kinds: frozenset[str] | None) -> Iterable[Hit]:
    reading = _Reading(text, numerals=False, close=False)
    for kind, pattern, sentence in _PATTERNS:
        if kinds is not None and kind not in kinds:
            continue
        for m in pattern.finditer(reading.text):
            if not _STAYS.search(reading.text, max(0, m.start() - 12), m.start()):
                yield Hit(reading.places[m.start()], reading.places[m.end() - 1] + 1, kind, sentence)


def _is_allowed(hit: Hit, free: Sequence[tuple[int, int]]) -> bool:
    at = bisect_left(free, (hit.start + 1, -1))
    return any(a <= hit.start and hit.end <= b for a, b in free[max(0, at - 8) : at])


def protected_values(analysis: Analysis, case: Case, text: str) -> list[Protected]:
    """What the public text must not hold: the values behind the spans, the names of the people who are masked, and the
    terms the handler marked. Values of one character are left to the reviewer."""
    values = {Protected(s.expected, s.kind) for s in analysis.spans if s.kind not in ("birth",)}
    values |= {Protected(p.name, "name") for p in analysis.people if p.decision != "keep" and p.name in text}
    values |= {Protected(t.text, "secret") for t in case.protected_terms}
    return sorted((v for v in values if len(v.value.strip()) > 1), key=lambda v: (v.kind, v.value))
