"""The calendar shipped as data, compared with an independent one."""

from datetime import date, timedelta

import chinese_calendar
import pytest

from integrity_archive.catalogue.calendar import calendar, official

NOTICE = {"year": 2031, "holiday": [{"name": "春节", "from": date(2031, 1, 22), "to": date(2031, 1, 28)}]}


def test_every_covered_day_agrees_with_the_chinesecalendar_package():
    ours = official()
    first, last = date(min(ours.years), 1, 1), date(max(ours.years), 12, 31)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]

    assert 2026 in ours.years
    assert [day for day in days if ours.is_working_day(day) != chinese_calendar.is_workday(day)] == []


def test_a_weekend_day_worked_in_exchange_is_a_working_day():
    assert official().is_working_day(date(2026, 2, 14))
    assert not official().is_working_day(date(2026, 2, 15))


def test_beyond_the_last_notice_weekends_and_fixed_holidays_are_known_and_nothing_is_certain():
    beyond = max(official().years) + 1

    assert not official().covers(date(beyond, 1, 1))
    assert not official().is_working_day(date(beyond, 10, 1))
    assert official().is_working_day(date(2027, 3, 3))


@pytest.mark.parametrize(
    "notices",
    [
        [NOTICE, NOTICE],
        [{"year": 2031, "holiday": [{"from": date(2031, 1, 28), "to": date(2031, 1, 22)}]}],
        [{"year": 2031, "holiday": [{"from": date(2031, 1, 1), "to": date(2031, 3, 1)}]}],
        [
            {
                "year": 2031,
                "holiday": [{"from": date(2031, 1, 22), "to": date(2031, 1, 28), "workdays": [date(2031, 1, 26)]}],
            }
        ],
        [
            {
                "year": 2031,
                "holiday": [{"from": date(2031, 1, 22), "to": date(2031, 1, 28), "workdays": [date(2031, 2, 3)]}],
            }
        ],
        [{"year": 2031, "holiday": [{"from": date(2032, 1, 1), "to": date(2032, 1, 1)}]}],
    ],
    ids=["twice", "backwards", "too long", "both", "on a weekday", "other year"],
)
def test_a_notice_that_contradicts_itself_is_refused(notices):
    with pytest.raises(ValueError):
        calendar(notices, fixed=[])
