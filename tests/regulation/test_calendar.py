"""Days: the State Council's arrangements, the horizon, and honesty beyond it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anxin.regulation import handling, periods, rules
from anxin.regulation.calendar import Calendar

CALENDAR, TRIAL = Calendar.default(), rules.load("2014-trial")
DAYS = st.dates(date(2004, 1, 1), date(2026, 11, 30))


@pytest.mark.parametrize(
    ("day", "working"),
    [
        ("2014-09-28", True),
        ("2014-10-01", False),
        ("2014-10-07", False),
        ("2014-10-08", True),
        ("2014-10-11", True),
        ("2014-10-12", False),
        ("2015-09-03", False),
        ("2015-09-06", True),
        ("2020-01-31", False),
        ("2020-02-02", False),
        ("2020-02-03", True),
        ("2008-05-02", False),
        ("2008-05-04", True),
        ("2007-05-07", False),
        ("2026-02-23", False),
        ("2026-10-10", True),
        ("2026-12-31", True),
        ("2004-01-01", False),
    ],
)
def test_days_follow_the_notices(day, working):
    assert CALENDAR.is_workday(date.fromisoformat(day)) is working


def test_the_table_reaches_from_2004_to_2026_and_names_its_origin():
    assert sorted(CALENDAR.years) == list(range(2004, 2027))
    assert CALENDAR.horizon == date(2026, 12, 31)
    assert all("国务院办公厅" in year.notice for year in CALENDAR.years.values())


def test_every_year_has_at_least_the_statutory_holidays_and_only_weekends_are_made_up():
    for number, year in CALENDAR.years.items():
        assert date(number, 1, 1) in year.off
        assert {date(number, 10, d) for d in (1, 2, 3)} <= year.off
        assert all(d.weekday() >= 5 for d in year.work)
        assert not year.off & year.work


def test_beyond_the_horizon_weekends_count_and_the_answer_says_so():
    answer = periods.deadline(date(2027, 9, 22), TRIAL, CALENDAR)
    assert answer.details["deadline"] == "2027-10-04"
    assert "2027年" in answer.details["warning"]
    assert "尚未录入" in answer.details["warning"]
    assert periods.deadline(date(2026, 12, 1), TRIAL, CALENDAR).details["warning"] == ""
    assert "2027年" in periods.deadline(date(2026, 12, 25), TRIAL, CALENDAR).details["warning"]
    assert "2003年" in periods.deadline(date(2003, 3, 3), TRIAL, CALENDAR).details["warning"]


def test_entering_a_year_moves_the_horizon_and_the_deadline():
    entered = CALENDAR.with_year(2027, [date(2027, 10, d) for d in range(1, 8)], [date(2027, 10, 9)], "测试")
    answer = periods.deadline(date(2027, 9, 22), TRIAL, entered)
    assert (answer.details["deadline"], answer.details["warning"]) == ("2027-10-08", "")
    assert entered.horizon == date(2027, 12, 31)
    assert CALENDAR.horizon == date(2026, 12, 31)


def test_a_wrong_entry_is_refused_with_every_fault():
    with pytest.raises(ValueError, match="不在2027年") as refused:
        CALENDAR.with_year(2027, [date(2028, 1, 1), date(2027, 2, 6)], [date(2027, 2, 6), date(2027, 2, 8)])
    assert all(word in str(refused.value) for word in ("2028-01-01", "既放假又上班", "2027-02-08 本来就是工作日"))


@given(DAYS)
def test_the_last_day_is_a_working_day_at_least_ten_days_on_and_the_first_such(trigger):
    due = date.fromisoformat(periods.deadline(trigger, TRIAL, CALENDAR).details["deadline"])
    tenth = trigger + timedelta(days=10)
    assert CALENDAR.is_workday(due)
    assert due >= tenth
    assert not any(CALENDAR.is_workday(tenth + timedelta(days=n)) for n in range((due - tenth).days))


@given(DAYS, st.integers(1, 24))
def test_months_end_on_the_same_day_or_the_last(start, months):
    end = periods.add_months(start, months)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    at_end = (end + timedelta(days=1)).month != end.month
    assert end.day == start.day or at_end


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ((2014, 1, 15), (2014, 2, 15)),
        ((2014, 1, 31), (2014, 2, 28)),
        ((2014, 2, 28), (2014, 3, 31)),
        ((2016, 1, 30), (2016, 2, 29)),
        ((2014, 12, 31), (2015, 1, 31)),
        ((2016, 2, 28), (2016, 3, 28)),
    ],
)
def test_one_month(start, end):
    assert periods.add_months(date(*start), 1) == date(*end)


def _prosecution(*events, custody=True):
    day = date(2014, 3, 3)
    return handling.handling_period("审查起诉", day, TRIAL, CALENDAR, custody, "", [handling.Event(*e) for e in events])


def test_supplementary_investigation_stops_the_clock_and_resubmission_restarts_it():
    returned = ("returned", date(2014, 3, 20))
    assert _prosecution(returned).outcome == "stopped"
    assert _prosecution(returned, ("resubmitted", date(2014, 4, 14))).details["deadline"] == "2014-05-14"
    twice = (
        returned,
        ("resubmitted", date(2014, 4, 14)),
        ("returned", date(2014, 5, 5)),
        ("resubmitted", date(2014, 6, 3)),
    )
    assert _prosecution(*twice).details["deadline"] == "2014-07-03"
    with pytest.raises(ValueError, match="两次为限"):
        _prosecution(*twice, ("returned", date(2014, 6, 20)))


def test_a_change_of_jurisdiction_restarts_and_an_extension_before_it_is_gone():
    extended, moved = ("extended", date(2014, 3, 20)), ("transferred", date(2014, 4, 1))
    assert _prosecution(extended).details["deadline"] == "2014-04-18"
    assert _prosecution(extended, moved).details["deadline"] == "2014-05-01"


def test_suspended_days_are_not_counted_and_custody_never_rolls():
    appraisal = ("suspended", date(2014, 3, 10), date(2014, 3, 14))
    assert _prosecution(appraisal).details["deadline"] == "2014-04-08"
    assert _prosecution(("suspended", date(2014, 3, 10))).outcome == "stopped"
    on_holiday = [("transferred", date(2014, 4, 1))]
    assert _prosecution(*on_holiday).details["deadline"] == "2014-05-01"
    assert _prosecution(*on_holiday, custody=False).details["deadline"] == "2014-05-04"


def test_unknown_types_and_events_are_refused():
    with pytest.raises(ValueError, match="没有规定"):
        handling.handling_period("散步", date(2014, 3, 3), TRIAL, CALENDAR)
    with pytest.raises(ValueError, match="不能识别"):
        _prosecution(("slept", date(2014, 3, 4)))
