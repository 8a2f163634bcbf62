"""Writes the one text of the document and counts its characters."""

from __future__ import annotations

from dataclasses import dataclass, field

from anxin.files import limits
from anxin.files.refused import refused


@dataclass
class Pen:
    """``at`` is the offset of the next character. ``separator`` stands before the next paragraph."""

    at: int = 0
    separator: str = ""
    _pieces: list[str] = field(default_factory=list)

    def begin(self) -> int:
        """Starts a paragraph and gives its offset."""
        self.write(self.separator)
        self.separator = "\n"
        return self.at

    def cell(self) -> None:
        """The next paragraph begins another cell of the same row."""
        self.separator = "\t"

    def write(self, text: str) -> None:
        self.at += len(text)
        if self.at > limits.TEXT:
            raise refused("output")
        self._pieces.append(text)

    def text(self) -> str:
        return "".join(self._pieces)
