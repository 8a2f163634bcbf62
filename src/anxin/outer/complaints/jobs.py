"""Forgetting who sent how much."""

from datetime import timedelta

from anxin.outer.complaints.throttle import forget
from anxin.work.schedule import register

register("来件次数清理", forget, every=timedelta(hours=1))
