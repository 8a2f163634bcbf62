"""Nightly work for the touch screen."""

from datetime import time

from anxin.inner.kiosk.followups import prove_all
from anxin.work.schedule import register

register("触摸显示屏一致性证明", prove_all, at=time(2, 20))
