"""Where the words of a query stand in a text, for marking them; always computed from the live row."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from anxin.outer.publications.search.analyser import Token, is_cjk, tokens
from anxin.outer.publications.search.query import Phrase, Query


def _matches(phrase: Phrase, words: Sequence[Token], at: int) -> bool:
    if at + len(phrase.tokens) > len(words):
        return False
    *firm, last = (words[at + n].text for n in range(len(phrase.tokens)))
    if tuple(firm) != phrase.tokens[:-1]:
        return False
    return last.startswith(phrase.tokens[-1]) if phrase.open_end else last == phrase.tokens[-1]


def places(query: Query, text: str, limit: int = 200) -> list[tuple[int, int]]:
    """(start, end) of the hits in ``text``, merged and in order."""
    words = tokens(text)
    found = []
    for phrase in query.wanted:
        for at in range(len(words)):
            if _matches(phrase, words, at):
                last = words[at + len(phrase.tokens) - 1]
                pair = not phrase.open_end and is_cjk(last.text[0]) and not last.last
                found.append((words[at].start, words[at + len(phrase.tokens)].end if pair else last.end))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged[:limit]


def marked(query: Query, text: str) -> SafeString:
    """The text with its hits in ``<mark>``, everything else escaped."""
    out, at = [], 0
    for start, end in places(query, text):
        out += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
        at = end
    return mark_safe("".join([*out, escape(text[at:])]))  # noqa: S308 - every piece is escaped above


def snippet(query: Query, text: str, width: int = 120) -> SafeString:
    """A piece of the text around its first hit, or its beginning."""
    hits = places(query, text, 1)
    start = max(0, hits[0][0] - width // 4) if hits else 0
    piece = " ".join(text[start : start + width].split())
    return mark_safe(  # noqa: S308 - marked() escapes
        ("…" if start else "") + marked(query, piece) + ("…" if start + width < len(text) else "")
    )
