"""Chapter 3: important case information, its versions, flags, publishers, external releases and tasks (Art 11-15)."""

from __future__ import annotations

from django.db import models

from anxin.inner.cases.models import Case
from anxin.inner.organs.models import Department, Organ, Staff


class Announcement(models.Model):
    """One piece of important case information; what it says stands in its versions."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="announcements", verbose_name="办理院")
    department = models.ForeignKey(Department, models.PROTECT, null=True, verbose_name="拟制部门")
    case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="announcements", verbose_name="案件")
    category = models.CharField("类别", max_length=20)
    event = models.CharField("事项", max_length=40, blank=True)
    assigned_by = models.ForeignKey(
        Organ, models.PROTECT, null=True, related_name="+", verbose_name="交办、督办的上级院"
    )
    public_id = models.CharField("公开编号", max_length=24, unique=True)
    drafter = models.ForeignKey(Staff, models.PROTECT, verbose_name="拟制人")
    hands = models.JSONField("参与拟制的人员", default=list)  # staff ids: they take no step of its chain
    created_at = models.DateTimeField("拟制时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "重要案件信息"

    def __str__(self) -> str:
        return self.newest.title

    @property
    def newest(self) -> Version:
        return self.versions.order_by("-number")[0]


class Version(models.Model):
    """One wording. It changes only in work; what was submitted is bound to its hash, what was public stays."""

    class State(models.TextChoices):
        WORK = "work", "拟制中"
        CHAIN = "chain", "审批中"
        PUBLIC = "public", "已发布"
        HIDDEN = "hidden", "已隐藏"
        WITHDRAWN = "withdrawn", "已撤回"
        REPLACED = "replaced", "已更正"
        REFUSED = "refused", "不同意发布"

    class Secrecy(models.TextChoices):
        OPEN = "open", "可以公开"
        PROCESSED = "after_processing", "处理后可以公开"
        CLOSED = "closed", "不得公开"
        REFER = "refer", "不能确定，报保密部门确定"

    announcement = models.ForeignKey(Announcement, models.PROTECT, related_name="versions", verbose_name="案件信息")
    number = models.PositiveIntegerField("版本", default=1)
    revision = models.PositiveIntegerField("修订号", default=1)
    state = models.CharField("状态", max_length=10, choices=State, default=State.WORK)
    title = models.CharField("标题", max_length=120)
    text = models.TextField("正文")
    people = models.JSONField("人员称谓", default=list)
    spans = models.JSONField("屏蔽位置", default=list)
    doubts = models.JSONField("疑点", default=list)
    justified = models.JSONField("说明理由保留的语句", default=dict)
    secrecy = models.CharField("保密审查结论", max_length=20, choices=Secrecy, blank=True)
    secrecy_checks = models.JSONField("保密审查事项", default=list)
    secrecy_note = models.CharField("保密审查说明", max_length=500, blank=True)
    secrecy_answer = models.CharField("保密部门意见", max_length=20, blank=True)
    correction = models.CharField("更正说明", max_length=200, blank=True)
    asked_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+", verbose_name="提出更正的人")
    compared = models.JSONField("核对图中文字的记录", default=list)  # who, and the hash of what they compared
    planned_at = models.DateTimeField("定时发布时间", null=True)
    embargo_until = models.DateTimeField("不早于", null=True)
    planned_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+", verbose_name="定时发布人")
    plan_failed = models.CharField("定时发布未成功的原因", max_length=500, blank=True)
    public_text = models.TextField("公开文本", blank=True)
    text_hash = models.CharField("公开文本哈希", max_length=64, blank=True)
    content_hash = models.CharField("经批准的内容哈希", max_length=64, blank=True)
    published_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+", verbose_name="发布人")
    published_at = models.DateTimeField("发布时间", null=True)
    ended_at = models.DateTimeField("停止公开时间", null=True)
    ground = models.CharField("停止公开的理由", max_length=200, blank=True)
    article = models.CharField("依据条文", max_length=12, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "版本"
        constraints = [
            models.UniqueConstraint(fields=["announcement", "number"], name="announcement_version_once"),
            models.UniqueConstraint(
                fields=["announcement"], condition=models.Q(state="public"), name="one_public_wording"
            ),
            models.UniqueConstraint(
                fields=["announcement"], condition=models.Q(state__in=["work", "chain"]), name="one_open_wording"
            ),
        ]


class Picture(models.Model):
    """A picture of a version, drawn anew from pixels, with the words for those who cannot see it.

    ``transcript``: the words that the picture shows, as whoever added it wrote them down; ``wordless``: it shows none.
    """

    version = models.ForeignKey(Version, models.CASCADE, related_name="pictures", verbose_name="版本")
    digest = models.CharField("文件哈希", max_length=64)
    alt = models.CharField("替代文字", max_length=200)
    transcript = models.TextField("图中文字", blank=True)
    wordless = models.BooleanField("图中无文字", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "图片"
        ordering = ["pk"]

    @property
    def is_read(self) -> bool:
        """Whether somebody said what words it shows; pictures from before this was asked are not."""
        return bool(self.transcript) != self.wordless


class Flag(models.Model):
    """A mark of Article 13. It is added by anyone in the chain and never taken off without a reason on record."""

    announcement = models.ForeignKey(Announcement, models.PROTECT, related_name="flags", verbose_name="案件信息")
    name = models.CharField("标识", max_length=20)
    reason = models.CharField("理由", max_length=200, blank=True)
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name="标识院")
    added_by = models.ForeignKey(Staff, models.PROTECT, related_name="+", verbose_name="标识人")
    added_at = models.DateTimeField("标识时间", auto_now_add=True)
    removed_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+", verbose_name="取消人")
    removed_at = models.DateTimeField("取消时间", null=True)
    removed_reason = models.CharField("取消理由", max_length=200, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "标识"
        constraints = [
            models.UniqueConstraint(
                fields=["announcement", "name"], condition=models.Q(removed_at=None), name="flag_once"
            )
        ]


class Publisher(models.Model):
    """A superior organ that publishes the approved item at the same moment (Art 13)."""

    announcement = models.ForeignKey(Announcement, models.PROTECT, related_name="publishers", verbose_name="案件信息")
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name="同步发布院")
    by = models.ForeignKey(Staff, models.PROTECT, related_name="+", verbose_name="办理人")
    at = models.DateTimeField("时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "同步发布"
        constraints = [models.UniqueConstraint(fields=["announcement", "organ"], name="publisher_once")]


class PressRecord(models.Model):
    """A release outside the system: spokesperson, press conference, press copy (Art 12)."""

    announcement = models.ForeignKey(Announcement, models.PROTECT, related_name="press", verbose_name="案件信息")
    form = models.CharField("方式", max_length=20)
    outlet = models.CharField("场合或者媒体", max_length=100)
    planned_at = models.DateTimeField("计划时间")
    actual_at = models.DateTimeField("实际时间", null=True)
    by = models.ForeignKey(Staff, models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间", auto_now_add=True)
    cancelled_at = models.DateTimeField("取消时间", null=True)
    cancelled_reason = models.CharField("取消理由", max_length=200, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "对外发布记录"
        ordering = ["planned_at", "pk"]


class Task(models.Model):
    """A fact of a case that has to be announced (Art 11, 15)."""

    class State(models.TextChoices):
        OPEN = "open", "应发布"
        DONE = "done", "已发布"
        DISMISSED = "dismissed", "不发布"

    case = models.ForeignKey(Case, models.PROTECT, related_name="announcement_tasks", verbose_name="案件")
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name="院")
    category = models.CharField("类别", max_length=20)
    event = models.CharField("事项", max_length=40)
    happened_on = models.DateField("发生日期")
    deadline = models.DateField("期限")
    state = models.CharField("状态", max_length=10, choices=State, default=State.OPEN)
    reason = models.CharField("不发布的理由", max_length=500, blank=True)
    closed_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+", verbose_name="办理人")
    closed_at = models.DateTimeField("办结时间", null=True)
    opened_at = models.DateTimeField("产生时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "应发布事项"
        constraints = [
            models.UniqueConstraint(fields=["case", "category", "event", "happened_on"], name="announcement_task_once")
        ]


class Reminder(models.Model):
    """Press or case management asked the handling department to announce (Art 15)."""

    task = models.ForeignKey(Task, models.PROTECT, related_name="reminders", verbose_name="应发布事项")
    note = models.CharField("催办意见", max_length=200)
    by = models.ForeignKey(Staff, models.PROTECT, related_name="+", verbose_name="催办人")
    at = models.DateTimeField("催办时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "催办"
        ordering = ["pk"]
