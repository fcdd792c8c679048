"""Terms that a capability gives people, read from its own `terms.toml`: nothing here knows what they are for."""

import tomllib
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from integrity_archive.catalogue.calendar import official
from integrity_archive.catalogue.codes import Name
from integrity_archive.catalogue.periods import Deadline, Period, corresponding_end, last_day


@dataclass(frozen=True)
class Rule:
    """A term in words: what it is for, what happens when it lapses, and where it comes from."""

    name: Name
    lapse: Name
    basis: str
    to_verify: bool


@cache
def data(capability: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads((files("integrity_archive") / capability / "terms.toml").read_text("utf-8"))


@cache
def terms(capability: str) -> dict[str, Period]:
    """The terms of one capability by name."""
    counted = {name: term for name, term in data(capability).items() if "count" in term}
    return {name: Period(count=term["count"], unit=term["unit"]) for name, term in counted.items()}


def hours(capability: str, name: str) -> timedelta:
    """A wait that runs by the clock and knows no days."""
    return timedelta(hours=data(capability)[name]["hours"])


@cache
def rule(name: str) -> Rule | None:
    """The words of `capability.term`; None for a rule that no data file knows any more."""
    capability, _, term = name.partition(".")
    found = data(capability).get(term) if capability and term else None
    if found is None or "lapse" not in found:
        return None
    return Rule(
        name=Name.model_validate(found["name"]),
        lapse=Name.model_validate(found["lapse"]),
        basis=found.get("basis", ""),
        to_verify=found.get("to_verify", False),
    )


def deadline(capability: str, name: str, *, since: date) -> Deadline:
    """The last day of that term when it begins with something on the day `since`, and whether it may still move.

    Days of rest move it no further than the `limit` that its data name: the law's own, which knows no days of rest.
    """
    counted = last_day(since, terms(capability)[name], official())
    limit = data(capability)[name].get("limit")
    if limit is None:
        return counted
    return replace(counted, day=min(counted.day, corresponding_end(since, terms(capability)[limit])))


def due(capability: str, name: str, *, since: date) -> date:
    """That day alone."""
    return deadline(capability, name, since=since).day
