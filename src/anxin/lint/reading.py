"""One text as clauses, each with its words, the signs it holds and what kind of speech stands around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from anxin.lint.allowed import named, without_allowed
from anxin.lint.tokens import LAW, PERSON, POST, UNIT, Token, names_in, tokens
from anxin.lint.vocabulary import HARMLESS, Rules

_CLAUSE = re.compile(r"(?:[^，。；！？：:;!?,\n]|(?<=[0-9])[,:](?=[0-9]))+")

_STOPS = frozenset("。；！？;!?\n") | {""}
_POINTS = frozenset(["其", "他", "她", "他们", "她们", "该", "此", "这", "那", "该案", "本案", "此案", "涉案", "其行为"])   # at this case, not at every one


@dataclass(frozen=True)
class Clause:
    """``start``/``end`` in the text read; ``stops``: the characters before and after.

    ``signs``: kinds of words and patterns that may tell a fact. ``sure``: kinds that tell one unless the clause asks
    (``asks``), somebody refuses to answer near it (``refuses``), or it speaks of every case (``general``).
    """

    start: int
    end: int
    made: tuple[Token, ...]
    stops: tuple[str, str]
    signs: frozenset[str]
    sure: frozenset[str]
    asks: bool
    refuses: bool
    refused: bool
    general: bool

    @property
    def plain(self) -> bool:
        """Whether it holds a sure sign and no speech around excuses it: then it blocks whatever the judgment says."""
        return bool(self.sure) and not (self.asks or self.refused or self.general)

    @property
    def is_law(self) -> bool:
        """Whether nothing is left but laws and what they provide for everyone."""
        return all(token.text == LAW for token in self.made)


def read(text: str, rules: Rules) -> list[Clause]:
    """The clauses of ``text`` (as ``View`` shows it), in order. Linear in the text."""
    spans = [m.span() for m in _CLAUSE.finditer(text)]
    starts = [start for start, _ in spans]
    known = named(text, rules)
    work = without_allowed(known, rules)
    signs = _by_clause(_signs(work, rules), starts)
    sure = _by_clause(_sure(work, rules), starts)
    spoken = {name: {_clause_of(m.start(), starts) for m in pattern.finditer(text)} for name, pattern in rules.speech.items()}
    names = names_in(text, rules)
    words = [tuple(tokens(known[start:end], rules, names)) for start, end in spans]
    about = [any(token.kind == PERSON for token in made) for made in words]
    provided = _provided(text, spans, words, spoken["provides"])
    clauses = []
    for index, ((start, end), made) in enumerate(zip(spans, words, strict=True)):
        after = text[end:end + 1]
        clauses.append(Clause(
            start, end, made, (text[start - 1:start] or "^", after or "$"),
            _outside(signs.get(index, []), start, made), _outside(sure.get(index, []), start, made),
            index in spoken["asks"] or after in ("?", "？"), index in spoken["refuses"],
            any(i in spoken["refuses"] for i in range(index - 1, index + 3)),
            index in provided or _is_general(index, spoken["general"], about)))
    return clauses


def _provided(text: str, spans: list[tuple[int, int]], made: list[tuple[Token, ...]], ends: set[int]) -> set[int]:
    """The conditions of a rule for every case (……，……的，应当……): back from each end, while nobody is pointed at."""
    found = set()
    for end in ends:
        for index in range(end, max(end - 4, -1), -1):
            if any(token.kind == PERSON or token.text in _POINTS for token in made[index]):
                break
            found.add(index)
            if text[spans[index][0] - 1:spans[index][0]] in _STOPS:
                break
    return found


def _is_general(index: int, general: set[int], about: list[bool]) -> bool:
    """Whether a clause speaks of every case: a rule stands in it or up to three clauses before, and nobody is named since."""
    return any(i in general and not any(about[max(i, 0) : index + 1]) for i in range(index - 3, index + 1))


def _signs(work: str, rules: Rules) -> Iterator[tuple[int, str]]:
    """(place, kind) of every word and pattern that may tell a fact."""
    for start, _, meaning in rules.words.read(work):
        if meaning not in HARMLESS:
            yield start, meaning
    for kind in rules.kinds.values():
        for pattern in kind.patterns:
            yield from ((m.start(), kind.id) for m in pattern.finditer(work))


def _sure(work: str, rules: Rules) -> Iterator[tuple[int, str]]:
    yield from ((m.start(), rules.sure[m.group()]) for m in rules.sure_words.finditer(work))
    for kind, pattern in rules.sure_patterns:
        yield from ((m.start(), kind) for m in pattern.finditer(work))


def _by_clause(places: Iterable[tuple[int, str]], starts: list[int]) -> dict[int, list[tuple[int, str]]]:
    found: dict[int, list[tuple[int, str]]] = {}
    for place, kind in places:
        found.setdefault(_clause_of(place, starts), []).append((place, kind))
    return found


def _outside(places: list[tuple[int, str]], start: int, made: tuple[Token, ...]) -> frozenset[str]:
    """The kinds of signs that do not stand inside the name of an organisation or a post."""
    if not places:
        return frozenset()
    inside, at = [], start
    for token in made:
        if token.kind in (UNIT, POST, PERSON):
            inside.append((at, at + token.size))
        at += token.size
    return frozenset(kind for place, kind in places if not any(a <= place < b for a, b in inside))


def _clause_of(place: int, starts: list[int]) -> int:
    return max(bisect_right(starts, place) - 1, 0)
