"""What the outer wing looks at on the internet: news feeds (Art 24) and organs' own sites (Art 3)."""

from __future__ import annotations

from django.db import models


class Feed(models.Model):
    """A feed to fetch, as the inner wing asked for it. ``fault`` says why the last try brought nothing."""

    key = models.CharField("编号", max_length=18, primary_key=True)
    version = models.PositiveIntegerField("版本")
    address = models.CharField("地址", max_length=400)
    keywords = models.JSONField("关键词")
    active = models.BooleanField("在用")
    fetched_at = models.DateTimeField("上次收取", null=True)
    fault = models.CharField("问题", max_length=200, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "舆情来源"


class Sighting(models.Model):
    """An entry of a feed that was handed to the inner wing; it is not handed over again."""

    feed = models.ForeignKey(Feed, models.CASCADE, verbose_name="来源")
    key = models.CharField("编号", max_length=64)
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = verbose_name_plural = "收到的条目"
        constraints = [models.UniqueConstraint(fields=["feed", "key"], name="sighting_once")]


class Site(models.Model):
    """An organ's own site and whether it links here."""

    organ = models.CharField("院编码", max_length=6, primary_key=True)
    version = models.PositiveIntegerField("版本")
    address = models.CharField("网站地址", max_length=400)
    checked_at = models.DateTimeField("检查时间", null=True)
    linked = models.BooleanField("有链接", null=True)
    sentence = models.CharField("检查结果", max_length=200, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "检察院网站"
