"""How a Chinese document writes a name: where one ends, where one starts, and what its surname is."""

from __future__ import annotations

import re
from functools import lru_cache

from anxin.redaction import odds
from anxin.redaction.chars import HAN, fold
from anxin.redaction.lexicon import (
    TRANSLITERATED,
    compound_surnames,
    homographs,
    naming,
    rare_surnames,
    surnames,
    words,
)
from anxin.redaction.roles import ends_with_role, ends_with_trade, right_words, rights, titles
from anxin.redaction.view import View

_HAN_RUN = re.compile(f"[{HAN}]{{1,16}}")
LATIN_NAME = re.compile(r"[A-Z][A-Za-z'\-]{1,20}(?:[ .][A-Z][A-Za-z'\-]{0,20}){1,3}(?![A-Za-z@]|[0-9](?![0-9]{6}))")
_LATIN = re.compile(r"[A-Za-z]")
_JOINTS = re.compile(f"(?<=[{HAN}])[\\s·.*_\\-\u3000]+(?=[{HAN}])")
# One character that may follow a name.
PARTICLES = frozenset(
    "的在与和对将被把向从用等是系因为于至到称说给让叫请跟同以及也又再已曾则均都就即便并但却而或未不没无家到去来"
    "经受由按据拒所使致令趁持驾乘骑携抢偷盗骗劫杀打砍捅踢追跑逃住购买卖出开收付转借欠还找带送拉推拿取供述辩认作证讯问男女另"
    "虽该其此闻见得拨替欲向如若"
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
# Surnames that are far more often something else: what follows them must not be a word.
_FUNCTION = frozenset("由从都和对但别应能过将因以为")
# 李女士, 代他人: a way of address, somebody else
CALLS = re.compile("女士|先生|小姐|师傅|老师|经理|老板|主任|医生|律师|书记|队长|局长|处长|科长|[他她你我们]|^.[哥姐叔姨婶嫂总]$")
_ADVERBS = frozenset("均都就也又再曾已则即便并且经遂仍如若")
_NEVER_LAST = frozenset("其的了被把从是与以及等们着过这那你我他她它称向对因")
_TAILS = frozenset("区县市省镇乡族籍罪户录号路街门局院所厅部处科队组厂店费款元级类项条")
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


def surnamed(name: str) -> bool:
    """Whether the name shows a surname, or is one of another language whose first part stands for it."""
    first = name[:1]
    return (
        not is_han(first)
        or "·" in name
        or first in surnames()
        or first in rare_surnames()
        or name[:2] in compound_surnames()
        or sum(c in TRANSLITERATED for c in name) * 4 >= len(name) * 3
    )


def is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or char == "〇" or char >= "\U00020000"


def is_tail(char: str) -> bool:
    """Whether words for places, peoples and registers end like this, and names do not."""
    return char in _TAILS


def looks_like(text: str) -> bool:
    """Whether the whole text may be a name: a known surname and one or two characters more."""
    if text in NOT_NAMES or text[-1] in _TAILS or text[-1] in _NEVER_LAST or text in words() or "某" in text:
        return False
    if CALLS.search(text) or (text[0] == "老" and (len(text) == 2 or text[1:] in compound_surnames())):
        return False
    if text[1:] in titles():
        return False
    if text[:2] in NOT_NAMES or (text[0] in _FUNCTION and text[1:] in words()):
        return False
    if text[:2] in compound_surnames() and len(text) > 2:
        return len(text) <= 4
    return text[0] in surnames() and 2 <= len(text) <= 3


def is_foreign(text: str) -> bool:
    """Whether a bounded run may be a name without a surname: 娜仁托雅, 阿苦日哈."""
    if not 3 <= len(text) <= 8 or text[-1] in _TAILS or text[-1] in _NEVER_LAST or text in NOT_NAMES:
        return False
    written = sum(map(TRANSLITERATED.__contains__, text))
    return written * 4 >= len(text) * 3 and not any(text[i : i + 2] in words() for i in range(len(text) - 1))


_MEASURES = frozenset("年月日时分元号次个")


def ends_at(text: str, at: int) -> int:
    """How likely a name may end before ``at``: 3 sure, 2 a word follows, 1 a particle, 0 no."""
    if at >= len(text) or not is_han(text[at]) or text[at] == "的":
        return 3
    if text[at : at + 2] in words():
        return 2
    return 1 if text[at] in PARTICLES else 0


def starts_at(text: str, at: int) -> int:
    """How likely a name may start at ``at``: 3 sure, 2 after a word that stands before names, 1 after a word, 0 no."""
    if at <= 0 or not is_han(text[at - 1]):
        return 0 if at and text[at - 1].isdigit() and text[at] in _MEASURES else 3
    if ends_with_role(text, at):
        return 3
    if text[at - 1] in LEADING:
        return 2
    return 1 if text[max(0, at - 2) : at] in words() else 0


def read(view: View, at: int) -> int:
    """End of the name that starts at ``at`` of the view, 0 when there is none."""
    text = view.text
    m = _HAN_RUN.match(text, at)
    if not m:
        latin = LATIN_NAME.match(text, at)
        return latin.end() if latin else 0
    stop = m.end()
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
    longer = _rather_foreign(text, at, choice, stop) if choice and best >= 0.9 else 0
    if choice and best >= 0.9:
        return longer or choice
    return _foreign_end(text, at, stop)


def _rather_foreign(text: str, at: int, plain: int, stop: int) -> int:
    """End of a longer name in another language that is likelier than the plain one and words: 热孜|万古丽; 0 when none."""
    end = at
    while end < min(stop, at + 8) and text[end] in TRANSLITERATED:
        end += 1
    if end < at + 4 or end <= plain + 1:
        return 0
    lexicon, reading = odds.load(), odds.Reading(text[at:stop], at)
    best, choice = reading.odds(at, plain) + 0.8 * ends_at(text, plain) + 3.0, 0
    for size in range(end, max(at + 3, plain + 1), -1):
        value = reading.odds(at, size, lexicon.transliterated(text[at:size])) + 0.8 * ends_at(text, size)
        if value > best:
            best, choice = value, size
    return choice


_NEAR = 6000


def _again(text: str, name: str, at: int, longer: str = "") -> int:
    """How often the name stands near ``at`` without going on as ``longer``, at most four; a bounded look keeps all linear."""
    low, high = max(0, at - _NEAR), at + _NEAR
    times = text.count(name, low, high)
    if longer and times:
        times -= text.count(longer, low, high) - 1
    return min(times, 4)


def _likely(text: str, at: int, end: int) -> float:
    name = text[at:end]
    ending = ends_at(text, end) or (3 if rights().at(text, end) else 0)
    if not ending or name in NOT_NAMES or name[:2] in NOT_NAMES or name[-1] in _TAILS or name[-1] in _NEVER_LAST or "某" in name:
        return 0.0
    if name[0] in _FUNCTION and (text[at + 1] in PARTICLES or name[1:] in words() or text[at + 1 : at + 3] in words()):
        return 0.0
    longer = text[at : end + 1] if ending < 3 else ""
    score = ending + _again(text, name, at, longer) * 0.45
    if text[end - 1 : end + 1] in words():  # a word crosses the end: 康健指|认
        score -= 1.5
    if name[-1] in _ADVERBS and len(name) == 3:
        score -= 2.5
    if name in COMMON:
        return score - 0.5
    if name in words() or name in homographs():
        return score - 1.5 if ending == 3 else 0.0
    if len(name) == 3 and (ending < 3 and name[1:] in words() or name[:2] in words()):
        score -= 1.5
    return score


def _foreign_end(text: str, at: int, stop: int) -> int:
    if sum(map(TRANSLITERATED.__contains__, text[at : at + 8])) < 3:  # the least that ``is_foreign`` takes
        return 0
    for end in range(at + 3, min(stop, at + 8) + 1):
        if rights().at(text, end) and is_foreign(text[at:end]):
            return end
    for end in range(min(stop, at + 8), at + 2, -1):
        if is_foreign(text[at:end]) and ends_at(text, end) >= 2:
            return end
    return 0


def read_back(view: View, end: int) -> int:
    """Start of the name that ends at ``end`` of the view, -1 when there is none."""
    text = view.text
    low = end
    while low > 0 and end - low < 14 and is_han(text[low - 1]):
        low -= 1
    if end - low < 2:
        return -1
    best, choice = 1.0, -1
    for size in (2, 3, 4):
        start = end - size
        if start < low:
            break
        name = text[start:end]
        beginning = starts_at(text, start)
        if not beginning or not looks_like(name):
            continue
        score = beginning + (0.8 if name[:2] in compound_surnames() else 0) + _again(text, name, start) * 0.45
        if name[1:] in right_words():  # 聂|供述: what follows a bare surname
            continue
        if size > 2 and (name[1:] in words() or name[:2] in words()):
            score -= 1 if beginning >= 2 else 1.5
        if text[start - 1 : start + 1] in words() and beginning < 3:  # a word crosses the start: 对|方微信
            score -= 1.5
        if size > 2 and (name[0] in _FUNCTION or ends_with_trade(text, start + 1)) and looks_like(name[1:]):
            score -= 2
        if score > best:
            best, choice = score, start
    return choice if choice >= 0 else _foreign_start(text, low, end)


def _foreign_start(text: str, low: int, end: int) -> int:
    best, choice = 1, -1
    for start in range(max(low, end - 8), end - 2):
        beginning = 0 if text[start] in _JOINED else starts_at(text, start)
        if beginning > best and is_foreign(text[start:end]):
            best, choice = beginning, start
        elif beginning == best == 3 and ends_with_role(text, start):
            choice = start
    return choice
