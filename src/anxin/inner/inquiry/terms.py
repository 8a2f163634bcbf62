"""What time does: leases are renewed, terms are announced and end entitlements and applications (Art 8-10)."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from anxin.inner.actor import Actor
from anxin.inner.cases.models import Case
from anxin.inner.inquiry import applications, bindings, law
from anxin.inner.inquiry.models import Application, Binding
from anxin.inner.ledger.record import operation
from anxin.regulation import inquiry

ARCHIVED, UNCHECKED = "案件办结归档", "律师执业证到期没有复核"


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


def remind() -> None:
    """Tell the person once, some days before the entitlement runs out (Art 10); staff see it on their own pages."""
    live = Binding.objects.filter(ended_at=None, online=True).select_related("case__organ")
    for binding in live.order_by("case_id", "pk"):
        last = bindings.last_day(binding)
        if last is not None and last != binding.reminded_of and bindings.expires_soon(binding, last):
            with operation(Actor.system("查询资格将满", binding.case.organ_id), binding.case.organ_id) as op:
                bindings.announce_end(op, binding, last)


def close_waiting() -> None:
    """An application whose papers never came, at this organ or at the assisting one, ends and can be made anew."""
    told = Q(state=Application.State.MISSING, asked_at__isnull=False)
    sent_on = Q(state=Application.State.RECEIVED, assistance__isnull=False, assistance__forwarded_at=None)
    for application in Application.objects.filter(told | sent_on).select_related("organ", "assistance").order_by("pk"):
        since = application.asked_at or application.assistance.asked_at
        days = inquiry.number("supplement_days", law.rules_of(application.organ))
        if since + timedelta(days=days) < timezone.now():
            applications.close_waiting(Actor.system("申请等候期满", application.organ_id), application.pk, days)
