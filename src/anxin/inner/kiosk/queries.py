"""What staff see of the touch screen."""

from __future__ import annotations

from django.db.models import QuerySet

from anxin.inner.actor import Actor
from anxin.inner.cases.queries import visible_to
from anxin.inner.kiosk.models import Release


def releases(actor: Actor) -> QuerySet[Release]:
    """What the actor's cases have on the screen or had, newest first."""
    return Release.objects.filter(case_id__in=visible_to(actor).values("pk")).order_by("-released_at", "-pk")
