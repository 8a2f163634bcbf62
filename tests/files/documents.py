"""Small documents for the writers' tests: text model built from plain lists."""

from __future__ import annotations

from anxin.files.model import Block, Cell, Document, Paragraph, Run, Section, Table
from anxin.redaction.model import Span


class Text:
    """Collects the one text while blocks are made in reading order."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.size = 0
        self.open = False       # a paragraph stands before

    def add(self, text: str) -> int:
        self.parts.append(text)
        self.size += len(text)
        return self.size - len(text)

    def paragraph(self, *runs: str | tuple[str, dict], **look) -> Paragraph:
        if self.open and self.parts[-1:] != ["\t"]:
            self.add("\n")
        self.open = True
        start, made = self.size, []
        for run in runs:
            text, run_look = run if isinstance(run, tuple) else (run, {})
            at = self.add(text)
            if text:
                made.append(Run(at, self.size, **run_look))
        return Paragraph(start, self.size, tuple(made), **look)

    def table(self, *rows: list[str | dict], **look) -> Table:
        return Table(tuple(self._row(row) for row in rows), **look)

    def _row(self, row: list[str | dict]) -> tuple[Cell, ...]:
        cells = []
        for i, item in enumerate(row):
            spec = item if isinstance(item, dict) else {"text": item}
            if i:
                self.add("\t")
            blocks: tuple[Block, ...] = (self.paragraph(spec.get("text", "")),)
            if "table" in spec:
                blocks += (self.table(*spec["table"]),)
            cells.append(Cell(blocks, spec.get("colspan", 1), spec.get("rowspan", 1)))
        return tuple(cells)

    def document(self, *sections: tuple[str, list[Block]], **more) -> Document:
        return Document("".join(self.parts), tuple(Section(k, tuple(b)) for k, b in sections), **more)


def span(document: Document, expected: str, replacement: str, article: str = "20(1)", kind: str = "name",
         nth: int = 0) -> Span:
    """The span over the nth occurrence of ``expected``."""
    at = -1
    for _ in range(nth + 1):
        at = document.text.index(expected, at + 1)
    return Span(at, at + len(expected), expected, kind, article, replacement)


def indictment() -> Document:
    """An ordinary document with everything the writers know."""
    t = Text()
    head = [t.paragraph("卷内材料　第3页")]
    body = [
        t.paragraph(("宁河市临江区人民检察院", {"size": 22.0, "font": "宋体", "bold": True}), align="center"),
        t.paragraph(("起 诉 书", {"size": 26.0, "font": "方正小标宋简体"}), align="center", heading=1),
        t.paragraph("临检刑诉〔2024〕17号", align="right"),
        t.paragraph(""),
        t.paragraph("被告人裴", ("大川", {"bold": True}), "，公民身份号码 110101199003071234，住本市[1]。",
                    first_indent=32.0, align="both"),
        t.paragraph("第一行\v第二行\t制表", first_indent=-20.0, left_indent=40.0),
        t.table([{"text": "姓名", "colspan": 2}, {"text": "备注", "rowspan": 2}], ["裴大川", "被告人"],
                [{"text": "附", "table": [["甲", "乙"]]}, "", "丙"]),
    ]
    box = [t.paragraph("附注：裴大川")]
    tail = [t.paragraph("检察官　闻人哲", align="right", page_break_before=True)]
    notes = [t.paragraph("[1] 裴大川的户籍材料见卷二。")]
    foot = [t.paragraph("打印：内勤")]
    return t.document(("header", head), ("body", body), ("textbox", box), ("body", tail), ("footnote", notes),
                      ("footer", foot))
