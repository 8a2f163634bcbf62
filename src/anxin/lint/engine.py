"""The linter of pending cases (Art 11, last paragraph): clause by clause, and what is not recognised blocks."""

from __future__ import annotations

from anxin.lint.judge import Judge, standard_judge
from anxin.lint.model import Finding
from anxin.lint.reading import Clause, read
from anxin.lint.vocabulary import UNRECOGNISED, Rules, standard
from anxin.redaction.view import View

_EDGE = " \u3000\t\r“”\"'‘’（）()【】"


def lint(text: str, pending: bool, rules: Rules | None = None, judge: Judge | None = None) -> list[Finding]:
    """Clauses of ``text`` that state facts or evidence of the case, in order and disjoint.

    A closed case (``pending`` false) has no such limit and gives nothing. Reads what a reader sees: full width,
    traditional characters, and characters set apart by spaces are undone first. Linear in the text. Art 11(2).
    """
    if not pending:
        return []
    rules, judge = rules or standard(), judge or standard_judge()
    view = View(text)
    clauses = read(view.text, rules)
    return [_finding(view, clause, rules) for clause, score in scores(clauses, rules, judge) if score >= judge.limit or clause.plain]


def scores(clauses: list[Clause], rules: Rules, judge: Judge) -> list[tuple[Clause, float]]:
    """Every clause that is more than a quotation of the law, with its score."""
    beside = [*clauses[1:], None]
    return [(c, judge.score(c, after, rules.kinds)) for c, after in zip(clauses, beside, strict=False) if not c.is_law]


def _kind(clause: Clause, rules: Rules) -> str:
    """What the drafter is told: a sure sign before one that may be, the order of the data within."""
    for found in (clause.sure, clause.signs, {token.kind for token in clause.made if token.kind in rules.kinds}):
        if found:
            return min(found, key=lambda kind: rules.kinds[kind].rank)
    return UNRECOGNISED


def _finding(view: View, clause: Clause, rules: Rules) -> Finding:
    start, end = clause.start, clause.end
    while start < end - 1 and view.text[start] in _EDGE:
        start += 1
    while end > start + 1 and view.text[end - 1] in _EDGE:
        end -= 1
    start, end = view.span(start, end)
    kind = _kind(clause, rules)
    return Finding(start, end, view.original[start:end], kind, rules.article, True, rules.kinds[kind].sentence)
