"""The exchange's own terms, read from data."""

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files

from integrity_archive.catalogue.calendar import official
from integrity_archive.catalogue.periods import Period, last_day


@cache
def term(name: str) -> Period:
    """The term with that name in `terms.toml`."""
    text = (files("integrity_archive.exchange") / "terms.toml").read_text("utf-8")
    return Period(count=tomllib.loads(text)[name]["count"], unit=tomllib.loads(text)[name]["unit"])


def due(name: str, *, since: date) -> date:
    """The last day of that term when it begins with something on the day `since`."""
    return last_day(since, term(name), official()).day
