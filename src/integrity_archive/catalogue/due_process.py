"""The parts of a record type that protect the person: remedies, display, retention, repair, publication."""

from enum import StrEnum

from pydantic import Field

from integrity_archive.catalogue.codes import Name
from integrity_archive.catalogue.legal_basis import Data, LegalBasis, Text
from integrity_archive.catalogue.periods import Period


class FinalityRule(StrEnum):
    """When a decision counts as final (docs/decisions/0009)."""

    FIRST_REMEDY = "FIRST_REMEDY"  # the first remedy's window has lapsed, or it was concluded; a later suit suspends
    STRICT = "STRICT"  # the windows of all remedies have lapsed, or the last one used upheld the decision
    ON_SERVICE = "ON_SERVICE"  # with service; only where a law says so


class Procedure(StrEnum):
    """The outside procedures whose course we mirror; their terms stand in the editions, each with its law."""

    SCHOOL_APPEAL = "school_appeal"
    PROVINCIAL_APPEAL = "provincial_appeal"
    REVIEW = "review"
    RECONSIDERATION = "reconsideration"
    SUIT = "suit"


class Remedy(Data):
    """What the person may do against the decision, to whom, and for how long after service."""

    name: Name  # as the decision letter says it
    period: Period
    to: Text
    after: Period | None = None  # its window once the remedy before it was used and concluded; None: none is left
    procedures: tuple[Procedure, ...] = ()  # that it stands for; the conclusion of any other is not its conclusion
    to_verify: bool = False


class Finality(Data):
    """When the body's decision can no longer be changed by an ordinary remedy."""

    rule: FinalityRule
    remedies: tuple[Remedy, ...] = ()  # in the order of their use
    untold_limit: Period | None = None  # the longest a window stays open when the letter did not tell of it
    basis: LegalBasis | None = None  # the law that gives the remedies or, ON_SERVICE, makes the decision final at once
    to_verify: bool = False

    @property
    def remedy(self) -> Name | None:
        """The first remedy, as the decision letter calls it."""
        return self.remedies[0].name if self.remedies else None

    def moved_by(self, procedure: Procedure | None) -> int | None:
        """The place of the remedy that this procedure is, if its conclusion moves the clock.

        Under FIRST_REMEDY only the first does: a later suit suspends, and makes nothing final.
        """
        moving = self.remedies if self.rule is FinalityRule.STRICT else self.remedies[:1]
        return next((place for place, remedy in enumerate(moving) if procedure in remedy.procedures), None)


class CountedFrom(StrEnum):
    """Where the display period starts, or what it follows."""

    CONDUCT_END = "CONDUCT_END"
    DECIDED = "DECIDED"
    SANCTION_END = "SANCTION_END"


class Display(Data):
    """How long an entry may be shown. See the head of the edition file."""

    counted_from: CountedFrom
    months: int | None = Field(default=None, ge=1)
    min_months: int | None = Field(default=None, ge=1)
    max_months: int | None = Field(default=None, ge=1)


class Retention(Data):
    """征信业管理条例 16: adverse information is kept this long after the conduct has ended, then deleted."""

    months: int = Field(ge=1)


class RepairCondition(StrEnum):
    """What 晋政办发〔2018〕27号 item 12 and 信用修复管理办法 ask of whoever wants an entry repaired."""

    PERFORMANCE = "PERFORMANCE"  # the duties of the decision are fulfilled, the conduct is mended
    PLEDGE = "PLEDGE"  # 信用承诺书
    VOLUNTEER_HOURS = "VOLUNTEER_HOURS"
    CHARITY = "CHARITY"


class Repair(Data):
    """The way back. How long to wait for it is the policy's, by severity."""

    conditions: tuple[RepairCondition, ...] = Field(min_length=1)
    volunteer_hours: int | None = Field(default=None, ge=1)


class Publication(Data):
    """The law that lets a natural person's entry be published by name, masked; it may shorten the policy's term."""

    basis: LegalBasis
    max_months: int | None = Field(default=None, ge=1)
