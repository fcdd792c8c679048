"""Period arithmetic of 民法典 articles 200-204; the length and unit of every period come from data.

The first day does not count (201). A period of months or years ends on the corresponding day, or on the month's
last day where there is none (202). If the last day is a legal rest day, the day after it is the last (203).
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from integrity_archive.catalogue.calendar import Calendar


class Unit(StrEnum):
    DAY = "day"
    WORKING_DAY = "working_day"
    MONTH = "month"
    YEAR = "year"


class Period(BaseModel):
    """A length of time as the law states it, e.g. ten days or six months."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    count: int = Field(ge=1)
    unit: Unit


@dataclass(frozen=True)
class Deadline:
    """A last day; it ends at 24:00. Provisional: the yearly notice is missing, so it may still move."""

    day: date
    provisional: bool

    def lapsed(self, today: date) -> bool:
        """Whether the time is over on that day, as it is counted in China; by a provisional day nothing lapses."""
        return today > self.day and not self.provisional


def last_day(start: date, period: Period, calendar: Calendar) -> Deadline:
    """The last day on which the act can still be done, for a period that begins with an event on `start`."""
    if period.unit is Unit.WORKING_DAY:
        return _working_days_after(start, period.count, calendar)
    return _first_working_day_from(corresponding_end(start, period), calendar)


def corresponding_end(start: date, period: Period) -> date:
    """Where a term of days, months or years ends by the calendar alone: a sanction does not move for a rest day."""
    match period.unit:
        case Unit.DAY:
            return start + timedelta(days=period.count)
        case Unit.MONTH:
            return months_after(start, period.count)
        case Unit.YEAR:
            return months_after(start, 12 * period.count)
        case Unit.WORKING_DAY:
            raise ValueError("a term in working days needs a calendar")


def months_after(start: date, months: int) -> date:
    """The corresponding day that many months later, else that month's last day."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def longer(one: Period, other: Period) -> bool:
    return end_of(one) > end_of(other)


def end_of(period: Period) -> date:
    """Where a period of any unit ends when it begins on a fixed day: only to compare lengths."""
    counted = period.model_copy(update={"unit": Unit.DAY}) if period.unit is Unit.WORKING_DAY else period
    return corresponding_end(date(2025, 1, 1), counted)


def _first_working_day_from(day: date, calendar: Calendar) -> Deadline:
    provisional = not calendar.covers(day)
    while not calendar.is_working_day(day):
        day += timedelta(days=1)
        provisional |= not calendar.covers(day)
    return Deadline(day, provisional)


def _working_days_after(day: date, count: int, calendar: Calendar) -> Deadline:
    provisional = False
    while count:
        day += timedelta(days=1)
        provisional |= not calendar.covers(day)
        count -= calendar.is_working_day(day)
    return Deadline(day, provisional)
