"""What this end of the corridor does by itself."""

from datetime import timedelta

from anxin.outer.post.wing import WING
from anxin.work.receiving import replay_orders
from anxin.work.schedule import register

register("outer: kept orders", lambda: replay_orders(WING), every=timedelta(minutes=1))
