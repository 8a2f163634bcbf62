"""Accounts of the parties' door (Articles 8 and 10)."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class Account(AbstractBaseUser):
    """A person whose identity was verified. What an account may see is decided by its bindings alone."""

    login = models.CharField("登录名", max_length=64, unique=True)
    is_active = models.BooleanField("有效", default=True)
    created_at = models.DateTimeField("开通时间", auto_now_add=True)

    objects = BaseUserManager()
    USERNAME_FIELD = "login"

    class Meta:
        verbose_name = verbose_name_plural = "查询账号"
