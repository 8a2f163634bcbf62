"""The tables of one end of the corridor and of the schedule, as abstract models: each wing has its own."""

from __future__ import annotations

from django.db import models

LANES = [("normal", "普通"), ("hide", "紧急隐藏")]


class Outbox(models.Model):
    """One item on its way out, written in the transaction of the change that it tells. ``blobs``: name -> SHA-256."""

    kind = models.CharField("种类", max_length=32)
    object_id = models.CharField("对象编号", max_length=64)
    version = models.PositiveIntegerField("版本")
    lane = models.CharField("通道", max_length=8, choices=LANES)
    payload = models.JSONField("内容")
    blobs = models.JSONField("附件哈希", default=dict)
    created_at = models.DateTimeField("产生时间", auto_now_add=True)
    parcel = models.ForeignKey("Parcel", models.PROTECT, null=True, related_name="items", verbose_name="数据包")

    class Meta:
        abstract = True
        verbose_name = verbose_name_plural = "发件箱"
        indexes = [
            models.Index(fields=["lane", "id"], condition=models.Q(parcel=None), name="%(app_label)s_outbox_open")
        ]


class Parcel(models.Model):
    """One numbered package. Its bytes follow from its rows, so the file can always be written again."""

    lane = models.CharField("通道", max_length=8, choices=LANES)
    sequence = models.BigIntegerField("序号")
    created_at = models.DateTimeField("封包时间")
    acknowledged_at = models.DateTimeField("对方确认时间", null=True)
    fault = models.CharField("对方报告的问题", max_length=400, blank=True)

    class Meta:
        abstract = True
        verbose_name = verbose_name_plural = "发出的数据包"
        constraints = [models.UniqueConstraint(fields=["lane", "sequence"], name="%(app_label)s_parcel_once")]


class Inbox(models.Model):
    """One package that came in, by its file name: applied once, waiting visibly, or refused with the reason."""

    class State(models.TextChoices):
        WAITING = "waiting", "等待"
        APPLIED = "applied", "已生效"
        REFUSED = "refused", "已拒绝"

    name = models.CharField("文件名", max_length=255, primary_key=True)
    lane = models.CharField("通道", max_length=8, blank=True)
    sequence = models.BigIntegerField("序号", null=True)
    sha256 = models.CharField("哈希", max_length=64, blank=True)
    state = models.CharField("状态", max_length=8, choices=State, default=State.WAITING)
    sentence = models.CharField("说明", max_length=400, blank=True)
    attempts = models.PositiveIntegerField("尝试次数", default=0)
    retry_at = models.DateTimeField("下次尝试", null=True)
    received_at = models.DateTimeField("收到时间", auto_now_add=True)
    applied_at = models.DateTimeField("生效时间", null=True)

    class Meta:
        abstract = True
        verbose_name = verbose_name_plural = "收件箱"
        indexes = [models.Index(fields=["lane", "state", "sequence"], name="%(app_label)s_inbox_lane")]


class Sequence(models.Model):
    """A counter that is only read and changed under its row lock."""

    name = models.CharField("名称", max_length=20, primary_key=True)
    value = models.BigIntegerField("已用到", default=0)

    class Meta:
        abstract = True
        verbose_name = verbose_name_plural = "序号"


class Periodic(models.Model):
    """When a periodic job ran last, in database time; the row lock is the claim."""

    name = models.CharField("名称", max_length=60, primary_key=True)
    last_run = models.DateTimeField("上次完成", null=True)
    retry_at = models.DateTimeField("失败后再试", null=True)
    fault = models.CharField("上次失败", max_length=200, blank=True)

    class Meta:
        abstract = True
        verbose_name = verbose_name_plural = "定时工作"
