"""The way between the pages of supervision: ``{% load supervision %}``."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse

from anxin.inner.workbench.context import may_open

register = template.Library()
PLACES = (
    ("supervision", "各院情况"), ("inspections", "抽样检查"), ("orders", "监督通知"), ("sites", "网站链接"),
)  # fmt: skip


@register.inclusion_tag("workbench/supervision_nav.html", takes_context=True)
def supervision_nav(context: dict[str, Any]) -> dict[str, Any]:
    """Links to the pages that this person may open."""
    request = context["request"]
    here = request.resolver_match.url_name
    return {"places": [(reverse(n), label, n == here) for n, label in PLACES if may_open(n, request.actor)]}
