"""Puts the stories of a DOCX together: headers, body, notes, footers."""

from __future__ import annotations

from anxin.files.docx.blocks import Item, Walker, close, flat
from anxin.files.docx.leftovers import report_leftovers
from anxin.files.docx.look import colour
from anxin.files.docx.numbering import Numbering
from anxin.files.docx.package import Package, Relation
from anxin.files.docx.props import props_of
from anxin.files.docx.sections import Layout, page
from anxin.files.docx.story import Box, Notes, Reading, Story
from anxin.files.docx.styles import Styles
from anxin.files.docx.xml import STRICT_NS, W_NS, Element, W, all_text
from anxin.files.model import Document, Section
from anxin.files.refused import refused


def parse_docx(data: bytes) -> Document:
    """The document in a DOCX. Raises Refused."""
    package = Package(data)
    main = package.main()
    check_relations(package)
    root = package.xml(main)
    if root.tag == f"{{{STRICT_NS}}}document":
        raise refused("strict")
    body = root.find(W + "body")
    if root.tag != f"{{{W_NS}}}document" or body is None:
        raise refused("damaged")
    parts = package.relations(main)
    settings = _optional(package, parts, "settings")
    layout = Layout(body, settings)
    reading = Reading(package, Styles(_optional(package, parts, "styles"), _optional(package, parts, "theme")),
                      Numbering(_optional(package, parts, "numbering")), Notes(layout.note_formats))
    ground = colour(props_of(root), "background", "Color")
    sections = [*_margins(reading, main, layout, "header"), *_body(reading, main, body, layout, ground)]
    for kind in ("footnote", "endnote"):
        sections += _notes(reading, parts, kind)
    sections += _margins(reading, main, layout, "footer")
    report_leftovers(reading, root, main, settings, layout)
    return Document(reading.pen.text(), tuple(sections), page(layout.last), tuple(reading.finds.items))


def check_relations(package: Package) -> None:
    """Refuses whatever would be fetched from outside; links and the place of the template are only reported."""
    for name in package.names:
        if not name.endswith(".rels"):
            continue
        folder, _, base = name.rpartition("_rels/")
        for relation in package.relations(folder + base.removesuffix(".rels")).values():
            if relation.external and not _harmless(relation):
                raise refused("external")


def _harmless(relation: Relation) -> bool:
    if relation.type == "attachedTemplate":
        return "://" not in relation.target.replace("file://", "", 1) and not relation.target.startswith("\\\\")
    return relation.type == "hyperlink"


def _optional(package: Package, parts: dict[str, Relation], kind: str) -> Element | None:
    """The root of the only part of this kind; None where the document has none."""
    for relation in parts.values():
        if relation.type == kind and not relation.external and relation.target in package:
            return package.xml(relation.target)
    return None


def _body(reading: Reading, main: str, body: Element, layout: Layout, ground: str) -> list[Section]:
    story = Story(reading, main, reading.package.relations(main), ground, breaks=layout.breaks)
    return _sections("body", _walk(story, body))


def _margins(reading: Reading, main: str, layout: Layout, kind: str) -> list[Section]:
    """The headers or footers that are shown, each part once."""
    sections: list[Section] = []
    parts = reading.package.relations(main)
    for target in layout.shown(parts, kind):
        root = reading.package.xml(target)
        sections += _sections(kind, _walk(Story(reading, target, reading.package.relations(target)), root))
    return sections


def _notes(reading: Reading, parts: dict[str, Relation], kind: str) -> list[Section]:
    """The notes in the order of their marks, each beginning with its mark."""
    root = _optional(reading.package, parts, kind + "s")
    wanted = {note: mark for (of_kind, note), mark in reading.notes.order.items() if of_kind == kind}
    notes = {note.get(W + "id", ""): note for note in root.iterchildren(W + kind)} if root is not None else {}
    name = next((part.target for part in parts.values() if part.type == kind + "s"), "")
    if set(wanted) - set(notes):
        raise refused("damaged")
    story = Story(reading, name, reading.package.relations(name))
    sections: list[Section] = []
    for note, mark in wanted.items():
        story.opening = mark
        sections += _sections(kind, _walk(story, notes[note]))
    for note, element in notes.items():
        if note not in wanted and all_text(element):
            story.find("unused_note", all_text(element))
    return sections


def _walk(story: Story, element: Element) -> list[Item]:
    items = Walker(story, story.ground).blocks(element)
    close(story)
    return items


def _sections(kind: str, items: list[Item]) -> list[Section]:
    """Divides blocks at text boxes."""
    sections: list[Section] = []
    blocks: list[Item] = []
    for item in items:
        if isinstance(item, Box):
            if blocks:
                sections.append(Section(kind, tuple(flat(blocks))))
            sections.append(Section("textbox", item.blocks))
            blocks = []
        else:
            blocks.append(item)
    return [*sections, Section(kind, tuple(flat(blocks)))] if blocks else sections
