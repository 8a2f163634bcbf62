"""DOCX read for the proof: what is printed, what is hidden, and every part's text and bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

from anxin.proof.archive import Members
from anxin.proof.docx_styles import Styles
from anxin.proof.model import LABEL, NOTE, SYMBOL, Chunk, Extract, Unreadable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED = {"rt", "rPr", "pPr", "tblPr", "trPr", "tcPr", "sdtPr", "sectPr", "tblGrid", "instrText", "delInstrText",
            "Fallback", "rubyPr", "fldData", "tblPrEx", "sdtEndPr", "binData"}
_REMOVED = {"del", "moveFrom"}
_PRINTED = {"tab": "\t", "br": "\n", "cr": "\n", "ptab": "\t", "noBreakHyphen": "-", "sym": SYMBOL,
            "footnoteReference": NOTE, "endnoteReference": NOTE, "footnoteRef": NOTE, "endnoteRef": NOTE}


def extract(members: Members) -> Extract:
    """Raises ``Unreadable`` when the main part is missing or an XML part cannot be read."""
    if "word/document.xml" not in members.parts:
        raise Unreadable("文件中没有正文，不是能核验的 Word 文档。")
    trees = {n: parsed(n, d) for n, d in members.parts.items() if n.endswith((".xml", ".rels"))}
    reader = _Reader(Styles(trees.get("word/styles.xml")))
    named = sorted(n for n in trees if n.startswith("word/"))
    heads = [n for n in named if re.fullmatch(r"word/header\d*\.xml", n)]
    feet = [n for n in named if re.fullmatch(r"word/footer\d*\.xml", n)]
    chunks = [c for n in heads for c in reader.chunks(trees[n], optional=True)]
    chunks += reader.chunks(trees["word/document.xml"])
    for notes, reference in (("word/footnotes.xml", "footnoteReference"), ("word/endnotes.xml", "endnoteReference")):
        if notes in trees:
            chunks += reader.notes(trees["word/document.xml"], trees[notes], reference)
    chunks += [c for n in feet for c in reader.chunks(trees[n], optional=True)]
    texts = [(n, t) for n, tree in trees.items() for t in _all_text(tree)]
    if "word/comments.xml" in trees:
        reader.hidden += ["".join(c.itertext()) for c in trees["word/comments.xml"].iter(f"{W}comment")]
    return Extract("docx", tuple(chunks), tuple(reader.hidden), tuple(texts), tuple(members.blobs))


def parsed(name: str, data: bytes) -> ElementTree.Element:
    """An XML part without a document type (no entities, nothing external)."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"<\x00!\x00D" in data:
        raise Unreadable(f"文件部件 {name} 含有文档类型声明，不能核验。")
    try:
        return ElementTree.fromstring(data)  # noqa: S314 - document types are refused above
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise Unreadable(f"文件部件 {name} 不是有效的 XML，不能核验。") from error


def _all_text(tree: ElementTree.Element) -> Iterator[str]:
    """All text of a part with its tags taken out, and all attribute values."""
    yield "".join(t for e in tree.iter() if _name(e) != "rt" for t in (e.text or "",))
    yield "".join(tree.itertext())
    yield "\n".join(v for e in tree.iter() for v in e.attrib.values())


def _name(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


@dataclass
class _Reader:
    styles: Styles
    hidden: list[str] = field(default_factory=list)

    def chunks(self, part: ElementTree.Element, optional: bool = False) -> list[Chunk]:
        return [Chunk(text, optional) for text in self._paragraphs(part)]

    def notes(self, main: ElementTree.Element, part: ElementTree.Element, reference: str) -> list[Chunk]:
        by_id = {n.get(f"{W}id"): n for n in part if n.get(f"{W}type") in (None, "normal")}
        order = dict.fromkeys(r.get(f"{W}id") for r in main.iter(f"{W}{reference}"))
        self.hidden += ["".join(n.itertext()) for i, n in by_id.items() if i not in order]
        out = []
        for i in order:
            texts = list(self._paragraphs(by_id[i])) if i in by_id else []
            out += [Chunk((NOTE if k == 0 else "") + t.removeprefix(NOTE)) for k, t in enumerate(texts)]
        return out

    def _paragraphs(self, element: ElementTree.Element) -> Iterator[str]:
        for child in element:
            name = _name(child)
            if name == "p" and child.tag.startswith(W):
                yield from self._paragraph(child)
            elif name in _REMOVED or child.find(f"{W}trPr/{W}hidden") is not None:
                self.hidden.append("".join(child.itertext()))
            elif name not in _SKIPPED:
                yield from self._paragraphs(child)

    def _paragraph(self, paragraph: ElementTree.Element) -> Iterator[str]:
        """The paragraph's text, then the text boxes anchored in it."""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        style_id = style.get(f"{W}val", "") if style is not None else ""
        boxes: list[ElementTree.Element] = []
        text = "".join(self._inline(paragraph, style_id, boxes))
        number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
        numbered = number.get(f"{W}val") != "0" if number is not None else self.styles.numbered(style_id)
        yield (LABEL if numbered else "") + text
        for box in boxes:
            yield from self._paragraphs(box)

    def _inline(self, element: ElementTree.Element, style: str, boxes: list[ElementTree.Element]) -> Iterator[str]:
        for child in element:
            name = _name(child)
            if name == "txbxContent":
                boxes.append(child)
            elif name in _REMOVED or (name == "r" and self.styles.is_hidden(child, style)):
                self.hidden.append("".join(child.itertext()))
            elif name == "t":
                yield child.text or ""
            elif name in _PRINTED:
                yield _PRINTED[name]
            elif name not in _SKIPPED:
                yield from self._inline(child, style, boxes)
