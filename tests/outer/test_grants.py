"""Each door's account may do what is declared, and the reader cannot reach what is withheld."""

from __future__ import annotations

import pytest
from django.db import ProgrammingError, connection, transaction

from anxin.outer.grants import GRANTS
from tests.outer.corridor import ending, publication

pytestmark = pytest.mark.django_db
RIGHTS = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER")


@pytest.mark.parametrize("role", GRANTS)
def test_the_catalog_holds_exactly_the_declared_rights(role):
    declared = {table: set(rights.split(", ")) for table, rights in GRANTS[role].items()}
    found: dict[str, set[str]] = {}
    with connection.cursor() as cursor:
        for right in RIGHTS:
            cursor.execute(
                "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
                " AND relkind IN ('r', 'p', 'v') AND has_table_privilege(%s, oid, %s)",
                [f"anxin_outer_{role}", right],
            )
            for (table,) in cursor.fetchall():
                found.setdefault(table, set()).add(right)
    assert found == declared


@pytest.mark.parametrize("role", ["reader", "party", "intake"])
@pytest.mark.parametrize("statement", [
    "SELECT * FROM publications_withheld", "SELECT * FROM publications_hold", "SELECT * FROM post_inbox",
    "UPDATE publications_publication SET title = ''", "DELETE FROM publications_publication",
    "INSERT INTO figures_cell DEFAULT VALUES", "CREATE TABLE mine (a int)",
])  # fmt: skip
def test_no_public_door_reads_the_withheld_or_writes_the_published(db_role, sender, role, statement):
    sender.send(publication())
    sender.send(ending("hide"), lane="hide")
    with db_role(role), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        connection.cursor().execute(statement)
