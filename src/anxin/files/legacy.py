"""Old binary Word and WPS files: converted by LibreOffice where it is installed, in a process of its own.

LibreOffice gets an empty profile in an empty folder, no environment, limits of memory, time and file size, and on
Linux, where the kernel lets it, a network without any interface.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from anxin.files import limits
from anxin.files.refused import refused
from anxin.files.sandbox import kill

_ENCRYPTED = ("EncryptedPackage".encode("utf-16-le"), "EncryptionInfo".encode("utf-16-le"))
_WORD = ("WordDocument".encode("utf-16-le"), "WpsContent".encode("utf-16-le"))
_MACROS = ("_VBA_PROJECT".encode("utf-16-le"), "Macros".encode("utf-16-le"))
_WALL = 90.0
_MEMORY = 4096 * limits.MB
_CPU = 60

# Runs in front of LibreOffice: limits that a program inherits, then the program in its place.
_START = """
import os, resource, sys
for name, value in (("AS", int(sys.argv[1])), ("CPU", int(sys.argv[2])), ("FSIZE", int(sys.argv[3])), ("CORE", 0)):
    resource.setrlimit(getattr(resource, "RLIMIT_" + name), (value, value))
try:
    import ctypes
    ctypes.CDLL(None).unshare(0x40000000 if os.geteuid() == 0 else 0x50000000)
except (OSError, AttributeError):
    pass
os.execv(sys.argv[4], sys.argv[4:])
"""


def program() -> str | None:
    """The path of LibreOffice, None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def to_docx(data: bytes) -> bytes:
    """The same document as DOCX. Raises Refused, also where nothing can convert it."""
    if any(name in data for name in _ENCRYPTED):
        raise refused("encrypted")
    if any(name in data for name in _MACROS):
        raise refused("macro")
    if not any(name in data for name in _WORD):
        raise refused("other_type", name="其他格式的旧版 Office 文件")
    office = program()
    if office is None or os.name != "posix":
        raise refused("legacy")
    with tempfile.TemporaryDirectory(prefix="anxin-") as folder:
        source = Path(folder, "in.doc")
        source.write_bytes(data)
        _convert(office, folder)
        made = Path(folder, "in.docx")
        if not made.is_file() or not 0 < made.stat().st_size <= limits.FILE:
            raise refused("damaged")
        return made.read_bytes()


def _convert(office: str, folder: str) -> None:
    command = [sys.executable, "-I", "-c", _START, str(_MEMORY), str(_CPU), str(limits.FILE), office, "--headless",
               "--norestore", "--nolockcheck", f"-env:UserInstallation={Path(folder, 'profile').as_uri()}",
               "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder, str(Path(folder, "in.doc"))]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               cwd=folder, env={"HOME": folder, "PATH": os.defpath}, start_new_session=True)
    try:
        process.wait(_WALL)
    except subprocess.TimeoutExpired:
        raise refused("timeout") from None
    finally:
        kill(process)
        process.wait()
