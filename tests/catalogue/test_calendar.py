"""The calendar shipped as data, compared with an independent one; notices that contradict themselves."""

from datetime import date, timedelta

import chinese_calendar
import pytest

from integrity_archive.catalogue.calendar import calendar, official, read, shipped
from integrity_archive.catalogue.periods import Period, Unit, last_day

SPRING = '[[holiday]]\nname = "春节"\nfrom = 2031-01-22\nto = 2031-01-28\n'


def notice(holidays: str = SPRING, *, year: int = 2031) -> str:
    return f'year = {year}\nnotice = "国务院办公厅关于{year}年部分节假日安排的通知"\n{holidays}'


def test_every_day_from_2019_to_2026_agrees_with_the_chinesecalendar_package():
    days = [date(2019, 1, 1) + timedelta(days=n) for n in range((date(2026, 12, 31) - date(2019, 1, 1)).days + 1)]

    assert set(shipped()) >= set(range(2019, 2027))
    assert [day for day in days if official().is_working_day(day) != chinese_calendar.is_workday(day)] == []


def test_the_days_of_december_that_a_notice_of_the_next_year_speaks_of_are_known():
    assert official().is_working_day(date(2018, 12, 29))
    assert not official().is_working_day(date(2018, 12, 31))


def test_spring_festival_of_2020_was_prolonged_and_its_saturday_not_worked():
    assert not official().is_working_day(date(2020, 1, 31))
    assert not official().is_working_day(date(2020, 2, 1))
    assert official().is_working_day(date(2020, 2, 3))


def test_a_weekend_day_worked_in_exchange_is_a_working_day():
    assert official().is_working_day(date(2026, 2, 14))
    assert not official().is_working_day(date(2026, 2, 15))


def test_beyond_the_last_notice_weekends_and_fixed_holidays_are_known_and_nothing_is_certain():
    beyond = max(official().years) + 1

    assert not official().covers(date(beyond, 1, 1))
    assert not official().is_working_day(date(beyond, 10, 1))
    assert official().is_working_day(date(2027, 3, 3))


def test_the_last_days_of_a_year_are_settled_only_by_the_notice_of_the_next():
    last = max(official().years)

    assert official().covers(date(last, 12, 27))
    assert [day for day in range(28, 32) if official().covers(date(last, 12, day))] == []
    assert official().covers(date(last - 1, 12, 31))
    assert last_day(date(last, 12, 25), Period(count=4, unit=Unit.DAY), official()).provisional


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("year = [", "Invalid value"),
        ("year = 2031\n", "notice"),
        (notice(""), "holiday"),
        (notice(SPRING + "days = 7\n"), "days"),
        (notice(SPRING.replace("2031-01-28", "2031-01-21")), "2031-01-22 to 2031-01-21"),
        (notice(SPRING.replace("2031-01-28", "2031-03-28")), "2031-01-22 to 2031-03-28"),
        (notice(SPRING + "workdays = [2031-01-26]\n"), "both holiday and working day: 2031-01-26"),
        (notice(SPRING + "workdays = [2031-02-03]\n"), "weekend days: 2031-02-03"),
        (notice(SPRING, year=2033), "2033"),
    ],
    ids=["no toml", "no title", "empty", "unknown word", "backwards", "too long", "both", "on a weekday", "other year"],
)
def test_a_notice_that_contradicts_itself_is_refused(text: str, why: str):
    with pytest.raises(ValueError, match=why):
        read(text)


def test_two_notices_of_one_year_and_two_that_contradict_each_other_are_refused():
    one = read(notice())
    new_year = '[[holiday]]\nname = "元旦"\nfrom = 2032-01-01\nto = 2032-01-01\nworkdays = [2031-12-28]\n'
    worked = read(notice(new_year, year=2032))
    off = read(notice(SPRING.replace("2031-01-22", "2031-12-27").replace("2031-01-28", "2031-12-29")))

    with pytest.raises(ValueError, match="twice: 2031"):
        calendar([one, one])
    with pytest.raises(ValueError, match="2031-12-28"):
        calendar([off, worked])
