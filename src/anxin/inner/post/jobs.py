"""Handing on what the public sent in."""

from datetime import timedelta

from anxin.inner.post.submissions import hand_on
from anxin.work.schedule import register

register("来件交办", hand_on, every=timedelta(seconds=1))
