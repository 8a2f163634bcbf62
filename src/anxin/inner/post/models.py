"""The inner wing's end of the corridor: what goes out, what came in, the numbers, the periodic jobs."""

from anxin.work import models as work


class Outbox(work.Outbox):
    """One item on its way to the other wing."""


class Parcel(work.Parcel):
    """One package that was sent."""


class Inbox(work.Inbox):
    """One package that came in."""


class Sequence(work.Sequence):
    """A counter."""


class Periodic(work.Periodic):
    """A periodic job."""
