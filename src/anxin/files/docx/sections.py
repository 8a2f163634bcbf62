"""Section properties: page layout, section breaks, which headers and footers are shown, formats of notes."""

from __future__ import annotations

from anxin.files.docx.package import Relation
from anxin.files.docx.xml import VAL, Element, R, W, number, value
from anxin.files.model import Page

_OFF = ("0", "false", "off")


class Layout:
    """What the w:sectPr of a document say together."""

    def __init__(self, body: Element, settings: Element | None) -> None:
        self._sections = [*body.iterfind(f".//{W}pPr/{W}sectPr"), *body.iterchildren(W + "sectPr")]
        self._even = _on(settings, "evenAndOddHeaders")
        self.last = self._sections[-1] if self._sections else None
        # how a section begins stands in its own properties, which come behind it
        self.breaks = [value(item, "type", "nextPage") != "continuous" for item in self._sections[1:]]
        self.note_formats = {"footnote": self._note_format(settings, "footnotePr", "decimal"),
                             "endnote": self._note_format(settings, "endnotePr", "lowerRoman")}

    def shown(self, parts: dict[str, Relation], kind: str) -> list[str]:
        """The names of header or footer parts that appear on some page, in the order of the sections."""
        names = []
        for section in self._sections:
            kinds = {"default", *(("first",) if _on(section, "titlePg") else ()), *(("even",) if self._even else ())}
            for reference in section.iterchildren(f"{W}{kind}Reference"):
                relation = parts.get(reference.get(R + "id", ""))
                if relation and reference.get(W + "type", "default") in kinds:
                    names.append(relation.target)
        return list(dict.fromkeys(names))

    def _note_format(self, settings: Element | None, name: str, default: str) -> str:
        for holder in (*reversed(self._sections), settings):
            found = value(holder, f"{name}/numFmt")
            if found:
                return found
        return default


def _on(holder: Element | None, name: str) -> bool:
    found = holder.find(W + name) if holder is not None else None
    return found is not None and found.get(VAL, "1") not in _OFF


def page(section: Element | None) -> Page:
    """Page size and margins in points; the default where the file says nothing sensible."""
    default = Page()
    size = section.find(W + "pgSz") if section is not None else None
    margins = section.find(W + "pgMar") if section is not None else None

    def points(element: Element | None, name: str, fallback: float, least: float) -> float:
        found = abs(number(element.get(W + name))) / 20 if element is not None and element.get(W + name) else fallback
        return found if least <= found <= 2000 else fallback

    return Page(points(size, "w", default.width, 100), points(size, "h", default.height, 100),
                points(margins, "top", default.top, 0), points(margins, "bottom", default.bottom, 0),
                points(margins, "left", default.left, 0), points(margins, "right", default.right, 0))
