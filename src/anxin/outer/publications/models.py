"""What is public now, its versions and its tombstones. The reader's tables hold nothing that is hidden or withdrawn."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.db import models


class Organ(models.Model):
    """One procuratorate, as the inner wing tells it."""

    code = models.CharField("单位编码", max_length=6, primary_key=True)
    version = models.PositiveIntegerField("版本")
    name = models.CharField("名称", max_length=60)
    short = models.CharField("简称", max_length=12, blank=True)
    parent = models.CharField("上级院编码", max_length=6, blank=True, db_index=True)
    level = models.CharField("层级", max_length=12)
    phone = models.CharField("电话", max_length=40, blank=True)
    address = models.CharField("地址", max_length=120, blank=True)
    hours = models.CharField("接待时间", max_length=120, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "人民检察院"
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name


class Publication(models.Model):
    """One published version of a document. Once it is no longer public its content fields are empty.

    ``sort_key`` (yyyymmdd x 10^7 + number of the day) orders all lists and is the key in the search index;
    ``change`` grows with every change of any row, so an index can catch up.
    """

    class State(models.TextChoices):
        PUBLIC = "public", "公开"
        HIDDEN = "hidden", "暂停公开"
        WITHDRAWN = "withdrawn", "已撤回"
        REPLACED = "replaced", "已被新版本取代"

    CONTENT = ("title", "number", "charge", "case_ref", "text", "document", "files", "sha256", "pictures")

    public_id = models.CharField("公开编号", max_length=64)
    version = models.PositiveIntegerField("版本")
    state = models.CharField("状态", max_length=10, choices=State)
    sort_key = models.BigIntegerField(unique=True)
    change = models.BigIntegerField(unique=True)
    organ = models.CharField("院编码", max_length=6)
    organ_name = models.CharField("院", max_length=60)
    ancestors = models.JSONField("本院及各上级院", default=list)
    doc_type = models.CharField("文书种类", max_length=40)
    title = models.CharField("标题", max_length=200, blank=True)
    number = models.CharField("文号", max_length=80, blank=True)
    charge = models.CharField("案由", max_length=80, blank=True)
    case_ref = models.CharField(max_length=64, blank=True)
    concluded_on = models.DateField("作出日期", null=True)
    trigger_on = models.DateField("公开期限起算日", null=True)
    deadline = models.DateField("公开期限", null=True)
    published_at = models.DateTimeField("发布时间")
    ruleset = models.CharField("适用规则", max_length=40)
    article = models.CharField("公开依据", max_length=12, blank=True)
    equality = models.CharField("一致性说明", max_length=400, blank=True)
    text = models.TextField("全文", blank=True)
    document = models.JSONField("文书结构", default=dict)
    files = models.JSONField("文件", default=dict)
    sha256 = models.CharField("全文哈希", max_length=64, blank=True)
    category = models.CharField("重要案件信息的类别", max_length=20, blank=True)
    publishers = models.JSONField("同步发布的院", default=list)
    levels = models.JSONField("发布院的层级", default=list)
    correction = models.CharField("更正说明", max_length=200, blank=True)
    pictures = models.JSONField("图片", default=list)
    ended_at = models.DateTimeField("停止公开时间", null=True)
    ended_by = models.CharField("停止公开的院", max_length=6, blank=True)
    ground = models.CharField("停止公开的理由", max_length=200, blank=True)
    ground_article = models.CharField("停止公开的依据", max_length=12, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "公开的法律文书"
        constraints = [
            models.UniqueConstraint(fields=["public_id", "version"], name="version_once"),
            models.UniqueConstraint(
                fields=["public_id"], condition=models.Q(state="public"), name="one_version_is_public"
            ),
        ]
        indexes = [
            models.Index(fields=["-sort_key"], condition=models.Q(state="public"), name="newest_public"),
            models.Index(fields=["doc_type", "-sort_key"], condition=models.Q(state="public"), name="newest_of_type"),
            models.Index(fields=["organ", "-sort_key"], condition=models.Q(state="public"), name="newest_of_organ"),
            models.Index(
                fields=["category", "-sort_key"], condition=models.Q(state="public") & ~models.Q(category=""),
                name="newest_announcements",
            ),
            models.Index(fields=["case_ref"], condition=~models.Q(case_ref=""), name="same_case"),
            GinIndex(fields=["files"], name="named_files", opclasses=["jsonb_path_ops"]),
            models.Index(fields=["ended_at"], condition=models.Q(state__in=["hidden", "withdrawn"]), name="ended"),
        ]

    def __str__(self) -> str:
        return f"{self.public_id}/v{self.version}"

    @property
    def is_public(self) -> bool:
        return self.state == self.State.PUBLIC


class Withheld(models.Model):
    """The content of a hidden version, out of the reader's sight, kept for the case that it is restored."""

    publication = models.OneToOneField(Publication, models.CASCADE, primary_key=True, related_name="withheld")
    content = models.JSONField("内容")

    class Meta:
        verbose_name = verbose_name_plural = "暂停公开的内容"


class Hold(models.Model):
    """The newest order to end access to an item: it also binds versions that arrive after it."""

    public_id = models.CharField("公开编号", max_length=64, primary_key=True)
    version = models.PositiveIntegerField("及于版本")
    order = models.BigIntegerField("发出次序")
    state = models.CharField("状态", max_length=10, choices=Publication.State)
    at = models.DateTimeField("时间")
    organ = models.CharField("院编码", max_length=6)
    ground = models.CharField("理由", max_length=200, blank=True)
    article = models.CharField("依据", max_length=12, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "停止公开的指令"


class Checkpoint(models.Model):
    """The end of one organ's ledger on one day, kept where the inner wing cannot change it."""

    organ = models.CharField("院编码", max_length=6)
    seq = models.BigIntegerField("序号")
    hash = models.CharField("哈希", max_length=64)
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = verbose_name_plural = "日志存证"
        constraints = [models.UniqueConstraint(fields=["organ", "seq"], name="checkpoint_once")]
