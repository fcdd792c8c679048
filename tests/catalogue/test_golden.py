"""The golden cases of periods, by the terms of the edition in force and the calendar shipped."""

from datetime import date, timedelta

import pytest

from integrity_archive.catalogue.calendar import official
from integrity_archive.catalogue.edition import current
from integrity_archive.catalogue.finality import Final, final
from integrity_archive.catalogue.periods import Period, Unit, corresponding_end, last_day

LAW = current(date(2026, 7, 1))
NATIONAL_EXAM = LAW.record_type("SN-EXF-0605").finality
SCHOOL = LAW.record_type("SN-EXS-02").finality


def test_golden_01():
    """Served on Friday 2026-07-03, 15 days for the review of a national exam: Saturday the 18th, so Monday the 20th."""
    assert final(NATIONAL_EXAM, official(), served_on=date(2026, 7, 3), told=True) == Final(
        remedy_until=date(2026, 7, 20), on=date(2026, 7, 21), provisional=False
    )


def test_golden_02():
    """A school's decision served on 2026-09-22: ten days end inside National Day, so on Thursday 2026-10-08."""
    ended = final(SCHOOL, official(), served_on=date(2026, 9, 22), told=True)

    assert (ended.remedy_until, ended.provisional) == (date(2026, 10, 8), False)


@pytest.mark.parametrize(
    ("known_on", "until"),
    [
        (date(2026, 3, 2), date(2026, 3, 12)),  # ten days from knowledge
        (date(2026, 7, 1), date(2026, 7, 6)),  # ten days would be 07-13: the six months end before
        (None, date(2026, 7, 6)),  # never: six months after service, 07-05, is a Sunday
    ],
)
def test_golden_03(known_on: date | None, until: date):
    """No way to appeal in the letter, served on 2026-01-05: ten days from knowledge, no later than six months."""
    assert final(SCHOOL, official(), served_on=date(2026, 1, 5), told=False, known_on=known_on).remedy_until == until


def test_golden_04():
    """A sanction of six months from 2026-08-31 ends on 2027-02-28: the month has no 31st, and no rest day moves it."""
    assert corresponding_end(date(2026, 8, 31), Period(count=6, unit=Unit.MONTH)) == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("served_on", "length", "day"),
    [
        (date(2026, 12, 25), Period(count=10, unit=Unit.DAY), date(2027, 1, 4)),
        (date(2026, 12, 30), Period(count=3, unit=Unit.WORKING_DAY), date(2027, 1, 5)),
        (date(2026, 8, 31), Period(count=6, unit=Unit.MONTH), date(2027, 3, 1)),
    ],
)
def test_golden_24(served_on: date, length: Period, day: date):
    """A deadline beyond the last notice is provisional, and however long one waits, nothing lapses by it."""
    end = last_day(served_on, length, official())

    assert (end.day, end.provisional) == (day, True)
    assert not any(end.lapsed(day + timedelta(days=n)) for n in (1, 30, 3650))
