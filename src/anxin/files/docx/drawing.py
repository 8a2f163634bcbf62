"""Pictures, shapes and text boxes: only the text of boxes is visible text, the rest is reported."""

from __future__ import annotations

import re

from anxin.files.docx.alternatives import shown
from anxin.files.docx.look import UNKNOWN_GROUND
from anxin.files.docx.story import Story
from anxin.files.docx.xml import WPS, A, Element, O, R, V, W, all_text, local

_PLAIN_NAME = re.compile(r"(图片|图像|图形|图表|形状|文本框|矩形|直线|直接连接符|组合|对象|艺术字|画布"
                         r"|Picture|Image|Text ?Box|Shape"
                         r"|Rectangle|Group|Object|Frame|Canvas|Line|WordArt|Chart|Straight Connector)?\s*\d*", re.I)
_NAMES = ("descr", "title", "alt", "name", O + "title")
_PICTURES = (A + "blip", V + "imagedata")


def drawing(element: Element, story: Story) -> list[tuple[Element, str]]:
    """The text boxes in a w:drawing, w:pict or w:object, each with the colour behind its text."""
    boxes: list[tuple[Element, str]] = []
    names: list[str] = []
    ground = ""
    picture = False
    for item in shown(element, story):
        names += [text for text in map(item.get, _NAMES) if text and not _PLAIN_NAME.fullmatch(text.strip())]
        picture = picture or item.tag in _PICTURES
        if item.tag == W + "txbxContent":
            boxes.append((item, ground))
        elif item.tag in (WPS + "spPr", V + "fill", V + "shape", V + "rect", V + "roundrect"):
            ground = _fill(item) or ground
        else:
            _report(item, story)
    if names:
        story.find("alt_text", " ".join(dict.fromkeys(names)))
    if picture:
        story.find("picture")
    return boxes


def hidden_drawing(element: Element, story: Story) -> None:
    """A drawing in hidden text: everything in it is reported, its boxes as hidden text."""
    for box, _ in drawing(element, story):
        story.find("hidden_run", all_text(box))


def _report(item: Element, story: Story) -> None:
    if item.tag == V + "textpath":
        story.find("drawing", item.get("string", ""))
    elif item.tag == A + "t":
        story.find("drawing", item.text or "", join=True)
    elif item.tag == A + "graphicData" and item.get("uri", "").endswith(("/chart", "/diagram", "/chartex")):
        story.find("drawing")
    elif item.tag == O + "OLEObject":
        story.find("embedded", item.get("ProgID", ""))
    elif item.get(R + "link"):
        story.find("link", item.get(R + "link", ""))


def _fill(item: Element) -> str:
    """The colour of a shape where it is plain; a gradient, a picture or a theme colour may be anything."""
    solid = item.find(A + "solidFill")
    if solid is not None:
        named = solid.find(A + "srgbClr")
        return UNKNOWN_GROUND if named is None else named.get("val", "").upper()
    if any(local(child) in ("gradFill", "blipFill", "pattFill") for child in item):
        return UNKNOWN_GROUND
    filled = item.get("fillcolor") or item.get("color") or ""
    if not filled or filled.lower() in ("white", "#ffffff", "window"):
        return ""
    return filled[1:].upper() if re.fullmatch(r"#[0-9A-Fa-f]{6}", filled) else UNKNOWN_GROUND
