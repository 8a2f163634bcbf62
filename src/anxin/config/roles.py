"""The accounts of a wing's database: one owner that only migrates, and run-time roles with declared grants.

``anxin.inner.grants.GRANTS`` and ``anxin.outer.grants.GRANTS`` say what each role may do:
``{role: {table or "*": "SELECT, INSERT"}}``; a table's own entry replaces the one of ``*``.
Roles belong to a whole cluster, so their names carry the database's: ``anxin_inner_app``.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable

import psycopg
from psycopg import sql

Grants = dict[str, dict[str, str]]
OWNER = "owner"
DATABASE = "(database)"  # what a role may do beside its tables: TEMPORARY
_TABLES = "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')"

_SEQUENCES = (
    "SELECT s.relname FROM pg_depend d JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S' "
    "JOIN pg_class t ON t.oid = d.refobjid WHERE t.relname = %s AND t.relnamespace = 'public'::regnamespace"
)


def grants(wing: str) -> Grants:
    """What the wing declares."""
    return dict(importlib.import_module(f"anxin.{wing}.grants").GRANTS)


def role_name(database: str, role: str) -> str:
    return f"{database}_{role}"


def ensure_role(connection: psycopg.Connection, name: str, password: str) -> None:
    """Make a role that may sign in and nothing else; set its password. (Before PostgreSQL 16 a database's owner has
    its rights in schema ``public`` only by inheritance.)"""
    exists = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name]).fetchone()
    verb = sql.SQL("ALTER" if exists else "CREATE")
    connection.execute(
        sql.SQL("{} ROLE {} LOGIN INHERIT PASSWORD {}").format(verb, sql.Identifier(name), sql.Literal(password))
    )


def ensure_runtime_roles(
    connection: psycopg.Connection, database: str, wing: str, password: Callable[[str], str]
) -> None:
    """Make the wing's run-time roles; ``password(role name)`` gives the password of each."""
    for role in grants(wing):
        name = role_name(database, role)
        ensure_role(connection, name, password(name))


def apply(connection: psycopg.Connection, database: str, wing: str) -> None:
    """Give every run-time role exactly what is declared, on every table and sequence of schema ``public``.

    Run by the owner after each migration, in one transaction; what was granted before and is not declared is revoked.
    """
    declared = grants(wing)
    with connection.transaction():
        database_name = sql.Identifier(connection.info.dbname)
        connection.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
        tables = [row[0] for row in connection.execute(_TABLES)]
        for role, rules in declared.items():
            name = sql.Identifier(role_name(database, role))
            rights = sql.SQL(", ".join(["CONNECT", *filter(None, [rules.get(DATABASE)])]))
            connection.execute(sql.SQL("GRANT {} ON DATABASE {} TO {}").format(rights, database_name, name))
            _apply_role(connection, name, rules, tables)


def _apply_role(connection: psycopg.Connection, name: sql.Identifier, rules: dict[str, str], tables: list[str]) -> None:
    unknown = set(rules) - set(tables) - {"*", DATABASE}
    if unknown:
        raise RuntimeError(f"授权表写了不存在的数据表：{'、'.join(sorted(unknown))}")
    connection.execute(sql.SQL("GRANT USAGE ON SCHEMA public TO {}").format(name))
    connection.execute(sql.SQL("REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {}").format(name))
    connection.execute(sql.SQL("REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {}").format(name))
    for table in tables:
        rights = rules.get(table, rules.get("*", ""))
        if not rights:
            continue
        connection.execute(
            sql.SQL("GRANT {} ON {} TO {}").format(sql.SQL(rights), sql.Identifier("public", table), name)
        )
        if "INSERT" in rights:
            _grant_sequences(connection, table, name)


def _grant_sequences(connection: psycopg.Connection, table: str, name: sql.Identifier) -> None:
    """The sequences that fill the table's own columns (identity columns need none, serial ones do)."""
    for (sequence,) in connection.execute(_SEQUENCES, [table]).fetchall():
        connection.execute(sql.SQL("GRANT USAGE ON SEQUENCE {} TO {}").format(sql.Identifier("public", sequence), name))
