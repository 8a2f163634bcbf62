"""Written lines by people who had not seen the engine, each with its names and homes marked: ⟦name|…⟧, ⟦nick|…⟧, ⟦home|…⟧.

What is not marked is none. All people and cases are fictional. The name finder learns from them (``scripts/train_net.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parent
MARK = re.compile(r"⟦(\w+)\|([^⟧]*)⟧")


def marked(path: str | Path) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """Each line's text with the places of its marks (start, end, kind); ``path`` may be a file's name in this folder."""
    for line in (FOLDER / path).read_text(encoding="utf-8").splitlines():
        line = line.replace("\\n", "\n")
        text, places, at = "", [], 0
        for m in MARK.finditer(line):
            text += line[at : m.start()]
            places.append((len(text), len(text) + len(m[2]), m[1]))
            text, at = text + m[2], m.end()
        yield text + line[at:], places
