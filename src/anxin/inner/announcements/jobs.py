"""Periodic work of this chapter: planned releases at their minute, tasks at night."""

from datetime import time, timedelta

from anxin.inner.announcements.proof import prove_all
from anxin.inner.announcements.release import release_due
from anxin.inner.announcements.tasks import reconcile_all
from anxin.work.schedule import register

register("定时发布案件信息", release_due, every=timedelta(seconds=5))
register("应发布事项核对", reconcile_all, at=time(1, 30))
register("案件信息一致性证明", prove_all, at=time(2, 30))
