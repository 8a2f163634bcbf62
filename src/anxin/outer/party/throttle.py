"""The parties' door's counters of failed attempts."""

from anxin.outer.party.models import Attempt
from anxin.web.throttle import Throttle

THROTTLE = Throttle(Attempt, "anxin_party_device", "anxin.party.device")
