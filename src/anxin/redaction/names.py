"""How a Chinese document writes a name: where one ends, where one starts, and what its surname is."""

from __future__ import annotations

import re
from functools import lru_cache

from anxin.redaction.chars import HAN, fold
from anxin.redaction.lexicon import compound_surnames, naming, surnames, words
from anxin.redaction.roles import ends_with_role
from anxin.redaction.view import View

_HAN_RUN = re.compile(f"[{HAN}]{{1,16}}")
_LATIN_NAME = re.compile(r"[A-Z][A-Za-z'\-]{1,20}(?:[ .][A-Z][A-Za-z'\-]{0,20}){1,3}(?![A-Za-z0-9@])")
_LATIN = re.compile(r"[A-Za-z]")
_JOINTS = re.compile(f"(?<=[{HAN}])[\\s·.*_\\-\u3000]+(?=[{HAN}])")
# One character that may follow a name.
PARTICLES = frozenset(
    "的在与和对将被把向从用等是系因为于至到称说给让叫请跟同以及也又再已曾则均都就即便并但却而或未不没无家到去来"
    "经受由按据拒所使致令趁持驾乘骑携抢偷盗骗劫杀打砍捅踢追跑逃住购买卖出开收付转借欠还找带送拉推拿取供述辩认作证讯问男女另"
    "虽该其此闻见得拨替欲"
)
# One character that may stand before a name.
LEADING = frozenset(
    "对与和向由被将给同及是系为经因在令让称据受请跟从把了至到以叫即就故且并而但或于问扶打骗约找"
    "陪送替帮殴捅砍刺踢追拉劝见用使的名趁"
)
_JOINED = frozenset("在即讯问采对与和向由被将给了及同是系为经因在把让就称从")
NOT_NAMES = naming("never_a_name")
# Names that are also words, whatever a word list calls them.
COMMON = naming("also_a_name")
# A name does not end like a place, a crime, a people or a register.
_TAILS = frozenset("区县市省镇乡族籍罪户录号路街局院所厅部处科队组厂店费款元级类项条")
# Characters that transliterations are written with: names without a surname that the table knows.
TRANSLITERATED = frozenset(
    "阿艾埃安奥巴白班包贝比彼毕宾波玻伯勃博布查次措达大戴丹当德登邓迪丁顿多恩尔凡菲费芬夫弗福甫盖干高戈哥格根贡古哈海罕汉翰赫"
    "呼华吉基嘉加佳姜卡凯康科克肯库拉莱兰朗劳勒雷里丽莉利莲列林琳柳龙卢鲁路伦罗洛玛马迈麦曼芒梅美门蒙米明莫姆穆木纳娜内尼"
    "妮宁努诺欧帕潘佩彭皮珀普奇恰钦琴青琼曲热仁日荣瑞萨赛桑沙莎山珊尚舍申圣施史师士斯苏索塔太泰坦特提廷汀图吐托瓦旺威韦"
    "维温沃乌伍西希席夏肖谢辛雄修逊雅亚延央耶叶伊依衣英尤优于玉约扎泽占珍芝治智朱卓孜子兹佐其木素合买苦扎洛巧吾力江买提麦乎牙生"
)


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """The name as the view writes it: folded, without separators between Chinese characters."""
    return _JOINTS.sub("", fold(name).strip())


@lru_cache(maxsize=4096)
def split(name: str) -> tuple[str, str]:
    """Surname (or what stays of it) and the rest: ``欧阳|修``, ``玉|素甫·买合木提``, ``D|avid``."""
    plain = fold(name).strip()
    if "·" in plain or _LATIN.match(plain):
        return plain[:1], plain[1:]
    plain = key(name)
    if len(plain) >= 3 and plain[:2] in compound_surnames():
        return plain[:2], plain[2:]
    return plain[:1], plain[1:]


def is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or char == "〇" or char >= "\U00020000"


def looks_like(text: str) -> bool:
    """Whether the whole text may be a name: a known surname and one or two characters more."""
    if text in NOT_NAMES or text[-1] in _TAILS or text in words():
        return False
    if text[:2] in compound_surnames() and len(text) > 2:
        return len(text) <= 4
    return text[0] in surnames() and 2 <= len(text) <= 3


def is_foreign(text: str) -> bool:
    """Whether a bounded run may be a name without a surname: 娜仁托雅, 阿苦日哈."""
    if not 3 <= len(text) <= 8 or text[-1] in _TAILS or text in NOT_NAMES:
        return False
    written = sum(c in TRANSLITERATED for c in text)
    return written * 4 >= len(text) * 3 and not any(text[i : i + 2] in words() for i in range(len(text) - 1))


def ends_at(text: str, at: int) -> int:
    """How likely a name may end before ``at``: 3 sure, 2 a word follows, 1 a particle, 0 no."""
    if at >= len(text) or not is_han(text[at]) or text[at] == "的":
        return 3
    if text[at : at + 2] in words():
        return 2
    return 1 if text[at] in PARTICLES else 0


def starts_at(text: str, at: int) -> int:
    """How likely a name may start at ``at``: 3 sure, 2 after a word that stands before names, 1 after a word, 0 no."""
    if at <= 0 or not is_han(text[at - 1]) or ends_with_role(text, at):
        return 3
    if text[at - 1] in LEADING:
        return 2
    return 1 if text[max(0, at - 2) : at] in words() else 0


def read(view: View, at: int) -> int:
    """End of the name that starts at ``at`` of the view, 0 when there is none."""
    text = view.text
    m = _HAN_RUN.match(text, at)
    if not m:
        latin = _LATIN_NAME.match(text, at)
        return latin.end() if latin else 0
    stop = m.end()
    dotted = _dotted(view, at, stop)
    if dotted:
        return dotted
    family = 2 if text[at : at + 2] in compound_surnames() else 1
    best, choice = 0.0, 0
    if family == 2 or text[at] in surnames():
        for size in (family + 1, family + 2):
            end = at + size
            if end > stop:
                break
            score = _likely(text, at, end)
            if score > best:
                best, choice = score, end
    if choice and best >= 0.9:
        return choice
    return _foreign_end(text, at, stop)


_NEAR = 6000


def _again(text: str, name: str, at: int) -> int:
    """How often the name stands near ``at``, at most four: a bounded look keeps the whole linear."""
    return min(text.count(name, max(0, at - _NEAR), at + _NEAR), 4)


def _likely(text: str, at: int, end: int) -> float:
    name = text[at:end]
    ending = ends_at(text, end)
    if not ending or name in NOT_NAMES or name[-1] in _TAILS:
        return 0.0
    score = ending + _again(text, name, at) * 0.45
    if name in COMMON:
        return score - 0.5
    if name in words():
        return score - 1.5 if ending == 3 else 0.0
    if len(name) == 3 and ending < 3 and name[1:] in words():
        score -= 1.5
    return score


def _foreign_end(text: str, at: int, stop: int) -> int:
    for end in range(min(stop, at + 8), at + 2, -1):
        if is_foreign(text[at:end]) and ends_at(text, end) >= 2:
            return end
    return 0


def _dotted(view: View, at: int, stop: int) -> int:
    """End of a name with dots (玉素甫·买合木提) that starts at ``at``, 0 when it has none."""
    dots = _dots(view, at, min(stop, at + 14))
    if not dots or not (2 if len(dots) == 1 else 1) <= dots[0] - at <= 6:
        return 0
    text, place = view.text, dots[-1]
    choice = best = 0
    for end in range(place + 2, min(stop, place + 7) + 1):
        sure = ends_at(text, end)
        if text[end - 1] not in TRANSLITERATED and best:
            break
        if sure == 3:
            return end
        if sure > best and not (end < stop and text[end] in TRANSLITERATED and sure < 2):
            choice, best = end, sure
    return choice


def _dots(view: View, start: int, end: int) -> list[int]:
    """Places of dots inside [start, end): 彼得·约翰逊; a dot after one character splits a plain name."""
    return [place for place, gap in view.gaps(start, end) if "·" in gap or "." in gap]


def read_back(view: View, end: int) -> int:
    """Start of the name that ends at ``end`` of the view, -1 when there is none."""
    text = view.text
    low = end
    while low > 0 and end - low < 14 and is_han(text[low - 1]):
        low -= 1
    if end - low < 2:
        return -1
    dots = _dots(view, low, end)
    if dots and 2 <= end - dots[-1] <= 7 and _one_name(text, dots[-1], end):
        start = _dotted_start(text, low, dots)
        if start >= 0:
            return start
    best, choice = 0.0, -1
    for size in (2, 3, 4):
        start = end - size
        if start < low:
            break
        name = text[start:end]
        beginning = starts_at(text, start)
        if not beginning or not looks_like(name):
            continue
        score = beginning + (0.8 if name[:2] in compound_surnames() else 0) + _again(text, name, start) * 0.45
        if score > best:
            best, choice = score, start
    return choice if choice >= 0 else _foreign_start(text, low, end)


def _one_name(text: str, start: int, end: int) -> bool:
    """Whether nothing but a name stands there: 史密斯, not 史密斯存入谷雨."""
    if any(c in _JOINED for c in text[start + 1 : end]):
        return False
    return not any(text[i : i + 2] in words() for i in range(start + 1, end - 1)) or end - start <= 3


def _dotted_start(text: str, low: int, dots: list[int]) -> int:
    """Start of a dotted name; -1 when the dot only splits a plain one (被告人赵·骏鹏)."""
    best, choice, dot = 0, -1, dots[0]
    if len(dots) == 1 and dot - 1 >= low and starts_at(text, dot - 1) >= (1 if text[dot - 1] in surnames() else 2):
        return -1
    for start in range(max(low, dot - 6), dot - 1 if len(dots) == 1 else dot):
        beginning = 0 if text[start] in _JOINED else starts_at(text, start)
        if beginning >= best and beginning:
            best, choice = beginning, start
    return choice


def _foreign_start(text: str, low: int, end: int) -> int:
    best, choice = 1, -1
    for start in range(max(low, end - 8), end - 2):
        beginning = 0 if text[start] in _JOINED else starts_at(text, start)
        if beginning > best and is_foreign(text[start:end]):
            best, choice = beginning, start
        elif beginning == best == 3 and ends_with_role(text, start):
            choice = start
    return choice
