"""What the linter says about one clause."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Finding:
    """One clause that may not stand while the case is pending.

    ``start``/``end`` are code points of the original and ``text == original[start:end]``; ``kind`` is an id of
    ``vocabulary/findings.toml`` or ``unrecognised``; ``sentence`` tells the drafter what is wrong, in Chinese.
    """

    start: int
    end: int
    text: str
    kind: str
    article: str
    blocks: bool
    sentence: str

    def as_dict(self) -> dict[str, object]:
        """The finding as JSON has it."""
        return asdict(self)
