"""The inner wing's tests: run-time role ``app`` on a throw-away database (start them with ``./anxin test``)."""

from __future__ import annotations

from functools import partial

import pytest

from tests.harness import database

DATABASE, WING, ROLE = "anxin_inner", "inner", "app"


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        database.grant(DATABASE, WING)
        database.flush_as_superuser()
        database.assume(ROLE, DATABASE)
    yield
    with django_db_blocker.unblock():
        database.assume("owner", DATABASE)


@pytest.fixture
def db_role(db):
    """``with db_role("kiosk"):`` runs a block in another role of the wing."""
    return partial(database.acting_as, database=DATABASE)
