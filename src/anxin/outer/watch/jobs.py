"""Looking at the internet: feeds every quarter of an hour, organs' sites once a week.

Fetching takes seconds and may hang; it runs beside the worker, which must be free to hide things at once.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta
from threading import Thread
from typing import Any

from django.db import connections

from anxin.outer.watch.feeds import fetch_all
from anxin.outer.watch.links import check_due
from anxin.work.schedule import register

log = logging.getLogger("anxin.watch")
running: dict[str, Thread] = {}


def beside(work: Callable[[], Any]) -> Thread:
    """Do this work in a thread of its own, unless the last round is still going on."""
    name = work.__name__
    before = running.get(name)
    if before is None or not before.is_alive():
        running[name] = Thread(target=_do, args=[work], name=name, daemon=True)
        running[name].start()
    return running[name]


def _do(work: Callable[[], Any]) -> None:
    try:
        work()
    except Exception:
        log.exception("%s failed", work.__name__)
    finally:
        connections.close_all()


register("收取舆情来源", lambda: beside(fetch_all), every=timedelta(minutes=15))
register("检查各院网站的链接", lambda: beside(check_due), every=timedelta(minutes=5))
