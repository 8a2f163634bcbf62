"""What this room does by itself."""

from datetime import timedelta

from anxin.inner.cases.watch import look
from anxin.work.schedule import register

register("案件包收取", look, every=timedelta(seconds=5))
