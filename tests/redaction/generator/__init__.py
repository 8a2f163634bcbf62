"""Labelled documents made from a seed: families with nothing in common but the law and the mechanism.

The engine is developed on all of them; b was held out at first, c to f were written by people who had not seen the engine
and measured before anybody read their errors, then g and h likewise; the next judgment needs a new one.
"""

from __future__ import annotations

from importlib import import_module
from random import Random

from .compose import document

FAMILIES = {
    "a": f"{__name__}.family_a",
    "b": f"{__name__}.family_b",
    "c": "tests.redaction.families.c",
    "d": "tests.redaction.families.d",
    "e": "tests.redaction.families.e",
    "f": "tests.redaction.families.f",
    "g": "tests.redaction.families.g",
    "h": "tests.redaction.families.h",
}


def generate(seed: int, n: int, family: str = "a", dense: bool = False) -> list[dict]:
    """``n`` rows in the development set's format; the same seed gives the same rows.

    ``inputs`` of a row is the case as the engine may see it. ``dense`` puts two sentences of every kind of
    protected item into each document (for samples of 2,995 and more per kind).
    """
    module = import_module(FAMILIES[family])
    return [document(Random(f"{seed}/{family}/{i}"), module, f"gen-{family}-{seed}-{i:05d}", dense) for i in range(n)]


def inputs(row: dict) -> dict:
    """What the engine is given of a row."""
    return {"id": row["id"], "doc_type": row["doc_type"], "text": row["text"], "case": row["inputs"]}
