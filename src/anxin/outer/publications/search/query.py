"""The query language: words all wanted, "exact phrase", -unwanted. Filters come from the form, never from the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from anxin.outer.publications.search.analyser import is_cjk, tokens

LONGEST, MOST = 200, 20
PART = re.compile(r'(?P<minus>(?<!\S)[-－])?(?:["“”](?P<phrase>[^"“”]*)["“”]?|(?P<word>[^\s"“”]+))')


class BadQuery(ValueError):
    """A query that cannot be answered; the message is a sentence for the reader."""


@dataclass(frozen=True)
class Phrase:
    """Tokens that follow each other. ``open_end``: the last one is a single character that any pair may begin with."""

    tokens: tuple[str, ...]
    open_end: bool
    written: str


@dataclass(frozen=True)
class Query:
    """All ``wanted`` and none of ``unwanted``; without any, everything is found."""

    wanted: tuple[Phrase, ...] = ()
    unwanted: tuple[Phrase, ...] = ()


def phrase(written: str) -> Phrase | None:
    """The tokens that a document must have for ``written`` to stand in it; None when there is nothing to look for."""
    found = tokens(written)
    if not found:
        return None
    texts = tuple(token.text for token in found)
    if not found[-1].last:
        return Phrase(texts, False, written)
    follows_pair = len(found) > 1 and is_cjk(texts[-2][0]) and not found[-2].last
    return Phrase(texts[:-1], False, written) if follows_pair else Phrase(texts, True, written)


def parse(text: str) -> Query:
    """The query a reader typed. Raises ``BadQuery`` with a sentence."""
    text = " ".join(text.split())
    if len(text) > LONGEST:
        raise BadQuery(f"检索词太长，请控制在{LONGEST}个字以内。")
    wanted, unwanted = [], []
    for match in PART.finditer(text):
        found = phrase(match["phrase"] if match["phrase"] is not None else match["word"])
        if found:
            (unwanted if match["minus"] else wanted).append(found)
    if len(wanted) + len(unwanted) > MOST:
        raise BadQuery(f"检索词太多，请控制在{MOST}个以内。")
    if text and not wanted and not unwanted:
        raise BadQuery("检索词里没有文字或者数字，请重新填写。")
    return Query(tuple(wanted), tuple(unwanted))
