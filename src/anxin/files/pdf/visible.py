"""Whether a reader sees every character: the page is drawn with its text and without it.

Where taking the text away changes nothing, the character is covered, white on white, outside the page or never
painted, whatever the trick was. A font that is neither in the file nor at hand can't be drawn, so nothing is known.
"""

from __future__ import annotations

import pypdfium2.raw as pdfium
from PIL import Image, ImageChops
from pypdfium2 import PdfPage

from anxin.files.pdf.chars import Char, PageChars
from anxin.files.refused import Refused, refused

_SCALE = 1.5            # pixels per point: the strokes of 9-point characters are still dark
_SEEN = 24              # of 255: difference that taking the text away must make
_LEAST_SIZE = 2.5       # points
_SCAN_SHARE = 0.5       # of the page under pictures, for a page whose text can't be seen
_SIDE_MAX = 3000        # points; the largest standard size is A0, 3370 x 2384


def check_visible(page: PdfPage, reader: PageChars, chars: list[Char], number: int) -> None:
    """Raises Refused when the page is a scan, or for the first character that a reader does not see."""
    if not any(not char.blank for char in chars):
        if _pictures(page) or _paths(page) > 20:
            raise refused("scan", page=number)
        return
    if max(reader.width, reader.height) > _SIDE_MAX:
        raise refused("damaged")
    drawn = _draw(page)
    for item in reader.objects.values():
        pdfium.FPDFPageObj_SetIsActive(item, False)
    bare = _draw(page)
    change = ImageChops.difference(drawn, bare)
    for char in chars:
        if not char.blank and not _seen(char, change):
            raise _reason(page, char, bare, reader, number)


def _draw(page: PdfPage) -> Image.Image:
    # in colour: red on green may be the same grey
    picture: Image.Image = page.render(scale=_SCALE, draw_annots=False).to_pil().convert("RGB")
    return picture


def _range(image: Image.Image, box: tuple[int, int, int, int]) -> list[tuple[int, int]]:
    """Least and greatest value of each colour in the box."""
    found = image.crop(box).getextrema()
    return [(int(pair[0]), int(pair[1])) for pair in found if isinstance(pair, tuple)]


def _seen(char: Char, change: Image.Image) -> bool:
    box = _box(char, change.size)
    if not char.drawn or char.size < _LEAST_SIZE or box is None:
        return False
    return _strength(change, box) > _SEEN


def _strength(image: Image.Image, box: tuple[int, int, int, int]) -> int:
    return max(high for _, high in _range(image, box))


def _box(char: Char, size: tuple[int, int]) -> tuple[int, int, int, int] | None:
    """The character's pixels, a little more for thin ones; None outside the page."""
    spare = 1 if min(char.right - char.left, char.bottom - char.top) * _SCALE < 3 else 0
    box = (max(0, int(char.left * _SCALE) - spare), max(0, int(char.top * _SCALE) - spare),
           min(size[0], int(char.right * _SCALE) + 1 + spare), min(size[1], int(char.bottom * _SCALE) + 1 + spare))
    return box if box[0] < box[2] and box[1] < box[3] else None


def _reason(page: PdfPage, char: Char, bare: Image.Image, reader: PageChars, number: int) -> Refused:
    area = sum((right - left) * (top - bottom) for left, bottom, right, top in _pictures(page))
    if area > _SCAN_SHARE * reader.width * reader.height:
        return refused("scan", page=number)
    box = _box(char, bare.size)
    if char.drawn and box is not None and not char.embedded and not _drawable(page, reader, box, char):
        return refused("font", page=number)
    if char.drawn and box is not None and min(low for low, _ in _range(bare, box)) < 200:
        return refused("covered", page=number)
    return refused("invisible", page=number)


def _drawable(page: PdfPage, reader: PageChars, box: tuple[int, int, int, int], char: Char) -> bool:
    """Whether the character shows when nothing but text is drawn. White text never does, so it counts as drawable."""
    if char.color == "FFFFFF":
        return True
    for item in page.get_objects(max_depth=1):
        pdfium.FPDFPageObj_SetIsActive(item, False)
    for item in reader.objects.values():
        pdfium.FPDFPageObj_SetIsActive(item, True)
    return min(low for low, _ in _range(_draw(page), box)) < 255 - _SEEN


def _pictures(page: PdfPage) -> list[tuple[float, float, float, float]]:
    return [item.get_bounds() for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE])]


def _paths(page: PdfPage) -> int:
    return sum(1 for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING]))


def picture_count(page: PdfPage) -> int:
    """How many pictures are on the page, seals for example."""
    return len(_pictures(page))
