"""Equality outside the masks (Article 22): the public text is the original with some pieces replaced by masks.

The public text is read character by character while the set of places in the original where the reading may stand
is kept. A character moves every place over the same character; a mask moves a place over any short piece. The texts
align when the end of the public text can stand at the end of the original.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from anxin.proof.model import LABEL, NOTE, SYMBOL, Chunk
from anxin.proof.normal import squeezed

MOST_HIDDEN = 200       # characters one mask may stand for
MOST_NAMED = 30         # the same for a 某
MOST_NICKNAME = 8       # the same for a 某 with another surname before it
_STARS = frozenset("*＊×○〇●■□█Xx）)")
_MASK = re.compile(r"某[某甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥]*\d{0,3}|[*＊×○〇●■□█]+|[Xx]{2,}|[（(]略[)）]")
_LABEL = re.compile(r"[（(〔\[【]?第?[0-9一二三四五六七八九十百零〇Ⅰ-Ⅻ①-⑳a-zA-Z.．]{1,8}[章节条款项]?"
                    r"[)）〕\]】、.．:：]?|[•●■◆▪◦○□·\-–—➢✓*]")
_NOTE = re.compile(r"[\[〔(（]?(\d{1,3}|[ivxIVX]{1,5}|[①-⑳])[\]〕)）]?")


@dataclass(frozen=True)
class Alignment:
    """``at`` is the place in the public text (without spaces) up to which it agrees; ``masks`` how many it has."""

    aligned: bool
    at: int
    masks: int


def align(original: Iterable[Chunk], public: str, initials: frozenset[str] = frozenset()) -> Alignment:
    """Whether ``public`` is ``original`` outside its masks.

    ``initials`` are the surnames with which the symbol of a person may begin where the original has another form of
    the person (a nickname): only before a 某.
    """
    text, jumps = _flat(original)
    walk = _Walk(text, jumps, squeezed(public), initials)
    return walk.run()


def repeated_initials(public: str) -> frozenset[str]:
    """What stands before a 某 more than once: the surnames of people whom the case data does not know."""
    flat = squeezed(public)
    starts = [m.start() for m in _MASK.finditer(flat) if m[0][0] == "某"]
    before = Counter(flat[s - n:s] for s in starts for n in (1, 2) if s >= n)
    return frozenset(c for c, n in before.items() if n > 1)


def _flat(original: Iterable[Chunk]) -> tuple[str, dict[int, int]]:
    """The original's text and, for chunks that may be missing, the jump from their begin to their end."""
    out: list[str] = []
    jumps: dict[int, int] = {}
    size = 0
    for chunk in original:
        flat = squeezed(chunk.text)
        if chunk.optional and flat:
            jumps[size] = size + len(flat)
        out.append(flat)
        size += len(flat)
    return "".join(out), jumps


class _Walk:
    """Sets of places are integers: bit p is the place before the p-th character of the original."""

    def __init__(self, original: str, jumps: dict[int, int], public: str, initials: frozenset[str]) -> None:
        self.original, self.jumps, self.public = original, jumps, public
        self.jump_starts = sum(1 << p for p in jumps)
        self.places: dict[str, int] = {}
        self.silent = self._where(LABEL) | self._where(SYMBOL) | self._where(NOTE)
        self.masks = 0
        self.opens: dict[int, list[tuple[int, str]]] = {}      # begin -> ends, each with the surname it takes in
        for match in _MASK.finditer(public):
            self.masks += 1
            for back in range(min(3, match.start() + 1)):
                start = match.start() - back
                if not back or (match[0][0] == "某" and public[start:match.start()] in initials):
                    self.opens.setdefault(start, []).append((match.end(), public[start:match.start()]))

    def run(self) -> Alignment:
        arriving: dict[int, int] = {0: 1}
        at = 0
        for i in range(len(self.public) + 1):
            here = self._closed(arriving.pop(i, 0))
            at = i if here else at
            if i == len(self.public):
                return Alignment(bool(here >> len(self.original) & 1), at, self.masks)
            if not here and not arriving:
                break
            if here:
                self._step(i, here, arriving)
        return Alignment(False, at, self.masks)

    def _step(self, i: int, here: int, arriving: dict[int, int]) -> None:
        arriving[i + 1] = arriving.get(i + 1, 0) | (here & self._where(self.public[i])) << 1
        for end, surname in self.opens.get(i, ()):
            arriving[end] = arriving.get(end, 0) | self._hidden_after(here, self.public[end - 1], surname)
        if here & self.silent:
            for sign, ends in self._printed(i):
                for end in ends:
                    arriving[end] = arriving.get(end, 0) | (here & self._where(sign)) << 1

    def _hidden_after(self, here: int, sign: str, surname: str) -> int:
        """Places that a mask ending with ``sign`` may lead to. With a surname it stands for another form of the
        person, which does not have the surname in it."""
        if surname:
            out, barred = 0, self._where(surname[0])
            for _ in range(MOST_NICKNAME):
                here = (here & ~barred) << 1
                out |= here
        else:
            most = MOST_HIDDEN if sign in _STARS else MOST_NAMED
            out, reach = here << 1, 1
            while reach < most:
                step = min(reach, most - reach)
                out |= out << step
                reach += step
        return out & ((1 << len(self.original) + 1) - 1)

    def _printed(self, i: int) -> Iterator[tuple[str, Iterable[int]]]:
        """For signs of the original whose form is open: the ends of what the public text may print for them."""
        yield SYMBOL, range(i + 1, min(i + 3, len(self.public) + 1))
        for sign, pattern in ((LABEL, _LABEL), (NOTE, _NOTE)):
            if match := pattern.match(self.public, i):
                yield sign, range(i + 1, match.end() + 1)

    def _closed(self, here: int) -> int:
        """The places and those behind optional chunks and behind signs that print nothing."""
        while True:
            more = here | (here & self.silent) << 1
            if more & self.jump_starts:
                for p, q in self.jumps.items():
                    more |= (more >> p & 1) << q
            if more == here:
                return here
            here = more

    def _where(self, char: str) -> int:
        """The places before ``char``."""
        if char not in self.places:
            bits = bytearray(len(self.original) // 8 + 1)
            p = self.original.find(char)
            while p >= 0:
                bits[p >> 3] |= 1 << (p & 7)
                p = self.original.find(char, p + 1)
            self.places[char] = int.from_bytes(bits, "little")
        return self.places[char]
