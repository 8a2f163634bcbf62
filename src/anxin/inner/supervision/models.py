"""Chapter 5: what people complain of, what a superior inspects and orders, what the public says, who links to us."""

from __future__ import annotations

from django.db import models

from anxin.inner.cases.models import Case
from anxin.inner.documents.models import LegalDocument, Publication
from anxin.inner.organs.models import Department, Organ, Staff


class Complaint(models.Model):
    """One 反映 (Art 23): anybody's, about an item or in general. ``late`` is never stored: it follows."""

    class Kind(models.TextChoices):
        LEAK = "leak", "泄露了应当保护的信息"
        ERROR = "error", "内容有错误、不准确"
        UNPUBLISHED = "unpublished", "应当公开而没有公开"
        EXCESS = "excess", "屏蔽过多，看不懂"
        OTHER = "other", "其他"

    class State(models.TextChoices):
        RECEIVED = "received", "待受理"
        FORWARDED = "forwarded", "部门核实中"
        REPORTED = "reported", "部门已核实"
        ANSWERED = "answered", "已答复"
        REVIEW = "review", "上级院复查中"
        ORDERED = "ordered", "上级院责令纠正"
        CLOSED = "closed", "已办结"

    class Result(models.TextChoices):
        CORRECTED = "corrected", "已更正"
        WITHDRAWN = "withdrawn", "已撤回"
        PUBLISHED = "published", "已公开"
        UNFOUNDED = "unfounded", "经核实无需更正"

    ticket = models.CharField("回执号", max_length=20, unique=True)
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="complaints", verbose_name="办理院")
    kind = models.CharField("反映的问题", max_length=12, choices=Kind)
    publication = models.ForeignKey(
        Publication, models.PROTECT, null=True, related_name="complaints", verbose_name="公开文书"
    )
    place = models.CharField("所在位置", max_length=300, blank=True)
    text = models.TextField("反映的内容", max_length=4000)
    contact = models.CharField("联系方式", max_length=200, blank=True)
    received_at = models.DateTimeField("收到时间")
    acknowledge_by = models.DateField("受理告知期限")
    due_on = models.DateField("答复期限")
    limit_on = models.DateField("最长期限")
    reckoning = models.JSONField("期限推算", default=dict)
    state = models.CharField("状态", max_length=10, choices=State, default=State.RECEIVED)
    department = models.ForeignKey(Department, models.PROTECT, null=True, verbose_name="核实部门")
    accepted_at = models.DateTimeField("受理时间", null=True)
    finding = models.CharField("核实情况", max_length=1000, blank=True)
    found_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+", verbose_name="核实人")
    result = models.CharField("处理结果", max_length=10, choices=Result, blank=True)
    reason = models.CharField("答复", max_length=1000, blank=True)
    outcome = models.ForeignKey(Publication, models.PROTECT, null=True, related_name="+", verbose_name="处理后的文书")
    answered_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+", verbose_name="答复人")
    answered_at = models.DateTimeField("答复时间", null=True)
    superior = models.ForeignKey(Organ, models.PROTECT, null=True, related_name="+", verbose_name="督办、复查的上级院")
    escalated_at = models.DateTimeField("报上级院时间", null=True)
    overdue = models.BooleanField("因逾期报上级院", default=False)
    dispute = models.CharField("异议", max_length=2000, blank=True)
    disputed_at = models.DateTimeField("异议时间", null=True)
    review_due_on = models.DateField("复查期限", null=True)
    review_reason = models.CharField("复查结论", max_length=1000, blank=True)
    reviewed_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+", verbose_name="复查人")
    reviewed_at = models.DateTimeField("复查时间", null=True)
    version = models.PositiveIntegerField("答复版本", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "反映"
        indexes = [models.Index(fields=["organ", "state", "due_on"]), models.Index(fields=["superior", "state"])]

    def __str__(self) -> str:
        return f"{self.ticket} {self.get_kind_display()}"

    @property
    def unanswered(self) -> bool:
        return self.state in (self.State.RECEIVED, self.State.FORWARDED, self.State.REPORTED)

    @property
    def emergency(self) -> bool:
        """A leak that is still open to everybody's eyes."""
        return (
            self.kind == self.Kind.LEAK and self.unanswered
            and (self.publication is None or self.publication.state == Publication.State.PUBLIC)
        )  # fmt: skip


class Inspection(models.Model):
    """A sampling inspection (巡查, Art 23; 保密检查, Art 5). Its seed is drawn by the system and never changes."""

    class Purpose(models.TextChoices):
        SUPERIOR = "superior", "巡查"
        SECRECY = "secrecy", "保密检查"

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="inspections", verbose_name="检查的院")
    purpose = models.CharField("性质", max_length=10, choices=Purpose)
    title = models.CharField("名称", max_length=100)
    plan = models.CharField("计划和重点", max_length=1000, blank=True)
    root = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name="范围（院及其下级院）")
    doc_type = models.CharField("文书种类", max_length=40, blank=True)
    since = models.DateField("公开日期自")
    until = models.DateField("公开日期至")
    size = models.PositiveIntegerField("抽取份数")
    seed = models.CharField("随机种子", max_length=32)
    population = models.PositiveIntegerField("总体份数")
    population_hash = models.CharField("总体哈希", max_length=64)
    drawn_at = models.DateTimeField("抽取时间")
    opened_by = models.ForeignKey(Staff, models.PROTECT, related_name="+", verbose_name="发起人")
    closed_at = models.DateTimeField("结束时间", null=True)
    conclusion = models.CharField("结论", max_length=1000, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "抽样检查"

    def __str__(self) -> str:
        return self.title


class Sample(models.Model):
    """One published version in an inspection. ``answers``: check item -> "yes", "no" or "none" (does not apply)."""

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="samples", verbose_name="检查")
    publication = models.ForeignKey(Publication, models.PROTECT, related_name="+", verbose_name="公开文书")
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name="院")
    position = models.PositiveIntegerField("抽中次序")
    answers = models.JSONField("检查情况", default=dict)
    note = models.CharField("发现的问题", max_length=1000, blank=True)
    checked_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+", verbose_name="检查人")
    checked_at = models.DateTimeField("检查时间", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "抽中的文书"
        ordering = ["inspection", "position"]
        constraints = [models.UniqueConstraint(fields=["inspection", "publication"], name="sample_once")]

    @property
    def failed(self) -> list[str]:
        """The check items that do not hold."""
        return [item for item, answer in self.answers.items() if answer == "no"]


class Order(models.Model):
    """What a superior, or the secrecy department, demands of an organ (Art 5, 23), with its own state and clock."""

    class Kind(models.TextChoices):
        PUBLISH = "publish", "责令公开"
        CORRECT = "correct", "责令更正"
        WITHDRAW = "withdraw", "责令撤回"
        RECTIFY = "rectify", "整改通知"

    class State(models.TextChoices):
        ISSUED = "issued", "待落实"
        ANSWERED = "answered", "已回复，待审查"
        CLOSED = "closed", "已办结"
        REVOKED = "revoked", "已撤销"

    issuer = models.ForeignKey(Organ, models.PROTECT, related_name="orders_issued", verbose_name="发出的院")
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="orders", verbose_name="收到的院")
    kind = models.CharField("种类", max_length=10, choices=Kind)
    article = models.CharField("依据条文", max_length=12)
    text = models.CharField("要求", max_length=1000)
    document = models.ForeignKey(LegalDocument, models.PROTECT, null=True, related_name="+", verbose_name="文书")
    publication = models.ForeignKey(Publication, models.PROTECT, null=True, related_name="+", verbose_name="公开文书")
    sample = models.ForeignKey(Sample, models.PROTECT, null=True, related_name="orders", verbose_name="检查发现")
    complaint = models.ForeignKey(Complaint, models.PROTECT, null=True, related_name="orders", verbose_name="反映")
    state = models.CharField("状态", max_length=10, choices=State, default=State.ISSUED)
    due_on = models.DateField("落实期限")
    reckoning = models.JSONField("期限推算", default=dict)
    issued_by = models.ForeignKey(Staff, models.PROTECT, related_name="+", verbose_name="签发人")
    issued_at = models.DateTimeField("发出时间")
    answer = models.CharField("落实情况", max_length=1000, blank=True)
    answered_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+", verbose_name="回复人")
    answered_at = models.DateTimeField("回复时间", null=True)
    remark = models.CharField("审查意见", max_length=1000, blank=True)
    closed_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+", verbose_name="办结人")
    closed_at = models.DateTimeField("办结时间", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "监督通知"
        indexes = [models.Index(fields=["organ", "state", "due_on"]), models.Index(fields=["issuer", "state"])]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}（{self.issuer.name}，第{self.pk}号）"

    @property
    def open(self) -> bool:
        return self.state in (self.State.ISSUED, self.State.ANSWERED)


class Feed(models.Model):
    """A news feed that an organ's press department follows; the outer wing fetches it."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="feeds", verbose_name="院")
    name = models.CharField("名称", max_length=80)
    address = models.CharField("地址", max_length=400)
    keywords = models.JSONField("关键词")
    active = models.BooleanField("在用", default=True)
    version = models.PositiveIntegerField("版本", default=1)

    class Meta:
        verbose_name = verbose_name_plural = "舆情来源"
        constraints = [models.UniqueConstraint(fields=["organ", "address"], name="feed_once")]

    def __str__(self) -> str:
        return self.name


class Opinion(models.Model):
    """One entry of the public opinion register (Art 24)."""

    class State(models.TextChoices):
        FOUND = "found", "待研判"
        HANDLING = "handling", "处理中"
        CLOSED = "closed", "已办结"

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="opinions", verbose_name="院")
    feed = models.ForeignKey(Feed, models.PROTECT, null=True, verbose_name="舆情来源")
    key = models.CharField("来源中的编号", max_length=64, blank=True)
    platform = models.CharField("平台、媒体", max_length=80)
    link = models.CharField("链接", max_length=500, blank=True)
    title = models.CharField("标题", max_length=200)
    summary = models.CharField("摘要", max_length=2000, blank=True)
    published_at = models.DateTimeField("出现时间", null=True)
    found_at = models.DateTimeField("发现时间")
    found_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+", verbose_name="发现人")
    level = models.CharField("等级", max_length=20, blank=True)
    state = models.CharField("状态", max_length=10, choices=State, default=State.FOUND)
    owner = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+", verbose_name="负责人")
    publication = models.ForeignKey(
        Publication, models.PROTECT, null=True, related_name="opinions", verbose_name="公开文书"
    )
    case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="opinions", verbose_name="案件")
    caused = models.ForeignKey(
        Publication, models.PROTECT, null=True, related_name="+", verbose_name="引起的更正或者撤回"
    )
    lesson = models.CharField("教训", max_length=1000, blank=True)
    closed_at = models.DateTimeField("办结时间", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "舆情"
        constraints = [
            models.UniqueConstraint(fields=["organ", "key"], condition=~models.Q(key=""), name="opinion_once")
        ]
        indexes = [models.Index(fields=["organ", "state", "found_at"])]

    def __str__(self) -> str:
        return self.title


class OpinionStep(models.Model):
    """What was done about an entry: a measure, a reply to the public, a hand-over to a department and its answer."""

    class Kind(models.TextChoices):
        MEASURE = "measure", "处置措施"
        REPLY = "reply", "对外回应"
        HAND_OVER = "hand_over", "转交部门"
        ANSWER = "answer", "部门回复"

    opinion = models.ForeignKey(Opinion, models.CASCADE, related_name="steps", verbose_name="舆情")
    kind = models.CharField("种类", max_length=10, choices=Kind)
    department = models.ForeignKey(Department, models.PROTECT, null=True, related_name="+", verbose_name="部门")
    text = models.CharField("内容", max_length=1000)
    by = models.ForeignKey(Staff, models.PROTECT, related_name="+", verbose_name="办理人")
    at = models.DateTimeField("时间")
    done = models.BooleanField("已回复", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "舆情处置"
        ordering = ["pk"]


class Site(models.Model):
    """An organ's own site, and whether it links to the disclosure system (Art 3)."""

    organ = models.OneToOneField(Organ, models.PROTECT, primary_key=True, related_name="site", verbose_name="院")
    address = models.CharField("网站地址", max_length=400)
    version = models.PositiveIntegerField("版本", default=1)
    linked = models.BooleanField("有链接", null=True)
    sentence = models.CharField("检查结果", max_length=200, blank=True)
    checked_at = models.DateTimeField("检查时间", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "检察院网站"
