"""Which account runs PostgreSQL, and which places that account can reach.

PostgreSQL refuses to run as root. Started by root, the cluster therefore runs as ``nobody``; no account is
created and no mode of an existing directory is changed: what ``nobody`` cannot reach is put elsewhere.
"""

from __future__ import annotations

import os
import pwd
import subprocess
import tempfile
from pathlib import Path
from typing import Any

UNPRIVILEGED = "nobody"


def account() -> str | None:
    """The account that must run PostgreSQL, or None when the current one may."""
    return UNPRIVILEGED if os.geteuid() == 0 else None


def as_account(name: str | None) -> dict[str, Any]:
    """Arguments of ``subprocess`` that drop to ``name`` (nothing for None)."""
    if name is None:
        return {}
    entry = pwd.getpwnam(name)
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def give(path: Path, name: str | None) -> None:
    """Make a directory of our own, just created, belong to the account."""
    if name is not None:
        entry = pwd.getpwnam(name)
        os.chown(path, entry.pw_uid, entry.pw_gid)


def runs(command: list[str], name: str | None) -> bool:
    """Whether the account can run this command to success."""
    try:
        done = subprocess.run(
            command, **as_account(name), cwd="/", env={"PATH": os.defpath}, timeout=20, check=False,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0


def reaches(path: Path, name: str | None) -> bool:
    """Whether the account may enter this directory."""
    return name is None or runs(["/bin/sh", "-c", 'cd -- "$1"', "sh", str(path)], name)


def public_place(prefix: str) -> Path:
    """A new directory with an unguessable name under the system's temporary directories, listable by its owner only
    but passable by all, so that the account reaches what it owns inside."""
    for parent in ("/var/tmp", tempfile.gettempdir(), "/tmp"):  # noqa: S108 - mkdtemp inside
        if reaches(Path(parent), account()):
            place = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
            place.chmod(0o711)
            return place
    raise RuntimeError("系统临时目录都不可用，无法放置数据库。")
