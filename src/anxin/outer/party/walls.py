"""Who asks, told to the database: the policies of migration ``0002_walls`` show the rows of this person and no other.

The three settings live as long as the transaction, so a pooled connection cannot carry them to the next request.
"""

from __future__ import annotations

import hashlib
from uuid import UUID

from django.db import connection


def _set(name: str, value: str) -> None:
    if not connection.in_atomic_block:
        raise RuntimeError("身份只能在事务内设定。")
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [f"anxin.{name}", value])


def nobody() -> None:
    """Forget whoever asked before."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('anxin.account', '', true), set_config('anxin.claim', '', true),"
            " set_config('anxin.session', '', true)"
        )


def identify(account: UUID) -> None:
    """From here to the end of the transaction this person's rows can be seen. Only after proof of who it is."""
    _set("account", str(account))


def claim(login_or_id: str) -> None:
    """Somebody says to be this account: its own row and its activation can be seen, to check the proof."""
    _set("claim", login_or_id)


def holds(session_key: str) -> str:
    """Somebody shows this session's cookie: its row can be seen. The hash under which it is kept."""
    digest = hashlib.sha256(session_key.encode()).hexdigest()
    _set("session", digest)
    return digest
