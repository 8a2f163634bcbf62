"""All checks of a document's text, in the order of the text."""

from __future__ import annotations

from anxin.quality import heading, repeats, roles, statutes, typing
from anxin.quality.model import Finding, Paper
from anxin.regulation.rules import RuleSet

MOST = 50
"""More than this nobody answers one by one: the document as a whole is to be looked at."""


def check(paper: Paper, rules: RuleSet) -> list[Finding]:
    """What to look at before the document is reported for approval; at most ``MOST``, one for each place and kind."""
    found = [
        *heading.findings(paper, rules), *statutes.findings(paper, rules), *typing.findings(paper),
        *roles.findings(paper), *repeats.findings(paper),
    ]  # fmt: skip
    once = {one.key: one for one in reversed(found)}
    return sorted(once.values(), key=lambda f: (f.start, f.kind))[:MOST]
