"""Markup that comes in two versions: the one Word and WPS show is taken, once."""

from __future__ import annotations

from collections.abc import Iterator

from anxin.files.docx.story import Story
from anxin.files.docx.xml import MC, Element, W, all_text

_KNOWN = ("http://schemas.microsoft.com/office/word/", "http://schemas.microsoft.com/office/drawing/",
          "http://schemas.openxmlformats.org/")


def choose(element: Element, story: Story) -> Element | None:
    """The shown branch of an mc:AlternateContent; reports the others when their text differs."""
    branches = [child for child in element if child.tag in (MC + "Choice", MC + "Fallback")]
    shown = next((branch for branch in branches if _understood(branch)), None)
    text = all_text(shown) if shown is not None else ""
    for branch in branches:
        other = all_text(branch)
        if branch is not shown and other and other != text:
            story.find("fallback", other)
    return shown


def _understood(branch: Element) -> bool:
    if branch.tag == MC + "Fallback":
        return True
    spaces = [branch.nsmap.get(prefix) or "" for prefix in branch.get("Requires", "").split()]
    return bool(spaces) and all(space.startswith(_KNOWN) for space in spaces)


def shown(element: Element, story: Story) -> Iterator[Element]:
    """All elements below, alternatives decided; what is inside text boxes is left to their own walk."""
    for child in element:
        if child.tag == MC + "AlternateContent":
            branch = choose(child, story)
            if branch is not None:
                yield from shown(branch, story)
            continue
        yield child
        if child.tag != W + "txbxContent":
            yield from shown(child, story)
