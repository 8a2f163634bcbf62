"""The running product: both doors and both workers over one installation."""

from __future__ import annotations

import os
import sys
import time
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

from anxin.config.base import VAR
from anxin.launch import ports, supervise
from anxin.launch.installation import Installation
from anxin.launch.supervise import Process

PATIENCE = 90.0     # seconds for the doors to open on a slow machine


class House:
    """Starts, watches and stops the product. ``port`` is the portal's, the workbench takes the next one."""

    def __init__(self, port: int, demo: bool, var: Path = VAR) -> None:
        self.port, self.demo = port, demo
        self.installation = Installation(var)
        self.processes: list[Process] = []
        self._mark = var / "unclean"

    @property
    def addresses(self) -> dict[str, str]:
        return {"portal": f"http://127.0.0.1:{self.port}/", "workbench": f"http://127.0.0.1:{self.port + 1}/",
                "party": f"http://127.0.0.1:{self.port + 2}/", "kiosk": f"http://127.0.0.1:{self.port + 3}/"}

    def run(self, prepare: Callable[[Installation], None], opened: Callable[[House], None]) -> int:
        """Run until asked to stop; the exit code. ``prepare`` fills the migrated databases, ``opened`` greets."""
        try:
            with self.installation.held():
                return self._run(prepare, opened)
        except RuntimeError as error:
            say(str(error))
            return 1

    def _run(self, prepare: Callable[[Installation], None], opened: Callable[[House], None]) -> int:
        supervise.stop_on_signals()
        try:
            self._check_ports()
            self._mark.touch()
            step("启动数据库", self.installation.open)
            self._say_where()
            step("升级数据表", self.installation.migrate)
            step("核对停止公开的指令", self.installation.put_right)
            prepare(self.installation)
            step("启动门户、工作台和后台任务", self._start)
            opened(self)
            supervise.watch(self.processes, self._look_after_database, say)
        except supervise.Asked:
            say("\n正在停止……")
        finally:
            supervise.stop_all(self.processes)
            self.installation.close()
            self._mark.unlink(missing_ok=True)
        say("已停止。")
        return 0

    def _check_ports(self) -> None:
        patience = 15.0 if self._mark.exists() else 0.0   # processes of a killed launcher are still ending
        taken = ports.wait_free([self.port + n for n in range(4)], patience)
        if taken:
            raise RuntimeError(
                f"端口 {taken} 已被别的程序占用，请换一个：./anxin demo --port {self.port + 100}\n"
                f"Port {taken} is taken; choose another one with --port.")

    def _say_where(self) -> None:
        place = self.installation.cluster and self.installation.cluster.elsewhere()
        if place:
            say(f"  数据库账号进不了 {self.installation.var}，数据放在 {place}")

    def _start(self) -> None:
        self.processes = processes(self.installation, self.port, self.demo)
        for process in self.processes:
            process.start()
        deadline = time.monotonic() + PATIENCE
        waiting = set(self.addresses.values())
        while waiting:
            waiting = {address for address in waiting if not ports.answers(address)}
            for process in self.processes:
                if not process.alive():
                    process.revive()
            if waiting and time.monotonic() > deadline:
                logs = "\n".join(f"{p.log}\n{supervise.tail(p.log, 600)}" for p in self.processes[:2])
                raise RuntimeError(f"{'、'.join(sorted(waiting))} 没有应答。\n{logs}")
            time.sleep(0.1)

    def _look_after_database(self) -> None:
        cluster = self.installation.cluster
        if cluster is not None and not cluster.running():
            say("数据库退出了，正在重新启动……")
            cluster.start()


def processes(installation: Installation, port: int, demo: bool) -> list[Process]:
    """The processes of the product, each with the one database role that it needs."""
    flag = {"ANXIN_DEMO": "1" if demo else "0", "ANXIN_SUPERVISED": "1"}

    address = {"ANXIN_PORTAL_ADDRESS": os.environ.get("ANXIN_PORTAL_ADDRESS", f"http://127.0.0.1:{port}")}
    doors = address | {"ANXIN_PARTY_ADDRESS": os.environ.get("ANXIN_PARTY_ADDRESS", f"http://127.0.0.1:{port + 2}")}
    intake = {"ANXIN_OUTER_INTAKE_URL": installation.databases["outer"].url("intake")}

    def one(name: str, wing: str, role: str, command: Sequence[str], **more: str) -> Process:
        environment = installation.environment(wing, role, **flag, **more)
        return Process(name, command, environment, installation.log / f"{name}.log")

    return [
        one("portal", "outer", "reader", server("outer", port), **doors, **intake),
        one("workbench", "inner", "app", server("inner", port + 1), **address),
        one("party", "outer", "party", server("party", port + 2), **doors, **intake),
        one("kiosk", "inner", "kiosk", server("kiosk", port + 3)),
        one("worker-inner", "inner", "app", [sys.executable, "-m", "anxin", "worker", "inner"]),
        one("worker-outer", "outer", "importer", [sys.executable, "-m", "anxin", "worker", "outer"], **doors),
    ]


def server(wing: str, port: int) -> list[str]:
    """A real WSGI server for one wing's doors."""
    return [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port),
        "--workers", "1", "--blocking-threads", "16", "--no-ws", "--log-level", "warning",
        f"anxin.config.wsgi_{wing}:application",
    ]


def say(sentence: str) -> None:
    print(sentence, flush=True)


def step(title: str, work: Callable[[], None]) -> None:
    """Do one part of the start and say how long it took."""
    begun = time.monotonic()
    print(f"  {title}……", end="", flush=True)
    try:
        work()
    except BaseException:
        print(flush=True)
        raise
    print(f" {time.monotonic() - begun:.1f} 秒", flush=True)


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows as aligned columns; a Chinese character is two columns wide."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  " + "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
