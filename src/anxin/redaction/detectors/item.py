"""What a detector gives: a place in the view and what it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple


def holds(text: str, words: Iterable[str]) -> bool:
    """Whether any of the words is in the text: far cheaper than a pattern that would find nothing."""
    return any(map(text.__contains__, words))


def matches(text: str, first: re.Pattern[str], whole: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """What ``whole.finditer`` gives, for a pattern that matches only where ``first`` (quick to find) does."""
    done = 0
    for start in first.finditer(text):
        m = whole.match(text, start.start()) if start.start() >= done else None
        if m:
            done = m.end()
            yield m


class Item(NamedTuple):
    """[start, end) of the view; ``kind`` decides article and replacement."""

    start: int
    end: int
    kind: str
    confidence: float = 1.0
    search: bool = False  # the same value is to be found elsewhere in the text


class Token(NamedTuple):
    """One written number or account: ``value`` has the separators gone and look-alike letters undone."""

    start: int
    end: int
    value: str
    raw: str
    label: str  # kind of the nearest word before it that names a number; "" when there is none
    near: str  # text before it
    after: str  # text after it
    fitted: str = ""  # whether the parts were joined because they fit this label
