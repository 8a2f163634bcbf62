"""Which runs of a DOCX print nothing, by their own properties or by their style."""

from __future__ import annotations

from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = ("0", "false", "off")


class Styles:
    def __init__(self, part: Element | None) -> None:
        found = part.iter(f"{W}style") if part is not None else iter(())
        self.by_id = {s.get(f"{W}styleId", ""): s for s in found}
        self.default = next((i for i, s in self.by_id.items()
                             if s.get(f"{W}type") == "paragraph" and s.get(f"{W}default") == "1"), "")

    def numbered(self, style: str) -> bool:
        """Whether paragraphs of this style carry a number."""
        number = self._property(style, f"{W}pPr/{W}numPr/{W}numId")
        return number is not None and number.get(f"{W}val") != "0"

    def is_hidden(self, run: Element, paragraph_style: str) -> bool:
        """Hidden text, white text on nothing, and text of a point or less."""
        own = run.find(f"{W}rPr")
        character = run.find(f"{W}rPr/{W}rStyle")
        styles = [character.get(f"{W}val", "") if character is not None else "", paragraph_style or self.default]

        def effective(name: str) -> Element | None:
            direct = own.find(f"{W}{name}") if own is not None else None
            if direct is not None:
                return direct
            return next((f for s in styles if (f := self._property(s, f"{W}rPr/{W}{name}")) is not None), None)

        vanish, colour, size = effective("vanish"), effective("color"), effective("sz")
        if vanish is not None and vanish.get(f"{W}val", "1") not in _OFF:
            return True
        if size is not None and size.get(f"{W}val", "").isdigit() and int(size.get(f"{W}val", "")) <= 2:
            return True
        white = colour is not None and colour.get(f"{W}val", "").upper() == "FFFFFF"
        return white and effective("shd") is None and effective("highlight") is None

    def _property(self, style: str, path: str) -> Element | None:
        """A property of the style or of the styles it is based on."""
        for _ in range(12):
            element = self.by_id.get(style)
            if element is None:
                return None
            if (found := element.find(path)) is not None:
                return found
            base = element.find(f"{W}basedOn")
            style = base.get(f"{W}val", "") if base is not None else ""
        return None
