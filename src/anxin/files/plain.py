"""Plain text in UTF-8 or GB18030: one line, one paragraph."""

from __future__ import annotations

import re
import unicodedata

from anxin.files import limits
from anxin.files.model import Document, Paragraph, Run, Section
from anxin.files.refused import refused

_BOM = "\ufeff"
_NEW_LINE = re.compile(r"\r\n?|\n|\x85|\u2028|\u2029")
_STRANGE = {"Cc", "Cn", "Co", "Cs"}     # never in a text somebody wrote
_COMMON = 0.9                           # share of GB 2312 among the Chinese characters of a real GB18030 text


def parse_text(data: bytes) -> Document:
    """The document of a text file. Raises Refused when it is not surely text in one of the two encodings."""
    if len(data) > limits.TEXT * 4:
        raise refused("output")
    text = _NEW_LINE.sub("\n", _decode(data)).rstrip("\n")
    if len(text) > limits.TEXT:
        raise refused("output")
    if not text.strip():
        raise refused("empty")
    blocks, start = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        end = start + len(line)
        runs = (Run(start, end, source=f"text#p{number}.r1"),) if line else ()
        blocks.append(Paragraph(start, end, runs))
        start = end + 1
    return Document(text, (Section("body", tuple(blocks)),), format="text")


def _decode(data: bytes) -> str:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _decode_gb(data)
    text = text.removeprefix(_BOM)
    if any(unicodedata.category(c) in _STRANGE and c not in "\t\n\r\f\v\x85" for c in set(text)):
        raise refused("encoding")
    return text


def _decode_gb(data: bytes) -> str:
    """GB18030, if what comes out is what people write: other encodings decode too, into rare characters."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        raise refused("encoding") from None
    wide = [c for c in text if c >= "\x80"]
    common = len("".join(wide).encode("gb2312", "ignore")) // 2
    if common < _COMMON * len(wide):
        raise refused("encoding")
    return text
