"""Reading PDF: text layers only, as a reader sees them."""

from anxin.files.pdf.document import parse_pdf

__all__ = ["parse_pdf"]
