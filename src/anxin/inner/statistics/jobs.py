"""Counting as the ledger grows, and telling the public."""

from datetime import timedelta

from anxin.inner.statistics.fold import fold
from anxin.inner.statistics.publish import send_changed
from anxin.work.schedule import register

register("统计", fold, every=timedelta(minutes=5))
register("统计送外网", send_changed, every=timedelta(minutes=5))
