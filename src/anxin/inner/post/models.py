"""The inner wing's end of the corridor: what goes out, what came in, the numbers, the periodic jobs."""

from django.db import models

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


class Submission(models.Model):
    """What the public sent in, still sealed. ``parts``: name -> SHA-256 of the sealed bytes in the file store."""

    class State(models.TextChoices):
        WAITING = "waiting", "待处理"
        HANDED_ON = "handed_on", "已交办"
        UNREADABLE = "unreadable", "不能打开"

    ticket = models.CharField("回执号", max_length=20, primary_key=True)
    kind = models.CharField("种类", max_length=24)
    organ = models.CharField("院", max_length=6)
    received_at = models.DateTimeField("外网收到时间")
    parts = models.JSONField("密封内容")
    state = models.CharField("状态", max_length=12, choices=State, default=State.WAITING)
    fault = models.CharField("问题", max_length=200, blank=True)
    attempts = models.PositiveIntegerField("次数", default=0)
    arrived_at = models.DateTimeField("到达时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "来件"
        indexes = [models.Index(fields=["arrived_at"], condition=models.Q(state="waiting"), name="submission_waiting")]
