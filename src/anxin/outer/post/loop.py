"""The outer worker: takes in packages, keeps the search index current, sends what waits, runs periodic jobs."""

from __future__ import annotations

from threading import Event

from django.utils.module_loading import autodiscover_modules

from anxin.outer.party.messages import deliver
from anxin.outer.post.wing import WING
from anxin.outer.publications.search.catchup import catch_up
from anxin.work import loop


def run(stop: Event) -> None:
    """Work until ``stop`` is set. Rooms register their periodic jobs in their module ``jobs``."""
    autodiscover_modules("jobs")
    receive, *others = loop.corridor(WING)
    loop.run(stop, [receive, catch_up, *others], [*loop.jobs(WING), deliver])
