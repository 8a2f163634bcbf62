"""Cases as the case-handling system hands them over, and what staff register by hand."""

from __future__ import annotations

from django.db import models

from anxin.inner.organs.models import Department, Organ, Staff
from anxin.regulation import case as facts


class Case(models.Model):
    """One case. Its number is the department case number (部门受案号)."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="cases", verbose_name="办理院")
    department = models.ForeignKey(Department, models.PROTECT, null=True, verbose_name="办案部门")
    handler = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="cases", verbose_name="承办人")
    number = models.CharField("部门受案号", max_length=60, unique=True)
    unified_number = models.CharField("统一受案号", max_length=17, blank=True)
    name = models.CharField("案件名称", max_length=120)
    case_type = models.CharField("案件类别", max_length=40)
    charge = models.CharField("案由", max_length=120, blank=True)
    accepted_on = models.DateField("受理日期", null=True)
    concluded_on = models.DateField("办结日期", null=True)
    flags = models.JSONField("标识", default=list)
    protected_terms = models.JSONField("应予保护的用语", default=list)
    filing_review = models.BooleanField("需报备案审查", default=False)
    filing_reviewed_on = models.DateField("备案审查结束日期", null=True)
    created_at = models.DateTimeField("收入时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "案件"
        indexes = [models.Index(fields=["organ", "handler"])]

    def __str__(self) -> str:
        return self.name

    @property
    def effective_judgment(self) -> Judgment | None:
        """The newest judgment, whether or not its effective day has come."""
        return self.judgments.order_by("-effective_on", "-pk").first()

    def facts(self) -> facts.Case:
        """The case as the rules see it today."""
        from django.utils import timezone

        judgment = self.effective_judgment
        return facts.Case(
            participants=tuple(p.facts() for p in self.participants.all()),
            closed=self.concluded_on is not None,
            judgment_effective=bool(judgment and judgment.effective_on <= timezone.localdate()),
            charge=self.charge,
            protected_terms=tuple(
                facts.ProtectedTerm(t["text"], t.get("article", "20(4)")) for t in self.protected_terms
            ),
            flags=frozenset(self.flags),
        )


class Participant(models.Model):
    """A person of the case; ``key`` stays the same over all documents of the case."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="participants", verbose_name="案件")
    key = models.CharField("编号", max_length=40)
    name = models.CharField("姓名", max_length=80)
    role = models.CharField("身份", max_length=20)
    title = models.CharField("职务", max_length=60, blank=True)
    aliases = models.JSONField("别名", default=list)
    sex = models.CharField("性别", max_length=4, blank=True)
    birth = models.CharField("出生日期", max_length=10, blank=True)
    minor = models.BooleanField("未成年", default=False)
    identity = models.JSONField("证件", default=dict)
    contact = models.JSONField("住址和通讯方式", default=dict)
    sentence = models.JSONField("生效判决刑罚", null=True)
    recidivist = models.BooleanField("累犯", default=False)
    habitual = models.BooleanField("惯犯", default=False)
    habitual_reason = models.CharField("惯犯认定理由", max_length=200, blank=True)
    consent_to_name = models.BooleanField("本人书面申请公开姓名并经批准", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "诉讼参与人"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["case", "key"], name="participant_once")]

    def facts(self) -> facts.Participant:
        return facts.Participant(
            key=self.key, name=self.name, role=self.role, title=self.title, aliases=tuple(self.aliases), sex=self.sex,
            birth=self.birth, minor=self.minor, sentence=facts.Sentence.from_json(self.sentence),
            recidivist=self.recidivist, habitual=self.habitual, consent_to_name=self.consent_to_name,
        )  # fmt: skip


class Judgment(models.Model):
    """A judgment or ruling of a court on the case; it takes effect on ``effective_on``."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="judgments", verbose_name="案件")
    court = models.CharField("法院", max_length=60)
    number = models.CharField("裁判文书号", max_length=60)
    received_on = models.DateField("收到日期")
    effective_on = models.DateField("生效日期")
    sentences = models.JSONField("各被告人刑罚", default=dict)
    registered_by = models.ForeignKey(Staff, models.PROTECT, null=True, verbose_name="登记人")
    registered_at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "生效裁判"
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="judgment_once")]


class Proceeding(models.Model):
    """A step of the case's course (办案进程)."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="proceedings", verbose_name="案件")
    on = models.DateField("日期")
    kind = models.CharField("进程", max_length=40)
    detail = models.JSONField("内容", default=dict)

    class Meta:
        verbose_name = verbose_name_plural = "办案进程"
        ordering = ["on", "pk"]


class Measure(models.Model):
    """A compulsory measure on one participant (强制措施)."""

    participant = models.ForeignKey(Participant, models.CASCADE, related_name="measures", verbose_name="诉讼参与人")
    kind = models.CharField("强制措施", max_length=20)
    decided_on = models.DateField("决定日期", null=True)
    executed_on = models.DateField("执行日期", null=True)
    ended_on = models.DateField("解除日期", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "强制措施"
        ordering = ["decided_on", "pk"]
