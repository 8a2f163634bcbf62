"""Periodic work of this chapter."""

from datetime import time, timedelta

from anxin.inner.inquiry.looks import watch
from anxin.inner.inquiry.terms import end_overdue, erase, renew
from anxin.work.schedule import register

register("查询资格续期", renew, every=timedelta(hours=1))
register("异常查询提醒", watch, every=timedelta(hours=1))
register("查询资格期满", end_overdue, at=time(0, 30))
register("删除身份信息", erase, at=time(3, 0))
