"""One view of a document for reading: folded, invisible characters gone, names and lines closed up.

Every offset of the view leads back to the immutable original. Offsets are code points.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable

from anxin.redaction.chars import HAN, INVISIBLE, SPACES, fold

_SPLIT = f"[{INVISIBLE}{SPACES}·.*_\\-~'`^+=#/]"
# Invisible characters anywhere; separators only between two Chinese characters.
_GAP = re.compile(f"{_SPLIT}+")
_COLUMN = re.compile("[\t|]|\u3000{2,}| {3,}")
_UNSEEN = re.compile(f"[{INVISIBLE}]")
_PAGE = re.compile(
    r"[ \u3000]*(?:[-~]\s*\d{1,4}\s*[-~]|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,3}\s*/\s*\d{1,3}|\d{1,3})[ \u3000]*$"
)
_PAGE_FIRST = frozenset("-~第0123456789")
_LABEL = re.compile(
    r"[ \u3000]*(?:[^\s，。；：]{2,8}：|[一二三四五六七八九十]+、|[（(]?[0-9一二三四五六七八九十]{1,2}[)）.．、]|[0-9]{1,3}[，,](?=[\u3400-\u9fffA-Z]))"
)
_CLOSED = tuple("。；：！？”’）」』】》;:!?|")
_RUNNING = re.compile("[，。；、]")
_PARTY_TORN = re.compile(f"(?:被告人|被害人|被不起诉人|证人|申诉人|嫌疑人)：?[{HAN}]{{1,3}}$")
# a name torn at a break: 被告人彭 / 灵（绰号
_TORN = re.compile(f"(?:[人员官]|[、，。：；“]|(?:^|[ \u3000])[0-9]{{1,2}}[.．、)）]?)[{HAN}]{{1,3}}$")
_REST = re.compile(f"[ \u3000]*[{HAN}]{{1,3}}(?:[（，、；]|[ \u3000]+[0-9]{{6}})")
# 买买提· / 伊明, 玛格丽特·威 / 尔逊, 宋 / 鹏
_DOTTED = re.compile(f"[{HAN}][ ]?·[{HAN} ]{{0,2}}$")
_ALONE = re.compile(f"[ \u3000]*[{HAN}]$")
_HAN_NEXT = re.compile(f"[ \u3000]*[{HAN}]")
# an identity or mobile number torn inside a cell: 3607028409107 / 99
_NUMBER_TORN = re.compile(r"(?<![0-9])(?=(?:1[3-9](?:[0-9]\n?){9}$)|(?:[0-9]\n?){15}$|(?:[0-9]\n?){17}[0-9Xx]$)[0-9]{6,17}\n[0-9Xx]+$")
_NUMBER_WHOLE = re.compile(r"(?<![0-9])(?:1[3-9](?:[ -]?[0-9]){9}|[0-9]{16,19}|[0-9]{17}[Xx])$")
_NUMBER_LAST = frozenset("0123456789Xx")
_ENDING = 24  # characters at a line's end: more than any of these takes
_LEAD = re.compile(f"[{SPACES}{INVISIBLE}]*")


class View:
    """``text`` to read; ``origin(i)`` is the place of its character ``i`` in the original."""

    __slots__ = ("_cuts", "_shifts", "flat", "names", "original", "text")

    def __init__(self, original: str, names: Iterable[str] = ()) -> None:
        self.original = original
        self.flat = flat = fold(original)
        self.names = frozenset(_GAP.sub("", fold(n)) for n in names)
        cuts = _cuts(flat, _pairs(self.names))
        pieces: list[str] = []
        self._cuts: list[int] = []
        self._shifts: list[int] = []
        at = size = 0
        for start, end in cuts:
            pieces.append(flat[at:start])
            size += start - at
            at = end
            self._cuts.append(size)
            self._shifts.append(end - size)
        pieces.append(flat[at:])
        self.text = "".join(pieces) if cuts else flat

    def origin(self, index: int) -> int:
        """Place in the original of the view's character ``index``."""
        at = bisect_right(self._cuts, index)
        return index + self._shifts[at - 1] if at else index

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original's span of the view's non-empty span."""
        if not self._cuts:
            return start, end
        return self.origin(start), self.origin(end - 1) + 1

    def joined(self, start: int, end: int) -> bool:
        """Whether nothing was cut inside the view's span."""
        return self.origin(end - 1) - self.origin(start) == end - 1 - start

    def marked(self, marks: str) -> list[tuple[int, str]]:
        """(view offset, what was cut there) of every cut that holds one of the marks."""
        if not any(m in self.flat for m in marks):
            return []
        found = []
        for index, cut in enumerate(self._cuts):
            shift = self._shifts[index - 1] if index else 0
            gap = self.flat[cut + shift : cut + self._shifts[index]]
            if any(m in gap for m in marks):
                found.append((cut, gap))
        return found

    def gaps(self, start: int, end: int) -> list[tuple[int, str]]:
        """What was cut inside the view's span: (view offset, folded text)."""
        at = bisect_right(self._cuts, start)
        found = []
        while at < len(self._cuts) and self._cuts[at] < end:
            cut = self._cuts[at]
            found.append((cut, self.flat[self.origin(cut - 1) + 1 if cut else 0 : self.origin(cut)]))
            at += 1
        return found


def _pairs(names: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
    """The two parts of every name that a break may tear, by the character before the break."""
    table: dict[str, list[tuple[str, str]]] = {}
    for name in names:
        for at in range(1, len(name)):
            table.setdefault(name[at - 1], []).append((name[:at], name[at:]))
    return table


def _tears(line: str, after: str, pairs: dict[str, list[tuple[str, str]]]) -> bool:
    """Whether the break between two lines stands inside a known name."""
    if line[-1] not in pairs and not _GAP.match(line[-1]):
        return False
    tail, head = _GAP.sub("", line[-20:]), _GAP.sub("", after[:20])
    return any(tail.endswith(a) and head.startswith(b) for a, b in pairs.get(tail[-1:], ()))


def _cuts(flat: str, pairs: dict[str, list[tuple[str, str]]]) -> list[tuple[int, int]]:
    """Disjoint spans to leave out, in order: breaks first, for a break may stand inside a gap."""
    breaks = _soft_breaks(flat, pairs)
    if not breaks:
        return _gaps(flat)
    pieces, at = [], 0
    for a, b in breaks:
        pieces.append(flat[at:a])
        at = b
    pieces.append(flat[at:])
    return _merge(breaks, _gaps("".join(pieces)))


def _gaps(text: str) -> list[tuple[int, int]]:
    """Invisible characters anywhere, and what stands between the characters of a name."""
    spans: list[tuple[int, int]] = []
    size = len(text)
    hidden = bool(_UNSEEN.search(text))
    for m in _GAP.finditer(text):
        a, b = m.span()
        if a and b < size and _is_han(text[a - 1]) and _is_han(text[b]) and not _is_column(text, a, b):
            spans.append((a, b))
        elif hidden:
            spans.extend(u.span() for u in _UNSEEN.finditer(text, a, b))
    return spans


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or char == "〇" or "\U00020000" <= char <= "\U0003134f"


def _is_column(text: str, a: int, b: int) -> bool:
    """Whether a gap separates two columns of a table, not the characters of a name."""
    gap = text[a:b]
    if "\t" not in gap and "\u3000\u3000" not in gap and "   " not in gap:
        return False
    low = text.rfind("\n", max(0, a - 400), a) + 1 or max(0, a - 400)
    high = text.find("\n", b, b + 400)
    return len(_COLUMN.findall(text[low : high if high >= 0 else b + 400].strip())) > 1


def _merge(breaks: list[tuple[int, int]], gaps: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Both kinds of cuts in offsets of the text before any cut; ``gaps`` come in offsets after the breaks were cut."""
    spans = list(breaks)
    index = shift = 0
    ends = _sums(breaks)
    for a, b in gaps:
        while index < len(ends) and ends[index][0] <= a:
            shift += ends[index][1]
            index += 1
        inner, cut = shift, index
        while cut < len(ends) and ends[cut][0] < b:
            inner += ends[cut][1]
            cut += 1
        spans.append((a + shift, b + inner))
    merged: list[tuple[int, int]] = []
    for a, b in sorted(spans):
        if merged and a <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(b, merged[-1][1]))
        else:
            merged.append((a, b))
    return merged


def _sums(breaks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """(place after all earlier breaks were cut, length) of every break."""
    result, total = [], 0
    for a, b in breaks:
        result.append((a - total, b - a))
        total += b - a
    return result


def wrap_width(lengths: list[int]) -> int:
    """The width that hard-wrapped lines share, 0 when the text is not wrapped."""
    if not lengths:
        return 0
    counts = Counter(n for n in lengths if 12 <= n <= 120)
    if not counts:
        return 0
    width, times = counts.most_common(1)[0]
    filled = sum(1 for n in lengths if width - 2 <= n <= width)
    longer = sum(1 for n in lengths if n > width + 1)
    return width if times >= 4 and filled >= 5 and longer * 8 <= filled else 0


def _soft_breaks(flat: str, pairs: dict[str, list[tuple[str, str]]]) -> list[tuple[int, int]]:
    """Line breaks that a page or a machine made, with page lines and the indent that follows."""
    lines = flat.split("\n")
    width = wrap_width([len(line) for line in lines if "\t" not in line and "|" not in line])  # rows share theirs by chance
    spans: list[tuple[int, int]] = []
    at = 0
    index = 0
    last = len(lines) - 1
    while index < last:
        line = lines[index]
        end = at + len(line)
        following = index + 1
        resume = end + 1
        while following < last and _is_page(lines[following]) and not _number_torn(line, lines[following]):
            resume += len(lines[following]) + 1
            following += 1
        after = lines[following]
        if line and after and (_is_soft(line, after, width) or (pairs and _tears(line, after, pairs))):
            lead = _LEAD.match(after)
            spans.append((end, resume + (lead.end() if lead else 0)))
        index = following
        at = resume
    return spans


def _is_page(line: str) -> bool:
    """Whether the line holds nothing but a page's number."""
    return line.lstrip(" \u3000")[:1] in _PAGE_FIRST and bool(_PAGE.match(line))


def _number_torn(line: str, after: str) -> bool:
    """Whether the break tears an identity or mobile number."""
    return line.rstrip()[-1:].isdigit() and bool(_NUMBER_TORN.search(f"{line.rstrip()[-18:]}\n{after[:20].strip()}"))


def _is_soft(line: str, after: str, width: int) -> bool:
    if width and len(line) >= width - 1:
        return not (line.endswith("。") and after[0] in " \u3000")
    tail = line.rstrip()
    if tail.endswith("。"):
        return False
    last = max(0, len(tail) - _ENDING)
    if _PARTY_TORN.search(tail, last) or (_REST.match(after) and _TORN.search(tail, last)):
        return True
    if _number_torn(line, after):
        return True
    if tail[-1:] in _NUMBER_LAST and _NUMBER_WHOLE.search(tail, last) and after.lstrip()[:1].isdigit():
        return False  # two numbers below each other are not one
    if (_DOTTED.search(tail, last) or _ALONE.match(tail)) and _HAN_NEXT.match(after):
        return True
    if after.lstrip(" \u3000").startswith("·") and _HAN_NEXT.search(tail[-1:]):
        return True
    if len(tail) < 12 or tail.endswith(_CLOSED) or "\t" in line or "|" in line:
        return False
    if not _RUNNING.search(line) and (_LABEL.match(line) or not _RUNNING.search(after)):
        return False
    if "\u3000\u3000" in line.lstrip() or "\t" in after or "|" in after:
        return False
    return not _LABEL.match(after)
