"""PDF of the public document: tagged (PDF/UA-1), the Chinese font embedded, the same bytes for the same document.

Typesetting is done by the ``typst`` package with the template ``document.typ`` and the font in ``files/fonts``;
no font or library of the system is used. All text goes to the template as data.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import typst

from anxin.files.model import Block, Document, Page, Paragraph, Table
from anxin.files.write.grid import height, slots
from anxin.files.write.inline import PAGE_BREAK, Piece, Unwritable, pieces, require_writable

Json = dict[str, Any]
BODY_SIZE, BODY_PITCH, TITLE_SIZE = 16.0, 28.0, 22.0      # GB/T 9704: 三号 with 22 lines a page, title 二号
_FONTS = files("anxin.files") / "fonts"
_IGNORED = frozenset("\v\f\t")


def write_pdf(document: Document, *, title: str, source_line: str = "") -> bytes:
    """The public PDF; ``source_line`` stands under the page number of every page.

    Raises ``Unwritable`` for control characters and for characters that the font does not have: a public document
    with a blank where a character stood would not agree with the original (Article 22).
    """
    require_writable(document)
    _require_glyphs(document.text + title + source_line)
    data = {"title": title or "法律文书", "source": source_line, "page": _page(document.page), "blocks": _all(document)}
    template = (files("anxin.files.write") / "document.typ").read_bytes()
    compiler = typst.Compiler(input=template, font_paths=_fonts(), ignore_system_fonts=True)
    try:
        out = compiler.compile(
            format="pdf", sys_inputs={"data": json.dumps(data, ensure_ascii=False)}, pdf_standards=["ua-1"])
    except typst.TypstError as error:
        raise Unwritable("文书的版式不能生成 PDF，请在原文书中简化表格或者版面后重新上传。") from error
    if not isinstance(out, bytes):
        raise Unwritable("文书的版式不能生成 PDF，请在原文书中简化表格或者版面后重新上传。")
    return out


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(_FONTS)])


@cache
def covered() -> frozenset[str]:
    """The characters of the font."""
    lines = (_FONTS / "coverage.txt").read_text("ascii").split()
    pairs = ([int(c, 16) for c in line.split("-")] for line in lines)
    return frozenset(chr(c) for first, last in pairs for c in range(first, last + 1))


def _require_glyphs(text: str) -> None:
    missing = set(text) - covered() - _IGNORED - {"\n"}
    if missing:
        points = "、".join(f"U+{ord(c):04X}" for c in sorted(missing)[:5])
        raise Unwritable(f"字库中没有文书所用的字（{points}），不能生成 PDF，"
                         "请改用规范汉字，或者以网页和 Word 形式发布。")


def _page(page: Page) -> Json:
    return {k: getattr(page, k) for k in ("width", "height", "top", "bottom", "left", "right")}


def _all(document: Document) -> list[Json]:
    out: list[Json] = []
    for section in document.sections:
        inner = _blocks(document, section.blocks)
        if section.kind in ("footnote", "endnote") and inner:
            out.append({"kind": "rule"})
        out += inner
    return _with_heading_levels(out)


def _with_heading_levels(blocks: list[Json]) -> list[Json]:
    """Headings begin at level 1 and never skip one, as PDF/UA asks."""
    last = 0
    for block in blocks:
        if block.get("heading"):
            last = block["heading"] = min(block["heading"], last + 1)
    return blocks


def _blocks(document: Document, blocks: Sequence[Block], in_table: bool = False) -> list[Json]:
    return [
        _paragraph(document, b, in_table) if isinstance(b, Paragraph) else _table(document, b) for b in blocks]


def _paragraph(document: Document, p: Paragraph, in_table: bool) -> Json:
    size = max((r.size for r in p.runs if r.size), default=0.0) or (TITLE_SIZE if p.heading == 1 else BODY_SIZE)
    pitch = p.line_spacing or (size * 1.3 if in_table or size < 14 else max(BODY_PITCH, size * 1.3))
    return {
        "kind": "paragraph",
        "pieces": [piece for whole in pieces(document, p) for piece in _pieces(whole, in_table)],
        "size": _within(size, 4, 200),
        "pitch": _within(pitch, 4, 400),
        "align": p.align if p.align in ("left", "center", "right") else "both",
        "heading": 0 if in_table else p.heading,
        "pagebreak": p.page_break_before and not in_table,
        "before": _within(p.space_before, 0, 600),
        "after": _within(p.space_after, 0, 600),
        "first": _within(p.first_indent, -400, 400),
        "left": _within(p.left_indent, 0, 400),
        "right": _within(p.right_indent, 0, 400),
    }


def _within(value: float, low: float, high: float) -> float:
    return max(low, min(high, value))


def _pieces(piece: Piece, in_table: bool) -> list[Json]:
    run = piece.run
    look: Json = {k: True for k in ("bold", "underline", "strike") if getattr(run, k)}
    if piece.mark:
        look["mask"] = True
    if run.size:
        look["size"] = _within(run.size, 4, 200)
    if re.fullmatch("[0-9A-Fa-f]{6}", run.color):
        look["color"] = run.color
    return [{"text": t, **look} for t in piece.tokens() if not (in_table and t == PAGE_BREAK)]


def _table(document: Document, table: Table) -> Json:
    rows = slots(table)
    columns = max((s.column + s.width for row in rows for s in row), default=0)
    width = document.page.width - document.page.left - document.page.right
    widths = list(table.widths) if len(table.widths) == columns else [width / max(columns, 1)] * columns
    cells = [
        {"x": s.column, "y": y, "colspan": s.width, "rowspan": height(rows, y, s),
         "blocks": _blocks(document, s.cell.blocks, in_table=True)}
        for y, row in enumerate(rows) for s in row if s.cell
    ]
    return {
        "kind": "table", "columns": [_within(w, 1, 2000) for w in widths], "borders": table.borders,
        "align": table.align if table.align in ("center", "right") else "left", "cells": cells,
    }
