"""Runs a parser in a subprocess that can cost, see and touch little.

The child gets the data on its standard input and answers on its standard output, nothing else: an empty working
directory, no environment, no inherited files. It limits itself before it reads the first byte (``worker.confine``),
because a hook between fork and exec is not safe in a process with threads. Without rlimits (Windows) and without
RLIMIT_AS (macOS) the limits of time and output still hold, for they are kept here.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO

from anxin.files.limits import Limits
from anxin.files.refused import refused

_SOURCE = str(Path(__file__).resolve().parents[2])
_START = "import sys; sys.path.insert(0, sys.argv[1]); from anxin.files.worker import main; main(sys.argv[2:])"


def run(job: str, data: bytes, limits: Limits) -> bytes:
    """What the worker answers to the job for this data. Raises Refused when it dies or exceeds a limit."""
    command = [sys.executable, "-I", "-c", _START, _SOURCE, job,
               str(limits.memory), str(limits.cpu), str(limits.files)]
    with tempfile.TemporaryDirectory(prefix="anxin-") as folder:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                   cwd=folder, env=_environment(), close_fds=True, start_new_session=True)
        timer = threading.Timer(limits.wall, kill, (process,))
        timer.start()
        try:
            answer = _exchange(process, data, limits.output)
        finally:
            timer.cancel()
            kill(process)
            process.wait()
    if len(answer) > limits.output:
        raise refused("output")
    if process.returncode:
        raise refused(_DEATHS.get(process.returncode, "crashed"))
    return answer


# How a worker ends when it can't answer: by its own code, by the soft limit of processor time, by a kill.
OUT_OF_MEMORY = 12
_DEATHS = {OUT_OF_MEMORY: "memory", -24: "timeout", -9: "timeout"}


def _exchange(process: subprocess.Popen[bytes], data: bytes, limit: int) -> bytes:
    """Feeds the data and reads at most one byte more than the limit, so that the caller can see an excess."""
    assert process.stdin
    assert process.stdout
    threading.Thread(target=_feed, args=(process.stdin, data), daemon=True).start()
    with process.stdout:
        answer = process.stdout.read(limit + 1)
        if len(answer) <= limit:
            process.wait()
    return answer


def _feed(stream: IO[bytes], data: bytes) -> None:
    with suppress(OSError, ValueError), stream:     # the child has gone: its return code says why
        stream.write(data)


def kill(process: subprocess.Popen[bytes]) -> None:
    """Ends the process, unless it has ended, with everything it started."""
    if process.poll() is not None:
        return
    with suppress(ProcessLookupError, PermissionError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


def _environment() -> dict[str, str]:
    """Nothing but what Windows needs to start a process at all."""
    return {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
