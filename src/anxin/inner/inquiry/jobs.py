"""Periodic work of this chapter."""

from datetime import time, timedelta

from anxin.inner.inquiry.erasure import erase_overdue
from anxin.inner.inquiry.looks import watch
from anxin.inner.inquiry.terms import close_waiting, end_overdue, remind, renew
from anxin.work.schedule import register

register("查询资格续期", renew, every=timedelta(hours=1))
register("异常查询提醒", watch, every=timedelta(hours=1))
register("查询资格期满", end_overdue, at=time(0, 30))
register("查询资格期满提醒", remind, at=time(8, 0))
register("申请等候期满", close_waiting, at=time(0, 40))
register("删除身份信息", erase_overdue, at=time(3, 0))
