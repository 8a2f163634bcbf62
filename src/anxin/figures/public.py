"""Which measures may leave the inner wing: those that the public figures are made of, and no others (Art 25)."""

from __future__ import annotations

from functools import cache

from anxin.figures.compute import DAYS
from anxin.figures.definitions import figures


@cache
def public_measures() -> frozenset[str]:
    """Names of measures; of one that is split (``exempt:GROUND``) the part before the colon."""
    found = {DAYS.rstrip(":")}
    for figure in figures().values():
        if figure.public:
            names = (*figure.measures, *figure.denominator, figure.split.rstrip(":"))
            found |= {name.removeprefix("-") for name in names if name}
    return frozenset(found)
