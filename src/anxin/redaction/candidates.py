"""What in a run of characters that nobody has explained yet could be a name, by the characters alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from anxin.redaction import odds
from anxin.redaction.lexicon import TRANSLITERATED, compound_surnames, rare_surnames, surnames, terms
from anxin.redaction.names import NOT_NAMES

_LOWEST = -14.0  # odds below which no context makes a name
_UNLISTED = -6.0
_FOREIGN = re.compile(f"[{''.join(sorted(TRANSLITERATED))}]{{3,8}}")
# Surnames that are far more often something else: what follows them must not be a word.
_FUNCTION = frozenset("由从都和对但别应能过将因以为经向与于时随及并国元今年支全保后自要运生承同")
_NEVER_LAST = frozenset("的了被把是与及们着这你我他她案罪款号簿族县区者员其该之此现将")


@lru_cache(maxsize=1)
def _surname() -> re.Pattern[str]:
    family = "".join(sorted(surnames() | rare_surnames() | {s[0] for s in compound_surnames()}))
    return re.compile(f"[{family}](?=[\u3400-\u9fff])")


@lru_cache(maxsize=16384)
def proposals(run: str) -> tuple[tuple[int, int, float], ...]:
    """(start, end, odds) of everything in the run that could be a name; documents repeat most of their runs."""
    reading = odds.Reading(run, 0)
    found: dict[tuple[int, int], float] = {}
    for start, end, value in (*_plain(run, reading), *_transliterated(run, reading), *_unlisted(run, reading)):
        if value > _LOWEST and value > found.get((start, end), _LOWEST):
            found[start, end] = value
    return tuple((start, end, value) for (start, end), value in found.items())


def _plain(run: str, reading: odds.Reading) -> Iterator[tuple[int, int, float]]:
    """A surname and what may follow it."""
    known = odds.load().words
    for m in _surname().finditer(run):
        at = m.start()
        for size in _sizes(run, at):
            name = run[at : at + size]
            if len(name) < size or name[-1] in _NEVER_LAST or name in NOT_NAMES or name[:2] in NOT_NAMES:
                continue
            if name in known and (size > 2 or name in terms()) or (name[0] in _FUNCTION and name[1:] in known):
                continue
            yield at, at + size, reading.odds(at, at + size)


def _sizes(run: str, at: int) -> tuple[int, ...]:
    if run[at : at + 2] in compound_surnames():
        return (2, 3, 4) if run[at] in surnames() else (3, 4)
    return (2, 3, 4) if run[at] in surnames() and run[at + 1] in surnames() else (2, 3)


def _transliterated(run: str, reading: odds.Reading) -> Iterator[tuple[int, int, float]]:
    """Of every stretch of transliterating characters the part that most likely is a name."""
    lexicon = odds.load()
    for m in _FOREIGN.finditer(run):
        low, high = m.span()
        parts = [
            (reading.odds(start, end, lexicon.transliterated(run[start:end])), start, end)
            for start in range(low, min(low + 3, high - 2))
            for end in range(max(start + 3, high - 3), high + 1)
        ]
        yield from ((start, end, value) for value, start, end in parts)


def _unlisted(run: str, reading: odds.Reading) -> Iterator[tuple[int, int, float]]:
    """Names that no list explains (旦增曲珍): every part of a stretch of characters that belong to no word."""
    lexicon = odds.load()
    for low, high in reading.loose():
        for start in range(low, min(high - 1, low + 8)):
            for end in range(start + 2, min(high, start + 6) + 1):
                name = run[start:end]
                if name[0] in _FUNCTION or name[-1] in _NEVER_LAST:
                    continue
                value = reading.odds(start, end, lexicon.transliterated(name))
                if value > _UNLISTED:
                    yield start, end, value
