"""Identity data and papers go a term after they were needed, at once when the application is taken back (Art 8)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone

from anxin.inner.actor import Actor
from anxin.inner.inquiry import law
from anxin.inner.inquiry.models import Application, Inquirer
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.post import actions as post
from anxin.inner.post import submissions
from anxin.regulation import inquiry, rules

KINDS = ("application", "application_supplement", "application_withdrawn")
CONTACT = ("email", "phone")


def erase_overdue() -> None:
    """Delete what the term has passed for: a term after an application or the last entitlement from it ended."""
    closed = Application.objects.filter(erased_at=None).exclude(decided_at=None).select_related("organ", "inquirer")
    for application in closed.order_by("pk"):
        ends = [application.decided_at, *application.bindings.values_list("ended_at", flat=True)]
        if None not in ends and max(ends) + _term(law.rules_of(application.organ)) < timezone.now():
            with operation(Actor.system("删除身份信息", application.organ_id), application.organ_id) as op:
                erase(op, application)
    for inquirer in Inquirer.objects.filter(erased_at=None).exclude(bindings__ended_at=None):
        if not inquirer.applications.filter(erased_at=None).exists():
            _forget(inquirer)
    submissions.forget_unreadable(KINDS, timezone.now() - _term(rules.load(settings.RULES)))


def _term(rule_set: rules.RuleSet) -> timedelta:
    return timedelta(days=inquiry.number("identity_retention_days", rule_set))


def erase(op: Any, application: Application) -> None:
    """What the applicant said of themselves and the papers, inside the caller's operation; the row stays."""
    papers = list(application.papers.all())
    submissions.forget({application.ticket, *(p.ticket for p in papers)}, [p.digest for p in papers])
    application.papers.all().delete()
    application.sealed, application.id_hash, application.erased_at = "", "", timezone.now()
    application.save()
    op.note(Event.IDENTITY_ERASED, "application", application.pk)


def _forget(inquirer: Inquirer) -> None:
    inquirer.sealed, inquirer.id_hash, inquirer.erased_at = "", None, timezone.now()
    inquirer.save()
    post.blank("activation", str(inquirer.pk), CONTACT)
