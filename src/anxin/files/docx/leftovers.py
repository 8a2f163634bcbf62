"""Whatever else is in the package: each part is either known to be formatting or reported."""

from __future__ import annotations

import re

from anxin.files.docx.sections import Layout
from anxin.files.docx.story import Reading
from anxin.files.docx.xml import VAL, Element, W, all_text, local
from anxin.files.finds import SENTENCES
from anxin.files.model import Hidden

_FORMATTING = re.compile(
    r"word/(styles|stylesWithEffects|numbering|settings|webSettings|fontTable|theme/theme\d*|theme/themeOverride\d*"
    r"|commentsExtended|commentsIds|commentsExtensible|tasks|footnotes|endnotes|glossary/(?!document).*)\.xml"
    r"|word/fonts/.*\.odttf|.*\.rels|\[Content_Types\]\.xml|customXml/itemProps\d*\.xml", re.I)
_KINDS = (
    ("docprops/thumbnail", "thumbnail"), ("word/media/", "picture"), ("word/embeddings/", "embedded"),
    ("word/charts/", "drawing"), ("word/diagrams/", "drawing"), ("word/glossary/document.xml", "glossary"),
    ("customxml/", "custom_xml"), ("docprops/", "property"), ("word/comments", "comment"), ("word/people", "author"),
    ("word/header", "unused_header"), ("word/footer", "unused_header"), ("word/footnotes", "unused_note"),
    ("word/endnotes", "unused_note"), ("word/printersettings", "embedded"), ("word/activex", "embedded"),
)
_COUNTS = ("pages", "words", "characters", "lines", "paragraphs", "totaltime", "characterswithspaces", "docsecurity",
           "scalecrop", "linksuptodate", "shareddoc", "hyperlinkschanged", "appversion", "revision")


def report_leftovers(reading: Reading, root: Element, main: str, settings: Element | None, layout: Layout) -> None:
    """Adds to the finds what the walk over the text did not meet."""
    add = reading.finds.add
    authors = dict.fromkeys(item.get(W + "author", "") for item in root.iterfind(f".//*[@{W}author]"))
    if authors:
        add("author", main, "、".join(authors))
    for variable in settings.iter(W + "docVar") if settings is not None else ():
        add("doc_variable", "word/settings.xml", f"{variable.get(W + 'name', '')} {variable.get(VAL, '')}")
    _report_links(reading)
    pictures = {find.place for find in reading.finds.items if find.kind == "picture"}
    for name in reading.package.names:
        if name in reading.package.used or _FORMATTING.fullmatch(name):
            continue
        kind = next((kind for start, kind in _KINDS if name.lower().startswith(start)), "unknown")
        if kind == "picture" and pictures:
            continue        # the drawings that show them are reported
        _report_part(reading, name, kind)


def _report_links(reading: Reading) -> None:
    for name in [name for name in reading.package.names if name.endswith(".rels")]:
        folder, _, base = name.rpartition("_rels/")
        part = folder + base.removesuffix(".rels")
        for relation in reading.package.relations(part).values():
            if relation.external:
                reading.finds.add("link" if relation.type == "hyperlink" else "template", part, relation.target)


def _report_part(reading: Reading, name: str, kind: str) -> None:
    if not name.lower().endswith(".xml") or kind in ("thumbnail", "picture", "embedded"):
        reading.finds.add(kind, name)
    elif kind == "property":
        _report_properties(reading, name)
    elif kind == "comment":
        for comment in reading.package.xml(name).iter(W + "comment"):
            reading.finds.add("comment", name, f"{comment.get(W + 'author', '')}：{all_text(comment)}")
    elif kind == "author":
        names = (str(value) for item in reading.package.xml(name) for value in item.attrib.values())
        reading.finds.add("author", name, "、".join(names))
    else:
        reading.finds.add(kind, name, _everything(reading.package.xml(name)))


def _report_properties(reading: Reading, name: str) -> None:
    for item in reading.package.xml(name):
        text = " ".join("".join(str(part) for part in item.itertext()).split())
        if text and local(item).lower() not in _COUNTS:
            label = item.get("name") or local(item)
            reading.finds.items.append(Hidden("property", name, f"{label}：{text}", SENTENCES["property"]))


def _everything(root: Element) -> str:
    """All text and all attribute values of a part."""
    parts = []
    for item in root.iter():
        parts += [item.text or "", item.tail or "", *(str(value) for value in item.attrib.values())]
    return " ".join(" ".join(parts).split())
