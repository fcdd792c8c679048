"""The one place that reads the time. Everything else is given `now`."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.now(UTC)


def today(at: datetime) -> date:
    """The calendar day in China at that moment: the day on which legal periods run."""
    return at.astimezone(SHANGHAI).date()


def present_day() -> date:
    """Today in China: for the doors, which have nothing to compare the moment with."""
    return today(now())
