"""Chapter 2: who asks, with which papers, and who may see which record of which case (Art 7-10)."""

from __future__ import annotations

import uuid

from django.db import models

from anxin.inner.cases.models import Case
from anxin.inner.organs.models import Organ, Staff

CHANNELS = {"internet": "互联网", "telephone": "电话", "mail": "邮件", "window": "检察服务窗口"}
APPLICANTS = {
    "party": "当事人", "legal_representative": "法定代理人", "close_relative": "近亲属",
    "defender_lawyer": "辩护人（律师）", "defender_other": "辩护人（非律师）",
    "agent_lawyer": "诉讼代理人（律师）", "agent_other": "诉讼代理人（非律师）",
}  # fmt: skip
ROLES = {
    "party": "当事人", "legal_representative": "法定代理人", "close_relative": "近亲属", "defender": "辩护人",
    "agent": "诉讼代理人",
}  # fmt: skip


class Inquirer(models.Model):
    """A verified person; the same row is the account outside, which lives as long as a binding does."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    id_hash = models.CharField("证件号码索引", max_length=64, unique=True, null=True)
    sealed = models.TextField("姓名、证件、联系方式（加密）", blank=True)
    login = models.CharField("查询账号", max_length=10, unique=True)
    version = models.IntegerField("激活码次序", default=0)
    code_expires = models.DateTimeField("激活码有效至", null=True)
    activated_at = models.DateTimeField("激活时间", null=True)
    asked = models.CharField("账号求助", max_length=40, blank=True)
    created_at = models.DateTimeField("首次认证时间", auto_now_add=True)
    erased_at = models.DateTimeField("身份信息删除时间", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "查询人"


class Application(models.Model):
    """One application; what the applicant said of themselves is sealed in it until it is erased."""

    class State(models.TextChoices):
        RECEIVED = "received", "待审核"
        MISSING = "papers_missing", "待补正"
        IN_CHECK = "in_check", "待第二人审核"
        GRANTED = "granted", "已同意"
        REFUSED = "refused", "不予同意"
        WITHDRAWN = "withdrawn", "已撤回"

    ticket = models.CharField("回执编号", max_length=17, unique=True)
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="applications", verbose_name="办理院")
    channel = models.CharField("方式", max_length=10, choices=list(CHANNELS.items()))
    applicant = models.CharField("申请人", max_length=24, choices=list(APPLICANTS.items()))
    id_hash = models.CharField("证件号码索引", max_length=64, blank=True, db_index=True)
    sealed = models.TextField("申请内容（加密）", blank=True)
    checked_how = models.CharField("怎样核对身份", max_length=100, blank=True)
    entered_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+", verbose_name="登记人")
    received_at = models.DateTimeField("收到时间")
    complete_on = models.DateField("材料齐全日期", null=True)
    due = models.DateField("答复期限", null=True)
    asked_missing = models.JSONField("一次性告知的补正", default=list)
    asked_at = models.DateTimeField("一次性告知的时间", null=True)
    state = models.CharField("状态", max_length=16, choices=State, default=State.RECEIVED)
    answer_version = models.IntegerField("答复次序", default=0)
    inquirer = models.ForeignKey(Inquirer, models.PROTECT, null=True, related_name="applications")
    decided_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+", verbose_name="决定人")
    decided_at = models.DateTimeField("决定时间", null=True)
    ground = models.CharField("不予同意的理由", max_length=100, blank=True)
    reason = models.CharField("说明", max_length=500, blank=True)
    erased_at = models.DateTimeField("身份信息删除时间", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "查询申请"
        indexes = [models.Index(fields=["organ", "state"])]

    @property
    def open(self) -> bool:
        return self.state in (self.State.RECEIVED, self.State.MISSING, self.State.IN_CHECK)


class Paper(models.Model):
    """One paper of an application: a sealed file in the store, opened only as pictures drawn anew."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="papers", verbose_name="申请")
    kind = models.CharField("材料", max_length=20)
    ticket = models.CharField("密封时的编号", max_length=17)
    part = models.CharField("密封时的名称", max_length=10)
    digest = models.CharField("密封文件校验值", max_length=64)

    class Meta:
        verbose_name = verbose_name_plural = "证明材料"
        ordering = ["pk"]


class Check(models.Model):
    """One person's verification: whose case it is and why (Art 8)."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="checks", verbose_name="申请")
    staff = models.ForeignKey(Staff, models.PROTECT, verbose_name="审核人")
    at = models.DateTimeField("时间", auto_now_add=True)
    case = models.ForeignKey(Case, models.PROTECT, verbose_name="案件")
    participant = models.CharField("本人或者委托人的编号", max_length=40)
    reason = models.CharField("审核意见", max_length=500)


class Assistance(models.Model):
    """The help of the organ of habitual residence (Art 9): it sees the person and the papers, never the case."""

    application = models.OneToOneField(Application, models.CASCADE, related_name="assistance", verbose_name="申请")
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="assistances", verbose_name="协助院")
    asked_at = models.DateTimeField("请求时间")
    checked_by = models.ForeignKey(Staff, models.PROTECT, null=True, verbose_name="核对人")
    checked_how = models.CharField("怎样核对身份", max_length=100, blank=True)
    manifest = models.CharField("传输材料校验值", max_length=64, blank=True)
    forwarded_at = models.DateTimeField("传输时间", null=True)
    forward_due = models.DateField("传输期限")
    answered_at = models.DateTimeField("答复时间", null=True)


class Binding(models.Model):
    """The right of one person to ask about one case in one role, for one participant, until it ends (Art 8, 10)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    inquirer = models.ForeignKey(Inquirer, models.PROTECT, related_name="bindings", verbose_name="查询人")
    application = models.ForeignKey(Application, models.PROTECT, related_name="bindings", verbose_name="申请")
    case = models.ForeignKey(Case, models.PROTECT, related_name="bindings", verbose_name="案件")
    participant = models.CharField("本人或者委托人的编号", max_length=40)
    role = models.CharField("身份", max_length=24, choices=list(ROLES.items()))
    online = models.BooleanField("可以网上查询", default=True)
    version = models.IntegerField("次序", default=0)
    sent_at = models.DateTimeField("最近一次续期", null=True)
    record_hash = models.CharField("最近一次内容校验值", max_length=64, blank=True)
    licence_checked_on = models.DateField("律师执业证复核日期", null=True)
    licence_until = models.DateField("律师执业证有效期至", null=True)
    reminded_of = models.DateField("已提醒的期满日", null=True)
    created_at = models.DateTimeField("同意时间", auto_now_add=True)
    ended_at = models.DateTimeField("终止时间", null=True)
    ended_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+", verbose_name="注销人")
    ground = models.CharField("终止的原因", max_length=100, blank=True)
    reason = models.CharField("说明", max_length=500, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "查询资格"
        constraints = [
            models.UniqueConstraint(
                fields=["inquirer", "case", "role", "participant"], condition=models.Q(ended_at=None),
                name="one_live_binding",
            )
        ]  # fmt: skip


class Look(models.Model):
    """One look at a record: outside by the account, or an answer by staff with its channel (Art 3, 8)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    binding = models.ForeignKey(Binding, models.PROTECT, related_name="looks", verbose_name="查询资格")
    at = models.DateTimeField("时间")
    what = models.CharField("内容", max_length=10)
    channel = models.CharField("方式", max_length=10, choices=list(CHANNELS.items()), default="internet")
    staff = models.ForeignKey(Staff, models.PROTECT, null=True, verbose_name="答复人")
    checked_how = models.CharField("怎样核对身份", max_length=100, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "查询记录"
        indexes = [models.Index(fields=["at"])]


class Notice(models.Model):
    """There is something new to see; sent after a member of staff confirmed (Art 3)."""

    binding = models.ForeignKey(Binding, models.PROTECT, related_name="notices", verbose_name="查询资格")
    created_at = models.DateTimeField("产生时间", auto_now_add=True)
    decided_at = models.DateTimeField("确认时间", null=True)
    decided_by = models.ForeignKey(Staff, models.PROTECT, null=True, verbose_name="确认人")
    sent = models.BooleanField("已发出", default=False)


class Alarm(models.Model):
    """Unusual reading on one day: by an account, or answers given by one member of staff (Art 4)."""

    organ = models.ForeignKey(Organ, models.PROTECT, verbose_name="院")
    day = models.DateField("日期")
    inquirer = models.ForeignKey(Inquirer, models.PROTECT, null=True, verbose_name="查询人")
    staff = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+", verbose_name="工作人员")
    count = models.IntegerField("次数")
    seen_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+", verbose_name="核实人")
    seen_at = models.DateTimeField("核实时间", null=True)
    finding = models.CharField("核实情况", max_length=300, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "异常查询"
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "day", "inquirer", "staff"], nulls_distinct=False, name="one_alarm_a_day"
            )
        ]
