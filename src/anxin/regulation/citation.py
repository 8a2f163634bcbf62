"""Citing the regulation: ``20(1)`` is 第二十条第一款第（一）项, ``18(P2)`` is 第十八条第二款, ``4`` is 第四条."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

NUMERALS = "零一二三四五六七八九"
CITATION = re.compile(r"([1-9]\d?)(?:\((P?)([1-9]\d?)\))?")
ARTICLE_HEAD = re.compile(r"^第([一二三四五六七八九十]+)条[　 ]*(.*)$")
CHAPTER_HEAD = re.compile(r"^第[一二三四五六七八九十]+章[　 ]")
ITEM_HEAD = re.compile(r"^[(（]([一二三四五六七八九十]+)[)）]")


def chinese(number: int) -> str:
    """1..99 in Chinese numerals: 20 -> 二十, 28 -> 二十八."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else NUMERALS[tens] + "十"
    return head + (NUMERALS[ones] if ones or not tens else "")


def _number(numeral: str) -> int:
    return next(n for n in range(1, 100) if chinese(n) == numeral)


@dataclass(frozen=True)
class Citation:
    """One place of the regulation: an article, its paragraph or an item of its first paragraph that has items."""

    article: int
    paragraph: int = 0  # 0: not named
    item: int = 0  # 0: not named

    @classmethod
    def parse(cls, text: str) -> Citation:
        """Read ``19``, ``19(3)`` or ``19(P2)``. Raises ValueError for anything else."""
        match = CITATION.fullmatch(text.strip())
        if not match:
            raise ValueError(f"条文写法有误：{text}（应写作 4、18(1)、18(P2)）")
        article, paragraph, number = match.groups()
        if not number:
            return cls(int(article))
        return cls(int(article), int(number)) if paragraph else cls(int(article), 1, int(number))

    def __str__(self) -> str:
        inner = f"({self.item})" if self.item else f"(P{self.paragraph})" if self.paragraph else ""
        return f"{self.article}{inner}"


@dataclass(frozen=True)
class Article:
    """One article: its paragraphs, and the items of the paragraph that lists them."""

    number: int
    chapter: str
    paragraphs: tuple[str, ...]
    items: tuple[str, ...] = ()
    items_in: int = 1

    @property
    def text(self) -> str:
        lines = list(self.paragraphs)
        lines[self.items_in : self.items_in] = self.items
        return "\n".join(lines)


def parse_articles(text: str) -> dict[int, Article]:
    """Split the plain text of a regulation into its articles."""
    articles: dict[int, Article] = {}
    chapter, number, paragraphs, items = "", 0, list[str](), list[str]()

    def close() -> None:
        if number:
            articles[number] = Article(number, chapter_of_number, tuple(paragraphs), tuple(items))

    chapter_of_number = ""
    for line in (raw.strip("　 \n") for raw in text.splitlines()):
        head = ARTICLE_HEAD.match(line)
        if CHAPTER_HEAD.match(line):
            chapter = line
        elif head:
            close()
            number, paragraphs, items, chapter_of_number = _number(head[1]), [head[2]], [], chapter
        elif number and ITEM_HEAD.match(line):
            items.append(line)
        elif number and line:
            paragraphs.append(line)
    close()
    return articles


@lru_cache(maxsize=512)
def article_label(citation: str, has_paragraphs: bool = True) -> str:
    """``20(1)`` -> 第二十条第一款第（一）项. The paragraph is left out where the article has only one."""
    cited = Citation.parse(citation)
    label = f"第{chinese(cited.article)}条"
    if cited.paragraph and (has_paragraphs or not cited.item):
        label += f"第{chinese(cited.paragraph)}款"
    return label + (f"第（{chinese(cited.item)}）项" if cited.item else "")
