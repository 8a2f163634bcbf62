"""What this room does by itself: absences begin and end by time, and steps follow."""

from datetime import timedelta

from anxin.inner.approvals.placing import settle_all
from anxin.work.schedule import register

register("审批步骤随在岗情况调整", settle_all, every=timedelta(minutes=5))
