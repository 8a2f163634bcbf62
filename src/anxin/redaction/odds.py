"""How likely a stretch of characters is a person's name rather than words, by how often words and names occur.

A sentence is read as words and names; every reading has a probability. The odds of a name are those of the best reading
that has it over the best reading of words alone: 王强盗窃 is 王强|盗窃, for 王|强盗|窃 is far less likely.
"""

from __future__ import annotations

import gzip
import re
from functools import lru_cache
from importlib import resources
from math import log

from anxin.redaction.lexicon import TRANSLITERATED, compound_surnames, surnames, terms, words

RUN = re.compile("[\u3400-\u9fff]{2,64}")
_NAMES = log(0.01)  # about one word in a hundred of a case document is a name that nothing else explains
_WORD_GIVEN = log(0.0001)  # 解放, 建设: a given name that is a word, any of some thousand
_RARE = log(0.00003)  # a character that is hardly ever a surname
_DOUBLE = log(0.01)  # two surnames before the given name: 陈林小嫚
_FOREIGN, _USUAL, _UNUSUAL = log(0.001), log(0.004), log(0.00002)  # a transliteration, and each of its characters
_PLAIN, _TERM = 3, 15  # levels of words that the frequency list lacks
# Share of the commonest surnames, in thousandths (census figures as published).
_SHARES = (
    "王71 李70 张67 刘54 陈53 杨31 赵26 黄24 周20 吴20 徐17 孙16 胡13 朱13 高12 林12 何11 郭11 马11 罗10 梁8 宋8 郑8 谢8 韩7 唐7 冯7 于6 "
    "董6 程6 曹6 袁5 邓6 许6 沈5 曾6 彭5 吕5 苏5 卢4 蒋5 蔡5 贾4 丁4 魏5 薛3 叶4 余4 潘4 杜4 戴3 夏3 钟4 汪4 田4 任4 姜4 范4 方3 石4 姚4 "
    "谭4 廖4 邹3 熊3 金3 陆3 郝3 孔2 白3 崔3 康3 毛2 邱3 秦3 江3 史2 顾2 侯3 邵2 孟3 龙2 万2 段3 雷2 钱2 汤2 尹2 黎2 易2 常2 武2 乔2 贺2 赖2 龚2 文2"
)


_FUNCTION = frozenset("的了在与和对将被把向从用是系因为于至到称说给让及其此该并均又也再已曾后前上下中内外时等人以由元号一二三四五六七八九十")


def _levels(lines: str) -> list[tuple[int, list[str]]]:
    """Each line's number, and the words that are as frequent as it says."""
    return [(int(level), found) for level, *found in map(str.split, lines.split("\n"))]


class Frequencies:
    """Logarithms of the probability of every word, surname and given name's character."""

    def __init__(self) -> None:
        body = gzip.decompress(resources.files(__package__).joinpath("data/frequencies.txt.gz").read_bytes()).decode()
        counted, characters = (_levels(part) for part in body.split("\n\n"))
        total = log(60_000_000)
        self.words: dict[str, float] = {}
        for level, found in counted:
            self.words.update(dict.fromkeys(found, level / 2 - total))
        self.words.update(dict.fromkeys(words() - self.words.keys(), _PLAIN / 2 - total))
        for word in terms():
            self.words[word] = max(self.words.get(word, -total), _TERM / 2 - total)
        self.longer: dict[str, frozenset[int]] = {}  # lengths of the words that two characters begin
        for word in self.words:
            if len(word) > 2:
                self.longer[word[:2]] = self.longer.get(word[:2], frozenset()) | {len(word)}
        self.rare = -0.7 - total  # a character that is no word of its own
        mass = log(sum(2.718281828 ** (level / 2) for level, found in characters for _ in found))
        self.given = {c: level / 2 - mass for level, found in characters for c in found}
        self.rare_given = 3.0 - mass
        even = 0.3 / len(surnames())
        shares = {pair[0]: int(pair[1:]) / 1000 for pair in _SHARES.split()}
        self.surnames = {s: log(0.7 * shares.get(s, 0.0003) + even) for s in surnames()}
        self.compound = log(0.0001)

    def name(self, name: str) -> float:
        """Logarithm of the probability that a word of the text is this name."""
        family = 2 if len(name) > 2 and name[:2] in compound_surnames() else 1
        first = self.surnames.get(name[0], _RARE)
        if family == 2:
            first = self.compound
        elif len(name) == 4:
            family, first = 2, first + self.surnames.get(name[1], _RARE) + _DOUBLE
        value = _NAMES + first
        rest = name[family:]
        value += log(0.2) if len(rest) == 1 else log(0.8)
        spelled = sum(self.given.get(c, self.rare_given) for c in rest)
        return value + (max(spelled, min(_WORD_GIVEN, spelled + 5)) if rest in self.words else spelled)

    def transliterated(self, name: str) -> float:
        """Logarithm of the probability that a word of the text is this name in another language."""
        usual = sum(c in TRANSLITERATED for c in name)
        return _FOREIGN + usual * _USUAL + (len(name) - usual) * _UNUSUAL


@lru_cache(maxsize=1)
def load() -> Frequencies:
    return Frequencies()


class Reading:
    """The best reading of a run of Chinese characters as words alone, from both of its ends."""

    __slots__ = ("before", "behind", "run", "single", "start")

    def __init__(self, run: str, start: int) -> None:
        lexicon = load()
        get, lengths, rare = lexicon.words.get, lexicon.longer.get, lexicon.rare
        size = len(run)
        self.run, self.start = run, start
        behind, before = [0.0] * (size + 1), [-1e9] * (size + 1)
        before[0] = here = best = 0.0
        self.single = single = [get(char, rare) for char in run]
        closed = run + "\0"  # no word has it: what is looked up past the end is none
        matches: list[list[tuple[int, float]]] = []
        for i in range(size):  # forwards: what every word that starts here makes of the characters behind it
            pair = closed[i : i + 2]
            value, longer = get(pair), lengths(pair)
            words = [] if value is None else [(i + 2, value)]
            if longer is not None:
                for length in longer:
                    value = get(closed[i : i + length])
                    if value is not None:
                        words.append((i + length, value))
            matches.append(words)
            for end, value in words:
                if here + value > before[end]:
                    before[end] = here + value
            here += single[i]
            if here > before[i + 1]:
                before[i + 1] = here
            else:
                here = before[i + 1]
        for i in range(size - 1, -1, -1):
            best += single[i]
            for end, value in matches[i]:
                if behind[end] + value > best:
                    best = behind[end] + value
            behind[i] = best
        self.before, self.behind = before, behind

    def odds(self, start: int, end: int, value: float | None = None) -> float:
        """Logarithm of the odds that [start, end) of the text is a name; ``value``: its probability as one."""
        a, b = start - self.start, end - self.start
        if value is None:
            value = load().name(self.run[a:b])
        return self.before[a] + value + self.behind[b] - self.behind[0]

    def loose(self) -> list[tuple[int, int]]:
        """Stretches of two characters and more that are no part of any word, as in names that no list has."""
        total, before, behind, run = self.behind[0] - 1e-6, self.before, self.behind, self.run
        found, begun = [], 0
        for i, single in enumerate(self.single):
            if before[i] + single + behind[i + 1] < total or run[i] in _FUNCTION:
                if i - begun > 1:
                    found.append((self.start + begun, self.start + i))
                begun = i + 1
        if len(run) - begun > 1:
            found.append((self.start + begun, self.start + len(run)))
        return found
