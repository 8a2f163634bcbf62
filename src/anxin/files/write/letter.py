"""An official notice as Word, after GB/T 9704: red masthead and rule, number, title, text, tables, signature, colophon.

The page, the faces and the page number are those of ``docx_parts``. Same letter, same bytes; plain text only goes in.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from anxin.files.model import Page
from anxin.files.write import docx_parts as parts
from anxin.files.write.docx import _page, twips

RED = "D7000F"
SONG, HEI, KAI = "方正小标宋简体", "黑体", "楷体_GB2312"
BAD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
TEXT_WIDTH = 442.2
NARROW = '<w:tblCellMar><w:left w:w="50" w:type="dxa"/><w:right w:w="50" w:type="dxa"/></w:tblCellMar>'


@dataclass(frozen=True)
class Grid:
    """A table of the annex; ``first`` and ``last`` are widths of columns in points, the others share the rest."""

    title: str
    head: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    first: float = 120.0
    last: float = 0.0


@dataclass(frozen=True)
class Letter:
    """``text``: lines; one that begins with 一、 or （一） is a heading. ``mark`` stands under the title of a draft."""

    masthead: str
    number: str
    title: str
    to: str
    text: str
    signed: str
    day: str
    colophon: str
    grids: tuple[Grid, ...] = ()
    mark: str = ""


def write_letter(letter: Letter) -> bytes:
    """The notice as DOCX."""
    body = "".join([*_masthead(letter), *_text(letter), *_signature(letter), *_annex(letter), *_colophon(letter)])
    files = {**parts.FIXED, "word/document.xml": parts.document(body, _page(Page()))}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in parts.ORDER:
            info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.create_system = 0
            archive.writestr(info, files[name].encode(), zipfile.ZIP_DEFLATED, 6)
    return out.getvalue()


def _masthead(letter: Letter) -> Iterable[str]:
    size = min(44.0, TEXT_WIDTH / max(len(letter.masthead), 1) - 1)
    yield _line(letter.masthead, face=SONG, size=size, colour=RED, align="center", pitch=size * 1.5, after=6)
    yield _line("通　报", face=SONG, size=30, colour=RED, align="center", pitch=44, after=14)
    yield _line(letter.number, align="center")
    yield (f'<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="18" w:space="1" w:color="{RED}"/></w:pBdr>'
           '<w:spacing w:before="80" w:line="240" w:lineRule="exact"/></w:pPr></w:p>')  # fmt: skip
    yield _line(letter.title, face=SONG, size=22, align="center", pitch=34, before=14, after=0 if letter.mark else 20)
    if letter.mark:
        yield _line(letter.mark, face=KAI, align="center", after=14)


def _text(letter: Letter) -> Iterable[str]:
    if letter.to:
        yield _line(f"{letter.to}：")
    lines = [one.strip() for one in letter.text.splitlines() if one.strip()]
    for number, line in enumerate(lines, 1):
        if re.match("[一二三四五六七八九十]+、", line):
            yield _line(line, face=HEI, indent=32, keep=True)
        elif re.match("（[一二三四五六七八九十]+）", line):
            yield _line(line, face=KAI, indent=32, keep=len(line) < 24)
        else:
            yield _line(line, indent=32, align="both", keep=number == len(lines))  # no signature alone on a page
    for index, grid in enumerate(letter.grids, 1):
        lead = "附件：" if index == 1 else "　　　"
        place = f"{index}." if len(letter.grids) > 1 else ""
        yield _line(f"{lead}{place}{grid.title}", indent=32, before=28 * (index == 1), keep=True)


def _signature(letter: Letter) -> Iterable[str]:
    yield _line(letter.signed, align="right", right=64, before=56, keep=True)
    yield _line(letter.day, align="right", right=64)


def _annex(letter: Letter) -> Iterable[str]:
    for index, grid in enumerate(letter.grids, 1):
        yield _line(f"附件{index}" if len(letter.grids) > 1 else "附件", face=HEI, fresh=True)
        yield _line(grid.title, face=SONG, size=18, align="center", pitch=30, before=6, after=12)
        yield _grid(grid)


def _colophon(letter: Letter) -> Iterable[str]:
    edges = "".join(f'<w:{side} w:val="single" w:sz="6" w:space="3" w:color="000000"/>' for side in ("top", "bottom"))
    yield (f'<w:p><w:pPr><w:pBdr>{edges}</w:pBdr><w:tabs><w:tab w:val="right" w:pos="{twips(TEXT_WIDTH)}"/></w:tabs>'
           '<w:spacing w:before="480" w:line="400" w:lineRule="exact"/></w:pPr>'
           f"{_run(letter.colophon, '', 14)}</w:p>")  # fmt: skip


def _grid(grid: Grid) -> str:
    between = len(grid.head) - (2 if grid.last else 1)
    rest = [(TEXT_WIDTH - grid.first - grid.last) / between] * between
    widths = [twips(wide) for wide in (grid.first, *rest, *([grid.last] if grid.last else []))]
    columns = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    head = _row(grid.head, widths, True)
    body = "".join(_row(row, widths, False) for row in grid.rows)
    return (f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>{parts.BORDERS}'
            f'<w:tblLayout w:type="fixed"/>{NARROW}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
            f"{head}{body}</w:tbl>")  # fmt: skip


def _row(cells: Sequence[str], widths: Sequence[int], head: bool) -> str:
    look = "<w:cantSplit/>" + ("<w:tblHeader/>" if head else "")
    made = ""
    for i, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        align = "center" if head or i else "left"
        inner = _line(cell, face=HEI if head else "", size=10.5, align=align, pitch=18)
        made += f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{inner}</w:tc>'
    return f"<w:tr><w:trPr>{look}</w:trPr>{made}</w:tr>"


def _line(
    text: str, *, face: str = "", size: float = 16, colour: str = "", align: str = "", indent: float = 0,
    right: float = 0, pitch: float = 0, before: float = 0, after: float = 0, keep: bool = False, fresh: bool = False,
) -> str:  # fmt: skip
    """One paragraph; sizes and distances in points."""
    spacing = "".join(f' w:{name}="{twips(value)}"' for name, value in (("before", before), ("after", after)) if value)
    spacing += f' w:line="{twips(pitch)}" w:lineRule="exact"' if pitch else ""
    look = ("<w:keepNext/>" if keep else "") + ("<w:pageBreakBefore/>" if fresh else "")
    look += f"<w:spacing{spacing}/>" if spacing else ""
    if indent or right:
        look += f'<w:ind w:right="{twips(right)}" w:firstLine="{twips(indent)}"/>'
    look += f'<w:jc w:val="{align}"/>' if align else ""
    return f"<w:p><w:pPr>{look}</w:pPr>{_run(text, face, size, colour)}</w:p>"


def _run(text: str, face: str, size: float, colour: str = "") -> str:
    look = f'<w:rFonts w:ascii="{face}" w:eastAsia="{face}" w:hAnsi="{face}" w:cs="{face}"/>' if face else ""
    look += f'<w:color w:val="{colour}"/>' if colour else ""
    look += f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'
    pieces = BAD.sub("", text).replace("\n", " ").split("\t")
    inner = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in pieces)
    return f"<w:r><w:rPr>{look}</w:rPr>{inner}</w:r>"
