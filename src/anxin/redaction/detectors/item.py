"""What a detector gives: a place in the view and what it is."""

from __future__ import annotations

from typing import NamedTuple


class Item(NamedTuple):
    """[start, end) of the view; ``kind`` decides article and replacement."""

    start: int
    end: int
    kind: str
    confidence: float = 1.0
    search: bool = False  # the same value is to be found elsewhere in the text


class Token(NamedTuple):
    """One written number or account: ``value`` has the separators gone and look-alike letters undone."""

    start: int
    end: int
    value: str
    raw: str
    label: str  # kind of the nearest word before it that names a number; "" when there is none
    near: str  # text before it
    after: str  # text after it
    fitted: str = ""  # whether the parts were joined because they fit this label
