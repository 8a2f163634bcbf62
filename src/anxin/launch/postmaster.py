"""The process behind a ``postmaster.pid`` left by an earlier run: ours, a stranger, or gone.

After a power cut the number in that file may belong to anybody. Nothing is ever signalled because of the
number alone: a process is ours when it runs ``postgres`` with our data directory.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path


def recorded_pid(data: Path) -> int | None:
    """The number in ``postmaster.pid``, or None when there is no readable file."""
    try:
        return int((data / "postmaster.pid").read_text().split("\n", 1)[0])
    except (OSError, ValueError):
        return None


def arguments_of(pid: int) -> list[str]:
    """The command line of a process; empty when there is none."""
    proc = Path(f"/proc/{pid}/cmdline")
    if Path("/proc/self").exists():
        try:
            return [part.decode(errors="replace") for part in proc.read_bytes().split(b"\0") if part]
        except OSError:
            return []
    shown = subprocess.run(["ps", "-o", "command=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return shown.stdout.split()


def is_ours(pid: int, data: Path) -> bool:
    """Whether this process is the postmaster of the data directory."""
    arguments = arguments_of(pid)
    return bool(arguments) and Path(arguments[0]).name == "postgres" and str(data) in arguments


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def someone_inside(data: Path) -> bool:
    """Whether a process still works in the data directory (a backend whose postmaster was killed)."""
    here = data.resolve()
    for entry in Path("/proc").glob("[0-9]*/cwd"):
        try:
            if Path(os.readlink(entry)) == here:
                return True
        except OSError:
            continue
    return False


def end_leftover(data: Path, seconds: float = 30) -> None:
    """Bring the data directory to rest before it is started again.

    Our own leftover postmaster is shut down; a number that belongs to a stranger is only taken out of the file,
    and only when nobody works in the directory any more. Raises RuntimeError when it does not come to rest.
    """
    deadline = time.monotonic() + seconds
    pid = recorded_pid(data)
    if pid is not None and alive(pid) and is_ours(pid, data):
        _signal_if_ours(pid, data)
        while alive(pid) and is_ours(pid, data) and time.monotonic() < deadline:
            time.sleep(0.05)
    while someone_inside(data) and time.monotonic() < deadline:
        time.sleep(0.05)
    if someone_inside(data):
        raise RuntimeError(f"数据库目录 {data} 仍被另一个进程使用，请先结束它再启动。")
    pid = recorded_pid(data)
    if pid is not None and alive(pid) and not is_ours(pid, data):
        (data / "postmaster.pid").unlink()


def _signal_if_ours(pid: int, data: Path) -> None:
    """Ask for a fast shutdown through a handle that cannot slip to another process between check and signal."""
    if not hasattr(os, "pidfd_open"):
        os.kill(pid, signal.SIGINT)
        return
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    try:
        if is_ours(pid, data):
            signal.pidfd_send_signal(handle, signal.SIGINT)
    except ProcessLookupError:
        pass
    finally:
        os.close(handle)
