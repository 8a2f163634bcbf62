"""Whether a clause tells something of the case: a linear judgment learned from written sentences.

A clause is scored by what it is made of, in which order, how much of it is known from sentences that may stand, the
signs it holds and the kind of speech around it; and by how its words lean on average, so that a word never seen in
training counts like the words it resembles. Weights: ``data/weights.txt.gz``, made by ``scripts/train_linter.py``.
"""

from __future__ import annotations

import gzip
from bisect import bisect_right
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import pairwise
from math import sqrt
from operator import add

from anxin.lint.reading import Clause
from anxin.lint.tokens import MASKS, UNKNOWN, Token

ADD_WORD = "1".__add__
_BINS = (0, 1, 2, 3, 4, 6, 8, 11, 15)
SCALE = 1000        # weights are whole numbers of thousandths


def features(clause: Clause, after: Clause | None, kinds: Container[str], seen: Container[str]) -> list[str]:
    """Names of what is present. ``kinds``: ids of what may not stand; ``seen``: words of sentences that may stand."""
    made = clause.made
    written = ["^", *[t.text for t in made], "$"]
    classes = ["^", *[t.text if t.kind in MASKS else t.kind for t in made], "$"]
    text = "".join(written)
    found = set(map(ADD_WORD, written))
    found.update(map(" ".join, pairwise(written)))
    found.update(map("|".join, pairwise(classes)))
    found.update(map(add, text, text[1:]))
    if after:
        found.update([f"N{t.text}" for t in after.made])
    found.update(_amounts(made, kinds, seen))
    found.update(_speech(clause))
    found.add(f"s{clause.stops[0]}")
    found.add(f"e{clause.stops[1]}")
    return list(found)


def _amounts(made: Sequence[Token], kinds: Container[str], seen: Container[str]) -> list[str]:
    """How many characters are new, and how many words are signs."""
    new = single = signs = size = 0
    for word, kind, length in made:
        size += length
        signs += kind in kinds
        if (kind == UNKNOWN or len(word) > 1) and word not in seen:
            new, single = (new, single + length) if kind == UNKNOWN else (new + length, single)
    size = size or 1
    found = [f"new{_bin(new)}", f"single{_bin(single)}", f"both{_bin(new + single)}", f"signs{min(signs, 3)}", f"long{_bin(len(made))}",
             f"share{int(10 * (new + single) / size)}"]
    if signs:
        found.append("sign+new" if new + single else "sign-new")
    return found


def _speech(clause: Clause) -> list[str]:
    """The signs, alone and together with a question, a refusal, a rule for every case."""
    around = [name for name in ("asks", "refuses", "refused", "general") if getattr(clause, name)]
    found = [f"sign:{kind}" for kind in clause.signs] + [f"sure:{kind}" for kind in clause.sure] + around
    found.append(f"{clause.asks}{clause.refused}{clause.general}")
    if clause.sure:
        found += ["sure", *[f"sure&{name}" for name in around]]
    if clause.plain:
        found.append("sure&plain")
    return found


def _bin(value: int) -> int:
    return _BINS[bisect_right(_BINS, value) - 1]


@dataclass(frozen=True)
class Judge:
    """The learned numbers, in thousandths. ``seen``: words of the sentences that may stand."""

    weights: Mapping[str, int]
    leanings: Mapping[str, int]
    seen: frozenset[str]
    bias: int
    limit: int

    def score(self, clause: Clause, after: Clause | None, kinds: Container[str]) -> float:
        """Above ``limit`` the clause blocks."""
        present = features(clause, after, kinds, self.seen)
        get = self.weights.get
        return self.bias + sum(filter(None, map(get, present))) / sqrt(len(present)) + self.leaning(clause)

    def leaning(self, clause: Clause) -> float:
        """How the clause's words lean on average; masked names and numbers do not count."""
        words = [t.text for t in clause.made if t.kind not in MASKS]
        return sum([self.leanings.get(w, 0) for w in words]) / len(words) if words else 0.0


@lru_cache(maxsize=1)
def standard_judge() -> Judge:
    """The judgment that comes with the system."""
    data = resources.files(__package__).joinpath("data/weights.txt.gz").read_bytes()
    parts: dict[str, list[str]] = {}
    for section in gzip.decompress(data).decode("utf-8").split("\f"):
        name, _, body = section.partition("\n")
        parts[name] = body.split("\n") if body else []
    numbers = {name: {k: int(v) for k, _, v in (line.rpartition("\t") for line in parts[name])} for name in ("weights", "leanings", "limits")}
    limits = numbers["limits"]
    return Judge(numbers["weights"], numbers["leanings"], frozenset(parts["seen"]), limits["bias"], limits["limit"])
