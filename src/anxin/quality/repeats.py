"""A paragraph pasted twice."""

from __future__ import annotations

from collections.abc import Iterator

from anxin.quality.model import Finding, Paper
from anxin.regulation.signs import squeeze

SHORTEST = 20
"""Characters of a paragraph that nobody writes twice by intention."""


def findings(paper: Paper) -> Iterator[Finding]:
    seen: set[str] = set()
    at = 0
    for line in paper.text.split("\n"):
        flat = squeeze(line)
        if len(flat) >= SHORTEST and flat in seen:
            yield Finding("repeat", at, at + len(line), line, "这一段与前面的一段完全相同，疑为重复粘贴。")
        seen.add(flat)
        at += len(line) + 1
