"""Counting as the ledger grows."""

from datetime import timedelta

from anxin.inner.statistics.fold import fold
from anxin.work.schedule import register

register("统计", fold, every=timedelta(minutes=5))
