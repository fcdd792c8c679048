"""Terms that a capability gives people, read from its own `terms.toml`: nothing here knows what they are for."""

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files

from integrity_archive.catalogue.calendar import official
from integrity_archive.catalogue.periods import Period, last_day


@cache
def terms(capability: str) -> dict[str, Period]:
    """The terms of one capability by name."""
    data = tomllib.loads((files("integrity_archive") / capability / "terms.toml").read_text("utf-8"))
    return {name: Period(count=term["count"], unit=term["unit"]) for name, term in data.items()}


def due(capability: str, name: str, *, since: date) -> date:
    """The last day of that term when it begins with something on the day `since`."""
    return last_day(since, terms(capability)[name], official()).day
