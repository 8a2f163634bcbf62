"""A ZIP archive is opened only when it is exactly an archive: no byte more, every size as declared.

What Word, WPS and LibreOffice write passes. Whatever makes two programs see two different contents does not:
data before, between or behind the parts, two parts of one name, names that differ between the two directories.
"""

from __future__ import annotations

import io
import struct
import zipfile

from anxin.files import limits
from anxin.files.refused import refused

_END = struct.Struct("<4s4H2LH")
_LOCAL = struct.Struct("<4s5H3L2H")
_ENCRYPTED, _DESCRIPTOR = 0x1, 0x8
_DESCRIPTOR_SIZES = (0, 12, 16, 20, 24)


def open_zip(data: bytes) -> zipfile.ZipFile:
    """The archive, after all checks that can be made without unpacking. Raises Refused."""
    declared = _end_record(data)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error, OverflowError):
        raise refused("damaged") from None
    if len(entries) != declared:
        raise refused("damaged")
    _check_names(entries)
    _check_sizes(entries)
    _check_layout(data, entries, archive.start_dir)
    return archive


def _end_record(data: bytes) -> int:
    """The number of entries of an archive whose end record is the end of the file."""
    start = data.rfind(b"PK\x05\x06")
    if start < 0 or len(data) - start < _END.size:
        raise refused("damaged")
    _, disk, _, here, total, size, offset, comment = _END.unpack_from(data, start)
    if start + _END.size + comment != len(data):
        raise refused("polyglot")
    if total > limits.ENTRIES:
        raise refused("too_many")
    if disk or here != total or offset + size != start:
        raise refused("polyglot")
    return int(total)


def _check_names(entries: list[zipfile.ZipInfo]) -> None:
    seen = set()
    for entry in entries:
        name = entry.orig_filename
        if not name or "\\" in name or "\0" in name or ":" in name or name.startswith("/") or ".." in name.split("/"):
            raise refused("path")
        if name.lower() in seen:
            raise refused("duplicate")
        seen.add(name.lower())


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED:
            raise refused("encrypted")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise refused("damaged")
        if entry.file_size > limits.PART:
            raise refused("bomb")
        if entry.file_size > limits.MB and entry.file_size > limits.RATIO * entry.compress_size:
            raise refused("bomb")
    if sum(entry.file_size for entry in entries) > limits.PARTS:
        raise refused("bomb")


def _check_layout(data: bytes, entries: list[zipfile.ZipInfo], directory: int) -> None:
    """The parts must lie one behind the other from the first byte to the directory."""
    at = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        gap = entry.header_offset - at
        if gap:
            raise refused("polyglot")
        if at + _LOCAL.size > directory:
            raise refused("damaged")
        *_, name_size, extra_size = _LOCAL.unpack_from(data, at)
        at += _LOCAL.size + name_size + extra_size + entry.compress_size
        if entry.flag_bits & _DESCRIPTOR:
            at += _descriptor_size(data, at)
    if at != directory:
        raise refused("polyglot")


def _descriptor_size(data: bytes, at: int) -> int:
    """Of the descriptor behind a part whose sizes were not known when it was written: up to the next header."""
    for size in _DESCRIPTOR_SIZES:
        if data[at + size:at + size + 4] in (b"PK\x03\x04", b"PK\x01\x02"):
            return size
    raise refused("polyglot")
