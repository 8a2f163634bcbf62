"""The outer wing's tests: run-time role ``importer`` on a throw-away database (start them with ``./anxin test``)."""

from __future__ import annotations

from functools import partial

import pytest

from tests.harness import database

DATABASE, WING, ROLE = "anxin_outer", "outer", "importer"


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
    """``with db_role("reader"):`` runs a block in another role of the wing."""
    return partial(database.acting_as, database=DATABASE)


@pytest.fixture(autouse=True)
def places(settings, tmp_path):
    """Every test has its own spool, file store and search index, and a worker that has just started."""
    from tests.outer.corridor import forget

    settings.SPOOL, settings.FILE_STORE = tmp_path / "spool", tmp_path / "files"
    settings.ORDERS = tmp_path / "orders"
    settings.SEARCH_INDEX = tmp_path / "search.sqlite"
    forget()


@pytest.fixture
def sender(places):
    """The other side of the corridor."""
    from tests.outer.corridor import Sender

    return Sender()
