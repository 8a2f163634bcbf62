"""Child processes that cannot outlive the launcher."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
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


def tie_to_parent() -> None:
    """Let this very process end when the one that started it dies, as a worker of a server that was killed must.

    Only under the launcher (``ANXIN_SUPERVISED``), which knows the parent to be the server.
    """
    if os.environ.get("ANXIN_SUPERVISED") == "1" and sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL))


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


def ended(child: subprocess.Popen[bytes]) -> bool:
    """Whether the child has ended; what it left behind in its process group is ended too.

    The group is signalled before the child is reaped: until then its number cannot have passed to a stranger.
    """
    if child.returncode is not None:
        return True
    if not hasattr(os, "waitid"):   # macOS before Python 3.13
        return child.poll() is not None
    if os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        return False
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()
    return True


def stop(child: subprocess.Popen[bytes], by: signal.Signals = signal.SIGTERM, seconds: float = 15) -> None:
    """Ask a child to end; end it and its process group after ``seconds``."""
    if ended(child):
        return
    child.send_signal(by)
    deadline = time.monotonic() + seconds
    while not ended(child):
        if time.monotonic() > deadline:
            os.killpg(child.pid, signal.SIGKILL)
        time.sleep(0.02)
