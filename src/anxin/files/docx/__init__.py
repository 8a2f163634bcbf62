"""Reading DOCX as Word, WPS and LibreOffice write it."""

from anxin.files.docx.document import parse_docx

__all__ = ["parse_docx"]
