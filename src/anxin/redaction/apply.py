"""The only way from an original to a public text, and the proof that nothing else was changed (Article 22)."""

from __future__ import annotations

from collections.abc import Iterable

from anxin.redaction.model import Span


class ApplyError(ValueError):
    """The spans do not fit the text. The message names places, never the text in them."""


def checked(spans: Iterable[Span], text: str) -> list[Span]:
    """The spans in order; refuses overlaps, places outside the text and places that hold something else."""
    ordered = sorted(spans, key=lambda s: s.start)
    end = 0
    for span in ordered:
        if span.start < end:
            raise ApplyError(f"第 {span.start} 字处的屏蔽与前一处重叠，请先合并。")
        if text[span.start : span.end] != span.expected:
            raise ApplyError(f"第 {span.start} 字处的原文与屏蔽时不一致，文书可能已被改动，请重新处理。")
        end = span.end
    return ordered


def apply(spans: Iterable[Span], text: str) -> str:
    """The public text."""
    return apply_with_map(spans, text)[0]


def apply_with_map(spans: Iterable[Span], text: str) -> tuple[str, list[tuple[int, int, int, int]]]:
    """The public text, and (start, end, public start, public end) of every masked place."""
    pieces: list[str] = []
    places: list[tuple[int, int, int, int]] = []
    at = size = 0
    for span in checked(spans, text):
        pieces += (text[at : span.start], span.replacement)
        size += span.start - at
        places.append((span.start, span.end, size, size + len(span.replacement)))
        size += len(span.replacement)
        at = span.end
    pieces.append(text[at:])
    return "".join(pieces), places


def marks(spans: Iterable[Span]) -> list[tuple[int, int, str, str]]:
    """(public start, public end, article, kind) of every masked place; holds nothing of the original."""
    result = []
    shift = 0
    for span in sorted(spans, key=lambda s: s.start):
        start = span.start + shift
        result.append((start, start + len(span.replacement), span.article, span.kind))
        shift += len(span.replacement) - (span.end - span.start)
    return result


def equal_outside(original: str, public: str, spans: Iterable[Span]) -> bool:
    """Whether the public text is the original outside of the spans, read without ``apply``."""
    at = there = 0
    for span in sorted(spans, key=lambda s: s.start):
        kept = span.start - at
        if kept < 0 or original[at : span.start] != public[there : there + kept]:
            return False
        there += kept
        if public[there : there + len(span.replacement)] != span.replacement:
            return False
        there += len(span.replacement)
        at = span.end
    return original[at:] == public[there:]


def replay(original: str, public: str, spans: Iterable[Span]) -> bool:
    """Whether the public text is exactly what the spans make of the original."""
    listed = list(spans)
    try:
        return apply(listed, original) == public and equal_outside(original, public, listed)
    except ApplyError:
        return False
