"""The spool: one folder per direction, on one machine or on a disk that is carried.

Only the sender creates and removes files; the receiver only reads. A package stays until its receipt has come back,
so that a lost or damaged copy is made good by copying again. Writing is temp file, fsync, rename, fsync of the folder.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SUFFIX = ".axp"
RECEIPT_NAME = "receipt.axp"


def write_file(path: Path, data: bytes) -> None:
    """Put a file in place durably and at once; a reader never sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


@dataclass(frozen=True)
class Spool:
    """The folder of one direction."""

    folder: Path

    def write(self, name: str, data: bytes) -> None:
        write_file(self.folder / name, data)

    def read(self, name: str) -> bytes | None:
        """The bytes of a file, None when it is not there (any more)."""
        try:
            return (self.folder / name).read_bytes()
        except FileNotFoundError:
            return None

    def exists(self, name: str) -> bool:
        return (self.folder / name).exists()

    def remove(self, name: str) -> None:
        (self.folder / name).unlink(missing_ok=True)

    def packages(self) -> Iterator[tuple[str, tuple[int, int]]]:
        """(name, (size, modified)) of the packages, hide lane first, then by number; receipts are not among them."""
        if not self.folder.is_dir():
            return
        for name in sorted(entry for entry in os.listdir(self.folder) if entry.endswith(SUFFIX) and entry[0] in "01"):
            try:
                status = (self.folder / name).stat()
            except FileNotFoundError:
                continue
            yield name, (status.st_size, status.st_mtime_ns)
