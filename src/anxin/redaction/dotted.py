"""Names with a dot (玉素甫·买合木提): where each begins and ends, decided over all its places at once."""

from __future__ import annotations

import re
from collections import defaultdict
from math import log2

from anxin.redaction import odds
from anxin.redaction.lexicon import TRANSLITERATED, compound_surnames, surnames
from anxin.redaction.names import ends_at, is_han, starts_at
from anxin.redaction.roles import ends_with_role
from anxin.redaction.view import View

_LEFT, _RIGHT = 7, 8  # the longest part before and after a dot
_LEAST = -6.0
_NUMERAL = re.compile("(?:^|[^\u3400-\u9fff])[一二三四五六七八九十]{1,3}$")  # 一．张三: a numbered paragraph
_STOPS = frozenset("均也又已曾遂至该此欲")  # no transliteration holds them
_NEVER = frozenset("的了被把将与和及对向给在是系从由让称等说经为据并而则其到至")


def find(view: View) -> list[tuple[int, int]]:
    """[start, end) in the view of every dotted name. A dot inside a plain name (赵·骏鹏) is no dotted name's."""
    groups: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for first, last in _chains(view):
        groups[view.text[first - 2 : last + 2]].append((first, last))
    spans = []
    for key, places in groups.items():
        before, after = _extent(view.text, places)
        if before and after and before + after + len(key) - 4 >= 4 and not _plain(view.text, places, before, after):
            spans += [(first - before, last + after) for first, last in places]
    return spans


def _chains(view: View) -> list[tuple[int, int]]:
    """(first dot, last dot) of every run of dots that stand a name's part from each other."""
    chains: list[tuple[int, int]] = []
    for place, _ in view.marked("·."):
        if chains and 0 < place - chains[-1][1] <= 6:
            chains[-1] = (chains[-1][0], place)
        else:
            chains.append((place, place))
    known = [n for n in view.names if n]
    return [c for c in chains if c[0] and not _NUMERAL.search(view.text, max(0, c[0] - 4), c[0]) and not any(_inside(view.text, n, *c) for n in known)]


def _inside(text: str, name: str, first: int, last: int) -> bool:
    """Whether the dots stand inside a name that the case knows."""
    at = text.find(name, max(0, last - len(name) + 1), first + len(name) - 1)
    return 0 <= at < first


def _plain(text: str, places: list[tuple[int, int]], before: int, after: int) -> bool:
    """赵·骏鹏, 端木·庆远: a surname, a dot put in, and a given name."""
    first, last = places[0]
    if first != last or (after >= 3 and all(c in TRANSLITERATED for c in text[last : last + 3])):
        return False
    if before == 1:
        return text[first - 1] in surnames()
    if after > 3:
        return False
    for size in (2, 1):
        family = text[first - size : first]
        if (family in compound_surnames() if size == 2 else family in surnames()) and (
            before == size
            or any(starts_at(text, f - size) for f, _ in places)
            or text[first - size - 1] not in TRANSLITERATED
        ):
            return True
    return False


def _extent(text: str, places: list[tuple[int, int]]) -> tuple[int, int]:
    """How many characters before and after the dots are the name's: the likeliest over all its places together."""
    readings = [_reading(text, first, last) for first, last in places]
    first, last = places[0]
    most_before, most_after = _shared(text, [p[0] for p in places], -1), _shared(text, [p[1] for p in places], 1)
    best, choice = _LEAST, (0, 0)
    for before in range(1, most_before + 1):
        for after in range(1, most_after + 1):
            name = text[first - before : last + after]
            value = _shape(name, before, after)
            # where all places go on with the same character, the name does too
            value -= log2(len(places)) * ((before < most_before) + (after < most_after)) * 1.5
            for reading, (dot, final) in zip(readings, places, strict=True):
                start, end = dot - before, final + after
                around = 0.8 * (starts_at(text, start) + ends_at(text, end))
                value += (reading.odds(start, end, 0.0) + around) / len(places)
            if value > best:
                best, choice = value, (before, after)
    return choice


def _shape(name: str, before: int, after: int) -> float:
    """Parts of one character are rare, but surnames stand alone; most characters are those of transliterations."""
    usual = sum(c in TRANSLITERATED for c in name)
    return -5.5 * usual - 9.0 * (len(name) - usual) - 2.0 * (after == 1) - (2.0 if before == 1 and name[0] not in surnames() else 0.0)


def _shared(text: str, dots: list[int], step: int) -> int:
    """How many characters on one side of the dots are the same at all places, and can be a name's."""
    size = 0
    while size < (_LEFT if step < 0 else _RIGHT):
        at = [d - size - 1 if step < 0 else d + size for d in dots]
        if min(at) < 0 or max(at) >= len(text) or len({text[a] for a in at}) > 1:
            break
        if not is_han(text[at[0]]) or text[at[0]] in _NEVER or text[at[0]] in _STOPS:
            break
        if step < 0 and size and any(ends_with_role(text, a + 1) for a in at):
            break
        size += 1
    return size


def _reading(text: str, first: int, last: int) -> odds.Reading:
    low, high = first, last
    while low > 0 and first - low < 12 and is_han(text[low - 1]):
        low -= 1
    while high < len(text) and high - last < 14 and is_han(text[high]):
        high += 1
    return odds.Reading(text[low:high], low)
