"""Words for codes in the workbench's templates: ``{% load workbench %}``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django import template
from django.utils import timezone

from anxin.inner.approvals.models import Step
from anxin.inner.approvals.queries import returned_step
from anxin.inner.documents import law as rules
from anxin.inner.documents.law import label
from anxin.inner.documents.models import Draft, LegalDocument, Obligation
from anxin.inner.documents.obligations import LABELS, is_late
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.models import Entry
from anxin.inner.organs.duties import duty_label
from anxin.inner.workbench import labels
from anxin.redaction.model import Span

register = template.Library()


@register.filter
def law(article: str) -> str:
    """第二十条第（一）项."""
    return label(article) if article else ""


@register.filter
def act(action: str) -> str:
    """What a step does, without the reason in brackets that its article tells."""
    return action.partition("（")[0]


@register.filter
def days_open(since: datetime) -> str:
    """How long a step has been waiting: 今日到达, 已等待3天."""
    days = (timezone.localdate() - timezone.localdate(since)).days
    return f"已等待{days}天" if days else "今日到达"


LOOKED = (Event.VIEWED_CASE, Event.VIEWED_ORIGINAL, Event.DOWNLOADED)


@register.filter
def acts(entries: Iterable[Entry]) -> list[Entry]:
    """What was done, without the looks."""
    return [entry for entry in entries if entry.event not in LOOKED]


@register.filter
def looks(entries: Iterable[Entry]) -> list[Entry]:
    """Who looked or took a file."""
    return [entry for entry in entries if entry.event in LOOKED]


@register.filter
def get(table: Mapping[str, Any], key: str) -> Any:
    """The value of a key, None without it."""
    return table.get(key)


@register.filter
def role(code: str) -> str:
    return labels.ROLES.get(code, "其他人员")


@register.filter
def kind(code: str) -> str:
    return labels.KINDS.get(code, "其他不宜公开的内容")


@register.filter
def person_decision(code: str) -> str:
    return labels.PERSON_DECISIONS.get(code, "由人决定")


@register.filter
def flag(code: str) -> str:
    return labels.FLAGS.get(code, "其他情形")


@register.filter
def sentence(data: Mapping[str, Any] | None) -> str:
    return labels.sentence(data)


@register.filter
def covered(number: str) -> str:
    return labels.covered(number)


@register.filter
def duty(code: str) -> str:
    return duty_label(code)


@register.filter
def event(code: str) -> str:
    return str(Event(code).label)


@register.filter
def who(decided_by: str) -> str:
    """Who decided a span: a name, or the engine."""
    return "系统" if decided_by in ("", "engine") else decided_by


@register.filter
def decision(action: str) -> str:
    return labels.ACTIONS.get(action, "")


@register.filter
def subject(code: str) -> str:
    return labels.SUBJECTS.get(code, "其他")


@register.filter
def trigger(code: str) -> str:
    """The legal fact that opened an obligation."""
    return LABELS.get(code, "")


@register.filter
def late(obligation: Obligation) -> bool:
    return is_late(obligation)


@register.simple_tag
def live_obligation(document: LegalDocument) -> Obligation | None:
    """The obligation in force; uses what the page has already read."""
    return next((o for o in document.obligations.all() if not o.superseded), None)


@register.simple_tag
def open_draft(document: LegalDocument) -> Draft | None:
    return next((d for d in document.drafts.all() if d.state in (Draft.State.WORK, Draft.State.CHAIN)), None)


@register.simple_tag
def for_kiosk(document: LegalDocument) -> bool:
    """Whether the document goes to the organ's touch screen (Art 17)."""
    return rules.for_kiosk(document)


@register.simple_tag
def reckoning(obligation: Obligation) -> list[str]:
    """How the deadline was reckoned, sentence by sentence."""
    steps = obligation.reckoning.get("details", {}).get("steps") or [obligation.reckoning.get("sentence", "")]
    return [step for step in steps if step]


@register.simple_tag
def returned_reason(draft: Draft | None) -> Step | None:
    """The step that sent the draft back last."""
    return returned_step("draft", draft.pk) if draft else None


@register.simple_tag
def next_doubt(doubts: list[tuple[int, Any]], index: int) -> int:
    """The open doubt after this one, round and round."""
    order = [i for i, _ in doubts]
    return order[(order.index(index) + 1) % len(order)] if index in order else order[0]


@register.simple_tag
def neighbours(spans: list[Span], span: Span) -> tuple[Span | None, Span | None]:
    """The masked places before and after this one."""
    at = spans.index(span)
    return (spans[at - 1] if at else None, spans[at + 1] if at + 1 < len(spans) else None)
