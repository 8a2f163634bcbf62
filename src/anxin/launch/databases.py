"""The two databases with their accounts, on the embedded cluster or on a PostgreSQL given by its address."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit, urlunsplit

import psycopg
from psycopg import sql

from anxin.config import roles
from anxin.launch import keys
from anxin.launch.postgres import Cluster

WINGS = ("inner", "outer")
OLDEST = 15


@dataclass(frozen=True)
class Database:
    """One wing's database. ``owner_url`` is the account that migrates, ``admin_url`` one that may make roles,
    ``secrets`` the directory that keeps the passwords of the run-time roles."""

    wing: str
    owner_url: str
    admin_url: str
    secrets: Path

    @property
    def name(self) -> str:
        return unquote(urlsplit(self.owner_url).path.lstrip("/"))

    def password(self, role: str) -> str:
        return keys.password(self.secrets, f"db_{role}")

    def url(self, role: str) -> str:
        """The address for a run-time role (``app``, ``reader``, ...) or for the owner."""
        if role == roles.OWNER:
            return self.owner_url
        name = roles.role_name(self.name, role)
        parts = urlsplit(self.owner_url)
        place = parts.netloc.rpartition("@")[2]
        return urlunsplit(parts._replace(netloc=f"{quote(name)}:{quote(self.password(name), safe='')}@{place}"))

    def environment(self, role: str) -> dict[str, str]:
        """What a process of the wing needs to know to reach its database in this role."""
        return {f"ANXIN_{self.wing.upper()}_URL": self.url(role)}

    def prepare_roles(self) -> None:
        """Make the run-time roles and set their passwords."""
        with psycopg.connect(self.admin_url, autocommit=True) as connection:
            roles.ensure_runtime_roles(connection, self.name, self.wing, self.password)

    def apply_grants(self) -> None:
        with psycopg.connect(self.owner_url, autocommit=True) as connection:
            roles.apply(connection, self.name, self.wing)


def embedded(cluster: Cluster, wing: str, secrets: Path) -> Database:
    """The wing's database on the embedded cluster, made when it is missing, with an owner of its own."""
    result = _embedded(cluster, wing, secrets)
    owner, name = urlsplit(result.owner_url).username or "", sql.Identifier(result.name)
    with psycopg.connect(cluster.url("postgres"), autocommit=True) as connection:
        roles.ensure_role(connection, owner, keys.password(secrets, f"db_{owner}"))
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [result.name]).fetchone():
            connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(name, sql.Identifier(owner)))
        connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(name))
    return result


def installed(var: Path, wing: str) -> Database:
    """The wing's database of this installation, without connecting to it. Raises RuntimeError when there is none."""
    if given := os.environ.get(f"ANXIN_{wing.upper()}_DATABASE_URL"):
        return Database(wing, given, given, var / "secrets")
    if not (var / "postgres" / "places.json").exists():
        raise RuntimeError("还没有数据库，请先运行 ./anxin demo。")
    return _embedded(Cluster(var / "postgres"), wing, var / "secrets")


def _embedded(cluster: Cluster, wing: str, secrets: Path) -> Database:
    name = f"anxin_{wing}"
    owner = roles.role_name(name, roles.OWNER)
    return Database(
        wing, cluster.url(name, owner, keys.password(secrets, f"db_{owner}")), cluster.url(name), secrets)


def external(wing: str, secrets: Path) -> Database | None:
    """The database given in the environment for this wing, or None: its account owns the database and may make roles.

    Raises RuntimeError when the server is too old or cannot be reached."""
    variable = f"ANXIN_{wing.upper()}_DATABASE_URL"
    url = os.environ.get(variable)
    if not url:
        return None
    try:
        with psycopg.connect(url, connect_timeout=10) as connection:
            version = connection.info.server_version // 10000
    except psycopg.Error as error:
        raise RuntimeError(f"连不上 {variable} 所指的数据库：{str(error).strip()}") from error
    if version < OLDEST:
        raise RuntimeError(f"{variable} 所指的 PostgreSQL 版本为 {version}，需要 {OLDEST} 或更新。")
    return Database(wing, url, url, secrets)
