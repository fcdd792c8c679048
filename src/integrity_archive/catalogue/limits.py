"""What the law sets for every edition: age, consent, the shortest and the longest terms (`limits.toml`)."""

import tomllib
from functools import cache
from importlib.resources import files

from pydantic import Field

from integrity_archive.catalogue.due_process import Procedure
from integrity_archive.catalogue.legal_basis import Data
from integrity_archive.catalogue.periods import Period


class Adult(Data):
    age: int
    basis: str


class Longest(Data):
    months: int
    basis: str


class Serious(Data):
    bases: frozenset[str]
    supervised_kinds: int
    basis: str


class ConsentNeeded(Data):
    families: tuple[str, ...]
    basis: str


class SanctionLimit(Data):
    """How long the law lets a sanction on these record types last."""

    types: tuple[str, ...]
    sanctions: tuple[str, ...]
    least: Period | None = None
    most: Period
    basis: str
    to_verify: bool = False


class RemedyMinimum(Data):
    """The shortest time that the law leaves for a remedy; `types`: record types that must have it."""

    types: tuple[str, ...] = ()  # none: wherever it is offered
    procedure: Procedure
    least: Period
    after: Period | None = None  # once the remedy before it was concluded
    basis: str
    to_verify: bool = False


class DisplayLimit(Data):
    """The longest display of these record types, and of some of their sanctions."""

    types: tuple[str, ...]
    months: int
    sanctions: dict[str, int] = Field(default_factory=dict)
    basis: str
    to_verify: bool = False


class Bounds(Data):
    least: Period | None = None
    most: Period
    basis: str


class Limits(Data):
    """What the law sets for every edition."""

    adult: Adult
    longest: Longest
    serious: Serious
    consent: tuple[ConsentNeeded, ...]
    sanctions: tuple[SanctionLimit, ...] = Field(alias="sanction_limit")
    remedies: tuple[RemedyMinimum, ...] = Field(alias="remedy_minimum")
    displays: tuple[DisplayLimit, ...] = Field(alias="display_limit")
    statement: Bounds
    untold: Bounds


@cache
def limits() -> Limits:
    text = (files("integrity_archive.catalogue") / "limits.toml").read_text("utf-8")
    return Limits.model_validate(tomllib.loads(text))
