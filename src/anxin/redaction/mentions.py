"""Every place where a person is named, and which person it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from anxin.redaction.known import Known
from anxin.redaction.lexicon import alternation, homographs, naming, words
from anxin.redaction.names import COMMON, ends_at, starts_at
from anxin.redaction.roles import ends_with_role, ends_with_title, left_words, right_words, rights
from anxin.redaction.view import View

_GENERIC = frozenset(
    [
        "老师",
        "老板",
        "经理",
        "师傅",
        "医生",
        "律师",
        "队长",
        "村长",
        "司机",
        "会计",
        "老乡",
        "朋友",
        "同学",
        "同事",
        "对方",
        "本人",
        "男子",
        "女子",
        "被告人",
        "被害人",
    ]
)
_RECORD = re.compile("[/，,][ 0-9+〇零一二三四五六七八九幺]{3}")
_SHOP = re.compile('[^”，。]{0,6}(?:店|馆|厂|行|铺|公司|超市|诊所|部|坊|社|中心|工作室|经营部|门市|商行|饭庄|酒楼|批发部|小卖部|茶楼|网吧|书屋|花店|驿站)[”"」]')
_INTRODUCES = re.compile(f"(?:{'|'.join(sorted(naming('person_after')))})$")
_IS = re.compile("(?:[人者主](?:为|系|是)|就是|便是|全称为|户名为|名为|姓名为|系|叫|即|即为)$")
_STOPS = "，。、；（“"
_QUOTED = re.compile('[“"‘「《]$')
_OFFICIAL = ("检察官", "检察员", "书记员", "检察官助理", "审判员", "审判长", "代理检察员", "人民陪审员")
_LAWYERS = ("辩护人", "律师", "代理人")


class Mention(NamedTuple):
    start: int  # view offsets
    end: int
    people: tuple[Known, ...]  # one when it is clear who is meant
    form: str  # full, former, nickname, given
    sure: bool


def find(view: View, people: list[Known], scores: Mapping[tuple[int, int], float] | None = None) -> list[Mention]:
    """All mentions, in order, never overlapping. Those that may be a plain word are not ``sure``.

    ``scores`` are the judge's for places of names that are words as well.
    """
    text = view.text
    taken = bytearray(len(text))
    mentions: list[Mention] = []
    for name, owners, form in _forms(people):
        for at in _places(text, name, taken):
            end = at + len(name)
            verdict = _verdict(text, at, end, name, form)
            if scores and not (verdict > 0 and ends_with_role(text, at)):
                verdict = _weigh(verdict, scores.get((at, end)), form)
            if verdict < 0:
                continue
            taken[at:end] = b"\1" * (end - at)
            mentions.append(Mention(at, end, owners, form, verdict > 0))
    mentions.sort()
    ends = _list_ends(text, mentions)
    named: dict[str, int] = {}  # person -> the last mention of the full name
    settled = []
    for index, (mention, end) in enumerate(zip(mentions, ends, strict=True)):
        settled.append(_settle(text, mentions, mention, end, named))
        if mention.form == "full":
            named[mention.people[0].key] = index
    return settled


def _forms(people: list[Known]) -> list[tuple[str, tuple[Known, ...], str]]:
    """Written forms with everybody who has them: full names first, longer ones first."""
    table: dict[tuple[int, str], list[Known]] = {}
    kinds: dict[tuple[int, str], str] = {}
    for person in people:
        _put(table, kinds, 0, person.name, person, "full")
    full = {form for rank, form in table}
    for person in people:
        for alias, kind in person.aliases.items():
            if alias not in full and alias not in _GENERIC:
                _put(table, kinds, 1, alias, person, kind)
        if person.given and person.given not in full:
            _put(table, kinds, 2, person.given, person, "given")
    order = sorted(table, key=lambda k: (k[0] == 2, -len(k[1]), k[0]))
    return [(k[1], tuple(table[k]), kinds[k]) for k in order if len(k[1]) > 0]


def _put(
    table: dict[tuple[int, str], list[Known]],
    kinds: dict[tuple[int, str], str],
    rank: int,
    form: str,
    person: Known,
    kind: str,
) -> None:
    owners = table.setdefault((rank, form), [])
    if person not in owners:
        owners.append(person)
    kinds.setdefault((rank, form), kind)


def _places(text: str, name: str, taken: bytearray) -> list[int]:
    places, at = [], text.find(name)
    while at >= 0:
        if not taken[at] and not taken[at + len(name) - 1]:
            places.append(at)
            at = text.find(name, at + len(name))
        else:
            at = text.find(name, at + 1)
    return places


# More than nearly any plain word scored, by the rules' verdict; a whole name that is a word is oftener the word.
_SURE, _WORD = {0: 0.5, -1: 1.5}, 2.5
_DOUBT = -2.0  # less than nearly any name


def _weigh(verdict: int, score: float | None, form: str) -> int:
    """The rules' verdict on a word, where the judge's score says more."""
    if score is None:
        return verdict
    if verdict > 0:
        return 1 if score >= _DOUBT else 0
    sure = _WORD if verdict < 0 and form == "full" else _SURE[verdict]
    return 1 if score >= sure else 0 if score >= _DOUBT else verdict


_LABELLED = re.compile("(?:别名|曾用名|又名|原名|化名|自报|本名)(?:为|是|叫|：|:)?[“（]?$")


def _verdict(text: str, at: int, end: int, name: str, form: str) -> int:
    """1 a mention, 0 perhaps, -1 none."""
    if name.isascii():
        before, after = text[at - 1 : at], text[end : end + 1]
        return -1 if (before.isascii() and before.isalpha()) or (after.isascii() and after.isalpha()) else 1
    if len(name) == 1:
        return 0 if form == "full" else -1
    lexicon = words()
    crossed = [text[at - 1 : at + 1] in lexicon, text[end - 1 : end + 1] in lexicon] if len(name) == 2 or form == "given" else []
    if len(name) == 2 and all(crossed) and not ends_with_role(text, at):
        return -1
    if form == "nickname" or (form == "former" and _LABELLED.search(text, max(0, at - 8), at)):
        return 1
    if name in lexicon or name in COMMON or name in homographs():
        return _word(text, at, end, form)
    if form == "given" and any(crossed):
        return 1 if starts_at(text, at) >= 1 or ends_at(text, end) >= 2 else 0
    return 1  # no word: nobody else's characters


_WEAK = frozenset(["联系", "约定", "商量", "支付", "收取", "赔偿", "退赔", "委托", "表示", "转账", "汇款", "结识"])
_SUFFERS = frozenset("骗劫杀打砍捅踢追抢逼撞刺")
_OWN = re.compile("家[（里中住门]|本人|头部|面部|胸部|腹部|背部|左|右|身上|身份证|名下|所有[，。；]|出售|(?:危险驾驶|交通肇事|[\u3400-\u9fff]{2,8}罪?)一案")
_NEGATIVE_LEFT = re.compile(f"(?:{'|'.join(sorted(naming('word_after')))})$")
_NEGATIVE_RIGHT = re.compile("感(?!染)|面(?!部)|" + alternation(naming("word_before")))


def _word(text: str, at: int, end: int, form: str) -> int:
    """A name that is also a word: a person only between things that stand around persons."""
    before = text[max(0, at - 12) : at]
    negative = bool(_NEGATIVE_RIGHT.match(text, end))
    if not negative and ends_with_title(text, at):
        return 1
    left, right = starts_at(text, at), ends_at(text, end)
    after = rights().at(text, end)
    worded = after in _WEAK and left < 3 and bool(_NEGATIVE_LEFT.search(before))
    if (after and (left and not worded or after.startswith("的"))) or (left and _OWN.match(text, end)):
        return 1
    if _QUOTED.search(before):
        if _RECORD.match(text, end) or _SHOP.match(text, end):
            return 1
        return 0 if form == "given" or text[end : end + 1] in '”"’」》' else -1
    if not _NEGATIVE_RIGHT.match(text, end) and (
        _INTRODUCES.search(before) or (_IS.search(before) and text[end : end + 1] in _STOPS)
    ):
        return 1
    if _NEGATIVE_RIGHT.match(text, end) or (_NEGATIVE_LEFT.search(before) and left < 3):
        return -1
    if left and text[end : end + 1] == "、":
        return 1
    if left == 3 and text[at : end + 1] not in words():
        return 1
    if left == 2 and (text[end : end + 1] in _SUFFERS or (right and text[at - 1] in "给与由让和向对将据趁")):
        return 1
    return 0 if (left or right) and form == "full" else -1


def _settle(text: str, mentions: list[Mention], mention: Mention, end: int, named: Mapping[str, int]) -> Mention:
    """Choose among several people of one name by the nearest role word; of a given name, who was named in full last.

    ``end``: where the enumeration ends that the mention is in.
    """
    if len(mention.people) == 1:
        return mention
    if mention.form == "given":
        last = max((named.get(p.key, -1) for p in mention.people), default=-1)
        if last >= 0:
            return mention._replace(people=mentions[last].people[:1])
        return mention._replace(people=mention.people[:1]) if len({p.masked for p in mention.people}) == 1 else mention
    roles = _roles_around(text, mention, end)
    chosen = [p for p in mention.people if p.person.role in roles]
    return mention._replace(people=(chosen[0],)) if len(chosen) == 1 else mention


def _list_ends(text: str, mentions: list[Mention]) -> list[int]:
    """For each mention the end of the enumeration that it starts or stands in: its role word comes after the last name."""
    ends = [m.end for m in mentions]
    for index in range(len(mentions) - 2, -1, -1):
        end = ends[index]
        if mentions[index + 1].start == end + 1 and text[end] in "、和与及":
            ends[index] = ends[index + 1]
    return ends


_SAME = {
    "defendant": {"defendant", "non_prosecuted"},
    "non_prosecuted": {"defendant", "non_prosecuted"},
    "victim": {"victim", "victim_rep"},
    "witness": {"witness"},
    "expert": {"expert"},
    "official": {"official"},
    "lawyer": {"lawyer"},
}


_OPENING = re.compile("(?:查明：|认定的事实|综上，|本院认为，)[\\s\u3000]*$")


def _roles_around(text: str, mention: Mention, end: int) -> set[str]:
    before = text[max(0, mention.start - 10) : mention.start].rstrip("：: “")
    for word, role in left_words().items():
        if role and before.endswith(word):
            return _SAME.get(role, {role})
    role = right_words().get(rights().at(text, end), "")
    if not role and _OPENING.search(text, max(0, mention.start - 12), mention.start):
        role = "defendant"  # who opens the facts acts in them
    return _SAME.get(role, {role}) if role else set()

