"""Inside the sandbox: takes one job's data from standard input and writes the answer to standard output.

The answer is a JSON object: the result of the job, or ``{"refused": [sentence, code]}``. An exception that nobody
expected ends the process, which the other side turns into a refusal too.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from typing import Any

from anxin.files.refused import Refused, refused
from anxin.files.sandbox import OUT_OF_MEMORY

Job = Callable[[bytes], dict[str, Any]]


def main(arguments: list[str]) -> None:
    """Arguments: job, bytes of address space, seconds of processor time, open files."""
    name, memory, cpu, files = arguments
    job = prepare(name)
    confine(int(memory), int(cpu), int(files))
    answer = answer_to(job, sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
    os._exit(0)     # nothing to tidy up; saves the time of taking the interpreter apart


def answer_to(job: Job, data: bytes) -> dict[str, Any]:
    """The job's result or refusal. Running out of memory ends the process: there may be none left to answer with."""
    try:
        return job(data)
    except Refused as error:
        answer = error
    except RecursionError:
        answer = refused("nesting")
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    return {"refused": [answer.sentence, answer.code]}


def prepare(name: str) -> Job:
    """The job with everything it imports, for after ``confine`` no file can be opened."""
    if name.startswith("read-"):
        from anxin.files import parse
        parse.preload(name.removeprefix("read-"))
        return parse.job
    if name == "pictures":
        from anxin.files import image
        image.preload()
        return image.job
    raise SystemExit(2)


def confine(memory: int, cpu: int, files: int) -> None:
    """Limits this process for good: memory, time, files and sockets, written bytes, processes, core dumps."""
    try:
        import resource
    except ImportError:     # Windows
        return
    for limit, value in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, cpu), (resource.RLIMIT_NOFILE, files),
                         (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_NPROC, 0), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(limit, (value, value))
        except (ValueError, OSError):   # macOS refuses some
            continue
