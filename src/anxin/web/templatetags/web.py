"""Template pieces of all doors: ``{% load web %}``."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import template
from django.utils import timezone

from anxin.web import static, wording

register = template.Library()


@register.simple_tag
def asset(name: str) -> str:
    """The address of a static file with its hash."""
    return static.url(name)


@register.filter
def cdate(value: date | datetime | str | None) -> str:
    return wording.day(value)


@register.filter
def cdatetime(value: datetime | str | None) -> str:
    return wording.moment(value)


@register.filter
def isodate(value: date | datetime | None) -> str:
    """For ``<time datetime="...">``."""
    return value.isoformat() if value else ""


@register.filter
def days_left(value: date | None) -> str:
    return wording.days_left(value, timezone.localdate()) if value else ""


@register.filter
def urgency(value: date | None) -> str:
    return wording.urgency(value, timezone.localdate()) if value else "plain"


@register.filter
def article(value: str) -> str:
    return wording.article(value)


@register.filter
def ruleset(code: str) -> str:
    return wording.ruleset(code)


@register.filter
def leading(value: str) -> str:
    """The number of the article in a code: ``19(3)`` -> ``19``."""
    return value.split("(")[0]


@register.filter
def region(name: str) -> str:
    """北京市人民检察院 -> 北京市."""
    return name.removesuffix("人民检察院") or name


@register.filter
def thousands(value: int) -> str:
    return wording.counted(value)


@register.inclusion_tag("web/field.html")
def field(bound: Any, label: str = "") -> dict[str, Any]:
    """One form field: label, help, control, and the error beside it."""
    return {"field": bound, "label": label or bound.label}


@register.inclusion_tag("web/form_errors.html")
def form_errors(form: Any) -> dict[str, Any]:
    """The summary of all errors on top of a form, each linked to its field."""
    return {"form": form}
