"""One mechanism for every chain of decisions: ordered steps, each bound to the hash of what was seen."""

from django.db import models

from anxin.inner.organs.models import Department, Organ, Staff


class Chain(models.Model):
    """The steps that one subject has to go through, as the rules gave them."""

    class State(models.TextChoices):
        OPEN = "open", "审批中"
        COMPLETE = "complete", "已完成"
        RETURNED = "returned", "已退回"
        REFUSED = "refused", "不同意"
        VOID = "void", "已失效"

    purpose = models.CharField("用途", max_length=20)
    subject = models.CharField("对象", max_length=30)
    subject_id = models.BigIntegerField("对象编号")
    title = models.CharField("标题", max_length=200)
    organ = models.ForeignKey(Organ, models.PROTECT, verbose_name="院")
    department = models.ForeignKey(Department, models.PROTECT, null=True, verbose_name="部门")
    decision = models.JSONField("依据", default=dict)
    content_hash = models.CharField("内容哈希", max_length=64)
    involved = models.JSONField("参与拟制的人员", default=list)  # staff ids: they take no step of approval
    state = models.CharField("状态", max_length=10, choices=State, default=State.OPEN)
    opened_at = models.DateTimeField("发起时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "审批流程"
        indexes = [models.Index(fields=["subject", "subject_id"])]
        constraints = [
            models.UniqueConstraint(
                fields=["purpose", "subject", "subject_id"], condition=models.Q(state="open"), name="one_open_chain"
            )
        ]


class Step(models.Model):
    """One step; done once, by one person, on exactly ``content_hash``."""

    class State(models.TextChoices):
        WAITING = "waiting", "待前序"
        OPEN = "open", "待办理"
        DONE = "done", "已办理"
        RETURNED = "returned", "已退回"
        REFUSED = "refused", "不同意"
        REFERRED = "referred", "报保密部门"

    chain = models.ForeignKey(Chain, models.CASCADE, related_name="steps", verbose_name="流程")
    index = models.PositiveSmallIntegerField("序号")
    organ = models.ForeignKey(Organ, models.PROTECT, verbose_name="院")
    duty = models.CharField("职责", max_length=20)
    action = models.CharField("事项", max_length=200)
    entry = models.CharField("规则条目", max_length=80, blank=True)
    article = models.CharField("依据条文", max_length=12)
    moved = models.CharField("改由上一职责办理的原因", max_length=200, blank=True)
    rule_duty = models.CharField("规则所定职责", max_length=20, blank=True)
    rule_organ = models.CharField("规则所定的院", max_length=6, blank=True)
    state = models.CharField("状态", max_length=10, choices=State, default=State.WAITING)
    opened_at = models.DateTimeField("到手时间", null=True)
    actor = models.ForeignKey(Staff, models.PROTECT, null=True, verbose_name="办理人")
    on_behalf_of = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+", verbose_name="委托人")
    content_hash = models.CharField("所见内容哈希", max_length=64, blank=True)
    reason = models.CharField("意见", max_length=500, blank=True)
    acted_at = models.DateTimeField("办理时间", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "审批步骤"
        ordering = ["chain", "index"]
        constraints = [models.UniqueConstraint(fields=["chain", "index"], name="step_once")]
        indexes = [models.Index(fields=["state", "organ", "duty"])]
