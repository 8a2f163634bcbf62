"""Desks of the demonstration: the chief will be away, the deputy acts meanwhile; reminders of what is due."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from anxin.demo.people import holding
from anxin.demo.places import ORGANS
from anxin.inner.actor import Actor
from anxin.inner.documents.reminders import remind_all
from anxin.inner.organs import mandates
from anxin.inner.organs.models import Staff


def lend() -> None:
    """A week away, announced in advance, and the delegation for it; then the reminders of this morning."""
    chief, office = (Staff.objects.get(username=holding(ORGANS[0], duty).username) for duty in ("chief", "office"))
    actor, start = Actor.of(chief), timezone.now() + timedelta(days=1)
    mandates.enter_absence(actor, chief.pk, start, start + timedelta(days=7), "参加培训")
    mandates.delegate(actor, chief.pk, office.pk, "chief", start, start + timedelta(days=7), "参加培训")
    remind_all()
