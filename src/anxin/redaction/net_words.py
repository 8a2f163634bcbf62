"""What the name finder reads and answers: the most probable split of a sentence by word counts, and its answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import log
from typing import NamedTuple

_EDGE = "\0\0"
UNREAD = -99.0  # where the net has not been asked, or no words of the sentence begin and end
_SENTENCES = re.compile(r"[^。；！？\n]+[。；！？]?")
_LONG = 120  # characters; longer stretches without a stop are cut


class Answer(NamedTuple):
    """What a sentence says, in its code points. ``margins``: of each asked place how much worse than the best reading one
    with a name there is: 0 where the best reading has it, else negative (the logarithm of how much less likely it is),
    ``UNREAD`` where no words of the sentence begin and end with the place."""

    names: list[tuple[int, int]]
    margins: list[float]
    homes: list[tuple[int, int, float]]  # stretches that read like part of a home's address, with the odds' logarithm


class Splitter:
    """Splits a text into words of at most three characters; runs of ASCII letters and digits stay together."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        """``counts``: how often each word of two or three characters occurs."""
        total = log(sum(counts.values()))
        self.single = -total
        self.scores = {word: log(n) - total for word, n in counts.items()}

    def split(self, text: str) -> list[str]:
        """The words in order; joined they are the text."""
        lengths = self._lengths(text)
        words: list[str] = []
        at, run = 0, -1
        while at < len(text):
            end = at + lengths[at]
            if lengths[at] == 1 and text[at].isascii() and text[at].isalnum():
                run = at if run < 0 else run
            else:
                if run >= 0:
                    words.append(text[run:at])
                    run = -1
                words.append(text[at:end])
            at = end
        if run >= 0:
            words.append(text[run:])
        return words

    def _lengths(self, text: str) -> list[int]:
        """For each position the length of the best word that starts there (backwards, one pass)."""
        get, single = self.scores.get, self.single
        padded = text + _EDGE
        lengths = [1] * len(text)
        one = two = three = 0.0  # the best scores of the text from 1, 2 and 3 characters further on
        for i in range(len(text) - 1, -1, -1):
            best, size = one + single, 1
            score = get(padded[i : i + 2])
            if score is not None and score + two >= best:
                best, size = score + two, 2
            score = get(padded[i : i + 3])
            if score is not None and score + three >= best:
                best, size = score + three, 3
            lengths[i] = size
            one, two, three = best, one, two
        return lengths


def cut(text: str) -> list[tuple[int, int]]:
    """The sentences of a text as ranges; stretches without a stop are cut at a comma or, at last, anywhere."""
    found = []
    for m in _SENTENCES.finditer(text):
        a, b = m.span()
        while b - a > _LONG:
            cut = text.rfind("，", a, a + _LONG) + 1
            cut = cut if cut > a else a + _LONG
            found.append((a, cut))
            a = cut
        found.append((a, b))
    return found
