"""Zip files unpacked within bounds, archives inside archives too."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass, field

from anxin.proof.model import Unreadable

MOST_BYTES = 128 * 1024 * 1024
MOST_MEMBERS = 5000


@dataclass
class Members:
    """``parts`` are the file's own members by name; ``blobs`` these and what lies packed in them, by place."""

    parts: dict[str, bytes] = field(default_factory=dict)
    blobs: list[tuple[str, bytes]] = field(default_factory=list)


def unpacked(data: bytes) -> Members:
    """Raises ``Unreadable`` for a damaged, encrypted or oversized archive."""
    out = Members()
    budget = [MOST_BYTES, MOST_MEMBERS]
    out.parts = _members(data, budget)
    _collect("", data, out.parts, out.blobs, budget, depth=0)
    return out


def _collect(place: str, data: bytes, parts: dict[str, bytes], blobs: list[tuple[str, bytes]], budget: list[int],
             depth: int) -> None:
    blobs.append((place or "文件名和压缩包目录", outside_members(data)))
    for name, content in parts.items():
        here = f"{place}/{name}" if place else name
        if content[:4] == b"PK\x03\x04" and depth < 3:
            _collect(here, content, _members(content, budget), blobs, budget, depth + 1)
        else:
            blobs.append((here, content))


def outside_members(data: bytes) -> bytes:
    """The archive without its compressed contents: names, comments, extra fields, bytes before and behind."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        spans = sorted((_start(data, i), i.compress_size) for i in archive.infolist() if i.compress_type)
    out, last = [], 0
    for start, size in spans:
        out.append(data[last:max(last, start)])
        last = max(last, start + size)
    return b"\n".join([*out, data[last:]])


def _start(data: bytes, info: zipfile.ZipInfo) -> int:
    head = data[info.header_offset:info.header_offset + 30]
    return info.header_offset + 30 + int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")


def _members(data: bytes, budget: list[int]) -> dict[str, bytes]:
    out = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            budget[1] -= len(archive.infolist())
            if budget[1] < 0:
                raise Unreadable("文件中的部件过多，不能核验。")
            for info in archive.infolist():
                if info.filename in out:
                    raise Unreadable("文件中有同名部件，不能核验。")
                with archive.open(info) as member:
                    content = member.read(budget[0] + 1)
                budget[0] -= len(content)
                if budget[0] < 0:
                    raise Unreadable("文件解压后过大，不能核验。")
                out[info.filename] = content
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError, zlib.error,
            ValueError) as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable("文件已损坏或者加密，不能核验。") from error
    return out
