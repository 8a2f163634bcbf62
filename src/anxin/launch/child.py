"""Child processes that cannot outlive the launcher."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Any

_PR_SET_PDEATHSIG = 1


def dies_with_parent(by: signal.Signals) -> Callable[[], None] | None:
    """A ``preexec_fn`` that makes the kernel send ``by`` to the child when its parent dies (Linux only)."""
    if not sys.platform.startswith("linux"):
        return None
    libc, parent = ctypes.CDLL(None), os.getpid()

    def arrange() -> None:
        libc.prctl(_PR_SET_PDEATHSIG, int(by))
        if os.getppid() != parent:  # the parent died between fork and here
            os._exit(1)

    return arrange


def spawn(
    command: list[str], log: Path | None, env: Mapping[str, str] | None = None,
    stop_signal: signal.Signals = signal.SIGTERM, **more: Any,
) -> subprocess.Popen[bytes]:
    """Start a command in its own session (Ctrl-C reaches only the launcher, which stops its children in order)."""
    out: IO[bytes] | int = subprocess.DEVNULL if log is None else log.open("ab")
    try:
        return subprocess.Popen(
            command, env=None if env is None else dict(env), stdin=subprocess.DEVNULL, stdout=out, stderr=out,
            start_new_session=True, preexec_fn=dies_with_parent(stop_signal), **more,
        )
    finally:
        if not isinstance(out, int):
            out.close()


def stop(child: subprocess.Popen[bytes], by: signal.Signals = signal.SIGTERM, seconds: float = 15) -> None:
    """Ask a child to end; end it and its process group after ``seconds``. It is our own child, so its number
    cannot have passed to a stranger before we have waited for it."""
    if child.poll() is not None:
        return
    child.send_signal(by)
    try:
        child.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
