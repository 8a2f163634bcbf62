"""DOCX of the public document, built new: document, styles, settings, notes and a page number, and nothing else.

Where the original gives no look, that of GB/T 9704 is used: 仿宋_GB2312 三号, line pitch 28 pt. Numbering and the
marks of notes are plain text; notes stand at the end. There are no properties, revisions, comments or identifiers,
and the same document gives the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from anxin.files.model import Block, Document, Page, Paragraph, Section, Table
from anxin.files.write import docx_parts as parts
from anxin.files.write.faces import known
from anxin.files.write.grid import Slot, slots
from anxin.files.write.inline import LINE_BREAK, PAGE_BREAK, Piece, pieces, require_writable

_ALIGN = {"left": "left", "center": "center", "right": "right", "both": "both"}


def write_docx(document: Document) -> bytes:
    """The public DOCX. Raises ``Unwritable`` for control characters."""
    require_writable(document)
    body = "".join(_section(document, s) for s in document.sections)
    files = {**parts.FIXED, "word/document.xml": parts.document(body, _page(document.page))}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in parts.ORDER:
            info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, files[name].encode(), zipfile.ZIP_DEFLATED, 6)
    return out.getvalue()


def twips(points: float) -> int:
    return max(-31680, min(31680, round(points * 20)))


def _page(page: Page) -> str:
    wide = ' w:orient="landscape"' if page.width > page.height else ""
    return (
        f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"{wide}/>'
        f'<w:pgMar w:top="{twips(page.top)}" w:right="{twips(page.right)}" w:bottom="{twips(page.bottom)}"'
        f' w:left="{twips(page.left)}" w:header="851" w:footer="1134" w:gutter="0"/>'
    )


def _section(document: Document, section: Section) -> str:
    inner = _blocks(document, section.blocks)
    return parts.NOTE_RULE + inner if section.kind in ("footnote", "endnote") and inner else inner


def _blocks(document: Document, blocks: Sequence[Block], in_table: bool = False) -> str:
    return "".join(
        _paragraph(document, b, in_table) if isinstance(b, Paragraph) else _table(document, b) for b in blocks)


def _paragraph(document: Document, paragraph: Paragraph, in_table: bool) -> str:
    runs = "".join(_run(p) for p in pieces(document, paragraph))
    return f"<w:p>{_paragraph_look(paragraph, in_table)}{runs}</w:p>"


def _paragraph_look(p: Paragraph, in_table: bool) -> str:
    """``w:pPr`` with its children in the order of the schema."""
    out = []
    if p.heading:
        out.append(f'<w:pStyle w:val="Heading{min(p.heading, 6)}"/>')
    if p.page_break_before:
        out.append("<w:pageBreakBefore/>")
    out.append(_spacing(p, in_table))
    indents = {"left": p.left_indent, "right": p.right_indent}
    first = "firstLine" if p.first_indent > 0 else "hanging"
    named = {**indents, first: abs(p.first_indent)}
    if any(named.values()):
        attributes = " ".join(f'w:{k}="{twips(v)}"' for k, v in named.items() if v)
        out.append(f"<w:ind {attributes}/>")
    if p.align in _ALIGN:
        out.append(f'<w:jc w:val="{_ALIGN[p.align]}"/>')
    inner = "".join(out)
    return f"<w:pPr>{inner}</w:pPr>" if inner else ""


def _spacing(p: Paragraph, in_table: bool) -> str:
    named = {"before": p.space_before, "after": p.space_after}
    attributes = [f'w:{k}="{twips(v)}"' for k, v in named.items() if v]
    sizes = [r.size for r in p.runs if r.size]
    if p.line_spacing:
        attributes.append(f'w:line="{twips(p.line_spacing)}" w:lineRule="exact"')
    elif in_table or (sizes and max(sizes) < 14):
        attributes.append('w:line="240" w:lineRule="auto"')     # the pitch of 28 pt belongs to a body of 16 pt
    return f"<w:spacing {' '.join(attributes)}/>" if attributes else ""


def _run(piece: Piece) -> str:
    return f"<w:r>{_run_look(piece)}{''.join(_token(t) for t in piece.tokens())}</w:r>"


def _run_look(piece: Piece) -> str:
    run, out = piece.run, []
    if name := known(run.font):
        out.append(f'<w:rFonts w:ascii="{name}" w:eastAsia="{name}" w:hAnsi="{name}" w:cs="{name}"/>')
    out += [tag for wanted, tag in ((run.bold, "<w:b/>"), (run.italic, "<w:i/>"), (run.strike, "<w:strike/>"))
            if wanted]
    if re.fullmatch("[0-9A-Fa-f]{6}", run.color):
        out.append(f'<w:color w:val="{run.color.upper()}"/>')
    if run.size:
        half = max(2, min(3276, round(run.size * 2)))
        out.append(f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>')
    if run.underline:
        out.append('<w:u w:val="single"/>')
    if piece.mark:
        out.append('<w:shd w:val="clear" w:color="auto" w:fill="E7E6E6"/>')
    return f"<w:rPr>{''.join(out)}</w:rPr>" if out else ""


def _token(text: str) -> str:
    if text == "\t":
        return "<w:tab/>"
    if text == PAGE_BREAK:
        return '<w:br w:type="page"/>'
    if text == LINE_BREAK:
        return "<w:br/>"
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def _table(document: Document, table: Table) -> str:
    rows = slots(table)
    columns = max((s.column + s.width for row in rows for s in row), default=0)
    if not columns:
        return ""
    widths = [twips(w) for w in table.widths] if len(table.widths) == columns else []
    widths = widths or [twips((document.page.width - document.page.left - document.page.right) / columns)] * columns
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    body = "".join(f"<w:tr>{''.join(_cells(document, row, widths))}</w:tr>" for row in rows)
    look = f'<w:jc w:val="{table.align}"/>' if table.align in ("center", "right") else ""
    look += parts.BORDERS if table.borders else ""
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{look}<w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


def _cells(document: Document, row: Sequence[Slot], widths: Sequence[int]) -> Iterator[str]:
    for slot in row:
        look = f'<w:tcW w:w="{sum(widths[slot.column:slot.column + slot.width])}" w:type="dxa"/>'
        if slot.width > 1:
            look += f'<w:gridSpan w:val="{slot.width}"/>'
        if slot.merge:
            look += "<w:vMerge/>" if slot.merge == "below" else '<w:vMerge w:val="restart"/>'
        inner = _blocks(document, slot.cell.blocks, in_table=True) if slot.cell else ""
        closed = inner if inner.endswith("</w:p>") else f"{inner}<w:p/>"
        yield f"<w:tc><w:tcPr>{look}</w:tcPr>{closed}</w:tc>"
