"""The main loop of a worker: a few steps again and again until it is told to stop.

The corridor has a line of its own, so that no periodic job, however long, keeps back what ends access.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from threading import Event, Thread
from typing import Any

from django.db import connections

from anxin.work.receipts import read_receipt, write_receipt
from anxin.work.receiving import receive_pending
from anxin.work.schedule import run_due
from anxin.work.sending import send_pending
from anxin.work.wing import Wing

Step = Callable[[], Any]
log = logging.getLogger("anxin.worker")
POLL, BESIDE = 0.25, 1.0  # seconds between two passes of the corridor, of what runs beside it
MOST = 10.0  # seconds between tries while something is wrong


def corridor(wing: Wing) -> list[Step]:
    """The steps of a wing's end of the corridor, those that end access first."""
    return [
        lambda: receive_pending(wing),
        lambda: write_receipt(wing),
        lambda: read_receipt(wing),
        lambda: send_pending(wing),
    ]


def jobs(wing: Wing) -> list[Step]:
    """The periodic jobs of the wing's rooms that are due."""
    return [lambda: run_due(wing.periodic)]


def run(stop: Event, *lines: Sequence[Step], poll: float = POLL) -> None:
    """Work on every line at once, each in its own order, until ``stop`` is set; what is being done is finished."""
    beside = [Thread(target=_line, args=(stop, line, poll * BESIDE / POLL)) for line in lines[1:]]
    for thread in beside:
        thread.start()
    _line(stop, lines[0], poll)
    for thread in beside:
        thread.join()


def _line(stop: Event, steps: Sequence[Step], poll: float) -> None:
    """Do all steps every ``poll`` seconds until ``stop`` is set. A step that fails does not keep the others back."""
    failures = 0
    while not stop.is_set():
        failed = False
        for step in steps:
            if stop.is_set():
                return
            try:
                step()
            except Exception:
                log.exception("a step of the worker failed")
                connections.close_all()
                failed = True
        failures = failures + 1 if failed else 0
        stop.wait(min(poll * 2**failures, MOST) if failures else poll)
