"""Words and surnames, loaded once. Origins of the lists: ``data/ORIGIN.md``."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources

# Characters that transliterations are written with: names without a surname that the table knows.
TRANSLITERATED = frozenset(
    "阿艾埃安奥巴白班包贝比彼毕宾波玻伯勃博布查次措达大戴丹当德登邓迪丁顿多恩尔凡菲费芬夫弗福甫盖干高戈哥格根贡古哈海罕汉翰赫"
    "呼华吉基嘉加佳姜卡凯康科克肯库拉莱兰朗劳勒雷里丽莉利莲列林琳柳龙卢鲁路伦罗洛玛马迈麦曼芒梅美门蒙米明莫姆穆木纳娜内尼"
    "妮宁努诺欧帕潘佩彭皮珀普奇恰钦琴青琼曲热仁日荣瑞萨赛桑沙莎山珊尚舍申圣施史师士斯苏索塔太泰坦特提廷汀图吐托瓦旺威韦"
    "维温沃乌伍西希席夏肖谢辛雄修逊雅亚延央耶叶伊依衣英尤优于玉约扎泽占珍芝治智朱卓孜子兹佐其木素合买苦扎洛巧吾力江买提麦乎牙生乃支呷惹妞则娃敖毕宝嘎措宗坚赞卜万旦增堆追珠么黑喀杜卜汤普森迪因"
)

def _data(name: str) -> bytes:
    return resources.files(__package__).joinpath("data", name).read_bytes()


@lru_cache(maxsize=1)
def words() -> frozenset[str]:
    """Common words of two and three characters; no personal names among them."""
    common = gzip.decompress(_data("words.txt.gz")).decode("utf-8").split("\n")
    return frozenset(common) | {t for t in terms() if 1 < len(t) < 4}


def _listed(name: str) -> frozenset[str]:
    lines = _data(name).decode("utf-8").splitlines()
    return frozenset(w for line in lines if not line.startswith("#") for w in line.split())


@lru_cache(maxsize=1)
def terms() -> frozenset[str]:
    """Words of case documents."""
    return _listed("terms.txt")


@lru_cache(maxsize=1)
def famous() -> frozenset[str]:
    """Brands and figures whose names are made like a person's."""
    return _listed("famous.txt")


@lru_cache(maxsize=1)
def homographs() -> frozenset[str]:
    """Words of two characters that start with a surname: names only where something around them says so."""
    return frozenset(_data("homographs.txt").decode("utf-8").split())


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    """Single-character surnames."""
    return frozenset(_data("surnames.txt").decode("utf-8").split("\n")[1])


@lru_cache(maxsize=1)
def rare_surnames() -> frozenset[str]:
    """Single-character surnames that are nearly always something else."""
    return frozenset(_data("surnames.txt").decode("utf-8").split("\n")[3])


@lru_cache(maxsize=1)
def compound_surnames() -> frozenset[str]:
    return frozenset(_data("surnames.txt").decode("utf-8").split("\n")[2].split())


@lru_cache(maxsize=16)
def listed(name: str, section: str) -> frozenset[str]:
    """One list of a file in ``data`` that has several, each under its [name]."""
    body = _data(name).decode("utf-8").split(f"[{section}]\n")[1].split("\n[")[0]
    return frozenset(w for line in body.splitlines() if not line.startswith("#") for w in line.split())


def naming(section: str) -> frozenset[str]:
    """One list of ``data/naming.txt``."""
    return listed("naming.txt", section)


def alternation(words_: Iterable[str]) -> str:
    """A regular expression for any of the words, longest first, as a tree: no branch shares its first character."""
    tree: dict[str, dict] = {}  # type: ignore[type-arg]
    for word in words_:
        node = tree
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _branch(tree)


def _branch(node: dict) -> str:  # type: ignore[type-arg]
    ends = "" in node
    parts = [re.escape(char) + _branch(child) for char, child in node.items() if char]
    if not parts:
        return ""
    body = parts[0] if len(parts) == 1 and not ends else "(?:" + "|".join(parts) + ")"
    return body + "?" if ends else body


class Words:
    """Many words to be found in texts, the longest first."""

    def __init__(self, words_: Iterable[str]) -> None:
        listed = sorted(words_, key=len, reverse=True)
        self.pattern = re.compile(alternation(listed))
        self.begun: dict[str, tuple[str, ...]] = {}
        for word in listed:
            self.begun[word[:1]] = (*self.begun.get(word[:1], ()), word)

    def at(self, text: str, place: int) -> str:
        """The longest of the words that starts at ``place``, empty when none does; quicker than the pattern."""
        found = self.begun.get(text[place : place + 1])
        if found is None or not text.startswith(found, place):
            return ""
        return next(word for word in found if text.startswith(word, place))

    def find(self, text: str) -> list[tuple[int, str]]:
        """(place, word) of every word, none inside another."""
        return [(m.start(), m.group()) for m in self.pattern.finditer(text)]


def occurrences(text: str, words_: Iterable[str]) -> list[tuple[int, str]]:
    """(place, word) of every word in the text, in order, the longest first, none inside another. For words that differ
    from document to document: compiling a pattern of them would take longer than finding them."""
    places = []
    for word in words_:
        at = text.find(word) if word else -1
        while at >= 0:
            places.append((at, -len(word), word))
            at = text.find(word, at + 1)
    found: list[tuple[int, str]] = []
    end = 0
    for at, _, word in sorted(places):
        if at >= end:
            found.append((at, word))
            end = at + len(word)
    return found
