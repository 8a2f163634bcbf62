"""A scored judgment on everything that could be the name of somebody whom neither the case data nor the structure names.

Every candidate (a surname with one or two characters more, a run of transliterating characters, what the net reads as a
name) gets one score from independent evidence: the odds of a name against words, the net's margin, what stands left and
right of it, how often it comes back. A high score masks, a middle one asks a person, a low one does nothing: what nobody
can explain is never silently left.

The weights are a logistic regression over what the labelled families and the written prose hold, each judged by a net
that had not seen it; they are evidence, in natural logarithms, so that 0 is as likely as not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from math import log2

from anxin.redaction import evidence, odds
from anxin.redaction.candidates import proposals
from anxin.redaction.chars import HAN
from anxin.redaction.lexicon import famous, homographs
from anxin.redaction.names import COMMON, NOT_NAMES, is_han, split
from anxin.redaction.net_words import UNREAD, Answer, cut
from anxin.redaction.structure import Found
from anxin.redaction.view import View

MASK, ASK, WORTH = 0.6, -3.0, -1.5  # masked, asked about, worth the net's word
READ = -1.5  # a margin above which the net takes it for a name
_UNREAD = -1.6 - 3.0 * 0.43 + 3.0 * 0.5  # what the net has not read
# Names of places between two others: 日喀则市|桑珠孜|区.
_CHAIN = re.compile(
    f"(?<=[省市州盟县区旗镇乡])[{HAN}]{{2,5}}?(?=[市州盟县区旗镇乡村路街]|嘎查|社区|分局|派出所|人民|公安|街道)"
)
_BLOT = "\0"
_PLACES = 3  # of a name that only the structure shows, where the net is asked how long it is
_NOBODY = frozenset(["其他", "本院", "本人", "双方", "对方", "两人", "二人", "三人", "此外", "并且", "因此", "经查", "民警", "随后", "另外", "遂因", "同时", "期间", "其后", "后又", "公诉人", "辩护人", "被害人", "被告人", "法院", "本案"])
_PLURAL = re.compile("[们等人者院局所员方后前时日中曾因经并即后又]$|^[其该并又再遂后曾均即]")


@dataclass
class Candidate:
    start: int
    end: int
    name: str
    base: float  # the score without the net
    margin: float = UNREAD
    known: bool = False  # a form of somebody's name whom the document has, and perhaps only a word here
    heard: bool = False  # only the net came upon it

    def score(self, seen: int) -> float:
        """``seen``: how often the net reads the same characters as a name."""
        if self.margin <= UNREAD:
            return self.base + _UNREAD + 0.7 * min(seen, 3)
        margin = max(self.margin, -12.0)
        return self.base + 0.43 * margin - 0.5 * max(margin, -3.0) + 1.75 * (margin > -0.01) + 0.7 * min(seen, 3)


@dataclass
class Survey:
    """All candidates of one text, and what the net should read of it: ranges, with the places asked in each."""

    text: str
    rest: str  # the text without the known names
    candidates: list[Candidate] = field(default_factory=list)
    beside: list[tuple[int, int]] = field(default_factory=list)  # what acts on a known person, and may be one
    ranges: list[tuple[int, int]] = field(default_factory=list)
    asked: list[list[Candidate]] = field(default_factory=list)
    homes: list[tuple[int, int, float]] = field(default_factory=list)  # what the net reads as part of a home's address
    spelled: dict[int, str] = field(default_factory=dict)  # where somebody stands whom only the structure shows
    heard: dict[str, set[str]] = field(default_factory=dict)  # how the net reads these names

    def places(self) -> list[list[tuple[int, int]]]:
        return [[(c.start - a, c.end - a) for c in asked] for (a, _), asked in zip(self.ranges, self.asked, strict=True)]

    def hear(self, answers: Iterable[Answer]) -> None:
        """Takes the net's answers for the ranges: margins of what was asked, names that nobody asked about, homes."""
        for (low, _), asked, answer in zip(self.ranges, self.asked, answers, strict=True):
            for candidate, margin in zip(asked, answer.margins, strict=True):
                candidate.margin = margin
            self.homes += [(low + a, low + b, value) for a, b, value in answer.homes]
            known = {(c.start, c.end) for c in asked}
            for start, end in ((low + a, low + b) for a, b in answer.names):
                name = self.text[start:end]
                if start in self.spelled:
                    self.heard.setdefault(self.spelled[start], set()).add(name)
                if (start, end) not in known and 2 <= end - start <= 8 and all(map(is_han, name)):
                    self._unasked(start, end, name)

    def _unasked(self, start: int, end: int, name: str) -> None:
        if _BLOT not in self.rest[start:end] and name not in NOT_NAMES and evidence.possible(self.text, start, end, name):
            base = evidence.base(self.text, start, end, evidence.unread_odds(self.text, start, end))
            self.candidates.append(Candidate(start, end, name, base, 0.0, heard=True))


def survey(view: View, found: Mapping[str, Found], known: Iterable[str]) -> Survey:
    """Everything in the text that could be a name and is none of the known ones."""
    text = view.text
    given = {*known}
    sure = {*found, *given}
    rest = _without(text, sure)
    result = Survey(text, rest, _candidates(text, rest) + _forms(text, sure), _beside(text, rest, sure))
    result.spelled = {m.start(): name for name in found.keys() - given for m in islice(re.finditer(re.escape(name), text), _PLACES)}
    _worth_reading(result)
    return result


def _without(text: str, names: Iterable[str]) -> str:
    """The text with every known name and every name of a place between two others blotted out, of the same length."""
    for name in sorted(names, key=lambda n: (-len(n), n)):
        if len(name) > 1:
            text = text.replace(name, _BLOT * len(name))
    return _CHAIN.sub(lambda m: _BLOT * len(m.group()), text)


def _candidates(text: str, rest: str) -> list[Candidate]:
    made: list[Candidate] = []
    for run in odds.RUN.finditer(rest):
        low = run.start()
        for a, b, value in proposals(run.group()):
            start, end = low + a, low + b
            if evidence.possible(text, start, end, text[start:end]):
                made.append(Candidate(start, end, text[start:end], evidence.base(text, start, end, value)))
    counts = Counter(c.name for c in made)
    for c in made:
        c.base += evidence.OFTEN * log2(min(8, counts[c.name]))
    return made


_LINKS = frozenset("对向跟与和")
_LINKED = re.compile(f"(?<![{HAN}])[{HAN}]{{2}}(?=.?[对向跟与和])")


def _beside(text: str, rest: str, names: Iterable[str]) -> list[tuple[int, int]]:
    """疤子对张三说, 与张三、疤子: two or three characters that stand to a known person as only a person does."""
    known = tuple(n for n in names if len(n) > 1)
    if not known:
        return []
    words = odds.load().words
    found = []
    for m in _LINKED.finditer(text):
        start = m.start()
        for size in (3, 2):
            end = start + size
            whom = next((n for n in known if text.startswith(n, end + 1)), "") if text[end : end + 1] in _LINKS else ""
            if whom and all(map(is_han, text[start:end])):
                break
        else:
            continue
        name = text[start:end]
        if _BLOT in rest[start:end] or name in _NOBODY or _PLURAL.search(name):
            continue
        if name not in words or name in homographs() or name in COMMON or text.startswith("说", end + 1 + len(whom)):
            found.append((start, end))
    return found


_KNOWN = -6.0  # one word in four hundred of a document is a given person's name
_MOST_READ = 150_000  # characters of one document for the net; the rest is judged without it
_MOST = 1.75 + 0.7  # what the net can add at most to a candidate seen once


def _forms(text: str, names: Iterable[str]) -> list[Candidate]:
    """Places of known names that are words as well, and of given names alone."""
    forms, full = set(), {n for n in names if len(n) > 1}
    lexicon = odds.load()
    for name in full:
        given = split(name)[1]
        forms |= {f for f in (name if name in lexicon.words else "", given) if len(f) > 1 and all(map(is_han, f))}
    made = []
    for form in forms:
        longer = () if form in full else tuple(n for n in full if n.endswith(form))
        at = text.find(form)
        while at >= 0:
            end = at + len(form)
            if not text.endswith(longer, 0, end):
                low, high = evidence.run(text, at, end)
                value = max(-10.0, min(10.0, odds.Reading(text[low:high], low).odds(at, end, _KNOWN)))
                made.append(Candidate(at, end, form, evidence.context(text, at, end) + evidence.ODDS * value, known=True))
            at = text.find(form, end)
    return made


# Where somebody may live.
_LIVED = re.compile("[村屯寨庄坳坪弄巷苑住租]|小区|[家公]园|花园|公寓|宿舍|新村|[0-9一二三四五六七八九十][组社队栋幢室楼]|单元|家[中里属]|户籍|老家|路[0-9]|号院")


def _worth_reading(survey: Survey) -> None:
    """The sentences where the net's word could make a candidate matter, with what to ask there, those with homes and
    those with somebody whom only the structure shows."""
    sentences = cut(survey.text)
    starts = [a for a, _ in sentences]
    asked: dict[int, list[Candidate]] = {}
    for c in survey.candidates:
        if c.base + _MOST >= WORTH:
            index = bisect_right(starts, c.start) - 1
            if index >= 0 and c.end <= sentences[index][1]:
                asked.setdefault(index, []).append(c)
    told = {bisect_right(starts, place) - 1 for place in survey.spelled} - {-1}
    lived = {i for i, (a, b) in enumerate(sentences) if _LIVED.search(survey.text, a, b)}
    order, total = [], 0
    for i in sorted({*asked, *lived, *told}):  # no document asks for so much; a made-up one is still answered within seconds
        total += sentences[i][1] - sentences[i][0]
        if total > _MOST_READ:
            break
        order.append(i)
    survey.ranges, survey.asked = [sentences[i] for i in order], [asked.get(i, []) for i in order]


@dataclass(frozen=True)
class Verdict:
    """``names``: masked wherever they stand, with their places; ``unsure``: places for a person to look at."""

    names: dict[str, list[int]]
    unsure: list[tuple[int, int]]
    forms: dict[tuple[int, int], float]  # scores of the places of known names that are words as well, where the net read them


def decide(survey: Survey) -> Verdict:
    """The judgment on every candidate: overlapping ones compete, the same characters are one name."""
    seen = Counter(c.name for c in survey.candidates if c.margin > READ)
    forms = {(c.start, c.end): c.score(0) for c in survey.candidates if c.known and c.margin > UNREAD}
    scored = [(c.score(seen[c.name]), c) for c in survey.candidates if not c.known]
    best: dict[str, float] = {}
    for value, c in scored:
        best[c.name] = max(value, best.get(c.name, value))
    for name in best.keys() & famous():  # a brand or a figure of a book: a person decides
        best[name] = min(best[name], MASK - 0.1)
    taken = bytearray(len(survey.text))
    names: dict[str, list[int]] = {}
    unsure: list[tuple[int, int]] = []
    for value, c in sorted(scored, key=lambda s: (-best[s[1].name], -s[0], s[1].start)):
        if best[c.name] < ASK or 1 in taken[c.start : c.end]:
            continue
        taken[c.start : c.end] = b"\1" * (c.end - c.start)
        if best[c.name] >= MASK:
            names.setdefault(c.name, []).append(c.start)
        elif value >= ASK:
            unsure.append((c.start, c.end))
    for start, end in survey.beside:
        if 1 not in taken[start:end]:
            unsure.append((start, end))
    return Verdict(names, unsure, forms)
