"""Article 25 in the demonstration: the last quarter's circulars, and everything counted and told to the public."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from functools import partial

from django.utils import timezone

from anxin.figures.period import Period, shift
from anxin.inner.actor import Actor
from anxin.inner.organs.models import Staff
from anxin.inner.statistics import circulars, papers
from anxin.inner.statistics.fold import fold
from anxin.inner.statistics.models import Circular
from anxin.inner.statistics.publish import send_changed

WUHOU, CHENGDU = "510107", "510100"


def schedule(now: datetime) -> list[tuple[datetime, Callable[[], None]]]:
    """The city's circular is drafted and signed after the quarter; the county's is left to its own people."""
    quarter = Period.quarter(timezone.localdate(now)).before()
    first = datetime.combine(shift(quarter.last, 1), time(10), timezone.get_current_timezone())
    acts = (partial(_draft, quarter), partial(_sign, "deputy_chief"), partial(_sign, "chief"))
    return [(min(first + timedelta(days=7 + index), now), act) for index, act in enumerate(acts)]


def play() -> None:
    """Count what happened up to now and send it to the public."""
    fold()
    send_changed()


def _draft(quarter: Period) -> None:
    fold()
    manager = _holder("case_management")
    row = circulars.draft(manager, CHENGDU, quarter)
    circulars.submit(manager, row.pk, row.revision, "数字已与各院核对。")
    circulars.draft(Actor.system("定期起草通报", WUHOU), WUHOU, quarter)


def _sign(duty: str) -> None:
    row = Circular.objects.get(organ=CHENGDU)
    circulars.approve(_holder(duty), row.pk, papers.content_hash(row), "同意。")


def _holder(duty: str) -> Actor:
    return Actor.of(Staff.objects.filter(organ_id=CHENGDU, duties__duty=duty).order_by("pk")[0])
