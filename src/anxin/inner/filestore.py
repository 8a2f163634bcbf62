"""Content-addressed files of the inner wing: written once, before the transaction that names them."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

from django.conf import settings


def _path(digest: str) -> Path:
    return Path(settings.FILE_STORE) / digest[:2] / digest


def save(data: bytes) -> str:
    """Store bytes durably and return their SHA-256; storing them again changes nothing."""
    digest = hashlib.sha256(data).hexdigest()
    path = _path(digest)
    if path.exists():
        return digest
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fd, name = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(fd, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    directory = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)
    return digest


def load(digest: str) -> bytes:
    """The bytes stored under a hash; ``ValueError`` when the file no longer matches it."""
    data = _path(digest).read_bytes()
    if hashlib.sha256(data).hexdigest() != digest:
        raise ValueError("存储的文件与其哈希不符。")
    return data


def remove(digest: str) -> None:
    """Take a file away for good; only for what is sealed and named by nothing else."""
    _path(digest).unlink(missing_ok=True)
