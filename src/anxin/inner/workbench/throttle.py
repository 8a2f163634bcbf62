"""The workbench's counters of failed sign-ins."""

from anxin.inner.workbench.models import Attempt
from anxin.web.throttle import Throttle

THROTTLE = Throttle(Attempt, "anxin_device", "anxin.workbench.device", "/sign-in/")
