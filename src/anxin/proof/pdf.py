"""PDF read for the proof: the text of the pages in the order it is painted, and every string and stream of the file."""

from __future__ import annotations

import ctypes
import io
import re
from collections.abc import Iterator
from typing import Any

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, StreamObject, TextStringObject

from anxin.proof.model import Chunk, Extract, Unreadable
from anxin.proof.normal import PAGE_NUMBER, squeezed

_STREAM = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)
MOST_STREAM_BYTES = 128 * 1024 * 1024


def extract(data: bytes) -> Extract:
    """Raises ``Unreadable`` for a damaged or encrypted file."""
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            raise Unreadable("PDF 文件已加密，不能核验。")
        strings, streams = _objects(reader)
        second = "\n".join(page.extract_text() for page in reader.pages)
        pages = _pages(data)
    except Unreadable:
        raise
    except Exception as error:  # a damaged file fails in many ways; none of them may pass as checked
        raise Unreadable("PDF 文件已损坏，不能核验。") from error
    painted = [line for page in pages for _, line in page]
    return Extract(
        "pdf", tuple(_chunks(pages)),
        texts=(("页面文字", "\n".join(painted)), ("页面文字（第二种读取）", second), *strings),
        blobs=(("文件字节", _STREAM.sub(b"", data)), *streams),
    )


def _chunks(pages: list[list[tuple[bool, str]]]) -> Iterator[Chunk]:
    """Text outside artifacts; page numbers and what stands at the edge of every page may be missing in public."""
    flat = [[squeezed(text) for _, text in page] for page in pages]
    running = set.intersection(*({*page[:2], *page[-2:]} for page in flat)) if len(flat) > 1 else set()
    for page, texts in zip(pages, flat, strict=True):
        for (artifact, text), squeezed_text in zip(page, texts, strict=True):
            furniture = squeezed_text in running or bool(PAGE_NUMBER.fullmatch(squeezed_text))
            if not artifact or not (furniture or len(pages) == 1):
                yield Chunk(text, optional=furniture)


def _pages(data: bytes) -> list[list[tuple[bool, str]]]:
    """Per page its lines: whether it is an artifact (page furniture of a tagged file), and the text."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [_lines(page) for page in document]
    finally:
        document.close()


def _lines(page: Any) -> list[tuple[bool, str]]:
    """The text objects of a page, those on one height and of one kind joined."""
    textpage = page.get_textpage()
    out: list[tuple[bool, str]] = []
    last: tuple[bool, float] | None = None
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        text = _text(item, textpage)
        key = (_is_artifact(item), round(item.get_matrix().f))
        if last and key[0] == last[0] and abs(key[1] - last[1]) <= 3 and out:
            out[-1] = (key[0], out[-1][1] + text)
        else:
            out.append((key[0], text))
        last = key
    return out


def _text(item: Any, textpage: Any) -> str:
    size = pdfium.FPDFTextObj_GetText(item, textpage, None, 0)
    buffer = ctypes.create_string_buffer(max(size, 2))
    pdfium.FPDFTextObj_GetText(item, textpage, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw[:max(size - 2, 0)].decode("utf-16-le", "replace")


def _is_artifact(item: Any) -> bool:
    for i in range(max(0, pdfium.FPDFPageObj_CountMarks(item))):
        mark = pdfium.FPDFPageObj_GetMark(item, i)
        buffer = (ctypes.c_ushort * 40)()
        size = ctypes.c_ulong()
        if pdfium.FPDFPageObjMark_GetName(mark, buffer, 80, size):
            name = bytes(buffer)[:max(size.value - 2, 0)].decode("utf-16-le", "replace")
            if name == "Artifact":
                return True
    return False


def _objects(reader: pypdf.PdfReader) -> tuple[list[tuple[str, str]], list[tuple[str, bytes]]]:
    """Every string and every unpacked stream of the file, by object number."""
    strings: list[tuple[str, str]] = []
    streams: list[tuple[str, bytes]] = []
    budget = MOST_STREAM_BYTES
    numbers = {n for table in reader.xref.values() for n in table} | set(reader.xref_objStm)
    for number in sorted(numbers):
        item = reader.get_object(pypdf.generic.IndirectObject(number, 0, reader))
        place = f"对象 {number}"
        strings += [(place, text) for text in _strings(item)]
        if isinstance(item, StreamObject):
            content = item.get_data()
            budget -= len(content)
            if budget < 0:
                raise Unreadable("PDF 解压后过大，不能核验。")
            streams.append((place, content))
    strings += [("文件信息", t) for t in _strings(reader.trailer.get("/Info"))]
    return strings, streams


def _strings(item: Any, depth: int = 0) -> Iterator[str]:
    if depth > 40:
        return
    if isinstance(item, TextStringObject):
        yield str(item)
    elif isinstance(item, ByteStringObject):
        yield bytes(item).decode("utf-8", "replace")
    elif isinstance(item, DictionaryObject):
        for key, value in item.items():
            yield str(key)
            yield from _strings(value, depth + 1)
    elif isinstance(item, ArrayObject):
        for value in item:
            yield from _strings(value, depth + 1)
    elif isinstance(item, str):
        yield item
