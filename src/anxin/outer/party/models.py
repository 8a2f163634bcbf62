"""Accounts of the parties' door, what each may see, and what each did (Articles 7, 8 and 10).

Row-level security (migration ``0002_walls``) lets the door's own database account see one person's rows at a time,
whatever a view forgets. Times of validity are judged by the database's clock.
"""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class Account(AbstractBaseUser):
    """A person whose identity was verified inside. What an account may see is decided by its bindings alone.

    ``email``, ``phone`` and ``totp`` are sealed with the wing's field key (``party.sealed``).
    """

    id = models.UUIDField("编号", primary_key=True)
    version = models.PositiveIntegerField("版本")
    login = models.CharField("登录名", max_length=64, unique=True)
    created_at = models.DateTimeField("开通时间", auto_now_add=True)
    email = models.BinaryField("电子邮箱", default=b"")
    email_confirmed = models.BooleanField("邮箱已确认", default=False)
    phone = models.BinaryField("手机号码", default=b"")
    notify_email = models.BooleanField("邮件通知", default=True)
    notify_sms = models.BooleanField("短信通知", default=True)
    totp = models.BinaryField("动态口令密钥", default=b"")
    totp_step = models.BigIntegerField("已用过的时间步", default=0)
    recovery = models.JSONField("恢复码哈希", default=list)
    closed_at = models.DateTimeField("本人注销时间", null=True)

    objects = BaseUserManager()
    USERNAME_FIELD = "login"

    class Meta:
        verbose_name = verbose_name_plural = "查询账号"


class Activation(models.Model):
    """The one-time code that opens an account; the newest one only."""

    account = models.UUIDField("账号", primary_key=True)
    login = models.CharField("登录名", max_length=64)
    code_hash = models.CharField("激活码哈希", max_length=64)
    expires = models.DateTimeField("有效期至")
    used_at = models.DateTimeField("使用时间", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "激活码"


class Binding(models.Model):
    """A right of one person to follow one case in one role. It may end before its account is known here."""

    id = models.UUIDField("编号", primary_key=True)
    account = models.UUIDField("账号", db_index=True)
    version = models.PositiveIntegerField("版本")
    role = models.CharField("身份", max_length=24, blank=True)
    organ = models.CharField("院", max_length=6, blank=True)
    valid_until = models.DateTimeField("有效期至", null=True)
    lease_until = models.DateTimeField("更新期限", null=True)
    lease_hours = models.PositiveIntegerField("更新期限（小时）", default=0)
    ended_at = models.DateTimeField("终止时间", null=True)
    reason = models.CharField("终止原因", max_length=200, blank=True)
    article = models.CharField("终止依据", max_length=12, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "查询资格"


class Record(models.Model):
    """The procedural record that a binding shows; deleted when the binding ends."""

    binding = models.UUIDField("查询资格", primary_key=True)
    account = models.UUIDField("账号")
    record = models.JSONField("程序性信息")

    class Meta:
        verbose_name = verbose_name_plural = "程序性信息"


class Session(models.Model):
    """One sign-in. The cookie's value is kept only as its hash; ``client`` are words a person recognises."""

    key_hash = models.CharField("会话", max_length=64, primary_key=True)
    account = models.UUIDField("账号", db_index=True)
    began_at = models.DateTimeField("登录时间")
    seen_at = models.DateTimeField("最近使用")
    client = models.CharField("设备", max_length=60)
    address = models.GenericIPAddressField("网络地址", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "登录"


class Act(models.Model):
    """What an account did: looked at a case, was activated, asked for help. Sent inside once; ``kind`` is the
    corridor's, ``what`` one of the words of its schema."""

    id = models.UUIDField("编号", primary_key=True)
    account = models.UUIDField("账号")
    binding = models.UUIDField("查询资格", null=True)
    kind = models.CharField("种类", max_length=24)
    what = models.CharField("内容", max_length=40)
    at = models.DateTimeField("时间")
    client = models.CharField("设备", max_length=60, blank=True)
    address = models.GenericIPAddressField("网络地址", null=True)
    sent_at = models.DateTimeField("报送时间", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "查看记录"
        indexes = [
            models.Index(fields=["account", "-at"], name="party_act_of"),
            models.Index(fields=["at"], condition=models.Q(sent_at=None), name="party_act_open"),
        ]


class StaffLook(models.Model):
    """What staff did with a right, as the inner wing tells it: organ and department, never who it was."""

    id = models.UUIDField("编号", primary_key=True)
    account = models.UUIDField("账号")
    binding = models.UUIDField("查询资格")
    at = models.DateTimeField("时间")
    organ_name = models.CharField("院", max_length=60)
    department = models.CharField("部门", max_length=60)
    what = models.CharField("内容", max_length=16)
    channel = models.CharField("方式", max_length=12, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "工作人员的查看"
        indexes = [models.Index(fields=["account", "-at"], name="party_staff_look_of")]


class Document(models.Model):
    """A view of what is public now: the parties' door sees of a publication only what a link needs."""

    public_id = models.CharField("公开编号", max_length=64, primary_key=True)
    case_ref = models.CharField("案件的公开编号", max_length=64)
    title = models.CharField("标题", max_length=200)
    number = models.CharField("文号", max_length=80)
    doc_type = models.CharField("文书种类", max_length=40)
    published_at = models.DateTimeField("发布时间")

    class Meta:
        managed = False
        db_table = "party_document"
        verbose_name = verbose_name_plural = "本案已公开的文书"


class Errand(models.Model):
    """Something the door asks the worker to do: the door can add and never look, so the same happens for a login
    that exists and for one that does not. ``target`` is sealed."""

    id = models.UUIDField("编号", primary_key=True)
    kind = models.CharField("种类", max_length=24)
    target = models.BinaryField("对象")
    at = models.DateTimeField("时间")
    done_at = models.DateTimeField("办理时间", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "待办"


class Message(models.Model):
    """One e-mail or text message on its way out; only the worker sees it. ``key`` makes it unique."""

    key = models.CharField("标识", max_length=120, primary_key=True)
    account = models.UUIDField("账号", db_index=True)
    channel = models.CharField("渠道", max_length=8)
    what = models.CharField("内容", max_length=16)
    address = models.BinaryField("地址")
    link = models.BinaryField("链接", default=b"")
    created_at = models.DateTimeField("产生时间")
    attempts = models.PositiveIntegerField("次数", default=0)
    retry_at = models.DateTimeField("下次发送", null=True)
    sent_at = models.DateTimeField("发送时间", null=True)
    dropped = models.BooleanField("不再发送", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "通知"


class Attempt(models.Model):
    """A failed guess of the last minutes; the key is a keyed hash."""

    key = models.CharField("对象", max_length=64)
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = verbose_name_plural = "登录尝试"
        indexes = [models.Index(fields=["key", "at"])]
