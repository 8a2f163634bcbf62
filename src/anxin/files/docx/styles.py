"""What styles give: inheritance over basedOn, document defaults, theme fonts."""

from __future__ import annotations

from anxin.files.docx.props import Props, of, props_of
from anxin.files.docx.xml import A, Element, W, local, value

_MAX_CHAIN = 20


class Styles:
    """Effective properties of paragraph, character and table styles by id."""

    def __init__(self, root: Element | None, theme: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._cache: dict[tuple[str, str], Props] = {}
        self._default = {"paragraph": "", "character": "", "table": ""}
        self.theme = _theme_fonts(theme)
        self.names: dict[str, str] = {}
        self._run_defaults: Props = {}
        self._paragraph_defaults: Props = {}
        if root is not None:
            self._collect(root)

    def _collect(self, root: Element) -> None:
        self._run_defaults = props_of(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        self._paragraph_defaults = props_of(root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr"))
        for style in root.iterchildren(W + "style"):
            key = style.get(W + "styleId", "")
            self._styles[key] = style
            self.names[key] = value(style, "name").lower()
            if style.get(W + "default") in ("1", "true", "on"):
                self._default[style.get(W + "type", "")] = key

    def paragraph(self, style: str) -> Props:
        """Paragraph properties of a paragraph style; of the default style without a name."""
        return {**self._paragraph_defaults, **self._resolve(style or self._default["paragraph"], "pPr")}

    def run(self, paragraph_style: str, table_style: str = "") -> Props:
        """Run properties of text without any of its own."""
        table = self._resolve(table_style, "rPr") if table_style else {}
        return {**self._run_defaults, **table, **self._resolve(paragraph_style or self._default["paragraph"], "rPr")}

    def character(self, style: str) -> Props:
        """What a character style adds."""
        return self._resolve(style, "rPr") if style else {}

    def table(self, style: str) -> list[Element]:
        """The table style and those it is based on, nearest first."""
        return self._chain(style or self._default["table"])

    def heading(self, style: str) -> int:
        """1..9 for a heading style."""
        for element in self._chain(style):
            name = self.names.get(element.get(W + "styleId", ""), "")
            if name.startswith(("heading ", "标题 ")) and name[-1].isdigit():
                return int(name[-1])
        return 0

    def _resolve(self, style: str, kind: str) -> Props:
        key = (style, kind)
        if key not in self._cache:
            props: Props = {}
            for element in reversed(self._chain(style)):
                props.update(of(element, kind))
            self._cache[key] = props
        return self._cache[key]

    def _chain(self, style: str) -> list[Element]:
        chain: list[Element] = []
        while style in self._styles and len(chain) < _MAX_CHAIN and self._styles[style] not in chain:
            chain.append(self._styles[style])
            style = value(self._styles[style], "basedOn")
        return chain

    def font(self, props: Props, asian: bool) -> str:
        """The font's name for Chinese or for Latin characters."""
        sides = ("eastAsia",) if asian else ("ascii", "hAnsi")
        for side in sides:
            name = props.get(f"rFonts.{side}") or self.theme.get(props.get(f"rFonts.{side}Theme", ""), "")
            if name:
                return name
        return ""


def _theme_fonts(root: Element | None) -> dict[str, str]:
    """Font names by the theme's keys: minorEastAsia, majorHAnsi, ..."""
    fonts: dict[str, str] = {}
    for scheme in root.iter(A + "majorFont", A + "minorFont") if root is not None else ():
        size = local(scheme).removesuffix("Font")
        faces = {local(item): item.get("typeface", "") for item in scheme if local(item) in ("latin", "ea")}
        scripts = {item.get("script"): item.get("typeface", "") for item in scheme if local(item) == "font"}
        fonts[size + "EastAsia"] = faces.get("ea") or scripts.get("Hans", "")
        fonts[size + "HAnsi"] = fonts[size + "Ascii"] = faces.get("latin", "")
    return fonts
