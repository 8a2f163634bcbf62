"""How often something was sent in lately: keyed hashes and times, nothing that tells by whom or about what."""

from __future__ import annotations

from django.db import models


class Attempt(models.Model):
    key = models.CharField("键控哈希", max_length=64)
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = verbose_name_plural = "来件次数"
        indexes = [models.Index(fields=["key", "at"], name="attempt_recent")]
