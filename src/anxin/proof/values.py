"""What must not be in public: names the law hides, protected terms, numbers and hidden text of the original."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from anxin.proof import patterns
from anxin.proof.model import Extract, Value
from anxin.proof.normal import folded
from anxin.regulation import anonymity, rules
from anxin.regulation.case import Case, Participant

SHORTEST_FRAGMENT = 4


def case_of(data: Mapping[str, Any]) -> Case:
    """The case of an intake file or of its ``case`` object alone."""
    inner = data.get("case")
    return Case.from_json(inner if isinstance(inner, Mapping) else data)


def names_nobody(case: Case) -> bool:
    return not any(p.name.strip() for p in case.participants)


def from_case(case: Case, doc_type: str, ruleset: str) -> list[Value]:
    """Names and other names of everyone whom Article 19 hides or leaves to a decision, and the protected terms."""
    law = rules.load(ruleset)
    hidden = [p for p in case.participants if anonymity.decide(p, doc_type, case, law).outcome != "keep"]
    shown = {n for p in case.participants if p not in hidden for n in _names(p)}
    names = {n for p in hidden for n in _names(p)} - shown
    return [Value("姓名", n) for n in sorted(names)] + [
        Value("承办人标注的内容", t.text) for t in case.protected_terms if len(folded(t.text)) > 1]


def initials(case: Case) -> frozenset[str]:
    """Surnames, of one character and of two, with which a symbol may begin."""
    names = [n for p in case.participants for n in (p.name,) if n]
    return frozenset({n[:1] for n in names} | {n[:2] for n in names if len(n) > 3})


def from_original(original: Extract) -> list[Value]:
    """Numbers and addresses of the original, seen and hidden, and its hidden text in pieces."""
    found = list(dict.fromkeys(patterns.find([*(c.text for c in original.chunks), *original.hidden])))
    return found + [Value("原文件的隐藏内容", f) for f in sorted(_fragments(original))]


def _names(person: Participant) -> Iterable[str]:
    return (n.strip() for n in (person.name, *person.aliases) if len(folded(n)) > 1)


def _fragments(original: Extract) -> set[str]:
    """Pieces of hidden text between punctuation that are not also printed."""
    printed = folded(original.visible)
    pieces = (p for text in original.hidden for p in re.split(r"[\s,，。;；:：、()（）【】\[\]“”\"!！?？]+", text))
    return {p for p in pieces if len(folded(p)) >= SHORTEST_FRAGMENT and folded(p) not in printed}
