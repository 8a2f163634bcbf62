"""Excel files: every cell written by its type, so that no text becomes a formula or a link; charts are Excel's own."""

from __future__ import annotations

import io
import re
from typing import Any

import xlsxwriter

from anxin.files.write.sheet import Cell, Drawing, Percent, Sheet

HEAD_ROW = 2
SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
FACE = "宋体"


def write_xlsx(sheets: list[Sheet], landscape: bool = True) -> bytes:
    """One worksheet for each sheet: title, head, rows, note, and the chart beside them. Prints on A4."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, SAFE)
    looks = _looks(book)
    for sheet in sheets:
        _write(book, sheet, looks, landscape)
    book.close()
    return out.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    plain = {"font_name": FACE, "font_size": 11, "border": 1, "border_color": "#808080", "valign": "vcenter"}
    return {
        "title": book.add_format({"font_name": "黑体", "font_size": 16, "align": "center", "valign": "vcenter"}),
        "head": book.add_format(plain | {"bold": True, "bg_color": "#E5EEF8", "align": "center", "text_wrap": True}),
        "text": book.add_format(plain | {"text_wrap": True}),
        "number": book.add_format(plain | {"num_format": "#,##0"}),
        "percent": book.add_format(plain | {"num_format": '0.0"%"'}),
        "none": book.add_format(plain | {"align": "right", "font_color": "#808080"}),
        "note": book.add_format({"font_name": FACE, "font_size": 10, "text_wrap": True, "valign": "top"}),
    }


def _write(book: Any, sheet: Sheet, looks: dict[str, Any], landscape: bool) -> None:
    page = book.add_worksheet(re.sub(r"[\[\]:*?/\\']", "", CONTROL.sub("", sheet.name))[:31] or None)
    width, widths = max(len(sheet.head) - 1, 5), [_width(sheet, column) for column in range(len(sheet.head))]
    page.merge_range(0, 0, 0, width, "", looks["title"])
    page.write_string(0, 0, _clean(sheet.title), looks["title"])
    page.set_row(0, 30)
    for column, title in enumerate(sheet.head):
        page.write_string(HEAD_ROW, column, _clean(title), looks["head"])
        page.set_column(column, column, widths[column])
    page.set_row(HEAD_ROW, 32)
    for number, row in enumerate(sheet.rows, HEAD_ROW + 1):
        lines = max(-(-_wide(cell) // int(wide)) for cell, wide in zip(row, widths, strict=False))
        page.set_row(number, 18 * min(lines, 20))
        for column, cell in enumerate(row):
            if cell is None and sheet.drawing:  # a dash would be drawn as zero
                page.write_blank(number, column, None, looks["none"])
            else:
                _cell(page, number, column, cell, looks)
    end = HEAD_ROW + len(sheet.rows) + 1
    if sheet.note:
        page.merge_range(end + 1, 0, end + 1, width, "", looks["note"])
        page.write_string(end + 1, 0, _clean(sheet.note), looks["note"])
        page.set_row(end + 1, 15 * (1 + _wide(sheet.note) // int(sum(widths))))
    if sheet.drawing and sheet.rows:
        page.insert_chart(end + 3, 0, _chart(book, page.get_name(), sheet, sheet.drawing), {"object_position": 2})
    page.freeze_panes(HEAD_ROW + 1, 1)
    page.repeat_rows(HEAD_ROW)
    page.set_paper(9)
    if landscape:
        page.set_landscape()
    page.fit_to_pages(1, 1 if len(sheet.rows) <= 30 else 0)
    page.set_footer("&C第&P页，共&N页")


def _cell(page: Any, row: int, column: int, cell: Cell, looks: dict[str, Any]) -> None:
    if cell is None:
        page.write_string(row, column, "—", looks["none"])
    elif isinstance(cell, str):
        page.write_string(row, column, _clean(cell), looks["text"])
    else:
        page.write_number(row, column, round(cell, 1), looks["percent" if isinstance(cell, Percent) else "number"])


def _clean(text: str) -> str:
    """Without what a spreadsheet file cannot hold."""
    return CONTROL.sub("", text)[:32000]


def _wide(cell: Cell) -> int:
    """Columns of a plain character that a cell's text takes."""
    return sum(2 if ord(c) > 0x2E7F else 1 for c in str(cell))


def _width(sheet: Sheet, column: int) -> float:
    """As wide as its cells, within limits; heads may wrap."""
    longest = max((_wide(row[column]) for row in sheet.rows if column < len(row)), default=0)
    return min(max(longest + 3, _wide(sheet.head[column]) / 2 + 3, 10), 46)


def _chart(book: Any, name: str, sheet: Sheet, drawing: Drawing) -> Any:
    chart = book.add_chart({"type": drawing.kind})
    first, last = (HEAD_ROW + 1 + number for number in drawing.rows)
    for column in drawing.columns:
        chart.add_series({
            "name": [name, HEAD_ROW, column], "categories": [name, first, 0, last, 0],
            "values": [name, first, column, last, column],
            "marker": {"type": "automatic"}, "gap": 60,
        })  # fmt: skip
    chart.set_title({"name": _clean(drawing.title), "name_font": {"name": FACE, "size": 13}})
    scale: dict[str, Any] = {"num_font": {"name": FACE}, "min": 0}
    if drawing.percent:
        scale |= {"max": 100, "num_format": '0"%"'}
    names: dict[str, Any] = {"num_font": {"name": FACE}}
    if drawing.kind == "bar":  # lies on its side: the first name on top, the scale below
        chart.set_y_axis(names | {"reverse": True})
        chart.set_x_axis(scale | {"label_position": "high"})
    else:
        chart.set_x_axis(names)
        chart.set_y_axis(scale)
    chart.show_blanks_as("gap")
    chart.set_legend({"position": "bottom"} if len(drawing.columns) > 1 else {"none": True})
    chart.set_size({"width": 720, "height": max(300, 26 * (last - first + 1) + 120 if drawing.kind == "bar" else 300)})
    return chart
