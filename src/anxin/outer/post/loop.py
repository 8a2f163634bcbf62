"""The outer worker: takes in packages, keeps the search index current, sends what waits, runs periodic jobs."""

from __future__ import annotations

from threading import Event

from django.utils.module_loading import autodiscover_modules

from anxin.outer.party.messages import deliver
from anxin.outer.post.wing import WING
from anxin.outer.publications.search import catchup
from anxin.work import loop
from anxin.work.receiving import replay_orders


def put_right() -> int:
    """After the database was put back from a backup: what had ended since ends again, before any door opens, and an
    index that is ahead is made anew. Changes nothing otherwise; the number of orders applied."""
    ahead = catchup.is_ahead()
    applied = replay_orders(WING)
    if ahead:
        catchup.rebuild()
    return applied


def run(stop: Event) -> None:
    """Work until ``stop`` is set. Rooms register their periodic jobs in their module ``jobs``."""
    autodiscover_modules("jobs")
    put_right()
    receive, *others = loop.corridor(WING)
    loop.run(stop, [receive, catchup.catch_up, *others], [*loop.jobs(WING), deliver])
