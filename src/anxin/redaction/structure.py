"""People that the case data lacks, found by what stands around their names.

A slot is one place where the structure of the document says "here is a name", with the role it gives.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from anxin.redaction import dotted, odds, tables
from anxin.redaction.chars import HAN
from anxin.redaction.lexicon import TRANSLITERATED, compound_surnames, homographs, surnames, terms, words
from anxin.redaction.names import (
    COMMON,
    LATIN_NAME,
    ends_at,
    is_foreign,
    is_han,
    is_tail,
    looks_like,
    read,
    read_back,
    starts_at,
)
from anxin.redaction.roles import (
    PERSON_AFTER,
    STRENGTH,
    ends_with_title,
    ends_with_trade,
    held,
    left_words,
    lefts,
    right_words,
    rights,
    together,
)
from anxin.redaction.view import View

_LIST = "、和与及"
_SKIP = re.compile('[：: \u3000“"「]{0,3}')
_SKIPPED = frozenset('：: \u3000“"「')
_NO_START = frozenset("即为是系均的了在将对把给让被")
_NAME_HEADS = re.compile(
    "姓名|户名|被害人|证人|持卡人|收款人|借款人|投资人|当事人|人员|付款人|联系人|受害人|参与人|会员"
)
# 江认定〔2023〕14号, 毕七检刑诉: the short name of an office in a document's number
_FILED = re.compile(r"[\u3400-\u9fff]{0,3}[〔（(\[][12][0-9]{3}[〕）)\]]|检(?!察|查|验|测)|[）)]?公[（(]|司鉴|[刑民行]初|[（(][刑司物法技经网治交][）)]")
# 刘伶醉酒行, 李宁体育用品店, 李家庄蔬菜合作社: a name that only begins a body's
_INSIDE = "(?:(?![的在将被把从了到至给往向是系])[\u3400-\u9fff]){0,8}?"
_BODY = re.compile(
    f"{_INSIDE}(?:公司|合作社|事务所)|{_INSIDE}(?:[店馆厂行铺社坊屋]|仓库|超市|诊所|门市部?|经营部|批发部|小卖部|商行|中心|工作室|专营店|饭庄|药房|药店|医院|学校|集团)"
    "(?=[，。、；）)”（(的内门外附旁\n]|$)"
)


def filed(text: str, at: int) -> bool:
    """Whether what ends at ``at`` is the short name of an office, not a person's."""
    return bool(_FILED.match(text, at))


def is_body(text: str, at: int) -> bool:
    """Whether what ends at ``at`` goes on as the name of a shop or another body."""
    return bool(_BODY.match(text, at))


_TITLES = re.compile(
    f"(?<=[，。；、：“（])([{HAN}]{{2,8}})(?=/|[，,][0-9+〇零一二三四五六七八九幺]{{7}}|[，,][0-9]{{3}}[- ])"
)


@dataclass
class Found:
    """One name with every role that the document gives it."""

    name: str
    roles: Counter[str] = field(default_factory=Counter)
    places: list[int] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)  # roles by a word right before the name

    @property
    def role(self) -> str:
        """The role that says most, a title (律师张三) before what only follows the name (张三的见证); else empty."""
        return min(self.titles or self.roles, key=STRENGTH.index, default="")


class _Finder:
    def __init__(self, view: View) -> None:
        self.view = view
        self.text = view.text
        self.found: dict[str, Found] = {}
        places = dotted.find(view)
        self.dotted_from, self.dotted_to = dict(places), {end: start for start, end in places}
        for start, end in places:
            self.add(start, end, "")

    def add(self, start: int, end: int, role: str, *, title: bool = False) -> None:
        name = self.text[start:end]
        if filed(self.text, end) or name in terms() or (name[-1] in "人员民农工者" and (len(name) > 2 or name in odds.load().words)):
            return
        entry = self.found.get(name)
        if entry is None:
            entry = self.found[name] = Found(name)
        entry.roles[role] += 1
        entry.places.append(start)
        if title:
            entry.titles.add(role)

    def forward(self, at: int, role: str) -> None:
        """A name, or a list of names, that starts at ``at``."""
        text = self.text
        for _ in range(200):
            end = self.dotted_from.get(at) or read(self.view, at)
            if not end:
                return
            self.add(at, end, role, title=bool(role))
            joint = text[end : end + 1]
            if joint == "、":
                at = end + 1
            elif joint and joint in _LIST:
                if role != "official" or not together(text, end + 1):
                    role = ""  # 被告人张三与李四: nobody says what the second one is
                at = end + 1
            else:
                return

    def backward(self, end: int, role: str, *, sure: bool = False) -> None:
        """A name, or a list of names, that ends at ``end``."""
        text = self.text
        for _ in range(200):
            if text[end - 1] == "的":
                end -= 1
            start = self.dotted_to.get(end, -1)
            if start < 0:
                start = read_back(self.view, end)
            if start < 0 and (role or sure):
                start = self._word_name(end, sure=sure)
            if start < 0:
                return
            self.add(start, end, role)
            if (
                start > 2
                and text[start - 1] in _LIST
                and not (text[start - 1] != "、" and text[start - 2 : start] in words())
            ):
                end = start - 1
            else:
                return

    def _word_name(self, end: int, *, sure: bool) -> int:
        """Start of a name that is also a word, where nothing else stands before it (、时光询问笔录); -1 when none."""
        text = self.text
        for start in (end - 2, end - 3):
            name = text[max(0, start) : end]
            if start > 0 and (name in COMMON or (sure and _worded(name))) and starts_at(text, start) == 3:
                return start
        return -1


def _worded(name: str) -> bool:
    """Whether a plain word of two characters starts like a name."""
    return len(name) == 2 and name[0] in surnames() and not is_tail(name[1]) and (name in words() or name in homographs())


def find(view: View, doc_type: str = "") -> dict[str, Found]:
    """Names that the structure shows, by their form in the view."""
    finder = _Finder(view)
    _left(finder)
    _trades(finder)
    _latin(finder)
    _right(finder)
    for m in PERSON_AFTER.finditer(view.text):
        if m.start() > 1:
            finder.backward(m.start(), "", sure=ends_with_title(view.text, m.start() - 2) or m.group()[0] in "，,")
    _tables(finder)
    _samples(finder)
    _prune(finder)
    return finder.found


def _left(finder: _Finder) -> None:
    text, roles = finder.text, left_words()
    for place, word in lefts().find(text):
        at = place + len(word)
        start = _SKIP.match(text, at).end() if text[at : at + 1] in _SKIPPED else at  # type: ignore[union-attr]
        if start < len(text) and text[start] not in _NO_START and not lefts().at(text, start):
            role = held(text, place, start, roles[word])
            finder.forward(start, role)
            if role and _worded(text[start : start + 2]) and _acts(text, start + 2):
                finder.add(start, start + 2, role, title=True)


def _acts(text: str, at: int) -> bool:
    """Whether what follows a word after a title (被害人|路口) can only follow a person."""
    after = rights().at(text, at)
    return bool((after and (right_words()[after] or after[0] in "不被的")) or PERSON_AFTER.match(text, at))


def _trades(finder: _Finder) -> None:
    """People introduced by what they do: 环卫工张三."""
    text = finder.text
    for m in _trade_pattern().finditer(text):
        at = m.end()
        if ends_with_trade(text, at) and not lefts().at(text, at) and (
            text[at : at + 2] not in words() or text[at : at + 2] in compound_surnames()
        ):
            finder.forward(at, "")


_PHONE_NEXT = re.compile("[ \u3000:：，,]{0,3}(?:[0-9][0-9 -]{6,}|（?电话)")
_NAMED_BEFORE = re.compile("(?:姓名|户名|署名|旅客|受益人|收件人|寄件人|收货人|持卡人|[寄收])(?:名)?(?:为|是|写作|：|:)?$")


def _latin(finder: _Finder) -> None:
    """Foreign names in Latin letters where the sentence has a person."""
    text = finder.text
    for m in LATIN_NAME.finditer(text):
        start, end = m.span()
        listed = _PHONE_NEXT.match(text, end) or _NAMED_BEFORE.search(text, max(0, start - 6), start)
        if listed or (start and is_han(text[start - 1]) and starts_at(text, start) >= 2) or (
            text[end : end + 1] in "的（" or (end < len(text) and is_han(text[end]) and ends_at(text, end) and starts_at(text, start) >= 1)
        ):
            finder.add(start, end, "")


@lru_cache(maxsize=1)
def _trade_pattern() -> re.Pattern[str]:
    family = "".join(sorted(surnames() | {s[0] for s in compound_surnames()} | TRANSLITERATED))
    return re.compile(f"(?<=[{HAN}])[工员师手者夫匠贩民户商客友伴婆人练父母妻弟姐妹女婿媳叔舅姑姨嫂伯侄甥](?=[{family}][{HAN}])")


def _right(finder: _Finder) -> None:
    roles = right_words()
    for place, word in rights().find(finder.text):
        if place > 1:
            finder.backward(place, roles[word])


def _samples(finder: _Finder) -> None:
    """Names before a slash and a number, as in leaked lists: 张三/1101.../138..."""
    for m in _TITLES.finditer(finder.text):
        if looks_like(m.group(1)) or m.group(1) in COMMON or is_foreign(m.group(1)):
            finder.add(m.start(1), m.end(1), "victim")


def _tables(finder: _Finder) -> None:
    """Columns whose head says that they hold names."""
    text = finder.text
    for table in tables.find(text):
        role = "victim" if _HARMED.search(text, max(0, table.start - 60), table.start + 80) else ""
        for index, head in enumerate(table.head):
            named = _NAME_HEADS.search(head)
            if not named or len(head) > 8:
                continue
            for row in table.rows:
                if index < len(row):
                    _cell(finder, *row[index], left_words().get(named.group(), "") or role)


def _cell(finder: _Finder, start: int, end: int, role: str) -> None:
    name = finder.text[start:end]
    if end in finder.dotted_to or (2 <= len(name) <= 8 and is_han(name[0]) and name.isalpha()):
        if looks_like(name) or name in COMMON or name in homographs() or is_foreign(name) or end in finder.dotted_to:
            finder.add(start, end, role)


# A table near these lists people who were harmed.
_HARMED = re.compile("被害|受害|被骗|受骗|损失|投资人|集资参与")
def _prune(finder: _Finder) -> None:
    """Drop what the rest of the document contradicts: longer or shorter readings of the same name."""
    text, found = finder.text, finder.found
    for name in sorted(found, key=len, reverse=True):
        entry = found.get(name)
        if entry is None:
            continue
        for shorter in (name[:-1], name[:-2]):
            other = found.get(shorter)
            if other is None or len(shorter) < 2:
                continue
            loser, winner = _weaker(text, entry, other)
            winner.roles.update(loser.roles)
            winner.titles |= loser.titles
            winner.places.extend(loser.places)
            del found[loser.name]
            if loser is entry:
                break


def _weaker(text: str, longer: Found, shorter: Found) -> tuple[Found, Found]:
    """(the wrong reading, the right one) of two names, one of which starts the other."""
    alone = text.count(shorter.name) - text.count(longer.name)
    sure = sum(1 for p in longer.places if ends_at(text, p + len(longer.name)) == 3 and starts_at(text, p) >= 2)
    if alone == 0 or (sure and not alone):
        return shorter, longer
    if sure and not any(ends_at(text, p + len(shorter.name)) == 3 for p in shorter.places):
        return shorter, longer
    return longer, shorter


@lru_cache(maxsize=1)
def left_roles() -> tuple[str, ...]:
    return tuple(left_words())
