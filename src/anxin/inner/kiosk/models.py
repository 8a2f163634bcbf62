"""Article 17: what the organ's own touch screen shows, and the record of what was released for it.

Other rooms' rows are named by number: the screen's process knows ``Screen`` and no other table.
"""

from __future__ import annotations

from django.db import models


class Release(models.Model):
    """One version released for the touch screen. It is on the screen if and only if its state is ``shown``."""

    class State(models.TextChoices):
        SHOWN = "shown", "正在提供查阅"
        HIDDEN = "hidden", "已隐藏"
        WITHDRAWN = "withdrawn", "已撤下"
        REPLACED = "replaced", "已被新版本取代"

    case_id = models.BigIntegerField("案件", db_index=True)
    document_id = models.BigIntegerField("文书", db_index=True)
    draft_id = models.BigIntegerField("技术处理", unique=True)
    organ = models.CharField("院编码", max_length=6, db_index=True)
    public_id = models.CharField("公开编号", max_length=24)
    version = models.PositiveIntegerField("版本")
    state = models.CharField("状态", max_length=10, choices=State, default=State.SHOWN)
    doc_type = models.CharField("文书种类", max_length=40)
    number = models.CharField("文号", max_length=80, blank=True)
    title = models.CharField("标题", max_length=200)
    text = models.TextField("公开文本")
    text_hash = models.CharField("公开文本哈希", max_length=64)
    spans = models.JSONField("屏蔽位置")
    content_hash = models.CharField("经批准的内容哈希", max_length=64)
    ruleset = models.CharField("规则", max_length=40)
    released_by = models.CharField("发布人", max_length=40)
    released_at = models.DateTimeField("发布时间")
    ended_at = models.DateTimeField("隐藏或者撤下时间", null=True)
    ground = models.CharField("隐藏或者撤下理由", max_length=200, blank=True)
    article = models.CharField("依据条文", max_length=12, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "触摸显示屏文书"
        constraints = [
            models.UniqueConstraint(fields=["public_id", "version"], name="release_once"),
            models.UniqueConstraint(
                fields=["document_id"], condition=models.Q(state="shown"), name="one_shown_version"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.doc_type} {self.number}"


class Screen(models.Model):
    """The one table that the screen reads: public text as a document structure, and nothing that is hidden."""

    public_id = models.CharField("公开编号", max_length=24, primary_key=True)
    organ = models.CharField("院编码", max_length=6)
    organ_name = models.CharField("院", max_length=60)
    doc_type = models.CharField("文书种类", max_length=40)
    title = models.CharField("标题", max_length=200)
    number = models.CharField("文号", max_length=80, blank=True)
    concluded_on = models.DateField("作出日期", null=True)
    shown_at = models.DateTimeField("提供查阅时间")
    document = models.JSONField("文书结构")
    sha256 = models.CharField("全文哈希", max_length=64)

    class Meta:
        verbose_name = verbose_name_plural = "屏上文书"
        indexes = [models.Index(fields=["organ", "-shown_at"], name="newest_on_screen")]
