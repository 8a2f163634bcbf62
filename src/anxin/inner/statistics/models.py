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


class Sent(models.Model):
    """What the outer wing was last told of one organ's month."""

    organ = models.CharField("院", max_length=6)
    month = models.DateField("月份")
    version = models.PositiveIntegerField("版本")
    digest = models.CharField("摘要", max_length=32, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "已送外网的统计"
        constraints = [models.UniqueConstraint(fields=["organ", "month"], name="sent_once")]


class Circular(models.Model):
    """One circular of Article 25: text and numbers of one organ and period. What is signed is its content hash."""

    class State(models.TextChoices):
        DRAFT = "draft", "起草"
        CHAIN = "chain", "审批中"
        SIGNED = "signed", "已签发"
        DROPPED = "dropped", "已作废"

    organ = models.ForeignKey("organs.Organ", models.PROTECT, related_name="+", verbose_name="院")
    period = models.CharField("期间", max_length=7)
    title = models.CharField("标题", max_length=120)
    text = models.TextField("正文")
    report = models.JSONField("统计数据")
    counted_at = models.DateTimeField("统计时间")
    revision = models.PositiveIntegerField("修改次数", default=0)
    state = models.CharField("状态", max_length=10, choices=State, default=State.DRAFT)
    drafted_by = models.ForeignKey("organs.Staff", models.PROTECT, null=True, related_name="+", verbose_name="起草人")
    drafted_at = models.DateTimeField("起草时间")
    editors = models.JSONField("修改人", default=list)  # staff ids: they take no step of approval
    number = models.CharField("文号", max_length=40, blank=True)
    year = models.PositiveSmallIntegerField("年度", null=True)
    seq = models.PositiveIntegerField("序号", null=True)
    signed_at = models.DateTimeField("签发时间", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "通报"
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "period"], condition=~models.Q(state="dropped"), name="one_circular_of_a_period"
            ),
            models.UniqueConstraint(fields=["organ", "year", "seq"], name="circular_number_once"),
        ]

    def __str__(self) -> str:
        return self.title
