"""What speaks for and against a stretch of characters being the name of somebody whom nothing else explains.

Everything is in natural logarithms and adds up (``judge``); the weights are those of ``scripts/fit_judge.py``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from anxin.redaction import odds
from anxin.redaction.chars import HAN
from anxin.redaction.lexicon import compound_surnames, homographs, surnames, terms
from anxin.redaction.names import CALLS, COMMON, ends_at, is_han, is_tail, starts_at
from anxin.redaction.roles import PERSON_AFTER, right_words, rights
from anxin.redaction.structure import filed

_BIAS, ODDS, OFTEN, _LEVEL = -1.5, 0.23, 1.1, 0.15
_START = (-0.5, -1.0, 0.7, 0.8)  # by ``starts_at``
_END = (-0.8, 0.9, -0.2, 0.1)  # by ``ends_at``
WATERS = "渠桥沟河湾庄寨坪岭坳塘镇"  # and other places that are called like people
# What follows makes it the name of a body or a place: 张小泉|刀剪专柜, 李家庄|村.
_BETWEEN = r"[^的在将被把从与和了两几一二三四五六七八九各对向给让到去住开于至共所等及并也已曾家，。；、：\s0-9]{0,4}?"
_BODY = re.compile(
    f"{_BETWEEN}(?:[店铺屋坊厂馆村镇路街桥苑堂]|专柜)(?![\u3400-\u9fff])"
    f"|{_BETWEEN}(?:[店铺屋坊厂馆行]|专柜)(?=提供|确认|愿意|安装|的监控|配合|老板|教练|员工|店员|店主|负责人|经理|[的门内外里旁附对在为因将被])"
    "|[村镇路街桥店馆厂]|[（(][刑民]|[扣拘捕]?字[〔（(\\[]"
)
_NAMED_BODY = re.compile(
    "([\u3400-\u9fff]{0,6}?)(?:公司|食品|药房|药店|专营店|便利店|超市|饭店|酒店|宾馆|医院|学校|幼儿园|小学|中学|学院|大学|速递|快递|饭庄|经销部|餐厅|银行|事务所|集团|诊所|派出所|法院|检察院|大厦|广场|公园|小区|花园|风景|酒楼|中心)"
)
_ACTS = re.compile("[的在将被把从与和了到至给去往向以为并等及]")  # between a name and a body: 龚巧云|介绍给在县|医院
_ADDRESSED = re.compile("(?:经理|老板|总|哥|姐|叔|姨|婶|伯|嫂|队|局|处|科|书记|主任|老师|医生|律师|师傅|氏|检)$")
_CALLED = re.compile("女士|先生|小姐|师傅|老师|经理|老板")


def run(text: str, start: int, end: int) -> tuple[int, int]:
    """The Chinese characters around a place, at most a dozen on each side."""
    low, high = start, end
    while low > 0 and start - low < 12 and is_han(text[low - 1]):
        low -= 1
    while high < len(text) and high - end < 12 and is_han(text[high]):
        high += 1
    return low, high


def unread_odds(text: str, start: int, end: int) -> float:
    """Odds of what the net calls a name: as a plain name or as a transliteration."""
    low, high = run(text, start, end)
    name = text[start:end]
    likely = max(odds.load().transliterated(name), odds.load().name(name) if len(name) <= 4 else -99.0)
    return odds.Reading(text[low:high], low).odds(start, end, likely)


# The signs of a paper: 雷公（网安）勘〔2024〕548号, （2021）雷公调取934号
_PAPER_AFTER = re.compile(r"[一-鿿（）]{0,10}[〔（(\[](?:19|20)\d\d[〕）)\]]")
_PAPER_BEFORE = re.compile(r"[〔（(\[](?:19|20)\d\d[〕）)\]][一-鿿]{0,2}$")
_PEOPLE = re.compile(f"(?:[{HAN}]{{1,4}}族){{1,4}}自治")  # 威宁|彝族回族苗族自治县
_PAPER_ENDS = frozenset("〕）)]")
_CLOSES = frozenset("，。；、：\n ")  # after these nothing goes on: no way of address, no body, no paper


def possible(text: str, start: int, end: int, name: str) -> bool:
    """Whether the place could hold a name at all, by what it is made of and what surely makes it something else."""
    if not _is_name(name) or (not _PAPER_ENDS.isdisjoint(text[max(0, start - 4) : start]) and _PAPER_BEFORE.search(text, max(0, start - 9), start)):
        return False
    if text[end : end + 1] in _CLOSES:
        return True
    return not (_PEOPLE.match(text, end) or _CALLED.match(text, end) or _PAPER_AFTER.match(text, end) or filed(text, end))


@lru_cache(maxsize=16384)
def _is_name(name: str) -> bool:
    """Whether the characters alone leave a name possible."""
    follows = name[1:] in terms() or name[1:] in right_words()  # 聂|供述: only a surname
    return not (follows or "某" in name or "〇" in name or _is_called(name))


def _is_called(name: str) -> bool:
    """王哥, 洪师傅, 老倪: a surname and how one addresses somebody; 鹏哥 and 老拐 are nicknames."""
    if name[0] == "老":
        return name in odds.load().words or name[1:] in surnames()
    address = _ADDRESSED.search(name) or CALLS.search(name)
    if not address:
        return False
    first = name[: address.start()]
    return not first or first in surnames() or first in compound_surnames() or name in odds.load().words


def base(text: str, start: int, end: int, value: float) -> float:
    """The score of a candidate without the net; ``value``: its odds."""
    score = context(text, start, end) + ODDS * max(-14.0, min(10.0, value))
    name = text[start:end]
    level = odds.load().words.get(name)
    if level is not None:
        score += _LEVEL * (level + 18) - (0.0 if name in COMMON or name in homographs() else 2.0)
    if _BODY.match(text, end):
        score -= 2.6
    if body := _NAMED_BODY.match(text, end):
        score -= 3.0 if not body[1] else -0.3 if _ACTS.search(body[1]) else 2.1
    return score - 1.1 * (text[end - 1] in WATERS)


def context(text: str, start: int, end: int) -> float:
    """What stands around a candidate."""
    score = _BIAS + _START[starts_at(text, start)] + _END[ends_at(text, end)]
    before, after = text[start - 1 : start], text[end : end + 1]
    known = odds.load().words
    if before and is_han(before) and before + text[start] in known:
        score -= 0.6
    if after and is_han(after):
        if text[end - 1] + after in known:
            score -= 0.8
        if rights().at(text, end):
            score += 0.9
        if is_tail(after):
            score -= 1.0
    elif PERSON_AFTER.match(text, end):
        score += 1.2
    if before.isdigit() or after.isdigit():
        score -= 1.5
    if after == "：":
        score -= 0.85
    return score


