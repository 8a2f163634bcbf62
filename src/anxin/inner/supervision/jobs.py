"""Nightly work of this chapter."""

from datetime import time

from anxin.inner.supervision.disputes import escalate_late
from anxin.work.schedule import register

register("反映逾期报上级院", escalate_late, at=time(0, 20))
