"""One installation: its place, its keys, its two databases brought up to date."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from anxin.config import roles
from anxin.launch import databases, keys
from anxin.launch.databases import Database
from anxin.launch.postgres import Cluster


class Installation:
    """What lies under ``var/``. Nothing outside it is written, save what PostgreSQL's account cannot reach there."""

    def __init__(self, var: Path) -> None:
        self.var = var
        self.secrets = var / "secrets"
        self.log = var / "log"
        self.cluster: Cluster | None = None
        self.databases: dict[str, Database] = {}

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Hold the installation for this process; the system lets go when the process dies. Raises RuntimeError
        when another one holds it."""
        self.var.mkdir(parents=True, exist_ok=True)
        with (self.var / "running.lock").open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise RuntimeError("已经有一个 ./anxin 在运行，请先在它的终端按 Ctrl-C。") from None
            yield

    def open(self) -> None:
        """Make missing keys, start the embedded PostgreSQL unless both databases are given, find both databases."""
        keys.ensure(self.secrets)
        self.log.mkdir(exist_ok=True)
        found = {wing: databases.external(wing, self.secrets) for wing in databases.WINGS}
        if not all(found.values()):
            self.cluster = Cluster(self.var / "postgres")
            self.cluster.start()
        for wing, given in found.items():
            self.databases[wing] = given or databases.embedded(self._own_cluster(), wing, self.secrets)

    def _own_cluster(self) -> Cluster:
        assert self.cluster is not None
        return self.cluster

    def migrate(self) -> None:
        """Bring both databases up to date, side by side, then give the run-time roles what is declared."""
        running = {
            wing: subprocess.Popen(
                [sys.executable, "-m", "anxin", "manage", wing, "migrate", "--no-input", "-v", "0"],
                env=self.environment(wing, roles.OWNER), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            for wing in self.databases
        }
        for wing, process in running.items():
            output, _ = process.communicate()
            if process.returncode:
                raise RuntimeError(f"{wing} 数据库升级失败：\n{output[-1500:]}")
        for database in self.databases.values():
            database.prepare_roles()
            database.apply_grants()

    def put_right(self) -> None:
        """What ended access stays ended, before any door opens, though the outer database came from a backup."""
        if not any((self.var / "outer" / "orders").glob("*.axp")):
            return
        done = subprocess.run([sys.executable, "-W", "ignore", "-m", "anxin", "worker", "outer", "--put-right"],
                              env=self.environment("outer", "importer"), check=False, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"停止公开的指令没有能够核对，不能开门：\n{(done.stdout + done.stderr)[-1500:]}")

    def environment(self, wing: str, role: str, **more: str) -> dict[str, str]:
        """The environment of one process of a wing: its own database in one role, nothing of the other wing."""
        kept = {k: v for k, v in os.environ.items() if not k.endswith(("_DATABASE_URL", "_URL")) or "ANXIN" not in k}
        own = self.databases[wing].environment(role)
        return kept | {"ANXIN_VAR": str(self.var), "PYTHONUNBUFFERED": "1"} | own | more

    def close(self) -> None:
        if self.cluster is not None:
            self.cluster.stop()

    def wipe(self) -> None:
        """Delete everything of this installation (the databases given by address stay)."""
        if (self.var / "postgres" / "places.json").exists():
            Cluster(self.var / "postgres").remove()
        for name in ("secrets", "inner", "outer", "spool", "log", "demo", "loaded", "loading"):
            path = self.var / name
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
