"""Words and surnames, loaded once. Origins of the lists: ``data/ORIGIN.md``."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources


def _data(name: str) -> bytes:
    return resources.files(__package__).joinpath("data", name).read_bytes()


@lru_cache(maxsize=1)
def words() -> frozenset[str]:
    """Common words of two and three characters; no personal names among them."""
    return frozenset(gzip.decompress(_data("words.txt.gz")).decode("utf-8").split("\n"))


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    """Single-character surnames."""
    return frozenset(_data("surnames.txt").decode("utf-8").split("\n")[1])


@lru_cache(maxsize=1)
def compound_surnames() -> frozenset[str]:
    return frozenset(_data("surnames.txt").decode("utf-8").split("\n")[2].split())


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
