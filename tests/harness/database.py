"""Database tests run in the wing's run-time role, never as owner, on a throw-away cluster.

The runner signs in as the cluster's superuser and assumes roles: the owner to create and migrate, then the
run-time role. Only emptying the tables between transactional tests is done as superuser.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from django.db import connections
from django.db.backends.postgresql.operations import DatabaseOperations

from anxin.config import roles


def assume(role: str, database: str) -> None:
    """From here on every connection of the wing acts in this role."""
    for alias in connections:
        connections[alias].close()
        connections[alias].settings_dict["OPTIONS"]["assume_role"] = roles.role_name(database, role)


def grant(database: str, wing: str) -> None:
    """Apply the wing's declared grants to the freshly migrated test database, as its owner."""
    connection = connections["default"]
    connection.ensure_connection()
    roles.apply(connection.connection, database, wing)


@contextlib.contextmanager
def acting_as(role: str, database: str, alias: str = "default") -> Iterator[None]:
    """Run a block in another role of the wing, in the same connection and transaction."""
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT current_user")
        (before,) = cursor.fetchone()
        cursor.execute(f'SET ROLE "{roles.role_name(database, role)}"')
    try:
        yield
    finally:
        with connections[alias].cursor() as cursor:
            cursor.execute(f'SET ROLE "{before}"')


def flush_as_superuser() -> None:
    """Let Django's emptying of tables pass grants, row-level security and append-only triggers."""
    flush = DatabaseOperations.execute_sql_flush

    def execute_sql_flush(self: DatabaseOperations, sql_list: list[str]) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute("SELECT current_user")
            (role,) = cursor.fetchone()
            cursor.execute("RESET ROLE")
            cursor.execute("SET session_replication_role = replica")
        flush(self, sql_list)
        with self.connection.cursor() as cursor:
            cursor.execute("SET session_replication_role = DEFAULT")
            cursor.execute(f'SET ROLE "{role}"')

    DatabaseOperations.execute_sql_flush = execute_sql_flush
