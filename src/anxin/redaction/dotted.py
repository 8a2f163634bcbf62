"""Names with a dot (玉素甫·买合木提): where each begins and ends, decided over all its places at once."""

from __future__ import annotations

from collections import defaultdict

from anxin.redaction.lexicon import compound_surnames, surnames, words
from anxin.redaction.names import TRANSLITERATED, ends_at, is_han, starts_at
from anxin.redaction.roles import ends_with_role
from anxin.redaction.view import View

_LEFT, _RIGHT = 7, 8  # the longest part before and after a dot
_STOPS = frozenset("均也又已曾遂至该此欲")  # no transliteration holds them
_NEVER = frozenset("的了被把将与和及对向给在是系从由让称等说")


def find(view: View) -> list[tuple[int, int]]:
    """[start, end) in the view of every dotted name. A dot inside a plain name (赵·骏鹏) is no dotted name's."""
    groups: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for first, last in _chains(view):
        groups[view.text[first - 2 : last + 2]].append((first, last))
    spans = []
    for key, places in groups.items():
        before, after = _before(view.text, places), _after(view.text, places)
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
    return [c for c in chains if c[0] and not any(_inside(view.text, n, *c) for n in known)]


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


def _before(text: str, places: list[tuple[int, int]]) -> int:
    """How many characters before the dot belong to the name: where it starts most surely, at all places together."""
    best, choice = 0.0, 0
    lexicon = words()
    for size in range(1, _LEFT):
        starts = [first - size for first, _ in places]
        if min(starts) < 0 or not all(is_han(text[s]) for s in starts) or len({text[s] for s in starts}) > 1:
            break
        if any(ends_with_role(text, s + 1) for s in starts) and size > 1 or text[starts[0]] in _NEVER:
            break
        pair = text[starts[0] : starts[0] + 2]
        if size > 1 and pair in lexicon and not all(c in TRANSLITERATED for c in pair):
            break
        sure = [starts_at(text, s) for s in starts]
        value = sum(sure) / len(sure) + 0.3 * (text[starts[0]] in TRANSLITERATED) + 0.05 * size
        if size == 1 and text[starts[0]] not in surnames():
            value -= 2
        if sure.count(0) * 2 < len(sure) and value > best:
            best, choice = value, size
        if min(sure) == 3:
            break
    return choice


def _after(text: str, places: list[tuple[int, int]]) -> int:
    best, choice = 0.0, 0
    lexicon = words()
    for size in range(1, _RIGHT):
        ends = [last + size for _, last in places]
        if max(ends) > len(text) or not all(is_han(text[e - 1]) for e in ends) or len({text[e - 1] for e in ends}) > 1:
            break
        char = text[ends[0] - 1]
        if char in _NEVER or char in _STOPS or (size > 1 and char not in TRANSLITERATED and text[ends[0] - 1 : ends[0] + 1] in lexicon):
            break
        sure = [ends_at(text, e) for e in ends]
        value = sum(sure) / len(sure) + (0.6 if char in TRANSLITERATED else -0.4) + 0.05 * size - (1.5 if size == 1 else 0)
        if sure.count(0) * 2 < len(sure) and value > best:
            best, choice = value, size
        if min(sure) == 3:
            break
    return choice
