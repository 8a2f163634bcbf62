"""A PDF with a text layer as a document. Two extractors must agree, and a reader must see every character."""

from __future__ import annotations

import io
import logging
import unicodedata
from collections import Counter

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdfium2 import PdfDocument, PdfiumError

from anxin.files import limits
from anxin.files.finds import Finds
from anxin.files.model import Document, Page, Paragraph, Run, Section
from anxin.files.pdf.chars import Char, PageChars
from anxin.files.pdf.layout import (
    Margins,
    Placed,
    align_of,
    is_page_number,
    margins_of,
    paragraphs_of,
    split_margins,
)
from anxin.files.pdf.lines import Line, lines_of
from anxin.files.pdf.structure import check_frame, check_structure
from anxin.files.pdf.visible import check_visible, picture_count
from anxin.files.refused import refused

_IGNORED = {"Zs", "Cc", "Cf", "Zl", "Zp"}

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def parse_pdf(data: bytes) -> Document:
    """The document in a PDF. Raises Refused."""
    check_frame(data)
    finds = Finds()
    try:
        reader = PdfReader(io.BytesIO(data))
        check_structure(data, reader, finds)
        shown = PdfDocument(data)
        if len(shown) != len(reader.pages):
            raise refused("disagree", page=1)
        pages = [_lines(shown, at, page, finds) for at, page in enumerate(reader.pages)]
        size = shown[0].get_size()
    except (PyPdfError, PdfiumError, ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError,
            AssertionError, NotImplementedError, OSError):
        raise refused("damaged") from None
    if not any(pages):
        raise refused("empty")
    return _document(pages, Page(width=round(size[0], 1), height=round(size[1], 1)), finds)


def _lines(shown: PdfDocument, at: int, page: PageObject, finds: Finds) -> list[Line]:
    """The lines of one page, after both checks."""
    view = shown[at]
    reader = PageChars(view)
    chars = reader.chars()
    if len(chars) > limits.TEXT:
        raise refused("output")
    other = page.extract_text()
    if _letters("".join(char.text for char in chars)) != _letters(other):
        raise refused("disagree", page=at + 1)
    check_visible(view, reader, chars, at + 1)
    for _ in range(picture_count(view)):
        finds.add("picture", f"page {at + 1}")
    return lines_of(chars)


def _letters(text: str) -> Counter[str]:
    """How often each character stands on the page. Not their order: neither extractor reads in the order of the eye."""
    text = unicodedata.normalize("NFKC", text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    return Counter(char for char in text if unicodedata.category(char) not in _IGNORED)


def _document(pages: list[list[Line]], page: Page, finds: Finds) -> Document:
    headers, body, footers = split_margins(pages)
    builder = _Builder()
    sections = [Section("header", (builder.paragraph([item], ""),)) for item in headers]
    margins = margins_of(body, page.width)
    blocks = tuple(builder.paragraph(group, align_of(group, margins), margins)
                   for group in paragraphs_of(body, margins))
    if blocks:
        sections.append(Section("body", blocks))
    sections += [Section("footer", (builder.paragraph([item], ""),)) for item in footers]
    return Document("".join(builder.text), tuple(sections), page, tuple(finds.items), format="pdf")


class _Builder:
    """Writes the text and makes the paragraphs that point into it."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.at = 0

    def paragraph(self, group: list[Placed], align: str, margins: Margins | None = None) -> Paragraph:
        if self.text:
            self._write("\n")
        start = self.at
        runs: list[Run] = []
        for item in group:
            live = "PAGE" if margins is None and is_page_number(item.line.text) else ""
            if runs and _needs_space(self.text[-1], item.line.text):
                self._write(" ")
                runs[-1] = Run(**{**runs[-1].__dict__, "end": self.at})
            runs += self._runs(item, live)
        first = group[0].line
        indent = first.left - margins.left if margins and not align else 0.0
        indent = round(indent, 1) if indent > 0.5 * first.size else 0.0
        return Paragraph(start, self.at, tuple(runs), align=align, first_indent=indent)

    def _runs(self, item: Placed, live: str) -> list[Run]:
        runs: list[Run] = []
        source = f"page{item.page}#l{item.number}"
        last: Char | None = None
        for text, owner in zip(item.line.text, item.line.owners, strict=True):
            start = self.at
            self._write(text)
            if last is not None and (owner is None or _alike(owner, last)):
                runs[-1] = Run(**{**runs[-1].__dict__, "end": self.at})
                continue
            last = owner or item.line.chars[0]
            color = "" if last.color in ("", "000000") else last.color
            runs.append(Run(start, self.at, bold=last.bold, font=last.font, size=round(last.size, 1), source=source,
                            color=color, field=live))
        return runs

    def _write(self, text: str) -> None:
        self.text.append(text)
        self.at += len(text)


def _alike(one: Char, other: Char) -> bool:
    return (one.font, one.color, one.bold) == (other.font, other.color, other.bold) and abs(one.size - other.size) < 0.2


def _needs_space(last: str, text: str) -> bool:
    """Between two lines of one paragraph only Latin words are divided."""
    return last[-1:].isascii() and last[-1:].isalpha() and text[:1].isascii() and text[:1].isalpha()
