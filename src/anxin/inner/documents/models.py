"""Chapter 4: legal documents, the duty to publish them, their technical processing, and what is public."""

from __future__ import annotations

import hashlib
import json

from django.db import models

from anxin.inner.cases.models import Case
from anxin.inner.organs.models import Organ, Staff


class LegalDocument(models.Model):
    """A document as served: the file and its text never change (Art 22)."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="documents", verbose_name="案件")
    doc_type = models.CharField("文书种类", max_length=40)
    title = models.CharField("标题", max_length=200)
    number = models.CharField("文号", max_length=80, blank=True)
    version = models.PositiveIntegerField("版本", default=1)
    concluded_on = models.DateField("作出日期", null=True)
    file_name = models.CharField("文件名", max_length=200)
    file_hash = models.CharField("文件哈希", max_length=64)
    text = models.TextField("全文")
    text_hash = models.CharField("全文哈希", max_length=64)
    model = models.JSONField("文本结构")
    hidden = models.JSONField("文件中的隐藏内容", default=list)
    created_at = models.DateTimeField("收入时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "法律文书"
        constraints = [models.UniqueConstraint(fields=["case", "number", "version"], name="document_once")]

    def __str__(self) -> str:
        return f"{self.doc_type} {self.number}"


class Service(models.Model):
    """A document handed to one recipient, with the hash of what was served; never changed (Art 16, 22)."""

    document = models.ForeignKey(LegalDocument, models.PROTECT, related_name="services", verbose_name="文书")
    recipient = models.CharField("受送达人", max_length=100)
    on = models.DateField("送达日期")
    method = models.CharField("送达方式", max_length=40, blank=True)
    text_hash = models.CharField("送达文书的全文哈希", max_length=64)
    recorded_by = models.ForeignKey(Staff, models.PROTECT, null=True, verbose_name="登记人")
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "送达记录"
        ordering = ["on", "pk"]
        constraints = [models.UniqueConstraint(fields=["document", "recipient", "on"], name="service_once")]


class Obligation(models.Model):
    """The duty to publish one document, opened by a legal fact (Art 18, 21). ``late`` is never stored: it follows."""

    class State(models.TextChoices):
        DUE = "due", "应公开"
        IN_WORK = "in_work", "办理中"
        RETURNED = "returned", "已退回"
        PUBLISHED = "published", "已公开"
        EXEMPT = "exempt", "不公开"
        WITHDRAWN = "withdrawn", "已撤回"

    document = models.ForeignKey(LegalDocument, models.PROTECT, related_name="obligations", verbose_name="文书")
    organ = models.ForeignKey(Organ, models.PROTECT, verbose_name="院")
    trigger = models.CharField("产生原因", max_length=40)
    trigger_on = models.DateField("起算日")
    deadline = models.DateField("期限")
    reckoning = models.JSONField("期限推算", default=dict)
    state = models.CharField("状态", max_length=10, choices=State, default=State.DUE)
    submitted_at = models.DateTimeField("报请审批时间", null=True)
    published_at = models.DateTimeField("发布时间", null=True)
    opened_at = models.DateTimeField("产生时间", auto_now_add=True)
    superseded = models.BooleanField("已被后一期限取代", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "公开义务"
        indexes = [models.Index(fields=["organ", "state", "deadline"])]
        constraints = [
            models.UniqueConstraint(fields=["document", "trigger", "trigger_on"], name="obligation_once"),
            models.UniqueConstraint(
                fields=["document"], condition=models.Q(superseded=False), name="one_live_obligation"
            ),
        ]

    @property
    def done(self) -> bool:
        return self.state in (self.State.PUBLISHED, self.State.EXEMPT, self.State.WITHDRAWN)


class Symbol(models.Model):
    """The pseudonym of one person in one case: allocated once, never reassigned (Art 19)."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="symbols", verbose_name="案件")
    person = models.CharField("人员编号", max_length=80)
    symbol = models.CharField("替代称谓", max_length=40)

    class Meta:
        verbose_name = verbose_name_plural = "替代称谓"
        constraints = [
            models.UniqueConstraint(fields=["case", "person"], name="symbol_once"),
            models.UniqueConstraint(fields=["case", "symbol"], name="symbol_not_shared"),
        ]


class Draft(models.Model):
    """The technical processing of one document: the engine's findings and what people decided on them."""

    class State(models.TextChoices):
        WORK = "work", "拟制中"
        CHAIN = "chain", "审批中"
        PUBLISHED = "published", "已发布"
        DROPPED = "dropped", "已废弃"

    class Secrecy(models.TextChoices):
        OPEN = "open", "可以公开"
        PROCESSED = "processed", "经技术处理后可以公开"
        CLOSED = "closed", "不得公开"
        REFER = "refer", "不能确定，报保密部门确定"

    document = models.ForeignKey(LegalDocument, models.PROTECT, related_name="drafts", verbose_name="文书")
    state = models.CharField("状态", max_length=10, choices=State, default=State.WORK)
    revision = models.PositiveIntegerField("修订号", default=1)
    ruleset = models.CharField("规则", max_length=40)
    gate = models.JSONField("可否公开", default=dict)
    people = models.JSONField("人员", default=list)
    found = models.JSONField("引擎屏蔽", default=list)
    doubts = models.JSONField("疑点", default=list)
    decisions = models.JSONField("人工决定", default=list)
    answers = models.JSONField("疑点答复", default=dict)
    secrecy = models.CharField("保密审查结论", max_length=10, choices=Secrecy, blank=True)
    secrecy_checks = models.JSONField("保密审查事项", default=list)
    secrecy_note = models.CharField("保密审查说明", max_length=500, blank=True)
    secrecy_answer = models.CharField("保密部门意见", max_length=10, blank=True)
    quality = models.JSONField("文字质量提示", default=list)
    quality_answers = models.JSONField("文字质量说明", default=dict)
    handler = models.ForeignKey(Staff, models.PROTECT, verbose_name="承办人")
    hands = models.JSONField("参与拟制的人员", default=list)  # staff ids: handlers one after another, second readers
    second_reader = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+", verbose_name="复读人")
    second_hash = models.CharField("复读人所见内容哈希", max_length=64, blank=True)
    second_at = models.DateTimeField("复读时间", null=True)
    second_note = models.CharField("复读意见", max_length=500, blank=True)
    updated_at = models.DateTimeField("更新时间", auto_now=True)

    class Meta:
        verbose_name = verbose_name_plural = "技术处理"
        constraints = [
            models.UniqueConstraint(
                fields=["document"], condition=models.Q(state__in=["work", "chain"]), name="one_open_draft"
            )
        ]

    def content_hash(self, public_text: str) -> str:
        """SHA-256 of everything an approver sees: served text, public text, spans, secrecy review, text quality."""
        body = [self.document.text_hash, public_text, self.found, self.decisions, self.answers,
                self.secrecy, self.secrecy_checks, self.secrecy_note, self.secrecy_answer,
                self.quality, self.quality_answers]  # fmt: skip
        return hashlib.sha256(json.dumps(body, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


class Publication(models.Model):
    """One published version. ``public`` is the only state in which anybody outside sees it."""

    class State(models.TextChoices):
        PUBLIC = "public", "公开"
        HIDDEN = "hidden", "已隐藏"
        WITHDRAWN = "withdrawn", "已撤回"
        REPLACED = "replaced", "已被新版本取代"

    document = models.ForeignKey(LegalDocument, models.PROTECT, related_name="publications", verbose_name="文书")
    draft = models.OneToOneField(Draft, models.PROTECT, verbose_name="技术处理")
    public_id = models.CharField("公开编号", max_length=24)
    version = models.PositiveIntegerField("版本")
    state = models.CharField("状态", max_length=10, choices=State, default=State.PUBLIC)
    title = models.CharField("公开标题", max_length=200)
    text = models.TextField("公开文本")
    text_hash = models.CharField("公开文本哈希", max_length=64)
    spans = models.JSONField("屏蔽位置")
    content_hash = models.CharField("经批准的内容哈希", max_length=64)
    files = models.JSONField("公开文件哈希", default=dict)
    ruleset = models.CharField("规则", max_length=40)
    published_by = models.ForeignKey(Staff, models.PROTECT, verbose_name="发布人")
    published_at = models.DateTimeField("发布时间")
    ended_at = models.DateTimeField("隐藏或者撤回时间", null=True)
    ground = models.CharField("隐藏或者撤回理由", max_length=200, blank=True)
    article = models.CharField("依据条文", max_length=12, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "公开文书"
        constraints = [
            models.UniqueConstraint(fields=["public_id", "version"], name="publication_once"),
            models.UniqueConstraint(fields=["document"], condition=models.Q(state="public"), name="one_public_version"),
        ]


class Request(models.Model):
    """What a handler asks for beside the publication of a draft; it takes effect when its chain is complete."""

    class Kind(models.TextChoices):
        EXEMPTION = "exemption", "不公开"
        WITHDRAWAL = "withdrawal", "撤回"
        RESTORATION = "restoration", "恢复公开"
        NAME_DISCLOSURE = "name_disclosure", "公开本人姓名"

    class State(models.TextChoices):
        OPEN = "open", "审批中"
        APPROVED = "approved", "已批准"
        RETURNED = "returned", "已退回"
        REFUSED = "refused", "不同意"

    kind = models.CharField("事项", max_length=20, choices=Kind)
    case = models.ForeignKey(Case, models.PROTECT, related_name="requests", verbose_name="案件")
    document = models.ForeignKey(
        LegalDocument, models.PROTECT, null=True, related_name="requests", verbose_name="文书"
    )
    publication = models.ForeignKey(
        Publication, models.PROTECT, null=True, related_name="requests", verbose_name="公开文书"
    )
    person = models.CharField("人员编号", max_length=40, blank=True)
    paper = models.CharField("书面申请的文件哈希", max_length=64, blank=True)
    ground = models.CharField("理由代码", max_length=30, blank=True)
    article = models.CharField("依据条文", max_length=12)
    reason = models.CharField("具体理由", max_length=500)
    review_on = models.DateField("复查日期", null=True)
    state = models.CharField("状态", max_length=10, choices=State, default=State.OPEN)
    requested_by = models.ForeignKey(Staff, models.PROTECT, verbose_name="报请人")
    requested_at = models.DateTimeField("报请时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "报请事项"
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "case", "document", "person"], condition=models.Q(state="open"),
                name="one_open_request",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_kind_display()}：{self.document or self.case.name}"

    @property
    def content_hash(self) -> str:
        """SHA-256 of what an approver sees: the request, and the text that it is about."""
        texts = [about.text_hash if about else "" for about in (self.document, self.publication)]
        body = [self.kind, self.case_id, self.document_id, self.publication_id, self.person, self.paper, self.ground,
                self.article, self.reason, str(self.review_on), *texts]  # fmt: skip
        return hashlib.sha256(json.dumps(body, ensure_ascii=False).encode()).hexdigest()


class Reminder(models.Model):
    """One reminder, sent once and kept (Art 21, 23). Who sees it follows from ``audience`` and the case's facts."""

    class About(models.TextChoices):
        OBLIGATION = "obligation", "公开期限"
        STEP = "step", "审批停留"
        REVIEW = "review", "不公开复查"

    about = models.CharField("事项", max_length=12, choices=About)
    subject_id = models.BigIntegerField("对象编号")
    entry = models.CharField("规则条目", max_length=80)
    audience = models.CharField("提醒谁", max_length=20)
    case = models.ForeignKey(Case, models.PROTECT, related_name="reminders", verbose_name="案件")
    document = models.ForeignKey(LegalDocument, models.PROTECT, null=True, verbose_name="文书")
    organ = models.ForeignKey(Organ, models.PROTECT, verbose_name="收到提醒的院")
    on = models.DateField("所提醒的日期")
    sentence = models.CharField("提醒", max_length=300)
    sent_at = models.DateTimeField("提醒时间")

    class Meta:
        verbose_name = verbose_name_plural = "提醒"
        indexes = [models.Index(fields=["organ", "audience"])]
        constraints = [
            models.UniqueConstraint(
                fields=["about", "subject_id", "entry", "audience", "on"], name="reminder_once"
            ),
        ]


class Correction(models.Model):
    """What a person decided against or beside the engine at one place. Holds no text: kinds and counts only."""

    class Direction(models.TextChoices):
        OVER = "over", "多屏蔽"
        UNDER = "under", "漏屏蔽"
        CHANGED = "changed", "替代文字不当"
        CONFIRMED = "confirmed", "确认屏蔽"
        DOUBT_MASKED = "doubt_masked", "疑点：屏蔽"
        DOUBT_KEPT = "doubt_kept", "疑点：保留"

    draft = models.ForeignKey(Draft, models.PROTECT, related_name="corrections", verbose_name="技术处理")
    organ = models.ForeignKey(Organ, models.PROTECT, verbose_name="院")
    place = models.CharField("位置", max_length=30)
    direction = models.CharField("方向", max_length=14, choices=Direction)
    kind = models.CharField("种类", max_length=30)
    rule = models.CharField("规则条目或者疑点类型", max_length=80, blank=True)
    by = models.ForeignKey(Staff, models.PROTECT, verbose_name="决定人")
    at = models.DateTimeField("决定时间")

    class Meta:
        verbose_name = verbose_name_plural = "人工更正"
        constraints = [models.UniqueConstraint(fields=["draft", "place"], name="correction_once")]
        indexes = [models.Index(fields=["organ", "direction", "kind"])]
