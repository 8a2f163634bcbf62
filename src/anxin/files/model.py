"""The text model: what a reader sees of a file, independent of its format.

``Document.text`` is the one immutable string that masking works on. Blocks and runs only point into it,
so a masked document is the same structure over another text (``masked``).
Paragraphs, and the cells of a table, are separated by one "\\n"; headers come first, then the body with text
boxes where they are anchored, then footnotes, endnotes and footers.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Run:
    """Characters of one look: [start, end) of the text."""

    start: int
    end: int
    bold: bool = False
    italic: bool = False
    underline: bool = False
    font: str = ""          # as named in the file, empty for the default
    size: float = 0.0       # points, 0 for the default
    source: str = ""        # where in the file: part and element path


@dataclass(frozen=True)
class Paragraph:
    start: int
    end: int
    runs: tuple[Run, ...] = ()
    align: str = ""             # left, center, right, both
    first_indent: float = 0.0   # points
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
    rowspan: int = 1


@dataclass(frozen=True)
class Table:
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...] = ()      # points
    borders: bool = True


Block = Paragraph | Table


@dataclass(frozen=True)
class Section:
    """One part of the document: ``kind`` is body, header, footer, footnote, endnote or textbox."""

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
    format: str = "docx"            # docx, pdf, text
