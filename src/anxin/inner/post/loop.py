"""The inner worker: takes in packages, sends what waits, runs the periodic jobs of every room."""

from __future__ import annotations

from threading import Event

from django.utils.module_loading import autodiscover_modules

from anxin.inner.post.wing import WING
from anxin.work import loop


def run(stop: Event) -> None:
    """Work until ``stop`` is set. Rooms register their periodic jobs in their module ``jobs``."""
    autodiscover_modules("jobs")
    loop.run(stop, loop.corridor(WING), loop.jobs(WING))
