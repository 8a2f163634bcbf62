"""Pictures of papers (identity cards, letters of authority): decoded in the sandbox and drawn anew as PNG.

What leaves is only pixels: no metadata, no second picture behind the first, no file structure somebody prepared.
"""

from __future__ import annotations

import base64
import io
from typing import Any

from anxin.files import limits
from anxin.files.limits import MB
from anxin.files.read import answer
from anxin.files.refused import refused

_FORMATS = ("JPEG", "PNG", "WEBP")
_DPI = 150


def reencode(data: bytes) -> bytes:
    """The picture as a new PNG, upright and of at most ``limits.SIDE`` pixels a side. Raises Refused."""
    return pictures(data, 1)[0]


def pictures(data: bytes, pages: int = limits.PAPER_PAGES) -> list[bytes]:
    """A picture, or each page of a PDF, as new PNGs: at most ``pages``. Raises Refused."""
    if len(data) > limits.FILE:
        raise refused("too_large", limit=limits.FILE // MB)
    if not data:
        raise refused("empty")
    found = answer("pictures", data, limits.PICTURES).get("pictures")
    if not isinstance(found, list) or not found:
        raise refused("image")
    if len(found) > pages:
        raise refused("too_many")
    return [base64.b64decode(item) for item in found]


def preload() -> None:
    """Imports what the job needs, before files are limited."""
    import pypdfium2  # noqa: F401
    from PIL import Image, ImageOps, WebPImagePlugin  # noqa: F401
    Image.init()


def job(data: bytes) -> dict[str, Any]:
    """Inside the sandbox: the pictures in base64."""
    pages = _pdf_pages(data) if data.startswith(b"%PDF-") else [_picture(data)]
    return {"pictures": [base64.b64encode(page).decode() for page in pages]}


def _picture(data: bytes) -> bytes:
    from PIL import Image, ImageOps
    Image.MAX_IMAGE_PIXELS = None   # the declared size is checked here, before anything is decoded
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
            if image.width * image.height > limits.PIXELS:
                raise refused("image_size", limit=limits.PIXELS // 10_000)
            image.draft("RGB", (limits.SIDE, limits.SIDE))
            return _png(ImageOps.exif_transpose(image))
    except (OSError, ValueError, SyntaxError, EOFError, TypeError, ArithmeticError, KeyError, IndexError):
        raise refused("image") from None


def _pdf_pages(data: bytes) -> list[bytes]:
    from pypdfium2 import PdfDocument, PdfiumError
    try:
        document = PdfDocument(data)
        if len(document) > limits.PAPER_PAGES:
            raise refused("too_many")
        pages = []
        for page in document:
            scale = min(_DPI / 72, limits.SIDE / max(*page.get_size(), 1))
            pages.append(_png(page.render(scale=scale).to_pil()))
        return pages
    except (PdfiumError, ValueError):
        raise refused("image") from None


def _png(image: Any) -> bytes:
    """New pixels only: metadata and profiles of the source are left behind."""
    from PIL import Image
    image = image.convert("RGBA" if "A" in image.getbands() or "transparency" in image.info else "RGB")
    if image.mode == "RGBA":
        paper = Image.new("RGB", image.size, "white")
        paper.paste(image, mask=image.getchannel("A"))
        image = paper
    image.thumbnail((limits.SIDE, limits.SIDE))
    clean = Image.frombytes("RGB", image.size, image.tobytes())
    out = io.BytesIO()
    clean.save(out, "PNG")
    return out.getvalue()
