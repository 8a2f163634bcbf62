"""Any public file or original, read by what it is, not by its name."""

from __future__ import annotations

import re

from anxin.proof import docx, page, pdf
from anxin.proof.archive import unpacked
from anxin.proof.model import Extract, Unreadable


def extract(data: bytes) -> Extract:
    """DOCX, PDF, HTML or text. Raises ``Unreadable`` with a sentence for everything else."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not data:
        raise Unreadable("文件是空的，不能核验。")
    if data[:4] == b"PK\x03\x04":
        return docx.extract(unpacked(data))
    if b"%PDF-" in data[:1024]:
        return pdf.extract(data)
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise Unreadable("旧版 Word 或者 WPS 文件不能直接核验，请另存为 docx 格式后再核验。")
    if re.match(rb"(?i)<(!doctype html|html|article|body|div|head|p\b)", head):
        return page.page(data)
    if b"\x00" in head and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise Unreadable("文件类型不能识别，只能核验 docx、pdf、html 和文本文件。")
    return page.plain(data)
