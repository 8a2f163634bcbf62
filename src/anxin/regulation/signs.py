"""Signs on a document that it may not be published: secrecy marks, juvenile department, internal documents by name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from anxin.regulation.rules import Entry, RuleSet

HEAD = 4000  # characters
HEADING_LINES = 15  # a document's own name and mark stand at its head
HEADING_LENGTH = 40
SENTENCE = re.compile("[。，；,;]")
NUMBER = re.compile(r"^[^\s。，；]{1,24}检[^\s。，；]{0,12}[〔\[(（【]?\d{4}[〕\])）】]?[^\s。，；]{0,10}号$")
IDLE = re.compile(r"[\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+")
MARK_BEFORE = r"(?:^|[\s:(\[【〔《*★☆])"
MARK_AFTER = r"(?:$|[\s:)\]】〕》*★☆])"


def squeeze(text: str | None) -> str:
    """One form for comparison: NFKC, without white space and invisible characters."""
    return IDLE.sub("", unicodedata.normalize("NFKC", text or ""))


_squeezed = lru_cache(maxsize=4096)(squeeze)  # the rule set's words, and the same short heads again and again


@lru_cache(maxsize=8)
def _mark_pattern(marks: tuple[str, ...]) -> re.Pattern[str]:
    spaced = "|".join(r"\s*".join(mark) for mark in marks)
    return re.compile(rf"{MARK_BEFORE}(?:{spaced}){MARK_AFTER}|^\s*(?:{spaced})(?!窃取)")


def head(text: str) -> str:
    """The lines before a text's first sentence: all that ``headings`` looks at."""
    sentence = SENTENCE.search(text, 0, HEAD)
    return text[: text.rfind("\n", 0, sentence.start()) + 1] if sentence else text[:HEAD]


def headings(text: str) -> list[str]:
    """Lines at the head of a text, before its first sentence: where its name, number and marks stand."""
    heads: list[str] = []
    for line in (raw.strip() for raw in text.splitlines() if raw.strip()):
        if SENTENCE.search(line) or len(heads) == HEADING_LINES or len(squeeze(line)) > HEADING_LENGTH:
            break
        heads.append(line)
    return heads


def places(doc_type: str, title: str, number: str, text: str) -> dict[str, list[str]]:
    """What each kind of sign looks at. A number at the head of the text counts as the document's."""
    heads = headings(text[:HEAD])
    return {
        "type": [doc_type],
        "title": [title],
        "number": [number, *(h for h in heads if NUMBER.match(squeeze(h)))],
        "heading": heads,
        "text": [text],
    }


def _has_word(entry: Entry, value: str) -> bool:
    flat = squeeze(value) if len(value) > 200 else _squeezed(value)
    for harmless in entry.get("except", ()):
        flat = flat.replace(harmless, "")
    return any(_squeezed(word) in flat for word in entry.get("words", ()))


def _has_mark(entry: Entry, value: str) -> bool:
    marks = tuple(entry.get("marks", ()))
    return bool(marks and _mark_pattern(marks).search(unicodedata.normalize("NFKC", value)))


def _has_organ_mark(entry: Entry, value: str) -> bool:
    """A department's sign between 检 and the year: 京朝检未刑诉〔2014〕3号. Places (密云, 高密) stand before 检."""
    signs = entry.get("organ_mark_then", ())
    department = re.search(r"检([^0-9〔\[(【]{0,20})[〔\[(【]?\d{4}", squeeze(value))
    return bool(signs and department and any(s in department[1] for s in signs))


def found(entry: Entry, where: Mapping[str, list[str]]) -> bool:
    """Whether the sign of this rule is on the document."""
    values = [v for place in entry.values["in"] for v in where[place] if v]
    return any(_has_word(entry, v) or _has_mark(entry, v) or _has_organ_mark(entry, v) for v in values)


def signs(rules: RuleSet, doc_type: str, title: str, number: str, text: str = "") -> list[Entry]:
    """Every rule of the table ``sign`` whose sign is on the document."""
    written = squeeze(f"{doc_type}\n{title}\n{number}\n{text}")
    if not any(map(written.__contains__, _vocabulary(rules))):
        return []
    where = places(doc_type, title, number, text)
    return [entry for entry in rules.table("sign") if found(entry, where)]


@lru_cache(maxsize=8)
def _vocabulary(rules: RuleSet) -> tuple[str, ...]:
    """Any word or mark that a sign of the rule set is made of: without one no sign can be on a document."""
    keys = ("words", "marks", "organ_mark_then")
    return tuple({squeeze(w) for e in rules.table("sign") for key in keys for w in e.get(key, ())})
