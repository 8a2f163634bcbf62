"""The public Word and PDF files, by their SHA-256. A file is written durably before the row that names it."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from anxin.exchange.spool import write_file

YOUNG = 3600  # seconds; a file younger than this may belong to a transaction that is still running


def _path(digest: str) -> Path:
    return Path(settings.FILE_STORE) / digest[:2] / digest


def save(data: bytes) -> str:
    """Store bytes and return their SHA-256; storing them again changes nothing."""
    digest = hashlib.sha256(data).hexdigest()
    if not _path(digest).exists():
        write_file(_path(digest), data)
    return digest


def load(digest: str) -> bytes | None:
    """The stored bytes; None when they are gone or no longer match their hash."""
    try:
        data = _path(digest).read_bytes()
    except FileNotFoundError:
        return None
    return data if hashlib.sha256(data).hexdigest() == digest else None


def remove(digest: str) -> None:
    _path(digest).unlink(missing_ok=True)


def stored() -> Iterator[str]:
    """Hashes of all files that are not young."""
    root = Path(settings.FILE_STORE)
    for path in root.glob("??/*") if root.is_dir() else ():
        if time.time() - path.stat().st_mtime > YOUNG:
            yield path.name
