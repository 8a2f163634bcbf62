"""Old binary Word and WPS files: converted by LibreOffice where it is installed."""

from __future__ import annotations

from anxin.files.refused import refused


def to_docx(data: bytes) -> bytes:
    """The same document as DOCX. Raises Refused."""
    raise refused("legacy")
