"""What time does: leases are renewed, terms end entitlements, identity data are erased (Art 8, 10)."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from anxin.inner.actor import Actor
from anxin.inner.cases.models import Case
from anxin.inner.inquiry import bindings, law
from anxin.inner.inquiry.models import Application, Binding, Inquirer
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.post import submissions
from anxin.regulation import inquiry

ARCHIVED, UNCHECKED = "案件办结归档", "律师停止执业"


def renew() -> None:
    """Renew leases of which a third has passed, in the order of their cases."""
    live = Binding.objects.filter(ended_at=None, online=True).select_related("case__organ").order_by("case_id", "pk")
    for binding in live.iterator(chunk_size=500):
        hours = inquiry.number("binding_lease_hours", law.rules_of(binding.case.organ))
        if binding.sent_at is None or timezone.now() - binding.sent_at >= timedelta(hours=hours) / 3:
            with operation(Actor.system("查询资格续期", binding.case.organ_id)):
                Case.objects.select_for_update().get(pk=binding.case_id)
                again = Binding.objects.select_for_update(of=("self",)).select_related("case__organ").get(pk=binding.pk)
                if again.ended_at is None:
                    bindings.refresh(again, force=True)


def end_overdue() -> None:
    """End what the archive term or an unchecked licence has ended; a party's own result has no term (Art 10)."""
    today = timezone.localdate()
    for binding in Binding.objects.filter(ended_at=None).select_related("case__organ").order_by("case_id", "pk"):
        last = bindings.last_day(binding)
        if last is not None and last < today:
            rules = law.rules_of(binding.case.organ)
            archived = inquiry.ends_on(binding.role, binding.case.concluded_on, rules, bindings.calendar.current())
            ground = ARCHIVED if archived and archived < today else UNCHECKED
            bindings.end(Actor.system("查询资格期满", binding.case.organ_id), binding.pk, ground)


def erase() -> None:
    """Delete identity data and papers a term after an application or the last entitlement ended (Art 8)."""
    closed = Application.objects.filter(erased_at=None).exclude(decided_at=None).select_related("organ", "inquirer")
    for application in closed.order_by("pk"):
        term = timedelta(days=inquiry.number("identity_retention_days", law.rules_of(application.organ)))
        ends = [application.decided_at, *application.bindings.values_list("ended_at", flat=True)]
        if None not in ends and max(ends) + term < timezone.now():
            _erase(application)
    for inquirer in Inquirer.objects.filter(erased_at=None).exclude(bindings__ended_at=None):
        if not inquirer.applications.filter(erased_at=None).exists():
            inquirer.sealed, inquirer.id_hash, inquirer.erased_at = "", None, timezone.now()
            inquirer.save()


def _erase(application: Application) -> None:
    with operation(Actor.system("删除身份信息", application.organ_id), application.organ_id) as op:
        papers = list(application.papers.all())
        submissions.forget({application.ticket, *(p.ticket for p in papers)}, [p.digest for p in papers])
        application.papers.all().delete()
        application.sealed, application.id_hash, application.erased_at = "", "", timezone.now()
        application.save()
        op.note(Event.IDENTITY_ERASED, "application", application.pk)
