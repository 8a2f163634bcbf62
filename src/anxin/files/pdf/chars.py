"""The characters of a page with their places, by pdfium: points from the top left of the page as it is shown."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pypdfium2.raw as pdfium
from pypdfium2 import PdfPage

_BOLD = 600
_BOLD_NAMES = ("bold", "heavy", "black")


@dataclass(frozen=True)
class Char:
    text: str
    left: float
    top: float
    right: float
    bottom: float
    start: float        # where it begins on its line, and where the next one would: with the space around its ink
    stop: float
    base: float         # the line it stands on
    size: float
    font: str
    bold: bool
    turned: bool        # does not run from left to right
    embedded: bool      # its font is in the file, so that it can be drawn anywhere
    color: str          # RRGGBB
    drawn: bool         # its text object is painted at all (render mode, opacity)

    @property
    def blank(self) -> bool:
        return self.text.isspace() or not self.text.isprintable()


class PageChars:
    """Reads one page."""

    def __init__(self, page: PdfPage) -> None:
        self.page = page
        self.width, self.height = page.get_size()
        self.rotation = page.get_rotation()
        left, bottom, right, top = page.get_cropbox()
        self._origin = (left, bottom)
        self._size = (right - left, top - bottom)
        self._text = page.get_textpage()
        self._looks: dict[int, tuple[str, bool, bool, str, bool]] = {}

    @cached_property
    def objects(self) -> dict[int, Any]:
        """The text objects of the page by address."""
        found = {}
        for index in range(pdfium.FPDFText_CountChars(self._text)):
            item = pdfium.FPDFText_GetTextObject(self._text, index)
            if item:
                found[ctypes.addressof(item.contents)] = item
        return found

    def chars(self) -> list[Char]:
        """All characters of the file in its own order, without those that pdfium makes up (spaces, line ends)."""
        chars = []
        for index in range(pdfium.FPDFText_CountChars(self._text)):
            code = pdfium.FPDFText_GetUnicode(self._text, index)
            if pdfium.FPDFText_IsGenerated(self._text, index) == 1 or code in (0, 0xFFFE, 0xFFFF):
                continue
            chars.append(self._char(index, chr(code) if code < 0x110000 else "\ufffd"))
        return _paired(chars)

    def _char(self, index: int, text: str) -> Char:
        left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
        pdfium.FPDFText_GetCharBox(self._text, index, left, right, bottom, top)
        pdfium.FPDFText_GetCharOrigin(self._text, index, x, y)
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self._text, index, matrix)
        x0, y0 = self._shown(left.value, top.value)
        x1, y1 = self._shown(right.value, bottom.value)
        _, base = self._shown(x.value, y.value)
        loose = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(self._text, index, loose)
        start, stop = self._shown(loose.left, loose.top)[0], self._shown(loose.right, loose.bottom)[0]
        size = pdfium.FPDFText_GetFontSize(self._text, index) * (matrix.c ** 2 + matrix.d ** 2) ** 0.5
        font, bold, embedded, color, drawn = self._look(index)
        turned = round(pdfium.FPDFText_GetCharAngle(self._text, index) * 57.3 + self.rotation) % 360 not in (0, 360)
        return Char(text, min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), min(start, stop),
                    max(start, stop), base, size, font, bold, turned, embedded, color, drawn)

    def _shown(self, x: float, y: float) -> tuple[float, float]:
        """From the coordinates of the file to those of the page as it is shown."""
        x, y = x - self._origin[0], y - self._origin[1]
        width, height = self._size
        return {0: (x, height - y), 90: (y, x), 180: (width - x, y), 270: (height - y, width - x)}[self.rotation]

    def _look(self, index: int) -> tuple[str, bool, bool, str, bool]:
        item = pdfium.FPDFText_GetTextObject(self._text, index)
        key = ctypes.addressof(item.contents) if item else 0
        if key not in self._looks:
            self._looks[key] = _look_of(item)
        return self._looks[key]


def _look_of(item: Any) -> tuple[str, bool, bool, str, bool]:
    if not item:
        return "", False, True, "", False
    font = pdfium.FPDFTextObj_GetFont(item)
    buffer = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
    name = buffer.value.decode("utf-8", "replace")
    name = name[7:] if name[6:7] == "+" else name
    bold = pdfium.FPDFFont_GetWeight(font) >= _BOLD or any(word in name.lower() for word in _BOLD_NAMES)
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(item, red, green, blue, alpha)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(item)
    drawn = mode not in (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP) and alpha.value > 0
    return (name, bold, pdfium.FPDFFont_GetIsEmbedded(font) == 1,
            f"{red.value:02X}{green.value:02X}{blue.value:02X}", drawn)


def _paired(chars: list[Char]) -> list[Char]:
    """Characters that pdfium gives as two halves (UTF-16) become one."""
    joined: list[Char] = []
    for char in chars:
        if joined and "\ud800" <= joined[-1].text <= "\udbff" and "\udc00" <= char.text <= "\udfff":
            text = (joined[-1].text + char.text).encode("utf-16", "surrogatepass").decode("utf-16")
            joined[-1] = Char(**{**joined[-1].__dict__, "text": text})
        else:
            joined.append(char)
    return joined
