"""Append-only, hash-chained record of who did and saw what: one chain per organ."""

from django.db import models

from anxin.inner.ledger.events import choices


class Head(models.Model):
    """The end of one organ's chain; its row lock puts the organ's entries in order."""

    organ = models.CharField("院", max_length=6, primary_key=True)
    seq = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)


class Entry(models.Model):
    """One thing that happened. ``data`` never holds a protected value, only ids, articles and counts."""

    organ = models.CharField("院", max_length=6)
    seq = models.BigIntegerField("序号")
    at = models.DateTimeField("时间")
    operation = models.UUIDField("操作号")
    actor_id = models.BigIntegerField("操作人编号", null=True)
    actor_name = models.CharField("操作人", max_length=80)
    event = models.CharField("事项", max_length=30, choices=choices)
    subject = models.CharField("对象", max_length=30)
    subject_id = models.CharField("对象编号", max_length=60)
    data = models.JSONField("内容", default=dict)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = verbose_name_plural = "日志"
        constraints = [models.UniqueConstraint(fields=["organ", "seq"], name="entry_once")]
        indexes = [models.Index(fields=["subject", "subject_id"]), models.Index(fields=["event", "at"])]
        ordering = ["organ", "seq"]
