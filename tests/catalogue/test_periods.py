"""民法典 200-204 by example and by property. 2026-07-03 is a Friday; National Day 2026 ends on Wednesday 10-07."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrity_archive.catalogue.calendar import official
from integrity_archive.catalogue.periods import Deadline, Period, Unit, corresponding_end, last_day, months_after
from integrity_archive.clock import SHANGHAI, today

CALENDAR = official()
COVERED = st.dates(date(2019, 1, 1), date(2026, 6, 30))


def period(count, unit):
    return Period(count=count, unit=unit)


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        (date(2026, 7, 3), period(15, Unit.DAY), date(2026, 7, 20)),  # a Saturday: Monday after it
        (date(2026, 9, 22), period(10, Unit.DAY), date(2026, 10, 8)),  # inside National Day: the day after it
        (date(2026, 9, 10), period(10, Unit.DAY), date(2026, 9, 20)),  # a Sunday that is worked
        (date(2026, 9, 18), period(3, Unit.WORKING_DAY), date(2026, 9, 22)),  # the same Sunday counts
        (date(2026, 9, 30), period(1, Unit.WORKING_DAY), date(2026, 10, 8)),
        (date(2026, 1, 31), period(1, Unit.MONTH), date(2026, 2, 28)),  # Saturday, worked
        (date(2024, 2, 29), period(1, Unit.YEAR), date(2025, 2, 28)),
        (date(2026, 3, 31), period(6, Unit.MONTH), date(2026, 9, 30)),
    ],
)
def test_the_last_day_of_a_period(start, length, end):
    assert last_day(start, length, CALENDAR) == Deadline(end, provisional=False)


def test_a_sanction_of_six_months_from_the_end_of_august_ends_with_february():
    assert corresponding_end(date(2026, 8, 31), period(6, Unit.MONTH)) == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("start", "length"),
    [
        (date(2026, 12, 20), period(15, Unit.DAY)),
        (date(2026, 12, 30), period(2, Unit.WORKING_DAY)),
        (date(2026, 8, 31), period(6, Unit.MONTH)),
        (date(2018, 5, 1), period(10, Unit.DAY)),
    ],
)
def test_a_deadline_beyond_the_published_calendar_is_provisional(start, length):
    assert last_day(start, length, CALENDAR).provisional


def test_a_term_in_working_days_has_no_end_by_the_calendar_alone():
    with pytest.raises(ValueError):
        corresponding_end(date(2026, 7, 1), period(5, Unit.WORKING_DAY))


@given(COVERED, st.integers(1, 30))
def test_the_first_day_does_not_count(start, count):
    unmoved = corresponding_end(start, period(count, Unit.DAY))

    assert (unmoved - start).days == count
    assert corresponding_end(start, period(1, Unit.DAY)) == start + timedelta(days=1)


@given(COVERED, st.integers(1, 5), st.sampled_from([Unit.DAY, Unit.WORKING_DAY, Unit.MONTH]))
def test_the_last_day_lasts_until_midnight_in_shanghai(start, count, unit):
    end = last_day(start, period(count, unit), CALENDAR)
    midnight = datetime.combine(end.day + timedelta(days=1), time(), SHANGHAI)

    assert not end.lapsed(today(midnight - timedelta(microseconds=1)))
    assert end.lapsed(today(midnight))
    assert end.lapsed(today(midnight.astimezone(UTC)))


@given(st.dates(date(2027, 1, 1), date(2090, 1, 1)), st.integers(1, 40), st.sampled_from(Unit))
def test_nothing_lapses_by_a_day_that_may_still_move(start, count, unit):
    end = last_day(start, period(count, unit), CALENDAR)

    assert end.provisional
    assert not end.lapsed(end.day + timedelta(days=3650))


@given(COVERED, st.integers(1, 120), st.sampled_from(Unit))
def test_a_deadline_never_falls_on_a_rest_day_and_never_shortens_a_period(start, count, unit):
    length = period(count if unit is not Unit.YEAR else 1, unit)

    end = last_day(start, length, CALENDAR)

    assert CALENDAR.is_working_day(end.day)
    assert end.day > start
    if unit is not Unit.WORKING_DAY:
        unmoved = corresponding_end(start, length)
        skipped = [unmoved + timedelta(days=n) for n in range((end.day - unmoved).days)]
        assert end.day >= unmoved
        assert not any(CALENDAR.is_working_day(day) for day in skipped)


@given(COVERED, st.integers(1, 60))
def test_exactly_that_many_working_days_lie_between_start_and_deadline(start, count):
    end = last_day(start, period(count, Unit.WORKING_DAY), CALENDAR).day
    passed = [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]

    assert sum(CALENDAR.is_working_day(day) for day in passed) == count


@given(COVERED, st.integers(1, 40), st.sampled_from([Unit.DAY, Unit.WORKING_DAY, Unit.MONTH]))
def test_a_later_start_never_has_an_earlier_deadline(start, count, unit):
    today, tomorrow = (last_day(day, period(count, unit), CALENDAR).day for day in (start, start + timedelta(days=1)))

    assert today <= tomorrow


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.integers(1, 120))
def test_months_end_on_the_corresponding_day_or_the_months_last(start, count):
    end = months_after(start, count)

    assert (end.year - start.year) * 12 + end.month - start.month == count
    assert end.day == start.day or (end.day < start.day and (end + timedelta(days=1)).day == 1)
