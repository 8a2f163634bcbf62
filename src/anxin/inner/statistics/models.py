"""What is counted from the ledger (Art 25). Every row here can be made again from the ledger alone."""

from django.db import models


class Watermark(models.Model):
    """How far an organ's ledger has been counted."""

    organ = models.CharField("院", max_length=6, primary_key=True)
    seq = models.BigIntegerField("已统计到")

    class Meta:
        verbose_name = verbose_name_plural = "统计进度"


class Fact(models.Model):
    """What the ledger says of one obligation."""

    obligation = models.BigIntegerField("公开义务编号", primary_key=True)
    organ = models.CharField("院", max_length=6)
    kind = models.CharField("文书种类", max_length=40)
    follow_up = models.BooleanField("公开后重新处理", default=False)
    trigger_on = models.DateField("起算日")
    deadline = models.DateField("期限")
    state = models.CharField("状态", max_length=12)
    ground = models.CharField("不公开理由", max_length=40, blank=True)
    published_on = models.DateField("发布日", null=True)
    superseded = models.BooleanField("已被后一期限取代", default=False)
    counted_late = models.BooleanField("已计超期", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "统计事实"
        indexes = [
            models.Index(fields=["organ", "deadline"]),
            models.Index(
                fields=["deadline"], name="fact_open",
                condition=models.Q(counted_late=False, superseded=False, state__in=["due", "in_work", "returned"]),
            ),
        ]  # fmt: skip


class Cell(models.Model):
    """One measure of one organ, month (its first day) and kind (document type, or empty)."""

    organ = models.CharField("院", max_length=6)
    month = models.DateField("月份")
    kind = models.CharField("种类", max_length=40, blank=True)
    measure = models.CharField("计数项", max_length=60)
    n = models.BigIntegerField("数量")

    class Meta:
        verbose_name = verbose_name_plural = "统计单元"
        constraints = [models.UniqueConstraint(fields=["month", "organ", "kind", "measure"], name="cell_once")]
