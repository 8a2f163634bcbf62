"""The calendar of days of this installation: the delivered table and the years that an administrator entered."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from anxin.inner.actor import Actor, Refused
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import Duty
from anxin.inner.organs.models import CalendarYear
from anxin.regulation.calendar import Calendar

FARTHEST = 2
"""Years ahead that may be entered: the State Council announces one year at a time."""


def current() -> Calendar:
    """Working days as this installation knows them."""
    calendar = Calendar.default()
    for row in CalendarYear.objects.order_by("year"):
        calendar = calendar.with_year(row.year, _days(row.days_off), _days(row.make_up_days), row.origin)
    return calendar


def enter_year(actor: Actor, year: int, off: Iterable[date], work: Iterable[date], origin: str) -> CalendarYear:
    """Enter or correct a year's days off and make-up working days, with the notice they are from.

    Open obligations follow with the next reconciliation. Raises ``Refused`` with every fault.
    """
    actor.require(Duty.ADMIN, actor.organ)
    off, work, this_year = sorted(off), sorted(work), timezone.localdate().year
    if not this_year <= year <= this_year + FARTHEST:
        raise Refused(f"只能录入{this_year}年至{this_year + FARTHEST}年的安排：以前的期限已经届满，以后的还没有公布。")
    if not origin.strip():
        raise Refused("请写明依据的通知。")
    if not off:
        raise Refused("请填写放假的日期。")
    try:
        Calendar.default().with_year(year, off, work)
    except ValueError as error:
        raise Refused(f"{error}。") from None
    with operation(actor) as op:
        row, _ = CalendarYear.objects.update_or_create(year=year, defaults={
            "days_off": [d.isoformat() for d in off], "make_up_days": [d.isoformat() for d in work],
            "origin": origin.strip(), "entered_by_id": actor.staff_id,
        })  # fmt: skip
        op.note(Event.CALENDAR_ENTERED, "calendar", year, off=len(off), work=len(work))
        return row


def _days(written: Iterable[str]) -> list[date]:
    return [date.fromisoformat(text) for text in written]
