"""The content of one paragraph: runs, fields, revisions, notes, drawings."""

from __future__ import annotations

from collections.abc import Callable

from anxin.files.docx import fields
from anxin.files.docx.alternatives import choose
from anxin.files.docx.drawing import drawing, hidden_drawing
from anxin.files.docx.look import hidden_kind, run_look
from anxin.files.docx.numbering import Label
from anxin.files.docx.props import Props, of
from anxin.files.docx.story import Story
from anxin.files.docx.symbols import UNKNOWN, symbol
from anxin.files.docx.xml import MC, XML, Element, M, W, all_text, local, value
from anxin.files.model import Run
from anxin.files.refused import refused

_LIVE = ("PAGE", "NUMPAGES", "SECTIONPAGES")    # stored results that go stale: writers may make them anew
_SILENT = {W + name for name in (
    "pPr", "rPr", "proofErr", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "permStart",
    "permEnd", "lastRenderedPageBreak", "footnoteRef", "endnoteRef", "annotationRef", "separator", "softHyphen",
    "continuationSeparator", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData", "sectPr", "tblPr", "tcPr",
    "trPr", "tblGrid", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
    "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
    "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart",
    "customXmlMoveToRangeEnd", "delInstrText")}


class Inline:
    """Walks a paragraph and writes what is visible with the pen. ``runs`` and ``boxes`` are what it found."""

    def __init__(self, story: Story, base: Props, ground: str) -> None:
        self.story = story
        self.base = base
        self.ground = ground
        self.runs: list[Run] = []
        self.boxes: list[tuple[Element, str]] = []
        self._count = 0
        self._props = base
        self._hidden = ""

    def walk(self, parent: Element) -> None:
        for child in parent:
            handler = _INLINE.get(child.tag)
            if handler:
                handler(self, child)
            elif child.tag not in _SILENT:
                unknown(child, self.story)

    def label(self, label: Label, mark: Props) -> None:
        """The printed number before the text."""
        self._props = {**self.base, **mark, **label.run}
        self._emit(label.number + label.suffix if label.number else "", f"{self.story.part}#p{self.story.paragraphs}.n")

    def opening(self, mark: str) -> None:
        """The mark of a note before its text."""
        self._emit(mark, f"{self.story.part}#p{self.story.paragraphs}.n")

    # revisions and wrappers

    def _inserted(self, element: Element) -> None:
        kind = "inserted" if local(element) == "ins" else "moved_to"
        self.story.find(kind, "".join(node.text or "" for node in element.iter(W + "t")), join=True)
        self.walk(element)

    def _deleted(self, element: Element) -> None:
        kind = "deleted" if local(element) == "del" else "moved_from"
        self.story.find(kind, all_text(element), join=True)

    def _control(self, element: Element) -> None:
        control(element, self.story)
        content = element.find(W + "sdtContent")
        if content is not None:
            self.walk(content)

    def _simple_field(self, element: Element) -> None:
        field = fields.Field([element.get(W + "instr", "")], in_result=True)
        self.story.fields.append(field)
        self.walk(element)
        self._end_field()

    def _alternative(self, element: Element) -> None:
        branch = choose(element, self.story)
        if branch is not None:
            self.walk(branch)

    def formula(self, element: Element) -> None:
        text = "".join(node.text or "" for node in element.iter(M + "t", W + "t"))
        self.story.find("formula", text)
        self._count += 1
        self._props, self._hidden = self.base, ""
        self._put(text)

    def _bookmark(self, element: Element) -> None:
        bookmark(element, self.story)

    # runs

    def _run(self, element: Element) -> None:
        self._count += 1
        direct = of(element, "rPr")
        style = self.story.reading.styles.character(direct.get("rStyle", ""))
        self._props = {**self.base, **style, **direct}
        self._hidden = hidden_kind(self._props, self.ground)
        self._contents(element)

    def _contents(self, element: Element) -> None:
        for child in element:
            handler = _CONTENT.get(child.tag)
            if handler:
                handler(self, child)
            elif child.tag not in _SILENT:
                unknown(child, self.story)

    def _text(self, element: Element) -> None:
        text = "".join(str(part) for part in element.itertext())
        for space in "\t\r\n":
            text = text.replace(space, " ")
        if element.get(XML + "space") != "preserve":
            text = text.strip(" ")
        if any("\uf000" <= char <= "\uf0ff" for char in text):
            text = "".join(self._sign(char, self._props.get("rFonts.ascii", "")) for char in text)
        self._put(text)

    def _deleted_text(self, element: Element) -> None:
        self.story.find("deleted", element.text or "", join=True)

    def _instruction(self, element: Element) -> None:
        if self.story.fields:
            self.story.fields[-1].instruction.append(element.text or "")
        else:
            self.story.find("field_code", element.text or "")

    def _break(self, element: Element) -> None:
        self._put("\f" if element.get(W + "type") == "page" else "\v")

    def _symbol(self, element: Element) -> None:
        try:
            char = chr(int(element.get(W + "char", ""), 16))
        except (ValueError, OverflowError):
            char = UNKNOWN
        self._put(self._sign(char, element.get(W + "font", "")) if char.isprintable() or char >= "\ue000" else UNKNOWN)

    def _sign(self, char: str, font: str) -> str:
        sign = symbol(char, font)
        if sign == UNKNOWN or "\ud800" <= sign <= "\udfff":
            self.story.find("symbol")
            return UNKNOWN
        return sign

    def _note(self, element: Element) -> None:
        kind = local(element).removesuffix("Reference")
        if self._hidden or self._in_code():
            return
        mark = self.story.reading.notes.mark(kind, element.get(W + "id", ""))
        if element.get(W + "customMarkFollows") not in ("1", "true", "on"):
            self._put(mark)

    def _ruby(self, element: Element) -> None:
        for reading in element.iterchildren(W + "rt"):
            self.story.find("ruby", all_text(reading), join=True)
        for base in element.iterchildren(W + "rubyBase"):
            self.walk(base)

    def _drawing(self, element: Element) -> None:
        if any(local(item) == "control" for item in element):
            raise refused("macro")
        if self._hidden or self._in_code():
            hidden_drawing(element, self.story)
        else:
            self.boxes += drawing(element, self.story)

    def _alternative_content(self, element: Element) -> None:
        branch = choose(element, self.story)
        if branch is not None:
            self._contents(branch)

    # fields

    def _field_char(self, element: Element) -> None:
        kind = element.get(W + "fldCharType")
        stack = self.story.fields
        if kind == "begin":
            stack.append(fields.Field(shown=fields.form_text(element)))
        elif kind == "separate" and stack:
            stack[-1].in_result = True
        elif kind == "end" and stack:
            self._end_field()

    def _end_field(self) -> None:
        field = self.story.fields.pop()
        if field.shown or not field.in_result:
            self._put(field.shown or fields.drawn(field.code))
        if fields.tells(field.code):
            self.story.find("field_code", field.code)

    def _in_code(self) -> bool:
        return any(not field.in_result for field in self.story.fields)

    # writing

    def _put(self, text: str) -> None:
        if not text:
            return
        if self._in_code():
            next(field for field in self.story.fields if not field.in_result).instruction.append(text)
        elif self._hidden:
            if text.strip():
                self.story.find(self._hidden, text, join=True)
        else:
            self._emit(text, f"{self.story.part}#p{self.story.paragraphs}.r{self._count}")

    def _emit(self, text: str, source: str) -> None:
        if not text:
            return
        if self._props.get("caps", "0") not in ("0", "false") and text.isascii():
            text = text.upper()
        pen = self.story.reading.pen
        start = pen.at
        pen.write(text)
        live = fields.name(self.story.fields[-1].code) if self.story.fields else ""
        look = run_look(self._props, self.story.reading.styles, text)
        run = Run(start, pen.at, source=source, field=live if live in _LIVE else "", **look)
        last = self.runs[-1] if self.runs else None
        if last and last.source == source and _same(last, run):
            self.runs[-1] = _joined(last, run)
        else:
            self.runs.append(run)


def _same(one: Run, other: Run) -> bool:
    return (one.font, one.field) == (other.font, other.field)     # of one source: the rest can't differ


def _joined(one: Run, other: Run) -> Run:
    return Run(**{**one.__dict__, "end": other.end})


def unknown(element: Element, story: Story) -> None:
    """Something that is not known here: reported when there is text in it. Raises Refused for a sub-document."""
    if element.tag in (W + "subDoc", W + "altChunk"):
        raise refused("alt_chunk")
    text = " ".join("".join(str(part) for part in element.itertext()).split())
    if text:
        story.find("unknown", text)


def control(element: Element, story: Story) -> None:
    """Reports what a content control says beside its content."""
    properties = element.find(W + "sdtPr")
    names = [name for name in (value(properties, "alias"), value(properties, "tag")) if name]
    if names:
        story.find("content_control", " ".join(names))
    binding = properties.find(W + "dataBinding") if properties is not None else None
    if binding is not None:
        story.find("data_binding", binding.get(W + "xpath", ""))


def bookmark(element: Element, story: Story) -> None:
    """Reports a bookmark that somebody named; Word's own begin with an underline."""
    name = element.get(W + "name", "")
    if name and not name.startswith("_"):
        story.find("bookmark", name)


_Handler = Callable[[Inline, Element], None]

_INLINE: dict[str, _Handler] = {
    W + "r": Inline._run,
    W + "ins": Inline._inserted, W + "moveTo": Inline._inserted,
    W + "del": Inline._deleted, W + "moveFrom": Inline._deleted,
    W + "hyperlink": Inline.walk, W + "smartTag": Inline.walk, W + "customXml": Inline.walk,
    W + "dir": Inline.walk, W + "bdo": Inline.walk,
    W + "sdt": Inline._control, W + "fldSimple": Inline._simple_field,
    MC + "AlternateContent": Inline._alternative,
    M + "oMath": Inline.formula, M + "oMathPara": Inline.formula,
    W + "bookmarkStart": Inline._bookmark,
}

_CONTENT: dict[str, _Handler] = {
    W + "t": Inline._text, W + "delText": Inline._deleted_text, W + "instrText": Inline._instruction,
    W + "tab": lambda self, element: self._put("\t"), W + "ptab": lambda self, element: self._put("\t"),
    W + "br": Inline._break, W + "cr": lambda self, element: self._put("\v"),
    W + "noBreakHyphen": lambda self, element: self._put("-"),
    W + "sym": Inline._symbol, W + "fldChar": Inline._field_char,
    W + "footnoteReference": Inline._note, W + "endnoteReference": Inline._note,
    W + "ruby": Inline._ruby,
    W + "drawing": Inline._drawing, W + "pict": Inline._drawing, W + "object": Inline._drawing,
    MC + "AlternateContent": Inline._alternative_content,
}
