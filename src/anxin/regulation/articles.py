"""The article table: each of the 28 articles, what the system does, and the functions, pages and tests that carry it.

One source (``data/articles.toml``) for ``docs/articles.md`` and the portal's regulation page.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from anxin.regulation import rules

DATA = Path(__file__).parent / "data" / "articles.toml"
HEAD = """\
# 条文对照

《人民检察院案件信息公开工作规定（试行）》的每一条，系统做什么，由哪些函数、页面和测试承担。
本页由 `python -m anxin.regulation.articles` 从 `src/anxin/regulation/data/articles.toml` 生成，请勿手工修改。
"""


@dataclass(frozen=True)
class Carrier:
    """A function (dotted path) and the test (pytest id) that fails when the function always returns one value."""

    function: str
    test: str


@dataclass(frozen=True)
class Row:
    """One article: its words, what the system does, where it can be seen, who carries it."""

    number: int
    label: str
    text: str
    does: str
    pages: tuple[str, ...]
    carriers: tuple[Carrier, ...]


@lru_cache(maxsize=1)
def table() -> tuple[Row, ...]:
    """All articles in order, with the words of the 2014 trial set."""
    with DATA.open("rb") as file:
        rows = tomllib.load(file)["article"]
    return tuple(
        Row(
            r["number"],
            rules.article_label(str(r["number"])),
            rules.article_text(str(r["number"])),
            r["does"],
            tuple(r["pages"]),
            tuple(Carrier(c["function"], c["test"]) for c in r["carried_by"]),
        )
        for r in rows
    )


def markdown() -> str:
    """The page ``docs/articles.md``."""
    parts = [HEAD]
    for row in table():
        parts.append(f"\n## {row.label}\n\n{row.does}\n")
        parts += [f"- 函数 `{c.function}`，测试 `{c.test}`" for c in row.carriers]
        parts += [f"- 页面 `{page}`" for page in row.pages]
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    (Path(__file__).parents[3] / "docs" / "articles.md").write_text(markdown(), "utf-8")
