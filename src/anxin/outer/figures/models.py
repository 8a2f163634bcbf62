"""What the inner wing counted, and nothing that was counted: numbers by organ, month and type of document (Art 25)."""

from django.db import models


class Month(models.Model):
    """The newest figures of one organ and month that arrived."""

    organ = models.CharField("院编码", max_length=6)
    month = models.DateField("月份")
    version = models.PositiveIntegerField("版本")
    at = models.DateTimeField("统计时间")

    class Meta:
        verbose_name = verbose_name_plural = "收到的统计"
        constraints = [models.UniqueConstraint(fields=["organ", "month"], name="month_once")]


class Cell(models.Model):
    """``n`` of the organ alone; ``total`` with everything below it, kept up to date at every arrival."""

    organ = models.CharField("院编码", max_length=6)
    month = models.DateField("月份")
    kind = models.CharField("文书种类", max_length=40, blank=True)
    measure = models.CharField("计数项", max_length=60)
    n = models.BigIntegerField("本院")
    total = models.BigIntegerField("含下级院")

    class Meta:
        verbose_name = verbose_name_plural = "统计单元"
        constraints = [models.UniqueConstraint(fields=["organ", "month", "kind", "measure"], name="cell_once")]
