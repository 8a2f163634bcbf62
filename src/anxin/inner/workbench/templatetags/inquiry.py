"""Words of chapter 2 in templates: ``{% load inquiry %}``."""

from __future__ import annotations

from typing import Any

from django import template

from anxin.inner.inquiry import queries

register = template.Library()


@register.filter
def person_name(owner: Any) -> str:
    """The name of an application's or a binding's person, 已删除 after the term."""
    return queries.name_of(owner)


@register.simple_tag
def client_of(binding: Any) -> str:
    """Whose case it is to this person."""
    person = binding.case.participants.filter(key=binding.participant).first()
    return person.name if person else "已删除"


@register.simple_tag
def pages_of(paper: Any) -> range:
    """The numbers of a paper's pages; empty when it cannot be drawn."""
    return queries.pages(paper)


@register.simple_tag
def older_defenders(binding: Any) -> Any:
    """Whom a new defender of the same client may have replaced (Art 10)."""
    return queries.older_defenders(binding)
