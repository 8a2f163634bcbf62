"""What a PDF is made of beside its pages, by pypdf: reasons to refuse it, and hidden things to report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from anxin.files import limits
from anxin.files.finds import Finds
from anxin.files.refused import refused

_END = re.compile(rb"%%EOF")
_ACTIONS = ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/Rendition", "/RichMediaExecute")
_COMMENTS = ("/Text", "/Popup")
_HARMLESS_NOTES = ("/Link", *_COMMENTS, "/FileAttachment")


def check_frame(data: bytes) -> None:
    """The file must end where the PDF ends. Raises Refused."""
    ends = [match.end() for match in _END.finditer(data)]
    if not ends:
        raise refused("damaged")
    if data[ends[-1]:].strip(b"\r\n\t \0"):
        raise refused("polyglot")


def check_structure(data: bytes, reader: PdfReader, finds: Finds) -> None:
    """Refuses what can change what a reader sees; reports what a reader does not see."""
    if reader.is_encrypted:
        raise refused("encrypted")
    if len(reader.pages) > limits.PAGES:
        raise refused("too_many")
    root = reader.root_object
    _check_actions(root)
    _check_layers(_at(root, "/OCProperties"))
    _check_form(_at(root, "/AcroForm"))
    _check_signatures(data, _at(root, "/AcroForm"), finds)
    if len(_END.findall(data)) > (2 if b"/Linearized" in data[:2048] else 1):
        finds.add("previous_version", "pdf")
    for number, page in enumerate(reader.pages, 1):
        if _at(page, "/AA"):
            raise refused("active")
        _check_annotations(page, number, finds)
    _report(reader, root, finds)


def _at(holder: Any, *path: str) -> Any:
    """The object at a path of keys, references followed; None where there is none."""
    for key in path:
        holder = holder.get(key) if isinstance(holder, DictionaryObject) else None
        if isinstance(holder, IndirectObject):
            holder = holder.get_object()
    return holder


def _items(holder: Any) -> Iterator[Any]:
    for item in holder if isinstance(holder, ArrayObject) else ():
        yield item.get_object() if isinstance(item, IndirectObject) else item


def _check_actions(root: DictionaryObject) -> None:
    opening = _at(root, "/OpenAction", "/S")
    if opening in _ACTIONS or _at(root, "/AA") or _at(root, "/Names", "/JavaScript"):
        raise refused("active")


def _check_layers(layers: Any) -> None:
    default = _at(layers, "/D")
    if _at(default, "/BaseState") == "/OFF" or list(_items(_at(default, "/OFF"))):
        raise refused("layers")


def _check_form(form: Any) -> None:
    """Fields that are filled in would be drawn over the page; a signature is none of them."""
    if _at(form, "/XFA") is not None:
        raise refused("form")
    if any(_at(item, "/FT") != "/Sig" for item in _items(_at(form, "/Fields"))):
        raise refused("form")


def _check_signatures(data: bytes, form: Any, finds: Finds) -> None:
    """The last signature must cover the whole file."""
    ends = []
    for item in _items(_at(form, "/Fields")):
        covered = list(_items(_at(item, "/V", "/ByteRange")))
        if len(covered) >= 4:
            ends.append(int(covered[-2]) + int(covered[-1]))
            finds.add("signature", "pdf", str(_at(item, "/V", "/Name") or ""))
    if ends and data[max(ends):].strip(b"\r\n\t \0"):
        raise refused("signed_changed")


def _check_annotations(page: DictionaryObject, number: int, finds: Finds) -> None:
    for note in _items(_at(page, "/Annots")):
        kind = _at(note, "/Subtype")
        if _at(note, "/A", "/S") in _ACTIONS or _at(note, "/AA"):
            raise refused("active")
        if kind == "/Widget" and _at(note, "/FT") == "/Sig":
            continue
        if kind not in _HARMLESS_NOTES:
            raise refused("annotation", page=number)
        address = _at(note, "/A", "/URI")
        if address:
            finds.add("link", f"page {number}", str(address))
        if kind in _COMMENTS:
            finds.add("comment", f"page {number}", f"{_at(note, '/T') or ''}：{_at(note, '/Contents') or ''}")
        if kind == "/FileAttachment":
            finds.add("embedded", f"page {number}", str(_at(note, "/FS", "/UF") or _at(note, "/FS", "/F") or ""))


def _report(reader: PdfReader, root: DictionaryObject, finds: Finds) -> None:
    for key, value in (reader.metadata or {}).items():
        if str(value).strip():
            finds.add("property", "Info", f"{key.lstrip('/')}：{value}")
    if _at(root, "/Metadata") is not None:
        packet = _at(root, "/Metadata").get_data().decode("utf-8", "replace")
        finds.add("property", "Metadata", " ".join(re.sub(r"<[^>]*>", " ", packet).split()))
    for item in _items(_at(root, "/Names", "/EmbeddedFiles", "/Names")):
        if isinstance(item, str):
            finds.add("embedded", "EmbeddedFiles", item)
    titles = list(_titles(reader.outline))
    if titles:
        finds.add("bookmark", "Outlines", "、".join(titles))


def _titles(outline: list[Any]) -> Iterator[str]:
    for item in outline:
        if isinstance(item, list):
            yield from _titles(item)
        else:
            yield str(item.title)
