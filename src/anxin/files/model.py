"""The text model: what a reader sees of a file, independent of its format.

``Document.text`` is the one immutable string that masking works on. Blocks and runs only point into it,
so a masked document is the same structure over another text (``masked``). Offsets are code points, end exclusive.

The text is made of paragraphs: headers come first, then the body with text boxes behind the paragraph that
anchors them, then footnotes, endnotes and footers. Between two of them stands one "\\n"; between two cells of one
row one "\\t", so that a row of short cells is one line. Inside a paragraph "\\t" is a tab, "\\v" a line break and
"\\f" a page break (the characters Word itself uses); "[1]" is the mark of a note, at its place and before its text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Run:
    """Characters of one look: [start, end) of the text. The runs of a paragraph cover all of it, in order."""

    start: int
    end: int
    bold: bool = False
    italic: bool = False
    underline: bool = False
    font: str = ""          # as named in the file, empty for the default
    size: float = 0.0       # points, 0 for the default
    source: str = ""        # where in the file: "word/document.xml#p3.r2" is the 2nd run of the part's 3rd paragraph
    strike: bool = False
    color: str = ""         # RRGGBB, empty for the default
    vertical: str = ""      # super, sub
    field: str = ""         # PAGE, NUMPAGES, ...: the text is the stored result of this field


@dataclass(frozen=True)
class Paragraph:
    start: int
    end: int
    runs: tuple[Run, ...] = ()
    align: str = ""             # left, center, right, both
    first_indent: float = 0.0   # points, negative for a hanging indent
    left_indent: float = 0.0    # points
    right_indent: float = 0.0   # points
    space_before: float = 0.0
    space_after: float = 0.0
    line_spacing: float = 0.0   # points, 0 for the default
    heading: int = 0            # 1..9, 0 for none
    numbering: str = ""         # the printed number; it is part of the text as well
    page_break_before: bool = False


@dataclass(frozen=True)
class Cell:
    blocks: tuple[Block, ...]
    colspan: int = 1
    rowspan: int = 1            # a merged cell stands once, in its first row


@dataclass(frozen=True)
class Table:
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...] = ()      # points
    borders: bool = True
    align: str = ""                     # left, center, right


Block = Paragraph | Table


@dataclass(frozen=True)
class Section:
    """One part of the document: ``kind`` is body, header, footer, footnote, endnote or textbox.

    A text box anchored in the body divides it: body, textbox, body. In a table cell it becomes blocks of the cell.
    """

    kind: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Page:
    """Page layout in points; the default is A4 with the margins of GB/T 9704."""

    width: float = 595.3
    height: float = 841.9
    top: float = 104.9
    bottom: float = 99.2
    left: float = 79.4
    right: float = 73.7


@dataclass(frozen=True)
class Hidden:
    """Something in the file that a reader does not see. ``text`` may be secret: never log it, never publish it."""

    kind: str       # deleted, inserted, comment, hidden_run, property, custom_xml, alt_text, embedded, thumbnail, ...
    place: str      # part of the file
    text: str
    sentence: str   # what a clerk should know, without the text


@dataclass(frozen=True)
class Mark:
    """A masked place of a public text: [start, end) and the article that hides it."""

    start: int
    end: int
    article: str
    kind: str = ""


@dataclass(frozen=True)
class Document:
    text: str
    sections: tuple[Section, ...]
    page: Page = field(default_factory=Page)
    hidden: tuple[Hidden, ...] = ()
    marks: tuple[Mark, ...] = ()    # only on a masked document
    format: str = "docx"            # docx, pdf, text, doc (converted)

    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs in the order of the text, those of tables too."""
        for section in self.sections:
            yield from paragraphs(section.blocks)


def paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """The paragraphs of blocks and of the tables among them, in the order of the text."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row:
                    yield from paragraphs(cell.blocks)
