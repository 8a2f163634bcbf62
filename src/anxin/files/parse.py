"""From bytes to the text model. Only ever called inside the sandbox (and by tests of single parsers)."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from importlib import import_module
from typing import Any

from anxin.files import limits
from anxin.files.codec import to_json
from anxin.files.model import Document
from anxin.files.refused import refused
from anxin.files.sniff import sniff

_PARSERS = {"zip": ("anxin.files.docx", "parse_docx"), "pdf": ("anxin.files.pdf", "parse_pdf"),
            "text": ("anxin.files.plain", "parse_text")}
_ENCODINGS = ("cp437", "gb18030", "gb2312", "utf-16", "utf-16-be", "utf-16-le", "latin-1")     # loaded from files


def preload(kind: str) -> Callable[[bytes], Document]:
    """The parser of a kind, imported only when it is needed: a Word file needs nothing of PDF."""
    for encoding in _ENCODINGS:
        codecs.lookup(encoding)
    module, name = _PARSERS[kind]
    parser: Callable[[bytes], Document] = getattr(import_module(module), name)
    return parser


def parse(data: bytes) -> Document:
    """The document in the file. Raises Refused; other exceptions mean a file that no parser foresaw."""
    kind = sniff(data)
    if kind not in _PARSERS:
        raise refused("legacy")
    document = preload(kind)(data)
    if len(document.text) > limits.TEXT:
        raise refused("output")
    return document


def job(data: bytes) -> dict[str, Any]:
    """``parse`` as a job of the sandbox."""
    return {"document": to_json(parse(data))}
