"""A worker that dies between any two statements leaves nothing half done; the next one finishes, once."""

from __future__ import annotations

import pytest
from django.db import connection

from anxin.outer.post import worker
from anxin.outer.post.models import Inbox, Sequence
from anxin.outer.publications import files
from anxin.outer.publications.models import Hold, Publication, Withheld
from tests.outer.corridor import ending, forget, publication

# naming the apps keeps the emptying of tables from making Django's own rows, for which the worker has no right
pytestmark = pytest.mark.django_db(transaction=True, available_apps=["anxin.outer.publications", "anxin.outer.post"])


class Killed(BaseException):
    """The process is gone: no handler of the code may catch this."""


class KillAt:
    """Dies at the nth statement."""

    def __init__(self, number: int) -> None:
        self.left = number

    def __call__(self, execute, sql, params, many, context):
        self.left -= 1
        if self.left == 0:
            raise Killed
        return execute(sql, params, many, context)


def killed_at(number: int) -> bool:
    """Let a fresh worker receive and die at a statement; False when it was done before."""
    forget()
    try:
        with connection.execute_wrapper(KillAt(number)):
            worker.receive_pending()
    except Killed:
        connection.close()
        return True
    return False


def world():
    return (
        list(Publication.objects.order_by("sort_key").values_list("public_id", "version", "state", "sort_key")),
        list(Hold.objects.values_list("public_id", "version", "state")), Withheld.objects.count(),
        list(Inbox.objects.order_by("name").values_list("name", "state")), Sequence.objects.get(pk="in:normal").value,
    )  # fmt: skip


def test_killed_at_every_statement_the_packages_are_applied_whole_and_once(sender):
    for sealed in (sender.seal(publication("p1"), publication("p2")), sender.seal(publication("p1", version=2)),
                   sender.seal(ending("hide", "p2"), lane="hide")):  # fmt: skip
        sender.carry(sealed)
    kills, number = 0, 1
    while killed_at(number):
        kills, number = kills + 1, number + 1
        hidden = Publication.objects.filter(public_id="p2", state="public")
        assert not hidden.exists()  # the hide lane came first, whatever was killed
    forget()
    worker.receive_pending()
    assert world() == (
        [("p1", 1, "replaced", 201412010000001), ("p2", 1, "hidden", 201412010000002),
         ("p1", 2, "public", 201412010000003)],
        [("p2", 1, "hidden")], 1,
        [("0-hide-000000000001.axp", "applied"), ("1-normal-000000000001.axp", "applied"),
         ("1-normal-000000000002.axp", "applied")], 2,
    )  # fmt: skip
    assert kills >= 20
    assert all(files.load(entry["sha256"]) for row in Publication.objects.filter(state="public")
               for entry in row.files.values())  # fmt: skip
