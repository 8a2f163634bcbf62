"""Terms that the handler marked as secret, commercial or private (Art 20(4)), however they are spaced, quoted and numbered."""

from __future__ import annotations

from collections.abc import Iterable

from anxin.redaction.chars import fold
from anxin.redaction.detectors.item import Item

_NUMERALS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_GAP = 8  # marks, spaces and breaks that may stand between two characters of a term
_CLOSING = frozenset("”’」』》〉）)】]\"'")
_OPENING = frozenset("“‘「『《〈（(【[\"'")


def find(text: str, terms: Iterable[str]) -> list[Item]:
    """Every place that has the letters of a term in their order, with nothing but marks and spaces between them."""
    items: list[Item] = []
    plain = ""
    for term in terms:
        folded = fold(term).strip()
        letters = [c for c in folded.lower().translate(_NUMERALS) if c.isalnum()]
        if not letters:
            continue
        plain = plain or text.lower().translate(_NUMERALS)
        at = plain.find(letters[0])
        while at >= 0:
            end = _read(plain, at, letters)
            if end:
                start = at - (at > 0 and text[at - 1] in _OPENING and folded[0] in _OPENING)
                items.append(Item(start, end + (text[end : end + 1] in _CLOSING and folded[-1] in _CLOSING), "secret"))
            at = plain.find(letters[0], end or at + 1)
    return items


def _read(plain: str, at: int, letters: list[str]) -> int:
    """Where the letters end that start at ``at``; 0 when others come between."""
    for index, letter in enumerate(letters):
        low = at
        while index and at - low < _GAP and at < len(plain) and not plain[at].isalnum():
            at += 1
        if plain[at : at + 1] != letter:
            return 0
        at += 1
    return at
