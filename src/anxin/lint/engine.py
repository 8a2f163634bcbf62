"""The linter of pending cases (Art 11, last paragraph): clause by clause, and what is not recognised blocks."""

from __future__ import annotations

import re
from bisect import bisect_right

from anxin.lint.allowed import without_allowed
from anxin.lint.model import Finding
from anxin.lint.unknown import unknown_places
from anxin.lint.vocabulary import HARMLESS, UNRECOGNISED, Rules, standard
from anxin.redaction.view import View

_CLAUSE = re.compile(r"(?:[^，。；！？：:;!?,\n]|(?<=[0-9])[,:](?=[0-9]))+")
_EDGE = " \u3000\t\r“”\"'‘’（）()【】"


def lint(text: str, pending: bool, rules: Rules | None = None) -> list[Finding]:
    """Clauses of ``text`` that state facts or evidence of the case, in order and disjoint.

    A closed case (``pending`` false) has no such limit and gives nothing. Reads what a reader sees: full width,
    traditional characters, and characters set apart by spaces are undone first. Linear in the text. Art 11(2).
    """
    if not pending:
        return []
    rules = rules or standard()
    view = View(text)
    clauses = [m.span() for m in _CLAUSE.finditer(view.text)]
    found = _kinds_by_clause(view.text, clauses, rules)
    return [_finding(view, clauses[index], found[index], rules) for index in sorted(found)]


def _kinds_by_clause(text: str, clauses: list[tuple[int, int]], rules: Rules) -> dict[int, str]:
    """For every clause that may not stand, the kind that is named first."""
    work = without_allowed(text, rules)
    words = list(rules.words.read(work))
    signs = [(start, meaning) for start, _, meaning in words if meaning not in HARMLESS]
    signs += [(m.start(), kind.id) for kind in rules.kinds.values() for p in kind.patterns for m in p.finditer(work)]
    signs += [(place, UNRECOGNISED) for place in unknown_places(work, words, clauses, rules)]
    starts = [start for start, _ in clauses]
    found: dict[int, str] = {}
    for place, kind in signs:
        index = max(bisect_right(starts, place) - 1, 0)
        if index not in found or rules.kinds[kind].rank < rules.kinds[found[index]].rank:
            found[index] = kind
    return found


def _finding(view: View, clause: tuple[int, int], kind: str, rules: Rules) -> Finding:
    start, end = clause
    while start < end - 1 and view.text[start] in _EDGE:
        start += 1
    while end > start + 1 and view.text[end - 1] in _EDGE:
        end -= 1
    start, end = view.span(start, end)
    return Finding(start, end, view.original[start:end], kind, rules.article, True, rules.kinds[kind].sentence)
