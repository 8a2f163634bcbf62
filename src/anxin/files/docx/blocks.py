"""Paragraphs and containers of paragraphs: body, cells, notes, headers, text boxes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from anxin.files.docx.alternatives import choose
from anxin.files.docx.inline import Inline, bookmark, control, unknown
from anxin.files.docx.look import fill, hidden_kind
from anxin.files.docx.numbering import Label
from anxin.files.docx.props import Props, of, on, props_of
from anxin.files.docx.story import Box, Carry, Story
from anxin.files.docx.tables import table
from anxin.files.docx.xml import MC, Element, M, W, all_text, local, number
from anxin.files.model import Block, Paragraph
from anxin.files.refused import refused

Item = Block | Box

_ALIGN = {"left": "left", "start": "left", "right": "right", "end": "right", "center": "center", "both": "both",
          "distribute": "both", "thaiDistribute": "both"}
_SILENT = {W + name for name in (
    "sectPr", "proofErr", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd", "tcPr",
    "sdtPr", "sdtEndPr", "customXmlPr", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd")}


class Walker:
    """Walks the blocks of one story. ``style`` is the table style around, ``ground`` the colour behind."""

    def __init__(self, story: Story, ground: str = "", style: str = "") -> None:
        self.story = story
        self.ground = ground
        self.style = style
        self.items: list[Item] = []

    def blocks(self, container: Element) -> list[Item]:
        """The blocks of a container, in order."""
        self._walk(container)
        self._flush()
        return self.items

    def _walk(self, container: Element) -> None:
        for child in container:
            handler = _BLOCKS.get(child.tag)
            if handler:
                handler(self, child)
            elif child.tag not in _SILENT:
                unknown(child, self.story)

    def _paragraph(self, element: Element) -> None:
        self.story.paragraphs += 1
        reading = self.story.reading
        direct, mark = of(element, "pPr"), props_of(element.find(f"{W}pPr/{W}rPr"))
        style = direct.get("pStyle", "")
        props = {**reading.styles.paragraph(style), **direct}
        base = reading.styles.run(style, self.style)
        if self._all_hidden(element, {**base, **mark}):
            return
        label = self._label(props, style)
        props = {**reading.styles.paragraph(style), **(label.paragraph if label else {}), **direct}
        carry = self.story.carry or Carry(reading.pen.begin(), [], [])
        self.story.carry = None
        inline = Inline(self.story, base, fill(props) or self.ground)
        inline.runs, inline.boxes = carry.runs, carry.boxes
        if self.story.opening:
            inline.opening(self.story.opening)
            self.story.opening = ""
        if label:
            inline.label(label, mark)
        inline.walk(element)
        carry.look = self._look(props, base, style, label)
        if on(mark, "del") or on(mark, "moveFrom"):
            self.story.carry = carry
        else:
            self._finish(carry)
        self._section_break(element)

    def _finish(self, carry: Carry) -> None:
        self.items.append(Paragraph(carry.start, self.story.reading.pen.at, tuple(carry.runs), **carry.look))
        for box, ground in carry.boxes:
            self.items.append(Box(tuple(flat(walk_inside(self.story, box, ground)))))

    def _flush(self) -> None:
        """A paragraph that waited for the next one, where there is none."""
        if self.story.carry:
            carry, self.story.carry = self.story.carry, None
            self._finish(carry)

    def _label(self, props: Props, style: str) -> Label | None:
        list_id = props.get("numId", "0")
        if list_id == "0":
            return None
        numbering = self.story.reading.numbering
        level = number(props["ilvl"]) if "ilvl" in props else numbering.level_of(list_id, style)
        return numbering.label(list_id, level)

    def _all_hidden(self, element: Element, mark: Props) -> bool:
        """A paragraph that leaves no trace on the page: its end is hidden, and so is all its text."""
        if not on(mark, "vanish"):
            return False
        runs = list(element.iter(W + "r"))
        styles = self.story.reading.styles
        for run in runs:
            direct = of(run, "rPr")
            props = {**mark, **styles.character(direct.get("rStyle", "")), "vanish": "0", **direct}
            if hidden_kind(props, "") != "hidden_run":
                return False
        text = all_text(element)
        if text:
            self.story.find("hidden_run", text)
        return True

    def _look(self, props: Props, base: Props, style: str, label: Label | None) -> dict[str, Any]:
        look = paragraph_look(props, number(base.get("sz"), 21) / 2)
        outline = number(props.get("outlineLvl"), 9)
        look["heading"] = self.story.reading.styles.heading(style) or (outline + 1 if 0 <= outline < 9 else 0)
        look["numbering"] = label.number if label else ""
        look["page_break_before"] = on(props, "pageBreakBefore") or self.story.break_next
        self.story.break_next = False
        return look

    def _section_break(self, element: Element) -> None:
        if element.find(f"{W}pPr/{W}sectPr") is not None and self.story.breaks:
            self.story.break_next = self.story.breaks.pop(0)

    def _table(self, element: Element) -> None:
        self._flush()
        found = table(element, self.story, self.ground, self._cell)
        if found.rows:
            self.items.append(found)

    def _cell(self, element: Element, ground: str, style: str) -> list[Block]:
        return flat(Walker(self.story, ground, style).blocks(element))

    def _control(self, element: Element) -> None:
        control(element, self.story)
        content = element.find(W + "sdtContent")
        if content is not None:
            self._walk(content)

    def _alternative(self, element: Element) -> None:
        branch = choose(element, self.story)
        if branch is not None:
            self._walk(branch)

    def _inserted(self, element: Element) -> None:
        self.story.find("inserted" if local(element) == "ins" else "moved_to", all_text(element))
        self._walk(element)

    def _deleted(self, element: Element) -> None:
        if all_text(element):
            self.story.find("deleted" if local(element) == "del" else "moved_from", all_text(element))

    def _formula(self, element: Element) -> None:
        """A formula between paragraphs: taken as a paragraph of its own."""
        self.story.paragraphs += 1
        start = self.story.reading.pen.begin()
        inline = Inline(self.story, {}, self.ground)
        inline.formula(element)
        self._finish(Carry(start, inline.runs, []))


def walk_inside(story: Story, element: Element, ground: str) -> list[Item]:
    """The blocks of a text box: a story inside the story, with fields and an unfinished line of its own."""
    outer, story.fields = story.fields, []
    items = Walker(story, ground).blocks(element)
    close(story)
    story.fields = outer
    return items


def flat(items: list[Item]) -> list[Block]:
    """Blocks with those of text boxes in their place."""
    blocks: list[Block] = []
    for item in items:
        blocks += flat(list(item.blocks)) if isinstance(item, Box) else [item]
    return blocks


def close(story: Story) -> None:
    """At the end of a story: a field that never ends would have swallowed visible text."""
    if any(not field.in_result for field in story.fields):
        raise refused("damaged")
    while story.fields:
        field = story.fields.pop()
        story.find("field_code", field.code)


def paragraph_look(props: Props, size: float) -> dict[str, Any]:
    """The fields of ``model.Paragraph`` that say how it is set. ``size`` in points is the width of one character."""
    def side(*names: str) -> float:
        for name in names:
            chars = number(props.get(f"ind.{name}Chars"))
            if chars:
                return chars * size / 100
            if f"ind.{name}" in props:
                return number(props[f"ind.{name}"]) / 20
        return 0.0

    hanging = side("hanging")
    rule, line = props.get("spacing.lineRule", "auto"), number(props.get("spacing.line"))
    spaced = line / 20 if rule in ("exact", "atLeast") else line / 240 * 1.3 * size if line != 240 else 0.0
    return {
        "align": _ALIGN.get(props.get("jc", ""), ""),
        "first_indent": round(-hanging if hanging else side("firstLine"), 2),
        "left_indent": side("left", "start"), "right_indent": side("right", "end"),
        "space_before": _spacing(props, "before"), "space_after": _spacing(props, "after"),
        "line_spacing": round(spaced, 2),
    }


def _spacing(props: Props, side: str) -> float:
    """Points before or after a paragraph; hundredths of a line count as lines of 12 points."""
    if props.get(f"spacing.{side}Autospacing") in ("1", "true", "on"):
        return 14.0
    lines = number(props.get(f"spacing.{side}Lines"))
    return lines * 12 / 100 if lines else number(props.get(f"spacing.{side}")) / 20


_BLOCKS: dict[str, Callable[[Walker, Element], None]] = {
    W + "p": Walker._paragraph, W + "tbl": Walker._table, W + "sdt": Walker._control,
    W + "sdtContent": Walker._walk, W + "customXml": Walker._walk, W + "smartTag": Walker._walk,
    W + "ins": Walker._inserted, W + "moveTo": Walker._inserted,
    W + "del": Walker._deleted, W + "moveFrom": Walker._deleted,
    MC + "AlternateContent": Walker._alternative,
    M + "oMathPara": Walker._formula, M + "oMath": Walker._formula,
    W + "bookmarkStart": lambda walker, element: bookmark(element, walker.story),
}
