"""What this chapter asks of the rules: time limits and thresholds of an organ, in its own rule set."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from anxin.inner.organs import calendar
from anxin.inner.organs.models import Organ
from anxin.regulation import periods, rules
from anxin.regulation.decision import Decision
from anxin.regulation.rules import RuleSet


def rules_of(organ: Organ) -> RuleSet:
    """The rule set that governs an organ, with its overlays."""
    return rules.load(organ.ruleset, organ.pk)


def limit(organ: Organ, key: str, since: date | None = None) -> Decision:
    """The last day of the period ``key`` that starts with ``since`` (today when not given), with its reckoning."""
    return periods.deadline(since or timezone.localdate(), rules_of(organ), calendar.current(), key)


def last_day(decision: Decision) -> date:
    return date.fromisoformat(decision.details["deadline"])
