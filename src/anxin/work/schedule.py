"""Periodic jobs: registered in code, claimed by a row lock, done in the transaction that notes them as done."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

log = logging.getLogger("anxin.schedule")
RETRY = timedelta(minutes=1)


@dataclass(frozen=True)
class Job:
    """``every``: at least so long after the last run; ``at``: once a day, from this time on in Beijing."""

    name: str
    function: Callable[[], Any]
    every: timedelta | None = None
    at: time | None = None

    def due(self, last: datetime | None, now: datetime) -> bool:
        if last is None or last > now:  # never, or the clock was set back
            return True
        if self.every is not None:
            return now - last >= self.every
        assert self.at is not None
        today = timezone.localtime(now).replace(hour=self.at.hour, minute=self.at.minute, second=0, microsecond=0)
        return last < (today if now >= today else today - timedelta(days=1))


JOBS: dict[str, Job] = {}


def register(
    name: str, function: Callable[[], Any], *, every: timedelta | None = None, at: time | None = None
) -> None:
    """Add a job to this process; exactly one of ``every`` and ``at``. The same name replaces the job."""
    if (every is None) == (at is None):
        raise ValueError("定时工作须写明间隔或者时刻之一。")
    JOBS[name] = Job(name, function, every, at)


def run_due(periodic: Any) -> list[str]:
    """Run what is due and not being run by another process; the names of the jobs done."""
    rows, now = periodic.objects.in_bulk(), timezone.now()
    return [job.name for job in list(JOBS.values()) if _ready(job, rows.get(job.name), now) and _run(periodic, job)]


def _ready(job: Job, row: Any, now: datetime) -> bool:
    return row is None or (job.due(row.last_run, now) and not (row.retry_at and now < row.retry_at))


def _run(periodic: Any, job: Job) -> bool:
    periodic.objects.bulk_create([periodic(name=job.name)], ignore_conflicts=True)
    try:
        with transaction.atomic():
            row = periodic.objects.select_for_update(skip_locked=True).filter(name=job.name).first()
            now = timezone.now()
            if row is None or not _ready(job, row, now):
                return False
            job.function()
            row.last_run, row.retry_at, row.fault = now, None, ""
            row.save()
            return True
    except Exception as error:
        log.exception("periodic job %s failed", job.name)
        fault = {"fault": type(error).__name__, "retry_at": timezone.now() + RETRY}
        periodic.objects.filter(name=job.name).update(**fault)
        return False
