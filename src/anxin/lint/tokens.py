"""What a clause is made of: words with their classes; names, places, organs, posts, numbers become one symbol each.

So that a judgment learned from some people and places holds for all of them. Linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from anxin.lint.vocabulary import ALLOWED, CRIME, Rules, structure
from anxin.redaction import odds
from anxin.redaction.chars import HAN
from anxin.redaction.lexicon import compound_surnames, surnames
from anxin.redaction.names import is_han

# Symbols of what is masked. Greek: no letter of a Chinese text.
PERSON, PLACE, PROCURATORATE, COURT, POLICE, UNIT, POST, OFFENCE, LAW, DATE, NUMBER, PAPER = "ΠΛΘΞΓΩΦΨΔτνκ"
MASKS = frozenset("ΠΛΘΞΓΩΦΨΔτνκ")
WORD, UNKNOWN = "word", "unknown"

_SUFFIX_OF_PLACE = frozenset("省市县区州旗盟镇乡村岛港")
_LONG_SUFFIX_OF_PLACE = ("自治区", "自治州", "自治县", "街道", "开发区", "新区", "兵团", "林区", "地区", "矿区")
_NO_PLACE = frozenset("我全本该各外跨省市县区州两多某这那同")
_HEADS = {
    **dict.fromkeys(("人民检察院", "检察院", "检察机关", "检方", "我院", "本院", "该院", "最高检", "最高人民检察院", "检察室", "军事检察院",
                     "省院", "市院", "县院", "区院", "分院", "铁路运输检察院", "林区检察院", "上级检察院", "上级人民检察院", "检察分院"), PROCURATORATE),
    **dict.fromkeys(("人民法院", "法院", "中级人民法院", "高级人民法院", "基层人民法院", "中院", "高院", "最高法", "最高人民法院", "铁路运输法院"), COURT),
    **dict.fromkeys(("公安机关", "公安局", "公安厅", "公安部", "公安分局", "派出所", "公安", "侦查机关", "刑侦支队", "经侦支队", "缉私局", "监察机关",
                     "监察委员会", "监委", "监察委", "纪委监委", "国家监委", "国家监察委员会", "国家安全机关", "海警局", "公安处"), POLICE),
}
_HEAD_AFTER = frozenset({"分局", "支队", "大队", "总队", "中队", "铁路运输分院"})
_UNIT = re.compile("(?:局|厅|委|委员会|部|处|科|室|所|院|站|队|社|会|办|中心|公司|集团|银行|学校|大学|中学|小学|学院|医院|厂|矿|店|馆|协会|学会|"
                   "联合会|政府|党委|政协|人大|支行|分行|园|场|校|办公室|工作室|基金会|合作社|事务所)$")
_NOT_UNIT = structure("not_unit")
_TITLES = structure("titles")
_BEFORE_TITLE = structure("before_title")
_ROLES = structure("roles")
_BEFORE_NAME = structure("before_name")
_AFTER_NAME = structure("after_name")
_NUMERAL = re.compile("[0-9〇零一二三四五六七八九十百千万亿两几数余多.,%％-]+")
_DATE = re.compile("(?:[0-9〇零一二三四五六七八九十]{2,4}年)?(?:[0-9〇一二三四五六七八九十]{1,3}月)(?:[0-9〇一二三四五六七八九十]{1,3}[日号])?|[0-9〇零一二三四五六七八九]{4}年度?|"
                   "[0-9〇一二三四五六七八九十]{1,3}日")
_CLOCK = re.compile("(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[时点](?:[0-9]{1,2}分|[一二三四五六七八九十]{1,3}分|整|半)?|[0-9]{1,2}:[0-9]{2}(?:[-至][0-9]{1,2}:[0-9]{2})?")
_PAPER = re.compile("[\u4e00-\u9fff]{0,8}[〔\\[(（【][0-9]{4}[〕\\])）】][\u4e00-\u9fff]{0,6}第?[0-9]{1,6}(?:-[0-9]{1,4})?号")
_LATIN = re.compile("[A-Za-z0-9@./:_×*—-]{2,}")
_GREEK = re.compile("[Α-Ωα-ω]")
_ONE_NAME = f"(?:[{HAN}]某{{1,3}}[甲乙丙丁]?)"
_STRONG = re.compile(
    f"(?:犯罪嫌疑人|被告人|被不起诉人|检察官|嫌疑人)({_ONE_NAME}|[{HAN}]{{2,8}}?)(?=涉嫌|等[一二三四五六七八九十0-9两]|[一，、（(的]|因|以|被|对|在|和|及|与|$)"
    f"|(?:对|将|由|长|[书副]记|[主责]任|经理|人|员|：|、|，|^|。|\n)({_ONE_NAME}|[{HAN}]{{2,4}}?)(?=(?:因|以|等[^，。]{{1,8}})?涉嫌|等[一二三四五六七八九十0-9两多]+[人名]|[（(](?:男|女|[正副])|，(?:男|女)，|一案)", re.MULTILINE)


_WORDS = -4.4       # odds of a name, in natural logarithms, below which it is read as words
_NOBODY: frozenset[str] = frozenset()
# What a number, a date, a file number or Latin letters start with.
_SHAPED = frozenset("0123456789〇零一二三四五六七八九十百千万亿两几数余多.,%％-〔[【(（" + "".join(map(chr, range(0x21, 0x7F))) + "".join(map(chr, range(0x391, 0x3CA))))


class Token(NamedTuple):
    """One word: how it is written (or its symbol), its class, and its size in characters."""

    text: str
    kind: str
    size: int


def names_in(text: str, rules: Rules) -> frozenset[str]:
    """Personal names that the text writes where only a name can stand."""
    found = set()
    for m in _STRONG.finditer(text):
        name = m.group(1) or m.group(2)
        if 2 <= len(name) <= 8 and _may_be_name(name, rules, bool(m.group(1))):
            found.add(name)
    return frozenset(found)


def _may_be_name(name: str, rules: Rules, after_role: bool) -> bool:
    if name in rules.lexicon and "某" not in name and name not in rules.lexicon_names:
        return False
    if "某" in name and name[1] != "某" and name[:2] not in compound_surnames():
        return False
    if any(bad in name for bad in ("人民", "检察", "公安", "法院", "涉嫌", "依法", "决定", "犯罪", "案")):
        return False
    known = name[0] in surnames() or name[:2] in compound_surnames() or "某" in name
    return known and len(name) <= 4 and ("某" in name or not _is_words(name)) or (after_role and len(name) >= 3 and not any(name[i:i + 2] in rules.lexicon for i in range(len(name) - 1)))


@lru_cache(maxsize=4096)
def _is_words(name: str) -> bool:
    """Whether what begins with a surname is far likelier to be words: 钱交给, 刀行凶, 陈述."""
    return not all(map(is_han, name)) or odds.Reading(name, 0).odds(0, len(name), odds.load().name(name)) < _WORDS


def tokens(clause: str, rules: Rules, names: frozenset[str]) -> list[Token]:
    """The clause's words, left to right; masked things as one token."""
    raw = list(_read(clause, rules, names))
    return _people(_posts(_units(_places(raw))))


def _read(clause: str, rules: Rules, names: frozenset[str]) -> Iterator[Token]:
    at, size = 0, len(clause)
    lengths, classes = rules.lexicon_lengths, rules.lexicon
    firsts = {name[0] for name in names}
    while at < size:
        char = clause[at]
        if char in (CRIME, ALLOWED):
            end = at + 1
            while end < size and clause[end] == char:
                end += 1
            symbol = OFFENCE if char == CRIME else LAW
            yield Token(symbol, symbol, end - at)
            at = end
            continue
        shaped = _shape(clause, at, char, names if char in firsts else _NOBODY) if char in _SHAPED or char in firsts or clause.startswith("某", at + 1) else None
        if shaped:
            yield shaped
            at += shaped.size
            continue
        for length in lengths.get(char, ()):
            word = clause[at:at + length]
            if word in classes and at + length <= size:
                yield Token(word, classes[word], length)
                at += length
                break
        else:
            if char.strip():
                yield Token(char, UNKNOWN, 1)
            at += 1


def _shape(clause: str, at: int, char: str, names: frozenset[str]) -> Token | None:
    if names and "\u3400" <= char <= "\u9fff":
        for length in range(8, 1, -1):
            if at + length <= len(clause) and clause[at:at + length] in names:
                return Token(PERSON, PERSON, length)
    if "\u4e00" <= char <= "\u9fff" and clause[at + 1:at + 2] == "某" and char not in "等对将由与和及以向把被因同为给的一":
        end = at + 2
        while end < len(clause) and end < at + 4 and clause[end] in "某甲乙丙丁":
            end += 1
        return Token(PERSON, PERSON, end - at)
    if char in "0123456789〇零一二三四五六七八九十两":
        for pattern, symbol in ((_DATE, DATE), (_CLOCK, DATE), (_NUMERAL, NUMBER)):
            m = pattern.match(clause, at)
            if m and (symbol != NUMBER or m.end() > at + 1 or char.isdigit()):
                return Token(symbol, symbol, m.end() - at)
    if char.isascii() and char.isalnum():
        m = _LATIN.match(clause, at)
        if m:
            plain = m.group().isalpha() and m.group().islower()     # a word of another language, not a name or an address
            return Token("λ", UNKNOWN, m.end() - at) if plain else Token(PAPER, PAPER, m.end() - at)
    if char in "〔[【(（":
        m = _PAPER.match(clause, at)
        if m:
            return Token(PAPER, PAPER, m.end() - at)
    if _GREEK.match(char):
        return Token("?", UNKNOWN, 1)
    return None


def _loose(token: Token) -> bool:
    return token.kind in (WORD, UNKNOWN)


def _absorb(done: list[Token], limit: int, accept: Callable[[Token], bool]) -> int:
    """Takes tokens off the end that belong to what follows; gives their size."""
    taken = 0
    while done and accept(done[-1]) and taken + done[-1].size <= limit:
        taken += done.pop().size
    return taken


def _places(raw: list[Token]) -> list[Token]:
    done: list[Token] = []
    for token in raw:
        last = done[-1] if done else None
        suffix = token.text in _SUFFIX_OF_PLACE or token.text in _LONG_SUFFIX_OF_PLACE
        if suffix and last and (last.kind == PLACE or (_loose(last) and last.text not in _NO_PLACE)):
            size = token.size + _absorb(done, 5, _loose)
            if done and done[-1].kind == PLACE:
                size += done.pop().size
            done.append(Token(PLACE, PLACE, size))
        elif token.text[-1] in "省市县区" and len(token.text) > 2 and token.kind in (WORD,):
            done.append(Token(PLACE, PLACE, token.size))
        else:
            done.append(token)
    return done


def _units(raw: list[Token]) -> list[Token]:
    done: list[Token] = []
    for index, token in enumerate(raw):
        symbol = _HEADS.get(token.text)
        if symbol:
            size = token.size
            while done and (done[-1].kind == PLACE or done[-1].text in ("铁路", "铁路运输", "最高", "上级", "上一级", "两级", "各级", "基层", "林区", "军事", "派驻", "直属",
                                                                      "第", "师", "区", "市", "县", "省", "全省", "全市", "同级", "分局")):
                size += done.pop().size
            if done and _loose(done[-1]) and symbol != POLICE and token.text in ("人民检察院", "检察院", "人民法院", "法院"):
                size += _absorb(done, 4, _loose)
            done.append(Token(symbol, symbol, size))
        elif token.text in _HEAD_AFTER and done and done[-1].kind == POLICE:
            last = done.pop()
            done.append(Token(POLICE, POLICE, last.size + token.size))
        elif token.kind in _UNIT_KINDS and _UNIT.search(token.text) and done and (token.text not in _NOT_UNIT or _unit_follows(done, raw, index)):
            size = token.size
            while done and (done[-1].kind in (PLACE, UNIT, "单位名称里的词", WORD, UNKNOWN, NUMBER) or done[-1].text in _IN_UNIT) and size < 24:
                size += done.pop().size
            done.append(Token(UNIT, UNIT, size))
        else:
            done.append(token)
    return done


_UNIT_KINDS = frozenset({WORD, UNKNOWN, "机关", "单位名称里的词", "工作", "新闻", "means"})
_IN_UNIT = structure("in_unit")


def _unit_follows(done: list[Token], raw: list[Token], index: int) -> bool:
    """Whether a short suffix (处, 会, 室 …) ends an organisation's name: one stands before, or a title follows."""
    after = raw[index + 1].text if index + 1 < len(raw) else ""
    return done[-1].kind in (UNIT, "单位名称里的词") and (after in _TITLES or after in _BEFORE_TITLE)


def _posts(raw: list[Token]) -> list[Token]:
    done: list[Token] = []
    for token in raw:
        if token.text in _TITLES or (token.text[0] == "副" and token.text[1:] in _TITLES):
            size, titled = token.size, False
            while done and (done[-1].kind in (POST, UNIT) or done[-1].text in _BEFORE_TITLE) and not (done[-1].text in "、和" and len(done) < 2):
                titled = titled or done[-1].kind in (UNIT, POST)
                size += done.pop().size
            done.append(Token(POST, POST, size))
        else:
            done.append(token)
    return done


def _people(raw: list[Token]) -> list[Token]:
    done: list[Token] = []
    at = 0
    while at < len(raw):
        run = _name_at(raw, at, done[-1] if done else None)
        if run:
            done.append(Token(PERSON, PERSON, sum(t.size for t in raw[at:at + run])))
            at += run
        else:
            done.append(raw[at])
            at += 1
    return done


def _name_at(raw: list[Token], at: int, before: Token | None) -> int:
    """How many tokens from here are a person's name, 0 when none."""
    token = raw[at]
    if not _loose(token) or token.text[0] not in surnames():
        return 0
    strong = before is not None and (before.kind == POST or before.text in _ROLES or (before.text == "、" and True))
    weak = before is None or before.text in _BEFORE_NAME or strong or before.kind in (PERSON, DATE)
    size, end = 0, at
    while end < len(raw) and _loose(raw[end]) and size + raw[end].size <= (4 if token.text[:2] in compound_surnames() else 3):
        size += raw[end].size
        end += 1
        known = all(t.kind == WORD for t in raw[at:end]) and end == at + 1
        after = raw[end].text if end < len(raw) else ""
        ends = not after or after in _AFTER_NAME or raw[end].kind not in (WORD, UNKNOWN)
        if size >= 2 and ends and (strong or not known) and (weak or raw[at].kind == UNKNOWN) and not _is_words("".join(t.text for t in raw[at:end])):
            return end - at
    return 0
