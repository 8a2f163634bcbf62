"""The catalog says exactly what ``anxin.inner.grants`` declares, for every table and every right."""

from __future__ import annotations

import pytest
from django.db import connection

from anxin.config.roles import role_name
from anxin.inner.grants import GRANTS

RIGHTS = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER")


@pytest.mark.django_db
@pytest.mark.parametrize("role", GRANTS)
def test_the_catalog_agrees_with_the_declaration(role):
    rules = GRANTS[role]
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v')")
        for (table,) in cursor.fetchall():
            declared = {right.strip() for right in rules.get(table, rules.get("*", "")).split(",")} - {""}
            cursor.execute("SELECT r FROM unnest(%s::text[]) r WHERE has_table_privilege(%s, %s, r)",
                           [list(RIGHTS), role_name("anxin_inner", role), f'public."{table}"'])
            assert {right for (right,) in cursor.fetchall()} == declared, table


@pytest.mark.django_db
def test_the_run_time_role_is_neither_owner_nor_superuser():
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False,)
        cursor.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public' AND tableowner = current_user")
        assert cursor.fetchone() == (0,)
