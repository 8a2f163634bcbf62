"""The type of a file by its content. Names and declared types are never believed."""

from __future__ import annotations

from anxin.files.refused import refused

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_OTHERS = (
    (b"{\\rtf", "RTF 文件"),
    (b"\xff\xd8\xff", "图片"),
    (b"\x89PNG", "图片"),
    (b"GIF8", "图片"),
    (b"BM", "图片"),
    (b"II*\x00", "图片"),
    (b"MM\x00*", "图片"),
    (b"RIFF", "图片或音视频"),
    (b"Rar!", "压缩包"),
    (b"7z\xbc\xaf", "压缩包"),
    (b"\x1f\x8b", "压缩包"),
    (b"PK", "压缩包"),
    (b"MZ", "可执行程序"),
    (b"\x7fELF", "可执行程序"),
    (b"OFD", "OFD 文件"),
)
_MARKUP = (b"<!doctype html", b"<html", b"<?xml", b"mime-version:")


def sniff(data: bytes) -> str:
    """``zip``, ``ole``, ``pdf`` or ``text``. Raises Refused for everything else that is known."""
    if not data:
        raise refused("empty")
    if data.startswith(_ZIP):
        return "zip"
    if data.startswith(_OLE):
        return "ole"
    if data.startswith(b"%PDF-"):
        return "pdf"
    for magic, name in _OTHERS:
        if data.startswith(magic):
            raise refused("other_type", name=name)
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(_MARKUP):
        raise refused("other_type", name="网页或 XML 文件")
    if b"%PDF-" in data[:1024]:
        raise refused("polyglot")
    return "text"
