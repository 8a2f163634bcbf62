"""From text to tokens, the same for every back end.

Every CJK character starts one token: the pair with its successor, or itself at the end of a run. Letters and digits
are whole lower-case runs. Everything else separates. So a phrase of tokens is exactly the substring.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True)
class Token:
    """``start`` and ``end`` are places in the text as given; ``last``: a CJK character without a successor."""

    text: str
    start: int
    end: int
    last: bool = False


def is_cjk(char: str) -> bool:
    """Han (also beyond U+FFFF), kana, and the marks 々〇."""
    code = ord(char)
    return (
        0x3400 <= code <= 0x9FFF or 0x20000 <= code <= 0x3FFFF or 0xF900 <= code <= 0xFAFF
        or 0x3040 <= code <= 0x30FF or code in (0x3005, 0x3007)
    )  # fmt: skip


@lru_cache(maxsize=20_000)
def _normal(char: str) -> str:
    return unicodedata.normalize("NFKC", char).lower()


def _units(text: str) -> Iterator[tuple[str, int]]:
    """Normalised characters with the place they came from; separators are spaces."""
    for place, char in enumerate(text):
        for unit in _normal(char):
            yield (unit if is_cjk(unit) or unit.isalnum() else " "), place


def tokens(text: str) -> list[Token]:
    """The tokens of a text in order."""
    units, found, at = list(_units(text)), [], 0
    while at < len(units):
        unit, place = units[at]
        if unit == " ":
            at += 1
        elif is_cjk(unit):
            paired = at + 1 < len(units) and is_cjk(units[at + 1][0])
            found.append(Token(unit + units[at + 1][0] if paired else unit, place, place + 1, not paired))
            at += 1
        else:
            begin = at
            while at < len(units) and units[at][0] != " " and not is_cjk(units[at][0]):
                at += 1
            found.append(Token("".join(u for u, _ in units[begin:at]), place, units[at - 1][1] + 1))
    return found


def stream(text: str) -> str:
    """All tokens of a text, separated by spaces: what an index takes in."""
    return " ".join(token.text for token in tokens(text))
