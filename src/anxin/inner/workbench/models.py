"""Failed sign-ins of the last minutes. Keys are keyed hashes: no login name, no address, no typed password."""

from django.db import models
from django.utils import timezone


class Attempt(models.Model):
    key = models.CharField("对象", max_length=64)
    at = models.DateTimeField("时间", default=timezone.now)

    class Meta:
        verbose_name = verbose_name_plural = "登录尝试"
        indexes = [models.Index(fields=["key", "at"])]
