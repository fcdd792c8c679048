"""What one edition of the catalogue says: record types, catalogue items and the words for their parts.

The models check themselves while they are read, so an edition that contradicts itself never enters service.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from integrity_archive.catalogue.codes import Name, domains, professions
from integrity_archive.catalogue.periods import Period
from integrity_archive.errors import NotFound

TypeCode = Annotated[str, StringConstraints(pattern=r"^[SPA][NPI]-[A-Z]{3}-[0-9]{2,4}$")]  # PPG-1.0 §4
ItemCode = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9-]{3,40}$")]
SanctionCode = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]{1,39}$")]
Prefix = Annotated[str, StringConstraints(pattern=r"^[SPA][NPI]-[A-Z]{3}-[0-9]{0,4}$")]


class UnknownRecordType(NotFound):
    """The catalogue has no record type with this code."""

    status = 422
    zh = "目录中没有该信息类型。"


class Polarity(StrEnum):
    NEGATIVE = "NEGATIVE"  # 失信信息
    POSITIVE = "POSITIVE"  # 守信信息
    NEUTRAL = "NEUTRAL"


class Severity(StrEnum):
    """轻微、一般、严重 of 信用修复管理办法, mildest first."""

    MINOR = "MINOR"
    GENERAL = "GENERAL"
    SERIOUS = "SERIOUS"

    def reaches(self, least: "Severity") -> bool:
        order = list(Severity)
        return order.index(self) >= order.index(least)


class DisplayMode(StrEnum):
    """Who may see an item's information at the platform (PPG-1.0 §3.5)."""

    PUBLISH = "PUBLISH"
    AUTHORISED = "AUTHORISED"
    GOVERNMENT = "GOVERNMENT"


class Share(StrEnum):
    """共享属性 of a catalogue item."""

    UNCONDITIONAL = "UNCONDITIONAL"
    CONDITIONAL = "CONDITIONAL"
    NONE = "NONE"


class InfoDomain(StrEnum):
    """Public credit information and credit-reference information are never mixed in one answer."""

    PUBLIC = "PUBLIC"
    CREDIT_REFERENCE = "CREDIT_REFERENCE"
    INTERNAL = "INTERNAL"


class Source(StrEnum):
    """Whose power a sanction on a professional rests on."""

    ADMIN = "ADMIN"
    ASSOCIATION = "ASSOCIATION"
    EMPLOYER = "EMPLOYER"
    COURT = "COURT"


class FinalityRule(StrEnum):
    FIRST_REMEDY = "FIRST_REMEDY"  # final once the first remedy's window has lapsed


class CountedFrom(StrEnum):
    """Where the display period starts, or what it follows."""

    CONDUCT_END = "CONDUCT_END"
    DECIDED = "DECIDED"
    SANCTION_END = "SANCTION_END"


class Data(BaseModel):
    """Read from a data file: unknown members are refused, values never change."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class LegalBasis(Data):
    """A law and its article, cited in Chinese. `to_verify`: not yet compared with the law's text."""

    text: str
    to_verify: bool = False


class SanctionKind(Data):
    """One sanction the deciding body may have imposed; its severity, where given, overrides the type's default."""

    code: SanctionCode
    name: Name
    severity: Severity | None = None
    has_term: bool = False  # runs from one day to another


class Finality(Data):
    """When the body's decision can no longer be changed by an ordinary remedy."""

    rule: FinalityRule
    remedy: str  # what the person may do, as the decision letter says it
    period: Period
    untold_limit: Period  # the longest the window stays open when the letter did not tell of the remedy
    to_verify: bool = False


class Display(Data):
    """How long an entry may be shown. See the head of the edition file."""

    counted_from: CountedFrom
    months: int | None = Field(default=None, ge=1)
    min_months: int | None = Field(default=None, ge=1)
    max_months: int | None = Field(default=None, ge=1)

    @model_validator(mode="after")
    def complete(self) -> Self:
        follows_sanction = self.counted_from is CountedFrom.SANCTION_END
        bounds = (self.min_months, self.max_months)
        if follows_sanction != (self.months is None) or follows_sanction == (None in bounds):
            raise ValueError("months, or min_months and max_months where the sanction's end counts")
        if self.min_months and self.max_months and self.min_months > self.max_months:
            raise ValueError("min_months is longer than max_months")
        return self


class Retention(Data):
    """征信业管理条例 16: adverse information is kept this long after the conduct has ended, then deleted."""

    months: int = Field(ge=1)


class RecordType(Data):
    """One kind of fact that may be recorded about a person, and everything the law attaches to it."""

    code: TypeCode
    name: Name
    population: str  # STUDENT, PROFESSIONAL, or the code of one key profession
    polarity: Polarity
    domain: str
    info_domain: InfoDomain
    source: Source | None = None
    catalogue_item: ItemCode | None = None  # None: recorded, never pushed
    legal_basis: tuple[LegalBasis, ...] = Field(min_length=1)
    deciding_bodies: tuple[str, ...] = Field(min_length=1)
    required_evidence: tuple[str, ...] = Field(min_length=1)
    default_severity: Severity | None = None
    sanctions: tuple[SanctionKind, ...] = ()
    finality: Finality | None = None
    statement: Period | None = None  # how long the person may answer our own notice before the entry is passed on
    display: Display | None = None  # None: for as long as the merit stands
    retention: Retention | None = None
    repairable: bool = False
    publishable: bool = False
    consent_needed: bool = False

    @property
    def family(self) -> str:
        """The middle letters of the code, e.g. EXF."""
        return self.code.split("-")[1]

    def sanction(self, code: str) -> SanctionKind | None:
        return next((kind for kind in self.sanctions if kind.code == code), None)

    def severity_with(self, sanction_code: str | None) -> Severity | None:
        """The severity of an entry of this type with that sanction."""
        kind = self.sanction(sanction_code) if sanction_code else None
        return kind.severity if kind and kind.severity else self.default_severity

    @model_validator(mode="after")
    def says_what_its_polarity_needs(self) -> Self:
        if {"N": Polarity.NEGATIVE, "P": Polarity.POSITIVE, "I": Polarity.NEUTRAL}[self.code[1]] is not self.polarity:
            raise ValueError(f"{self.code}: polarity contradicts the code")
        student = self.population == "STUDENT"
        if student != (self.code[0] == "S") or not (student or self.population in {"PROFESSIONAL", *professions()}):
            raise ValueError(f"{self.code}: population contradicts the code")
        if self.domain not in domains():
            raise ValueError(f"{self.code}: no such domain {self.domain}")
        due_process = (self.default_severity, self.finality, self.statement, self.display, self.retention)
        if self.polarity is Polarity.NEGATIVE:
            if None in due_process:
                raise ValueError(f"{self.code}: severity, finality, statement, display and retention are needed")
            if "DECISION_DOCUMENT" not in self.required_evidence:
                raise ValueError(f"{self.code}: a negative entry rests on a decision document")
        elif self.default_severity or self.finality or self.statement or self.retention or self.sanctions:
            raise ValueError(f"{self.code}: only negative types have a severity, remedies or sanctions")
        codes = [kind.code for kind in self.sanctions]
        if len(codes) != len(set(codes)):
            raise ValueError(f"{self.code}: a sanction is listed twice")
        return self


class CatalogueItem(Data):
    """One item of the catalogue of credit information: what may be passed on, and how it may be shown."""

    code: ItemCode
    name: Name
    provider: str
    record_types: tuple[Prefix, ...] = Field(min_length=1)
    min_severity: Severity | None = None
    display_mode: DisplayMode
    share: Share
    max_display_months: int | None = Field(default=None, ge=1)
    update_days: int = Field(ge=1)
    legal_basis: tuple[LegalBasis, ...] = Field(min_length=1)

    def holds(self, type_code: str) -> bool:
        return type_code.startswith(self.record_types)


class Edition(Data):
    """All record types and items in force together, under one code that travels with every batch."""

    code: str
    name: Name
    sample: bool
    in_force_from: date
    in_force_until: date | None = None
    min_age_at_conduct: int = Field(ge=18)
    body_kinds: dict[str, Name]
    evidence_kinds: dict[str, Name]
    items: tuple[CatalogueItem, ...] = Field(alias="item")
    record_types: tuple[RecordType, ...] = Field(alias="record_type")

    def record_type(self, code: str) -> RecordType:
        """The record type with this code; raises `UnknownRecordType`."""
        for kind in self.record_types:
            if kind.code == code:
                return kind
        raise UnknownRecordType()

    def item(self, code: str) -> CatalogueItem | None:
        return next((item for item in self.items if item.code == code), None)

    def item_for(self, type_code: str, severity: Severity | None) -> CatalogueItem | None:
        """The item under which an entry of this type and severity may be pushed; None: recorded, not pushable."""
        kind = self.record_type(type_code)
        item = self.item(kind.catalogue_item) if kind.catalogue_item else None
        if item and item.min_severity and not (severity and severity.reaches(item.min_severity)):
            return None
        return item

    @model_validator(mode="after")
    def agrees_with_itself(self) -> Self:
        for codes in ([kind.code for kind in self.record_types], [item.code for item in self.items]):
            if len(codes) != len(set(codes)):
                raise ValueError("a code is used twice")
        for kind in self.record_types:
            self._check(kind)
        for item in self.items:
            for prefix in item.record_types:
                if not any(kind.code.startswith(prefix) for kind in self.record_types):
                    raise ValueError(f"{item.code}: no record type begins with {prefix}")
        return self

    def _check(self, kind: RecordType) -> None:
        """A record type's references must lead somewhere, and to one item only."""
        if [item.code for item in self.items if item.holds(kind.code)] != [
            code for code in (kind.catalogue_item,) if code
        ]:
            raise ValueError(f"{kind.code}: the items' record_types do not lead to its catalogue_item alone")
        if unknown := set(kind.deciding_bodies) - set(self.body_kinds):
            raise ValueError(f"{kind.code}: unknown bodies {sorted(unknown)}")
        if unknown := set(kind.required_evidence) - set(self.evidence_kinds):
            raise ValueError(f"{kind.code}: unknown evidence {sorted(unknown)}")
        item = self.item(kind.catalogue_item) if kind.catalogue_item else None
        if kind.publishable and not (item and item.display_mode is DisplayMode.PUBLISH):
            raise ValueError(f"{kind.code}: publishable, but its item is not")
        if kind.polarity is Polarity.NEGATIVE and item and item.max_display_months is None:
            raise ValueError(f"{item.code}: negative information is not shown for ever")
