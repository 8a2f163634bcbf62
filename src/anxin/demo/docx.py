"""A small writer of Word files, as a case-handling system would save its documents."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_MOMENT = (1980, 1, 1, 0, 0, 0)     # the same bytes for the same text


@dataclass(frozen=True)
class Line:
    """One paragraph: ``align`` is left (with first-line indent), center or right; ``size`` in half points."""

    text: str
    align: str = "left"
    size: int = 32
    bold: bool = False


def write(lines: Sequence[Line]) -> bytes:
    """The file's bytes."""
    body = "".join(map(_paragraph, lines))
    document = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {_W}><w:body>{body}</w:body></w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in (("[Content_Types].xml", _TYPES), ("_rels/.rels", _RELATIONS), ("word/document.xml", document)):
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, text)
    return out.getvalue()


def _paragraph(line: Line) -> str:
    indent = '<w:ind w:firstLineChars="200"/>' if line.align == "left" else f'<w:jc w:val="{line.align}"/>'
    bold = "<w:b/>" if line.bold else ""
    font = '<w:rFonts w:ascii="FangSong" w:eastAsia="仿宋" w:hAnsi="FangSong"/>'
    run = f'<w:r><w:rPr>{font}{bold}<w:sz w:val="{line.size}"/></w:rPr><w:t xml:space="preserve">{escape(line.text)}</w:t></w:r>'
    return f"<w:p><w:pPr>{indent}</w:pPr>{run}</w:p>"
