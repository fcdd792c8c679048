"""信用修复管理办法 in its versions: how long each class of dishonesty is published, and when repair may be asked for.

The version in force on the day of the decision counts. A version without an end lasts until the next one begins.
"""

import tomllib
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files

from pydantic import Field

from integrity_archive.catalogue.codes import Name
from integrity_archive.catalogue.legal_basis import Data, LegalBasis
from integrity_archive.catalogue.periods import Period

DATA = files("integrity_archive.catalogue") / "policies"


class Severity(StrEnum):
    """轻微、一般、严重 of 信用修复管理办法, mildest first."""

    MINOR = "MINOR"
    GENERAL = "GENERAL"
    SERIOUS = "SERIOUS"

    def reaches(self, least: "Severity") -> bool:
        order = list(Severity)
        return order.index(self) >= order.index(least)


class PolicyClass(Data):
    """Terms of one class, counted from the day of the decision. No `publish_max`: the class is not published."""

    publish_min: Period | None = None
    publish_max: Period | None = None
    repair_after: Period | None = None  # None: as soon as the duties are fulfilled


class LongerMinimum(Data):
    """Fields of activity in which publication lasts longer at least, and repair waits for it."""

    domains: tuple[str, ...]
    period: Period


class Policy(Data):
    """One version of the rules."""

    code: str
    name: Name
    in_force_from: date
    in_force_until: date | None = None
    legal_basis: tuple[LegalBasis, ...] = Field(min_length=1)
    classes: dict[Severity, PolicyClass] = Field(alias="class")
    longer_minimum: LongerMinimum | None = None

    @property
    def to_verify(self) -> bool:
        """Whether its ground still has to be compared with the law's text."""
        return any(one.to_verify for one in self.legal_basis)

    def severity(self, severity: Severity, *, domain: str | None = None) -> PolicyClass:
        """The terms of that class, in that field of activity."""
        terms, longer = self.classes[severity], self.longer_minimum
        if longer and domain in longer.domains and terms.publish_min:
            return terms.model_copy(update={"publish_min": longer.period, "repair_after": longer.period})
        return terms


@cache
def policies() -> tuple[Policy, ...]:
    """Every version shipped with the program, oldest first."""
    texts = (file.read_text("utf-8") for file in DATA.iterdir() if file.name.endswith(".toml"))
    return tuple(sorted((parse(text) for text in texts), key=lambda policy: policy.in_force_from))


def parse(text: str) -> Policy:
    return Policy.model_validate(tomllib.loads(text))


def in_force(decided_on: date) -> Policy:
    """The version that governs a decision of that day; decisions older than all versions follow the oldest."""
    begun = [policy for policy in policies() if policy.in_force_from <= decided_on]
    return begun[-1] if begun else policies()[0]
