"""What the public sends in, on its way inside, and what the inner wing answered.

The intake's account can only add; nobody outside can open what is sealed.
"""

from __future__ import annotations

from django.db import models


class Submission(models.Model):
    """One application or complaint, sealed; forwarded once. ``parts``: name -> SHA-256 of the sealed bytes."""

    ticket = models.CharField("回执号", max_length=20, primary_key=True)
    kind = models.CharField("种类", max_length=24)
    organ = models.CharField("院", max_length=6)
    received_at = models.DateTimeField("收到时间")
    parts = models.JSONField("密封内容")
    forwarded_at = models.DateTimeField("转入工作网时间", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "来件"
        indexes = [models.Index(fields=["received_at"], condition=models.Q(forwarded_at=None), name="submission_open")]


class Sealed(models.Model):
    """Sealed bytes by their SHA-256, until the inner wing has them."""

    sha256 = models.CharField("哈希", max_length=64, primary_key=True)
    data = models.BinaryField("密封内容")

    class Meta:
        verbose_name = verbose_name_plural = "密封内容"


class Ticket(models.Model):
    """What its holder needs to look up an answer: no name, no content."""

    ticket = models.CharField("回执号", max_length=20, primary_key=True)
    kind = models.CharField("种类", max_length=24)
    organ = models.CharField("院", max_length=6)
    received_at = models.DateTimeField("收到时间")
    code_hash = models.CharField("查询码哈希", max_length=64)

    class Meta:
        verbose_name = verbose_name_plural = "回执"


class Answer(models.Model):
    """The newest answer to a ticket."""

    ticket = models.CharField("回执号", max_length=20, primary_key=True)
    version = models.PositiveIntegerField("版本")
    state = models.CharField("状态", max_length=20)
    sentence = models.CharField("答复", max_length=2000)
    details = models.JSONField("说明", default=list)
    at = models.DateTimeField("答复时间")

    class Meta:
        verbose_name = verbose_name_plural = "答复"
