"""What the law sets for every edition: age, consent, the shortest and the longest terms (`limits.toml`)."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Self

from pydantic import Field, model_validator

from integrity_archive.catalogue.due_process import Procedure, Remedy
from integrity_archive.catalogue.legal_basis import Data
from integrity_archive.catalogue.periods import Period
from integrity_archive.catalogue.record_types import RecordType, Source


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


class Covering(Data):
    """A row for the record types whose codes begin so, and for those that rest on such a power."""

    types: tuple[str, ...] = ()
    sources: frozenset[Source] = frozenset()
    basis: str
    to_verify: bool = False

    @property
    def general(self) -> bool:
        return not (self.types or self.sources)

    def covers(self, kind: RecordType) -> bool:
        return self.general or kind.code.startswith(self.types) or kind.source in self.sources


class StrictFinality(Covering):
    """The record types that are final only once all of these remedies are over."""

    procedures: tuple[Procedure, ...]


class RequiredStep(Covering):
    """What must be done before such a decision."""

    steps: frozenset[str]


class SanctionLimit(Covering):
    """How long the law lets a sanction on these record types last."""

    sanctions: tuple[str, ...]
    least: Period | None = None
    most: Period


class RemedyMinimum(Covering):
    """The shortest time that the law leaves for a remedy: record types that are covered by name or power must have it,
    with none named it is asked wherever it is offered."""

    procedure: Procedure | None = None
    place: int | None = None  # of a remedy that stands for no procedure of ours, from 1
    least: Period
    after: Period | None = None  # once the remedy before it was concluded

    @model_validator(mode="after")
    def names_one_remedy(self) -> Self:
        if (self.procedure is None) == (self.place is None):
            raise ValueError("a remedy is named by its procedure or by its place")
        return self

    def among(self, offered: tuple[Remedy, ...]) -> list[Remedy]:
        if self.place is not None:
            return list(offered[self.place - 1 : self.place])
        return [remedy for remedy in offered if self.procedure in remedy.procedures]


class DisplayLimit(Covering):
    """The longest display of these record types, and of some of their sanctions."""

    months: int
    sanctions: dict[str, int] = Field(default_factory=dict)


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
    on_service: Covering
    strict: StrictFinality
    steps: tuple[RequiredStep, ...] = Field(alias="required_step")
    sanctions: tuple[SanctionLimit, ...] = Field(alias="sanction_limit")
    remedies: tuple[RemedyMinimum, ...] = Field(alias="remedy_minimum")
    displays: tuple[DisplayLimit, ...] = Field(alias="display_limit")
    statement: Bounds
    untold: Bounds


@cache
def limits() -> Limits:
    text = (files("integrity_archive.catalogue") / "limits.toml").read_text("utf-8")
    return Limits.model_validate(tomllib.loads(text))
