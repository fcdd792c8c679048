"""The platform's own clock, and its way of writing time (PPG/1.0 §2): always UTC+08:00, whole seconds."""

import re
import time
from datetime import date, datetime, timedelta, timezone

CHINA = timezone(timedelta(hours=8))
TIMESTAMP = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\+08:00")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def milliseconds() -> int:
    """Unix time, as in `X-Timestamp`."""
    return time.time_ns() // 1_000_000


def timestamp() -> str:
    """The present moment."""
    return datetime.fromtimestamp(time.time(), CHINA).isoformat(timespec="seconds")


def today() -> date:
    """The date on which the rules of §4.3 are judged."""
    return datetime.fromtimestamp(time.time(), CHINA).date()


def is_timestamp(value: object) -> bool:
    """Whether `value` is a real moment in the one form allowed."""
    if not isinstance(value, str) or not TIMESTAMP.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def is_date(value: object) -> bool:
    """Whether `value` is a real day in the one form allowed."""
    if not isinstance(value, str) or not DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
