"""The written sentences: ``data/*.txt``, ``+`` may stand, ``-`` must be blocked; all people and cases are fictional."""

from __future__ import annotations

from pathlib import Path

from anxin.lint import lint
from tests.lint.generate import Sentence

DATA = Path(__file__).with_name("data")
# In the order in which they were written; a fresh set by somebody who had seen neither vocabulary, rules nor sentences.
SETS = ("tuning", "tuning2", "tuning3", "tuning4", "heldout", "aside", "aside2", "fresh1", "press", "notice", "qa", "facts", "formal",
        "fresh2", "mixed", "pairs", "fresh3", "short", "various", "nonsense", "fresh4", "fresh5", "fresh6", "fresh7", "plain")
FRESH = ("fresh1", "fresh2", "fresh3", "fresh4", "fresh5", "fresh6", "fresh7")


def sentences(name: str) -> list[Sentence]:
    lines = (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [Sentence(line[2:], line[0] == "-") for line in lines if line[:2] in ("+ ", "- ")]


def wrong(samples: list[Sentence]) -> tuple[list[str], list[str]]:
    """(must be blocked but stand, may stand but are blocked)."""
    judged = [(s, any(found.blocks for found in lint(s.text, True))) for s in samples]
    return ([s.text for s, blocked in judged if s.blocked and not blocked],
            [s.text for s, blocked in judged if blocked and not s.blocked])


def counts(samples: list[Sentence]) -> tuple[int, int]:
    """(how many must be blocked, how many may stand)."""
    bad = sum(s.blocked for s in samples)
    return bad, len(samples) - bad
