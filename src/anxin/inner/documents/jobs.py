"""Nightly work of this chapter."""

from datetime import time

from anxin.inner.documents.obligations import reconcile_all
from anxin.inner.documents.proof import prove_all
from anxin.inner.documents.reminders import remind_all
from anxin.work.schedule import register

register("公开义务核对", reconcile_all, at=time(1, 0))
register("提醒", remind_all, at=time(7, 30))
register("一致性证明", prove_all, at=time(2, 0))
