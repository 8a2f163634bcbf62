"""What the walkers share: the document being read, and the part ("story") they are in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from anxin.files.docx.counting import printed
from anxin.files.docx.fields import Field
from anxin.files.docx.numbering import Numbering
from anxin.files.docx.package import Package, Relation
from anxin.files.docx.pen import Pen
from anxin.files.docx.styles import Styles
from anxin.files.docx.xml import Element
from anxin.files.finds import Finds
from anxin.files.model import Block, Run


@dataclass
class Notes:
    """Footnotes and endnotes in the order in which the text refers to them; ``formats`` is by kind."""

    formats: dict[str, str]
    order: dict[tuple[str, str], str] = field(default_factory=dict)     # (kind, id) -> printed mark

    def mark(self, kind: str, note: str) -> str:
        """The mark at a reference: [1], [2], ... per kind; the same again for the same note."""
        if (kind, note) not in self.order:
            count = sum(1 for other, _ in self.order if other == kind) + 1
            self.order[kind, note] = f"[{printed(count, self.formats[kind])}]"
        return self.order[kind, note]


@dataclass
class Reading:
    """One document while it is read."""

    package: Package
    styles: Styles
    numbering: Numbering
    notes: Notes
    pen: Pen = field(default_factory=Pen)
    finds: Finds = field(default_factory=Finds)


@dataclass
class Box:
    """Blocks of a text box, behind the paragraph that anchors it."""

    blocks: tuple[Block, ...]


@dataclass
class Carry:
    """A paragraph whose end was deleted: the next one goes on in the same line."""

    start: int
    runs: list[Run]
    boxes: list[tuple[Element, str]]
    look: dict[str, Any] = field(default_factory=dict)


@dataclass
class Story:
    """The part that is being walked."""

    reading: Reading
    part: str
    relations: dict[str, Relation]
    ground: str = ""            # page colour
    paragraphs: int = 0
    fields: list[Field] = field(default_factory=list)
    carry: Carry | None = None
    breaks: list[bool] = field(default_factory=list)    # whether the page ends at each section break to come
    break_next: bool = False
    opening: str = ""           # text before the next paragraph: the mark of a note

    @property
    def place(self) -> tuple[str, int]:
        return self.part, self.paragraphs

    def find(self, kind: str, text: str = "", join: bool = False) -> None:
        """Notes something hidden; ``join`` puts pieces of one paragraph together."""
        self.reading.finds.add(kind, self.part, text, self.place if join else None)
