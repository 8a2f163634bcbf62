"""The same person as accused here and as witness there: the text against the case's data, and against itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from anxin.quality.model import Finding, Paper

WORDS = {
    "defendant": "被告人", "non_prosecuted": "被不起诉人", "victim": "被害人", "witness": "证人", "expert": "鉴定人",
}  # fmt: skip
ALLOWED = {("victim", "证人"), ("witness", "被害人"), ("non_prosecuted", "被告人")}
"""A victim's testimony is heard like a witness's; who is not prosecuted may have been indicted before."""


def findings(paper: Paper) -> Iterator[Finding]:
    """One finding for each person and contradicting word, at its first place. Namesakes are left to the reader."""
    names = Counter(name for name, _ in paper.people)
    longer = [name for name, _ in paper.people]
    for name, role in paper.people:
        if names[name] > 1 or len(name) < 2 or role not in WORDS:
            continue
        for word in WORDS.values():
            if word == WORDS[role] or (role, word) in ALLOWED:
                continue
            for found in re.finditer(f"(?<!原审){word}{re.escape(name)}", paper.text):
                if any(n != name and n.startswith(name) and paper.text.startswith(n, found.end() - len(name))
                       for n in longer):  # fmt: skip
                    continue
                sentence = f"“{name}”登记为{WORDS[role]}，文书此处写作{word}，前后身份矛盾。"
                yield Finding("role", found.start(), found.end(), found[0], sentence)
                break
