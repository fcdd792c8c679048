"""How long a remedy may take: the terms of `terms.toml`, counted on the official calendar."""

from datetime import date

from integrity_archive.catalogue.periods import Deadline, corresponding_end
from integrity_archive.catalogue.terms import deadline, terms


def until(name: str, *, since: date) -> Deadline:
    """The last day of that term when it begins with something on the day `since`."""
    return deadline("remedies", name, since=since)


def hard_limit(name: str, *, since: date) -> date:
    """The same where a day of rest gives us no more time: the law speaks to us, not to the person."""
    return corresponding_end(since, terms("remedies")[name])
