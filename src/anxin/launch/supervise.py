"""Keeping the product's processes running until somebody says stop."""

from __future__ import annotations

import signal
import subprocess
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from anxin.launch.child import ended, spawn, stop

RESTARTS, WITHIN = 5, 60.0   # a process that dies more often than this in so many seconds stays down
LOG_LIMIT = 5_000_000


@dataclass
class Process:
    """One process of the product, started again when it dies."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    log: Path
    child: subprocess.Popen[bytes] | None = None
    deaths: deque[float] = field(default_factory=lambda: deque(maxlen=RESTARTS + 1))

    def start(self) -> None:
        if self.log.exists() and self.log.stat().st_size > LOG_LIMIT:
            self.log.replace(self.log.with_suffix(".log.1"))
        self.child = spawn(list(self.command), self.log, self.environment)

    def alive(self) -> bool:
        return self.child is not None and not ended(self.child)

    def revive(self) -> None:
        """Start again after a death. Raises RuntimeError when it died too often."""
        self.deaths.append(time.monotonic())
        if len(self.deaths) > RESTARTS and self.deaths[-1] - self.deaths[0] < WITHIN:
            raise RuntimeError(f"{self.name} 反复退出，已停止。日志（{self.log}）的末尾：\n{tail(self.log)}")
        self.start()


def tail(log: Path, size: int = 1500) -> str:
    return log.read_text(errors="replace")[-size:] if log.exists() else ""


class Asked(Exception):
    """Somebody asked us to stop (Ctrl-C, a signal, the terminal closed)."""


def stop_on_signals() -> None:
    """Turn the signals that end a program into ``Asked`` in the main thread."""
    def asked(number: int, _frame: object) -> None:
        for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(name, signal.SIG_IGN)     # a second Ctrl-C must not break off the orderly stop
        raise Asked(signal.Signals(number).name)

    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, asked)


def watch(processes: Sequence[Process], others: Callable[[], None], say: Callable[[str], None]) -> None:
    """Look after the processes until ``Asked`` or a RuntimeError ends it. ``others`` looks after the database."""
    while True:
        others()
        for process in processes:
            if not process.alive():
                say(f"{process.name} 退出了，正在重新启动……")
                process.revive()
        time.sleep(0.5)


def stop_all(processes: Sequence[Process]) -> None:
    """Ask all to end at once, then wait for each."""
    for process in processes:
        if process.alive() and process.child:
            process.child.send_signal(signal.SIGTERM)
    for process in processes:
        if process.child:
            stop(process.child)
