"""Handing out tables as files."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from django.http import HttpResponse

from anxin.files.write.sheet import Sheet, write_csv
from anxin.files.write.xlsx import write_xlsx

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def attachment(data: bytes, content_type: str, name: str) -> HttpResponse:
    """A file that is saved, not shown, under a Chinese name."""
    response = HttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return response


def csv_file(sheet: Sheet) -> HttpResponse:
    return attachment(write_csv(sheet), "text/csv; charset=utf-8", f"{sheet.title}.csv")


def xlsx_file(sheets: Sequence[Sheet], title: str) -> HttpResponse:
    return attachment(write_xlsx(list(sheets)), XLSX, f"{title}.xlsx")
