"""Counting as the ledger grows, telling the public, drafting the circular."""

from datetime import time, timedelta

from anxin.inner.statistics.circulars import draft_due
from anxin.inner.statistics.fold import fold
from anxin.inner.statistics.publish import send_changed
from anxin.work.schedule import register

register("统计", fold, every=timedelta(minutes=5))
register("统计送外网", send_changed, every=timedelta(minutes=5))
register("起草通报", draft_due, at=time(3, 40))
