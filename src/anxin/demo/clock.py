"""A clock for playing history: what the demonstration's people did on earlier days carries those days' dates."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import datetime
from unittest import mock

from django.utils import timezone


class Clock:
    """Django's ``timezone.now`` while ``running``; it never goes past the real time."""

    def __init__(self, start: datetime) -> None:
        self.moment = start

    @contextlib.contextmanager
    def running(self) -> Iterator[Clock]:
        with mock.patch.object(timezone, "now", side_effect=lambda: self.moment):
            yield self
